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
  const api = { pages: [[connectionOf()]], isReachable: true, ms: 1_000_000_000, whileRead: () => {} }
  async function* pages() {
    for (const connections of api.pages) yield { kind: 'answer' as const, value: { connections } }
    api.whileRead()
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

test('a late event replaces no newer state, and one that comes while the list is read stays', async () => {
  const { api, connections, used } = listed()
  await connections.read()
  connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z', disconnectedAt: checkedAt }))
  connections.keep(connectionOf())
  expect(used()).toEqual([])
  await connections.read()
  expect(used()).toEqual(['one'])
  api.whileRead = () => void connections.keep(connectionOf({ disconnectedAt: checkedAt }))
  await connections.read()
  expect(used()).toEqual([])
})

test('the list replaces a state that a server with a clock ahead has written', async () => {
  const { api, connections, used } = listed()
  api.pages = [[connectionOf({ changedAt: '2026-11-22T08:00:05.000Z' })]]
  await connections.read()
  expect(used()).toEqual(['one'])
  api.pages = [[connectionOf({ changedAt: '2026-11-22T08:00:02.000Z', disconnectedAt: checkedAt })]]
  await connections.read()
  expect(used()).toEqual([])
})

test('an event of a connection that is unknown or was deleted makes none usable, and asks for the list', async () => {
  const { api, connections, used } = listed()
  await connections.read()
  expect(connections.keep(connectionOf())).toBe(true)
  api.pages = [[]]
  await connections.read()
  expect(connections.keep(connectionOf({ changedAt: '2026-11-22T09:00:00.000Z' }))).toBe(false)
  expect([used(), connections.count()]).toEqual([[], 0])
})

test.each([
  ['role', { roleArn: 'arn:aws:iam::444455556666:role/Another' }],
  ['external ID', { externalId: 'another-external-id-9d2Kx7' }],
])('uses another %s only with a verdict on it, and the same one with a verdict from before a change of the config', async (_, change) => {
  const { connections, used } = listed()
  const outdated = { verdict: { ...verdict, current: false } }
  await connections.read()
  connections.keep(connectionOf(outdated))
  expect(used()).toEqual(['one'])
  for (let count = 0; count < 2; count += 1) {
    connections.keep(connectionOf({ ...change, ...outdated }))
    expect(used()).toEqual([])
  }
  connections.keep(connectionOf(change))
  expect(used()).toEqual(['one'])
  connections.keep(connectionOf({ ...change, ...outdated }))
  expect(used()).toEqual(['one'])
})

test('the connection of a pass that has begun is the one of now, with its external ID and its buckets', async () => {
  const { connections } = listed()
  await connections.read()
  const [before] = connections.usable()
  connections.keep(connectionOf({ permissions: { readSourceImages: { sourceBuckets: ['other'] } } }))
  expect(before && connections.isUsed(before)).toBe(false)
  connections.keep(connectionOf({ externalId: 'another-external-id-9d2Kx7' }))
  expect(connections.current('one')?.connection.externalId).toBe('another-external-id-9d2Kx7')
  expect(connections.current('absent')).toBeNull()
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
