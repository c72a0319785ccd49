import { expect, test } from 'vitest'
import type { VendorConnection } from '#client/client.ts'
import { VendorConnection as ConnectionSchema } from '#core/verify/vendor-connection.ts'
import { knownConnections } from '#examples/image-processor/connections.ts'

const checkedAt = '2026-11-22T08:00:00.000Z'
const verdict = { kind: 'verified', diagnosis: 'verified', checkedAt, simulated: false, current: true }

const connectionOf = (change: object = {}): VendorConnection =>
  ConnectionSchema.parse({
    id: 'one',
    tenant: 'acme',
    tenantId: 'launched:acme',
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    permissions: {},
    createdAt: checkedAt,
    changedAt: checkedAt,
    needsUpdate: false,
    disconnectedAt: null,
    verdict,
    ...change,
  })

/** The list of the API and the clock are the test's. */
function listed(isSimulatorAllowed = false) {
  const api = { pages: [[connectionOf()]], isReachable: true, ms: 1_000_000_000 }
  async function* pages() {
    for (const connections of api.pages) yield { kind: 'answer' as const, value: { connections } }
    if (!api.isReachable) yield { kind: 'unreachable' as const, error: null }
  }
  const connections = knownConnections({ rolebridge: { connections: pages }, isSimulatorAllowed, now: () => api.ms })
  return { api, connections, used: () => connections.usable().map(({ connection }) => connection.id) }
}

test('uses the verified roles of all pages, and no longer those that are not in the list', async () => {
  const { api, connections, used } = listed()
  expect(used()).toEqual([])
  api.pages = [[connectionOf()], [connectionOf({ id: 'two' }), connectionOf({ id: 'three', verdict: null })]]
  expect(await connections.read()).toBeNull()
  expect([used(), connections.count()]).toEqual([['one', 'two'], 3])
  const [, two] = connections.usable()
  api.pages = [[connectionOf()]]
  await connections.read()
  expect(used()).toEqual(['one'])
  expect(two && connections.isUsed(two)).toBe(false)
})

test.each([
  ['drifted', { verdict: { ...verdict, kind: 'drifted', diagnosis: 'weakened' } }],
  ['inconclusive', { verdict: { ...verdict, kind: 'inconclusive', diagnosis: 'aws-unavailable' } }],
  ['never checked', { verdict: null }],
  ['being disconnected', { disconnection: { requestedAt: checkedAt, check: null, deniedSince: null } }],
  ['disconnected', { disconnectedAt: checkedAt }],
  ['simulated', { verdict: { ...verdict, simulated: true } }],
])('stops using a role that is %s, with the event', async (_, change) => {
  const { connections, used } = listed()
  await connections.read()
  const [one] = connections.usable()
  connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z', ...change }))
  expect([used(), one && connections.isUsed(one)]).toEqual([[], false])
})

test('uses a role of the simulator only if that is allowed', async () => {
  const { api, connections, used } = listed(true)
  api.pages = [[connectionOf({ verdict: { ...verdict, simulated: true } })]]
  await connections.read()
  expect(used()).toEqual(['one'])
})

test('keeps the client of S3 until the role or its external ID changes', async () => {
  const { connections } = listed()
  await connections.read()
  const [before] = connections.usable()
  connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z', name: 'Production' }))
  expect(connections.usable()[0]?.s3).toBe(before?.s3)
  connections.keep(connectionOf({ changedAt: '2026-11-22T10:00:00.000Z', externalId: 'another-external-id-9d2Kx7' }))
  expect(connections.usable()[0]?.s3).not.toBe(before?.s3)
  expect(before && connections.isUsed(before)).toBe(false)
})

test('an older state that comes late replaces no newer one, from an event or from the list', async () => {
  const { connections, used } = listed()
  connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z', disconnectedAt: checkedAt }))
  await connections.read()
  expect(used()).toEqual([])
  connections.keep(connectionOf())
  expect(used()).toEqual([])
})

test('uses no role once the list could not be read for 15 minutes', async () => {
  const { api, connections, used } = listed()
  await connections.read()
  const [one] = connections.usable()
  api.isReachable = false
  api.pages = [[connectionOf({ id: 'two' })]]
  api.ms += 15 * 60_000
  expect(await connections.read()).toBe('unreachable')
  expect(used()).toEqual(['one'])
  api.ms += 1
  connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z' }))
  expect([used(), one && connections.isUsed(one)]).toEqual([[], false])
  api.isReachable = true
  await connections.read()
  expect(used()).toEqual(['two'])
})
