import { expect, test, vi } from 'vitest'
import { Verdict } from '#core/verify/verdict.ts'
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { overviews } from '#server/campaign/overview.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, vendor as served } from './app-double.test-data.ts'

/** A customer with a verified connection. The test can hold the responses of AWS, and have the limits delay checks. */
async function connected() {
  const roles = new Map<string, string>()
  const double = stsDouble({ roles })
  const held = { count: 0, gate: Promise.resolve(), isDelayed: false }
  const sts = {
    ...double,
    sts: {
      ...double.sts,
      callerIdentity: async (...given: Parameters<typeof double.sts.callerIdentity>) => {
        held.count += 1
        await held.gate
        return double.sts.callerIdentity(...given)
      },
    },
  }
  const app = appDouble({
    vendorApi,
    sts,
    limits: { checksPerTenantAndAccount: async () => (held.isDelayed ? { kind: 'refused', retryAfterSeconds: 7 } : { kind: 'allowed' }) },
  })
  const token = await app.signIn()
  const connection = await app.connect(token)
  roles.set(connection.roleArn, connection.externalId)
  const at = `/api/connections/${connection.id}`
  const verify = async (body = {}) => Verdict.parse(await (await app.send('POST', `${at}/verify`, { token, body })).json())
  expect((await verify()).kind).toBe('verified')
  app.clock.ms += 2000
  /** The customer deletes the role, disconnects, and keeps the connection. */
  const disconnectAndKeep = async () => {
    const tenant = (await app.registry.ofAnyTenant(connection.id))?.tenant ?? ''
    const now = new Date(app.clock.ms).toISOString()
    await app.registry.disconnections.start(tenant, connection.id, now)
    await app.registry.disconnections.cancel(tenant, connection.id, now)
  }
  return { ...app, calls: double.calls, token, roles, connection, at, held, verify, disconnectAndKeep }
}

test.each(['there', 'deleted'] as const)(
  'never answers with the verdict from before a disconnection that began and was canceled during the check, with the role %s',
  async (role) => {
    const { held, roles, connection, verify, disconnectAndKeep, clock } = await connected()
    let release = () => {}
    held.gate = new Promise((open) => {
      release = open
    })
    const before = held.count
    const answer = verify({ now: true })
    await vi.waitFor(() => expect(held.count).toBeGreaterThan(before))
    if (role === 'deleted') roles.delete(connection.roleArn)
    await disconnectAndKeep()
    release()
    expect(await answer).toMatchObject({ kind: 'inconclusive', diagnosis: 'check-delayed', probes: [] })
    clock.ms += 1
    expect((await verify()).kind).toBe(role === 'there' ? 'verified' : 'drifted')
  },
)

test('tells those who follow changes of the first verdict after a canceled disconnection, though it is as before', async () => {
  const { connect, token, send, clock, registry } = await connected()
  const { id } = await connect(token, { accountId: '777788889999', externalId: 'Zx7Qm2vK9dRt4XwB8nZc5H' })
  const tenant = (await registry.ofAnyTenant(id))?.tenant ?? ''
  const diagnosis = async () => {
    clock.ms += 300_000
    const verdict = Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, { token, body: { launched: true } })).json())
    return verdict.diagnosis
  }
  const changedAt = async () => (await registry.ofAnyTenant(id))?.changedAt
  const time = () => new Date(clock.ms).toISOString()
  await diagnosis()
  const before = await diagnosis()
  const last = await changedAt()
  expect([await diagnosis(), await changedAt()]).toEqual([before, last])
  await registry.disconnections.start(tenant, id, time())
  await registry.disconnections.cancel(tenant, id, time())
  expect([await diagnosis(), await changedAt()]).toEqual([before, time()])
  const after = await changedAt()
  expect([await diagnosis(), await changedAt()]).toEqual([before, after])
})

test('checks the role in full after a canceled disconnection, in which it may have been replaced', async () => {
  const { calls, clock, verify, disconnectAndKeep } = await connected()
  const tried = async () => {
    clock.ms += 60_000
    const before = calls.length
    expect((await verify({ now: true })).kind).toBe('verified')
    return calls.slice(before).filter((call) => call.startsWith('assumeRole')).length
  }
  const full = calls.filter((call) => call.startsWith('assumeRole')).length
  expect(await tried()).toBeLessThan(full)
  await disconnectAndKeep()
  expect(await tried()).toBe(full)
})

test('answers no delayed check with the verdict from before a canceled disconnection', async () => {
  const { held, roles, connection, verify, disconnectAndKeep } = await connected()
  roles.delete(connection.roleArn)
  await disconnectAndKeep()
  held.isDelayed = true
  expect(await verify()).toMatchObject({ kind: 'inconclusive', diagnosis: 'check-delayed', nextCheckInMs: 7000 })
})

test('signs no receipt for the verdict from before a canceled disconnection', async () => {
  const { held, roles, connection, at, send, token, disconnectAndKeep } = await connected()
  expect((await send('GET', `${at}/receipt`, { token })).status).toBe(200)
  roles.delete(connection.roleArn)
  await disconnectAndKeep()
  held.isDelayed = true
  const vendor = await vendorToken()
  for (const receipt of [
    await send('GET', `${at}/receipt`, { token }),
    await send('GET', `/api/vendor/connections/${connection.id}/receipt`, { token: vendor }),
  ])
    expect([receipt.status, (await receipt.json()).code]).toEqual([409, 'not-verified'])
})

test('lists no verdict from before a disconnection, while it goes on and after it was canceled, until the next check', async () => {
  const { registry, connection, send, token, clock, verify } = await connected()
  const vendor = await vendorToken()
  const tenant = (await registry.ofAnyTenant(connection.id))?.tenant ?? ''
  const lists = async () => {
    const own = await (await send('GET', '/api/connections', { token })).json()
    const listed = await (await send('GET', '/api/vendor/connections', { token: vendor })).json()
    const { statuses } = await overviews({ registry, vendor: served, now: () => new Date(clock.ms) })()
    const counted = Object.entries(statuses).flatMap(([status, count]) => (count === 0 ? [] : [status]))
    return [own.lastChecks.length, listed.connections[0].verdict?.kind ?? null, counted]
  }
  expect(await lists()).toEqual([1, 'verified', ['verified']])
  const now = new Date(clock.ms).toISOString()
  await registry.disconnections.start(tenant, connection.id, now)
  expect(await lists()).toEqual([0, null, ['disconnecting']])
  await registry.disconnections.cancel(tenant, connection.id, now)
  expect(await lists()).toEqual([0, null, ['unchecked']])
  clock.ms += 1
  await verify()
  expect(await lists()).toEqual([1, 'verified', ['verified']])
})
