import { expect } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import type { RemovalCheck } from '#core/connection/disconnection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { newEvent } from './event-records.ts'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found } from './registry-contract.test-data.ts'
import type { UnreadableRow } from './registry-rows.ts'

const at = '2026-11-22T08:00:00.000Z'
const lease = { holder: 'one', now: at, until: '2026-11-22T08:05:00.000Z' }
const secondId = ExternalId.parse('a-second-external-id')
const thirdId = ExternalId.parse('a-third-external-id')
const check: RemovalCheck = { outcome: 'denied', at, requestIds: [], simulated: false }

type Change = (registry: Registry, connection: Connection) => Promise<unknown>

/** Every operation of the port that changes a connection, in an order in which each one does. */
const changes: readonly (readonly [string, Change])[] = [
  ['firstCheckAt', ({ firstCheckAt }, { id }) => firstCheckAt(id, at)],
  ['leases.take', ({ leases }, { id }) => leases.take(id, lease)],
  ['saveVerdict', ({ saveVerdict }, { id }) => saveVerdict(id, { ...found('verified'), nextCheckAt: at })],
  ['leases.release', ({ leases }, { id }) => leases.release(id, 'one')],
  ['leases.takeDue', ({ leases }) => leases.takeDue({ ...lease, limit: 1, partitions: ['aws'] })],
  ['rename', ({ rename }, { id }) => rename('one', id, 'Production', at)],
  ['rename to none', ({ rename }, { id }) => rename('one', id, null, at)],
  ['updatePermissions', ({ updatePermissions }, { id }) => updatePermissions('one', id, { permissions: {} }, at)],
  ['claim', ({ claim }, { externalId }) => claim(claimRequest('one', { externalId }))],
  ['markUpdate', ({ markUpdate }, { id }) => markUpdate(id, { before: null, after: 'one', toldRole: null, at, event: null })],
  [
    'markUpdate with an event',
    ({ markUpdate }, { id: connectionId }) =>
      markUpdate(connectionId, {
        before: 'one',
        after: 'two',
        toldRole: null,
        at,
        event: newEvent('connection.needs-update', { tenant: 'one', connectionId, at }),
      }),
  ],
  ['rotations.start', ({ rotations }, { id }) => rotations.start('one', id, { externalId: secondId, at })],
  ['rotations.confirm', ({ rotations }, { id }) => rotations.confirm('one', id, { secondId, at })],
  ['rotations.complete', ({ rotations }, { id, externalId }) => rotations.complete('one', id, { secondId: externalId, at })],
  ['another rotations.start', ({ rotations }, { id }) => rotations.start('one', id, { externalId: thirdId, at })],
  ['rotations.cancel', ({ rotations }, { id }) => rotations.cancel('one', id, at)],
  ['disconnections.start', ({ disconnections }, { id }) => disconnections.start('one', id, at)],
  ['disconnections.cancel', ({ disconnections }, { id }) => disconnections.cancel('one', id, at)],
  ['another disconnections.start', ({ disconnections }, { id }) => disconnections.start('one', id, at)],
  ['disconnections.save', ({ disconnections }, { id }) => disconnections.save('one', id, { requestedAt: at, check, deniedSince: at }, at)],
  ['disconnect', ({ disconnect }, { id }) => disconnect('one', id, at)],
]

type LaterEvents = {
  readonly registry: Registry
  /** Replaces a part of a stored event, such as its type by one that only a later version knows. */
  readonly retype: (id: string, from: string, to: string) => Promise<unknown>
}

const laterType = 'connection.of-a-later-version'

/** An event of a later version stays in its place for a copy of that version, and holds up no other. */
export async function expectLaterEventsKept({ registry, retype }: LaterEvents): Promise<void> {
  const minute = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()
  const { id: connectionId } = await claimed(registry, { ...claimRequest('one'), createdAt: at })
  const newer = newEvent('connection.created', { tenant: 'one', connectionId, at })
  const known = newEvent('connection.verified', { tenant: 'one', connectionId, at: minute(1) })
  await registry.saveVerdict(connectionId, { ...found('verified'), event: known })
  await retype(newer.id, newer.type, laterType)
  const other = await claimed(registry, { ...claimRequest('two', { externalId: 'external-id-of-two' }), createdAt: minute(2) })
  const take = async (from: number, limit = 9) =>
    (await registry.events.take({ now: minute(from), until: minute(from + 5), limit })).toSorted((one, two) => (one.at < two.at ? -1 : 1))
  const first = await take(3, 2)
  expect(first.map((event) => [event.connectionId, event.type])).toEqual([
    [connectionId, 'connection.verified'],
    [other.id, 'connection.created'],
  ])
  for (const event of first) await registry.events.settle(event, { kind: 'delivered', at: minute(4) })
  expect(await take(5)).toEqual([])
  expect(await registry.events.find(newer.id)).toBeNull()
  await retype(newer.id, laterType, newer.type)
  expect((await take(20)).map(({ id }) => id)).toEqual([newer.id])
}

/** A failure of a later version is none to the copy that tries again. What else it can't read holds up neither the connection nor others. */
export async function expectUnreadableEventsPassed({ registry, retype }: LaterEvents): Promise<void> {
  const { events } = registry
  const minute = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()
  const take = (from: number, limit: number) => events.take({ now: minute(from), until: minute(from + 1), limit })
  const ids: string[] = []
  for (const name of ['one', 'two', 'three']) {
    const claim = claimRequest(name, { externalId: `external-id-of-${name}` })
    ids.push((await claimed(registry, { ...claim, createdAt: at })).id)
  }
  for (const event of await take(1, 3)) {
    await events.settle(event, { kind: 'postponed', until: minute(3), failure: { code: 'timeout' } })
    await retype(event.id, 'timeout', 'of-a-later-version')
  }
  const again = await take(3, 3)
  expect(again.map(({ connectionId, attempts }) => [connectionId, attempts]).toSorted()).toEqual(ids.map((id) => [id, 2]).toSorted())
  for (const event of again) await retype(event.id, '"pending"', '"of-a-later-version"')
  const [first = ''] = ids
  const known = newEvent('connection.verified', { tenant: 'one', connectionId: first, at: minute(4) })
  await registry.saveVerdict(first, { ...found('verified'), event: known })
  const other = await claimed(registry, { ...claimRequest('four', { externalId: 'external-id-of-four' }), createdAt: minute(4) })
  const taken = new Set<string>()
  for (let round = 0; round < 3; round += 1)
    for (const event of await take(5, 3)) {
      taken.add(event.connectionId)
      await events.settle(event, { kind: 'delivered', at: minute(5) })
    }
  expect([...taken].toSorted()).toEqual([first, other.id].toSorted())
  for (const event of again) await retype(event.id, '"of-a-later-version"', '"pending"')
  expect((await take(16, 9)).map(({ id }) => id).toSorted()).toEqual(again.map(({ id }) => id).toSorted())
}

/** `reports`: of the registry, each row once. */
export async function expectLostEventsReported({ registry, retype }: LaterEvents, reports: readonly UnreadableRow[]): Promise<void> {
  const { events } = registry
  const day = (count: number) => new Date(Date.parse('2030-01-01T00:00:00.000Z') + count * 24 * 60 * 60_000).toISOString()
  await claimed(registry, { ...claimRequest('one'), createdAt: day(0) })
  const [event] = (await events.list({ status: 'pending', after: null, limit: 1 }))?.events ?? []
  if (event === undefined) throw new Error('A claim has an event')
  await retype(event.id, '"attempts":0', '"attempts":"none"')
  for (const now of [day(1), day(2)]) expect(await events.take({ now, until: day(3), limit: 9 })).toEqual([])
  const row = { table: 'events', id: event.id }
  expect(reports).toEqual([row])
  await events.take({ now: day(5), until: day(6), limit: 9 })
  await events.removeExpired(day(5))
  expect(reports).toEqual([row, { ...row, isExpired: true }])
}

export type NewerFields = {
  readonly registry: Registry
  /** Adds what only a newer version knows to the stored connection. */
  readonly add: (id: string) => Promise<unknown>
  /** True while all of it is there. */
  readonly isThere: (id: string) => Promise<boolean>
  /** The state that an operation changes. Two equal texts: it changed nothing. */
  readonly stored: (id: string) => Promise<string>
}

/** An older copy of the server keeps what a newer one has added to a connection, whichever operation it does. */
export async function expectNewerFieldsKept({ registry, add, isThere, stored }: NewerFields): Promise<void> {
  const connection = await claimed(registry, claimRequest('one'))
  await add(connection.id)
  for (const [name, change] of changes) {
    const before = await stored(connection.id)
    await change(registry, connection)
    expect({ name, isChanged: (await stored(connection.id)) !== before }).toEqual({ name, isChanged: true })
    expect({ name, isThere: await isThere(connection.id) }).toEqual({ name, isThere: true })
  }
}

export type NewerRemembered = {
  readonly registry: Registry
  /** Puts a field of a newer version into what is remembered of the last verdict, and one into its `verifiedRole`. */
  readonly add: (id: string) => Promise<unknown>
  /** The text in which they are stored. */
  readonly stored: (id: string) => Promise<string>
}

/** An older copy of the server that tells of an update, or of a disconnection, keeps what a newer one remembers of the last verdict. */
export async function expectNewerRememberedKept({ registry, add, stored }: NewerRemembered): Promise<void> {
  const { id } = await claimed(registry, claimRequest('one'))
  const given = found('verified')
  const verifiedRole = { chosen: 'the choice', role: 'the role' }
  await registry.saveVerdict(id, { ...given, remembered: { ...given.remembered, verifiedRole } })
  await add(id)
  const event = newEvent('connection.needs-update', { tenant: 'one', connectionId: id, at })
  expect(await registry.markUpdate(id, { before: null, after: 'one', toldRole: 'another role', at, event })).toBe(true)
  const last = await registry.lastVerdict(id)
  expect(last?.remembered).toMatchObject({ told: 'connection.needs-update', verifiedRole: { ...verifiedRole, toldRole: 'another role' } })
  await registry.disconnections.start('one', id, at)
  expect((await registry.lastVerdict(id))?.remembered.disconnectionToldAt).toBe(at)
  for (const text of ['remembered of a newer version', 'role of a newer version']) expect(await stored(id)).toContain(text)
}

/** An earlier copy leaves the kind of the verdict when it begins a disconnection, which `restoreKind` does. */
export async function expectStatusOfEarlierCopies(registry: Registry, restoreKind: (id: string) => Promise<unknown>): Promise<void> {
  const { id } = await claimed(registry, claimRequest('one'))
  await registry.saveVerdict(id, found('verified'))
  const later = '2030-01-01T00:00:00.000Z'
  await registry.disconnections.start('one', id, later)
  await registry.disconnections.cancel('one', id, later)
  await restoreKind(id)
  const all = { after: null, limit: 9 }
  const idsOf = async (status: 'verified' | 'unchecked') =>
    (await registry.changes({ status }, all))?.entries.map(({ connection }) => connection.id)
  expect([await idsOf('verified'), await idsOf('unchecked')]).toEqual([[], [id]])
  expect((await registry.verdictKinds(all)).kinds).toEqual(['unchecked'])
}
