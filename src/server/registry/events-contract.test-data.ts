import { expect, test } from 'vitest'
import type { DeliveryFailure } from '#core/events/delivery.ts'
import { type EventRecord, newEvent } from './event-records.ts'
import type { ClaimRequest, Registry } from './registry.ts'
import { claimed, claimRequest, found, type Makers, unstorableText } from './registry-contract.test-data.ts'

const start = Date.UTC(2026, 10, 22, 8)
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()
const days = (count: number, ms = 0) => new Date(start + count * 24 * 60 * 60_000 + ms).toISOString()

const failure: DeliveryFailure = { code: 'status', status: 503 }

const take = ({ events }: Registry, minute: number, limit = 10) => events.take({ now: at(minute), until: at(minute + 5), limit })
const typesOf = (events: readonly EventRecord[]) => events.map(({ type }) => type)

async function only(events: Promise<readonly EventRecord[]>): Promise<EventRecord> {
  const [event, ...others] = await events
  if (event === undefined || others.length > 0) throw new Error('There is one event')
  return event
}

/** A connection that is created in minute 0. */
function created(registry: Registry, tenant: string, externalId = `external-id-of-${tenant}`) {
  const claim: ClaimRequest = { ...claimRequest(tenant, { externalId }), createdAt: at(0) }
  return claimed(registry, claim)
}

async function tell(
  registry: Registry,
  id: string,
  type: 'connection.verified' | 'connection.lost' | 'connection.recovered',
  minute: number,
) {
  const event = newEvent(type, { tenant: 'one', connectionId: id, at: at(minute) }, { minute })
  await registry.saveVerdict(id, { ...found('verified'), event })
  return event
}

/** The contract of every registry for the events that are sent to the vendor's back end. */
export function eventsContract(makers: Makers): void {
  test.each(makers)('stores an event with each new connection, and none with a repeated or refused claim (%s)', async (_, make) => {
    const registry = await make()
    const request: ClaimRequest = { ...claimRequest('one'), createdAt: at(0) }
    const { id } = await claimed(registry, request)
    await registry.claim({ ...request, createdAt: at(1) })
    await registry.claim({ ...claimRequest('two'), createdAt: at(1) })
    const two: ClaimRequest = { ...claimRequest('two', { externalId: 'external-id-of-two', accountId: '777788889999' }), createdAt: at(2) }
    await registry.claimNewAccounts([two, two])
    const events = await take(registry, 3)
    expect(events).toMatchObject([
      { tenant: 'one', connectionId: id, type: 'connection.created', at: at(0), attempts: 1, status: 'pending', dueAt: at(8) },
      { tenant: 'two', connectionId: two.id, type: 'connection.created', at: at(2), attempts: 1 },
    ])
    expect(JSON.stringify(events)).not.toContain(request.terms.externalId)
  })

  test.each(makers)(
    'gives the events of a connection in their order, one at a time, and those of others meanwhile (%s)',
    async (_, make) => {
      const registry = await make()
      const { id } = await created(registry, 'one')
      await tell(registry, id, 'connection.verified', 1)
      await tell(registry, id, 'connection.lost', 2)
      const taken = await only(take(registry, 3))
      expect(taken.type).toBe('connection.created')
      const other = await created(registry, 'two')
      expect((await take(registry, 4)).map(({ connectionId }) => connectionId)).toEqual([other.id])
      await registry.events.settle(taken, { kind: 'postponed', until: at(10), failure })
      expect(await take(registry, 5)).toEqual([])
      const again = (await take(registry, 10)).find(({ connectionId }) => connectionId === id)
      expect(again).toMatchObject({ id: taken.id, attempts: 2, failure })
      await registry.events.settle(again ?? taken, { kind: 'delivered', at: at(10) })
      expect(typesOf(await take(registry, 10))).toEqual(['connection.verified'])
    },
  )

  test.each(makers)('gives an event to one copy, and to the next one once its time is over (%s)', async (_, make) => {
    const registry = await make()
    const { id } = await created(registry, 'one')
    await tell(registry, id, 'connection.verified', 1)
    const both = (await Promise.all([take(registry, 2), take(registry, 2), take(registry, 2)])).flat()
    expect(typesOf(both)).toEqual(['connection.created'])
    expect(await take(registry, 6)).toEqual([])
    const [late] = both
    const next = await only(take(registry, 7))
    expect(next).toMatchObject({ id: late?.id, attempts: 2 })
    // The first copy was frozen: what it has to say is about an attempt that is over.
    await registry.events.settle(late ?? next, { kind: 'dead', at: at(8), failure })
    expect(await registry.events.find(next.id)).toMatchObject({ status: 'pending', attempts: 2, failure: null })
    await registry.events.settle(next, { kind: 'delivered', at: at(8) })
    expect(await registry.events.find(next.id)).toMatchObject({ status: 'delivered', settledAt: at(8), failure: null })
    expect(typesOf(await take(registry, 8))).toEqual(['connection.verified'])
  })

  test.each(makers)(
    'goes on with the next event after a dead one, lists that, and sends it again after the others (%s)',
    async (_, make) => {
      const registry = await make()
      const { events } = registry
      const { id } = await created(registry, 'one')
      const verified = await tell(registry, id, 'connection.verified', 1)
      const first = await only(take(registry, 2))
      await events.settle(first, { kind: 'dead', at: at(3), failure })
      expect(await events.counts()).toEqual({ pending: 1, dead: 1 })
      const dead = { ...first, status: 'dead', settledAt: at(3), failure }
      expect(await events.list({ status: 'dead', after: null, limit: 2 })).toEqual({
        events: [{ ...dead, dueAt: first.dueAt }],
        next: null,
      })
      expect(await events.redeliver(verified.id, at(4))).toMatchObject({ status: 'pending', queuedAt: at(1) })
      expect(await events.redeliver(first.id, at(4))).toMatchObject({
        status: 'pending',
        attempts: 0,
        queuedAt: at(4),
        settledAt: null,
        failure: null,
      })
      for (const absent of ['absent', 'evt_absent_1_created', unstorableText]) {
        expect(await events.redeliver(absent, at(4))).toBeNull()
        expect(await events.find(absent)).toBeNull()
      }
      const next = await only(take(registry, 5))
      expect(next.type).toBe('connection.verified')
      expect(await take(registry, 6)).toEqual([])
      await events.settle(next, { kind: 'delivered', at: at(6) })
      expect(await only(take(registry, 6))).toMatchObject({ id: first.id, type: 'connection.created', attempts: 1 })
      expect(await events.counts()).toEqual({ pending: 1, dead: 0 })
    },
  )

  test.each(makers)('lists events in pages, oldest first (%s)', async (_, make) => {
    const registry = await make()
    const ids: string[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await created(registry, name)
      const event = await only(take(registry, 1))
      await registry.events.settle(event, { kind: 'dead', at: at(2), failure })
      ids.push(event.id)
    }
    const listed: string[][] = []
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const page = await registry.events.list({ status: 'dead', after, limit: 2 })
      listed.push(page?.events.map(({ id }) => id) ?? [])
      after = page?.next ?? undefined
    }
    expect(listed.map((page) => page.length)).toEqual([2, 2, 1])
    expect(listed.flat()).toEqual(ids.toSorted())
    for (const bad of ['', 'absent', unstorableText])
      expect(await registry.events.list({ status: 'dead', after: bad, limit: 2 })).toBeNull()
  })

  test.each(makers)('gives no event after four days, and removes it (%s)', async (name, make) => {
    const registry = await make()
    const { events } = registry
    const { id } = await created(registry, 'one')
    await tell(registry, id, 'connection.verified', 1)
    const takeAt = (now: string) => events.take({ now, until: now, limit: 10 })
    await events.removeExpired(days(4, -1))
    const taken = await only(takeAt(days(4, -1)))
    expect(taken.type).toBe('connection.created')
    // The later event is not held up by one that is no longer sent.
    expect(typesOf(await takeAt(days(4)))).toEqual(['connection.verified'])
    expect(await takeAt(days(5))).toEqual([])
    await events.removeExpired(days(5))
    if (!name.includes('DynamoDB')) expect(await events.find(taken.id)).toBeNull()
  })

  test.each(makers)('keeps a delivered event for a week and a dead one for 30 days (%s)', async (name, make) => {
    // The table's TTL removes them in DynamoDB.
    if (name.includes('DynamoDB')) return
    const registry = await make()
    const { events } = registry
    await created(registry, 'one')
    await created(registry, 'two')
    const [one, two] = await take(registry, 0)
    if (one === undefined || two === undefined) throw new Error('There are two')
    await events.settle(one, { kind: 'delivered', at: at(0) })
    await events.settle(two, { kind: 'dead', at: at(0), failure })
    const left = async (now: string) => {
      await events.removeExpired(now)
      return [await events.find(one.id), await events.find(two.id)].map((event) => event !== null)
    }
    expect(await left(days(7, -1))).toEqual([true, true])
    expect(await left(days(7))).toEqual([false, true])
    expect(await left(days(30, -1))).toEqual([false, true])
    expect(await left(days(30))).toEqual([false, false])
  })
}
