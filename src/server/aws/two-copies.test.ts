import { expect, test, vi } from 'vitest'
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { appDouble } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'

/** Two copies of the server over one registry and one AWS. */
function copies(longestCheckMs = 14_500) {
  const registry = libsqlRegistry(':memory:')
  const sts = stsDouble({ roles: new Map() })
  return { registry, sts, one: appDouble({ registry, sts, longestCheckMs }), two: appDouble({ registry, sts, longestCheckMs }) }
}

test('two copies that are asked at once check a connection once', async () => {
  const alone = copies()
  const aloneToken = await alone.one.signIn()
  const first = await alone.one.connect(aloneToken)
  await alone.one.send('POST', `/api/connections/${first.id}/verify`, { token: aloneToken })

  const { one, two, sts } = copies()
  const token = await one.signIn()
  const { id } = await one.connect(token)
  const verify = async (copy: typeof one) => (await copy.send('POST', `/api/connections/${id}/verify`, { token })).json()
  const verdicts = await Promise.all([verify(one), verify(two), verify(two), verify(one)])
  for (const verdict of verdicts) expect(verdict).toEqual(verdicts[0])
  expect(sts.calls).toHaveLength(alone.sts.calls.length)
})

test('answers without a verdict while a copy that stopped has the lease, and checks when it ends', async () => {
  const { one, registry, sts } = copies(400)
  const token = await one.signIn()
  const { id } = await one.connect(token)
  const [now, until] = [0, 10_000].map((ms) => new Date(one.clock.ms + ms).toISOString())
  await registry.leases.take(id, { holder: 'a copy that stopped', now: now ?? '', until: until ?? '' })
  const verify = async () => (await one.send('POST', `/api/connections/${id}/verify`, { token })).json()
  expect(await verify()).toMatchObject({ kind: 'inconclusive', diagnosis: 'check-delayed' })
  expect(sts.calls).toEqual([])
  one.clock.ms += 10_000
  expect(await verify()).toMatchObject({ kind: 'waiting' })
})

test('a check that was frozen for longer than its lease stores nothing, and answers with the verdict of the other copy', async () => {
  const registry = libsqlRegistry(':memory:')
  const rolesBefore = new Map<string, string | null>()
  const frozen = stsDouble({ roles: rolesBefore, isHeld: true })
  const [one, two] = [appDouble({ registry, sts: frozen }), appDouble({ registry })]
  const token = await one.signIn()
  const { id, roleArn, externalId } = await one.connect(token)
  rolesBefore.set(roleArn, externalId)
  two.roles.set(roleArn, null)
  const verify = async (copy: typeof one) => (await copy.send('POST', `/api/connections/${id}/verify`, { token })).json()
  const before = verify(one)
  await vi.waitFor(() => expect(frozen.calls).toHaveLength(1))
  for (const copy of [one, two]) copy.clock.ms += 10 * 60_000
  const found = await verify(two)
  expect(found).toMatchObject({ kind: 'unsafe' })
  frozen.release()
  expect(await before).toMatchObject({ kind: 'unsafe', checkedAt: found.checkedAt })
  expect((await registry.lastVerdict(id))?.verdict).toEqual(found)
})

test('answers with the stored verdict though the lease cannot be released', async () => {
  const { one, registry } = copies()
  const token = await one.signIn()
  const { id } = await one.connect(token)
  const release = () => Promise.reject(new Error('The registry does not respond'))
  Object.assign(registry.leases, { release })
  const response = await one.send('POST', `/api/connections/${id}/verify`, { token })
  expect([response.status, await response.json()]).toEqual([200, (await registry.lastVerdict(id))?.verdict])
})

test('no copy answers with what another copy has changed', async () => {
  const { one, two, sts } = copies()
  const token = await one.signIn()
  const { id } = await one.connect(token)
  const path = `/api/connections/${id}`
  const verify = (copy: typeof one) => copy.send('POST', `${path}/verify`, { token })
  const first = await (await verify(one)).json()
  expect(await (await verify(two)).json()).toEqual(first)
  const calls = sts.calls.length
  expect(await (await verify(two)).json()).toEqual(first)
  expect(sts.calls).toHaveLength(calls)

  const permissions = { readSourceImages: { sourceBuckets: ['another-bucket'] } }
  expect((await one.send('PUT', `${path}/permissions`, { token, body: { permissions } })).status).toBe(200)
  await verify(two)
  expect(sts.calls.length).toBeGreaterThan(calls)

  await one.send('DELETE', '/api/sessions/current', { token })
  expect((await verify(two)).status).toBe(401)
})
