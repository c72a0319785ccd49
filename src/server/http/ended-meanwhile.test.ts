import { expect, test, vi } from 'vitest'
import { ApiProblem } from '#core/connection/problem.ts'
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { historyOf } from '#server/registry/registry-contract.test-data.ts'
import { launch, launched } from '#server/sessions/launch.test-data.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, asked } from './app-double.test-data.ts'

/** A connection of a customer whose check AWS has not answered yet. */
async function checkInFlight(check: 'customer' | 'vendor' | 'import') {
  const roles = new Map<string, string>()
  const sts = stsDouble({ roles, isHeld: true })
  const double = appDouble({ launch, vendorApi, sts })
  const { token: own } = await launched(double)
  const token = await vendorToken({ scope: 'connections:read connections:write tenants:delete' })
  const connection = await double.connect(own)
  const { id, roleArn, externalId } = connection
  const requests = {
    customer: () => double.send('POST', `/api/connections/${id}/verify`, { token: own }),
    vendor: () => double.send('POST', `/api/vendor/connections/${id}/verify`, { token }),
    import: () =>
      double.send('POST', '/api/vendor/connections', {
        token,
        body: { ...asked, accountId: undefined, tenant: 'acme', roleArn, externalId },
      }),
  }
  const answer = requests[check]()
  await vi.waitFor(() => expect(sts.calls).not.toEqual([]))
  const answered = async () => {
    sts.release()
    const response = await answer
    return [response.status, ApiProblem.parse(await response.json()).code]
  }
  const pending = () => double.registry.events.list({ status: 'pending', after: null, limit: 10 })
  const told = async () => (await pending())?.events.map(({ type }) => type)
  return { ...double, sts, token, own, id, answered, told }
}

test.each(['customer', 'vendor', 'import'] as const)(
  'answers a check of the %s with not-found once its customer was deleted meanwhile, and stores nothing',
  async (check) => {
    const { send, registry, token, id, answered, told } = await checkInFlight(check)
    expect((await send('DELETE', '/api/vendor/tenants/acme', { token })).status).toBe(200)
    expect(await answered()).toEqual([404, 'not-found'])
    expect([await registry.lastVerdict(id), await registry.ofAnyTenant(id), await told()]).toEqual([null, null, []])
  },
)

test.each(['customer', 'vendor'] as const)(
  'answers a check of the %s with disconnecting once its disconnection began meanwhile, and stores nothing',
  async (check) => {
    const { registry, id, answered, told } = await checkInFlight(check)
    const history = await historyOf(registry, 'launched:acme', id)
    await registry.disconnections.start('launched:acme', id, '2026-11-22T08:00:01.000Z')
    expect(await answered()).toEqual([409, 'disconnecting'])
    expect([await registry.lastVerdict(id), await told()]).toEqual([null, ['connection.created', 'connection.disconnecting']])
    expect(await historyOf(registry, 'launched:acme', id)).toEqual([
      ...(history ?? []),
      { kind: 'disconnect-requested', at: '2026-11-22T08:00:01.000Z' },
    ])
  },
)

test('answers a check with not-found once its connection was disconnected meanwhile, and tells of no lost access', async () => {
  const { registry, id, answered, told } = await checkInFlight('customer')
  await registry.disconnect('launched:acme', id, '2026-11-22T08:00:01.000Z')
  expect(await answered()).toEqual([404, 'not-found'])
  expect([await registry.lastVerdict(id), await told()]).toEqual([null, ['connection.created', 'connection.disconnected']])
})

test('answers a check whose connection ends before its turn at once, without a lease', async () => {
  const double = appDouble({ launch, vendorApi })
  const { token } = await launched(double)
  const { id } = await double.connect(token)
  const { registry } = double
  const take = vi.fn(async (...request: Parameters<typeof registry.leases.take>) => {
    await registry.disconnect('launched:acme', id, '2026-11-22T08:00:01.000Z')
    return registry.leases.take(...request)
  })
  const other = appDouble({ launch, vendorApi, registry: { ...registry, leases: { ...registry.leases, take } } })
  const answer = await other.send('POST', `/api/connections/${id}/verify`, { token })
  expect([answer.status, take.mock.calls.length]).toEqual([404, 1])
})
