import { expect, test } from 'vitest'
import { failed, type SendResult } from '#server/events/send-result.ts'
import { type EventRecord, newEvent, type Outcome } from '#server/registry/event-records.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { deliverAllDue, eventDeliveries } from './deliveries.ts'
import type { EventMessage } from './event-message.ts'
import { nextAttemptAt } from './retry-schedule.ts'

const second = 1000
const hour = 3600 * second
const start = Date.parse('2026-11-22T08:00:00.000Z')
const accepted: SendResult = { kind: 'accepted', status: 204 }
const down = failed({ code: 'connection-refused', reason: 'ECONNREFUSED' })

/** Copies of the server over one registry, whose receiver responds as the test says, with a clock that the test moves. */
function copies(count = 1) {
  const registry = libsqlRegistry(':memory:')
  const clock = { ms: start }
  const now = () => new Date(clock.ms)
  const sent: { readonly type: string; readonly connectionId: string; readonly ms: number }[] = []
  const receiver = { respond: async (): Promise<SendResult> => accepted }
  const outcomes: Outcome[] = []
  const connections = { find: registry.ofAnyTenant }
  const errors: unknown[] = []
  const message = async ({ id, type, at, connectionId }: EventRecord): Promise<EventMessage> => ({
    id,
    type,
    timestamp: at,
    roleArn: null,
    text: connectionId,
  })
  const messages = { make: message }
  const send = async ({ type, text }: EventMessage) => {
    sent.push({ type, connectionId: text, ms: clock.ms })
    return receiver.respond()
  }
  const made = Array.from({ length: count }, () =>
    eventDeliveries({
      registry: { events: registry.events, ofAnyTenant: (id) => connections.find(id) },
      target: { send },
      message: (event) => messages.make(event),
      now,
      random: () => 0,
      onResult: (_event, _result, outcome) => outcomes.push(outcome),
      onError: (error) => errors.push(error),
    }),
  )
  const [deliver] = made
  if (deliver === undefined) throw new Error('There is one')
  const create = (tenant: string) =>
    claimed(registry, { ...claimRequest(tenant, { externalId: `external-id-of-${tenant}` }), createdAt: now().toISOString() })
  const tell = async (connectionId: string, type: 'connection.verified' | 'connection.lost' | 'connection.recovered') => {
    const event = newEvent(type, { tenant: 'one', connectionId, at: now().toISOString() })
    await registry.saveVerdict(connectionId, { ...found('verified'), event })
    return event
  }
  const types = () => sent.map(({ type }) => type.slice(type.indexOf('.') + 1))
  return { registry, connections, messages, clock, now, sent, receiver, outcomes, errors, made, deliver, create, tell, types }
}

const all = () => true

test('sends the events of a connection in their order, each once', async () => {
  const { clock, deliver, create, tell, types } = copies()
  const { id } = await create('one')
  for (const type of ['connection.verified', 'connection.lost', 'connection.recovered'] as const) {
    clock.ms += second
    await tell(id, type)
  }
  expect(await deliverAllDue(deliver, all)).toEqual({ delivered: 4, failed: 0 })
  expect(types()).toEqual(['created', 'verified', 'lost', 'recovered'])
  expect(await deliverAllDue(deliver, all)).toEqual({ delivered: 0, failed: 0 })
})

test('keeps the order of a connection while its receiver is down, and holds up no other connection', async () => {
  const { clock, receiver, deliver, create, tell, types, sent } = copies()
  const { id } = await create('one')
  receiver.respond = async () => down
  await deliverAllDue(deliver, all)
  await tell(id, 'connection.verified')
  clock.ms += 5 * second - 1
  await deliverAllDue(deliver, all)
  expect(types()).toEqual(['created'])
  receiver.respond = async () => accepted
  const other = await create('two')
  await deliverAllDue(deliver, all)
  expect(sent.at(-1)).toMatchObject({ connectionId: other.id, type: 'connection.created' })
  clock.ms += 1
  await deliverAllDue(deliver, all)
  expect(sent.filter(({ connectionId }) => connectionId === id).map(({ type }) => type)).toEqual([
    'connection.created',
    'connection.created',
    'connection.verified',
  ])
})

test('sends in one of two copies at a time, also while an attempt lasts', async () => {
  const { made, receiver, create, tell, types } = copies(2)
  const { id } = await create('one')
  await tell(id, 'connection.verified')
  let release = () => {}
  receiver.respond = () =>
    new Promise((resume) => {
      release = () => resume(accepted)
    })
  const rounds = made.map((deliver) => deliver())
  await new Promise((resume) => setTimeout(resume, 20))
  await Promise.all(made.slice(1).map((deliver) => deliver()))
  expect(types()).toEqual(['created'])
  release()
  expect((await Promise.all(rounds)).map(({ delivered }) => delivered).toSorted()).toEqual([0, 1])
})

test('sends again what a copy that was killed had begun, a minute later', async () => {
  const { registry, clock, now, deliver, create, types } = copies()
  await create('one')
  await registry.events.take({ now: now().toISOString(), until: new Date(clock.ms + 60 * second).toISOString(), limit: 1 })
  clock.ms += 60 * second - 1
  await deliver()
  expect(types()).toEqual([])
  clock.ms += 1
  await deliver()
  expect(types()).toEqual(['created'])
})

test('sends nothing once its lease has ended, because another copy may have', async () => {
  const { registry, connections, clock, deliver, create, types } = copies()
  await create('one')
  const { find } = connections
  connections.find = (id) => {
    clock.ms += 60 * second
    return find(id)
  }
  expect(await deliver()).toEqual({ delivered: 0, failed: 0 })
  connections.find = find
  expect([types(), await registry.events.counts()]).toEqual([[], { pending: 1, dead: 0 }])
  expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
})

test('tries ten times over three days, the second time after five seconds, then gives up and goes on', async () => {
  const { registry, clock, receiver, deliver, create, tell, sent, outcomes, types } = copies()
  const { id } = await create('one')
  clock.ms += second
  await tell(id, 'connection.verified')
  receiver.respond = async () => down
  while (outcomes.at(-1)?.kind !== 'dead') {
    await deliver()
    const last = outcomes.at(-1)
    if (last?.kind === 'postponed') clock.ms = Date.parse(last.until)
  }
  expect(types()).toEqual(Array.from({ length: 10 }, () => 'created'))
  const pauses = sent.slice(1).map(({ ms }, index) => ms - (sent[index]?.ms ?? 0))
  expect(pauses[0]).toBe(5 * second)
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  const total = (sent.at(-1)?.ms ?? 0) - start
  expect([total > 70 * hour, total <= 73 * hour]).toEqual([true, true])
  // The next one waited as long: it gets an attempt of its own.
  clock.ms = Math.max(clock.ms, start + 73 * hour)
  await deliver()
  expect(types().slice(10)).toEqual(['verified'])
  expect(await registry.events.counts()).toEqual({ pending: 0, dead: 2 })
  receiver.respond = async () => accepted
  const dead = await registry.events.list({ status: 'dead', after: null, limit: 10 })
  expect(dead?.events).toMatchObject([
    { type: 'connection.created', attempts: 10, failure: { code: 'connection-refused' } },
    { attempts: 1 },
  ])
  for (const event of dead?.events ?? []) await registry.events.redeliver(event.id, new Date(clock.ms).toISOString())
  expect(await deliverAllDue(deliver, all)).toEqual({ delivered: 2, failed: 0 })
  expect(await registry.events.counts()).toEqual({ pending: 0, dead: 0 })
})

test('spreads retries by up to a tenth of the pause, within the time that events are kept', () => {
  const now = new Date(start)
  const pauseMs = (attempts: number, random: number) =>
    Date.parse(nextAttemptAt({ attempts, queuedAt: now.toISOString() }, now, random) ?? '') - start
  expect([pauseMs(1, 0), pauseMs(1, 1), pauseMs(9, 1)]).toEqual([5000, 5500, 22 * hour])
  const queuedAt = new Date(start - 72 * hour).toISOString()
  expect(nextAttemptAt({ attempts: 1, queuedAt }, now, 0)).toBeNull()
})

test('sends nothing of a tenant that was deleted', async () => {
  const { registry, deliver, create, types } = copies()
  await create('one')
  await registry.deleteTenant('one')
  expect(await deliver()).toEqual({ delivered: 0, failed: 0 })
  expect(types()).toEqual([])
})

test('postpones an event whose connection can’t be read, and says so', async () => {
  const { connections, deliver, create, outcomes, types } = copies()
  const { id } = await create('one')
  connections.find = () => Promise.reject(new UnreadableConnection(id))
  expect(await deliver()).toEqual({ delivered: 0, failed: 1 })
  expect(outcomes).toMatchObject([{ kind: 'postponed', failure: { code: 'connection-unreadable' } }])
  expect(types()).toEqual([])
})

test('keeps an event pending if the registry is away, and sends it once the lease has ended', async () => {
  const { connections, clock, deliver, create, errors, types } = copies()
  await create('one')
  const { find } = connections
  connections.find = () => Promise.reject(new Error('away'))
  expect(await deliver()).toEqual({ delivered: 0, failed: 1 })
  expect(errors).toHaveLength(1)
  connections.find = find
  clock.ms += 60 * second
  expect(await deliver()).toEqual({ delivered: 1, failed: 0 })
  expect(types()).toEqual(['created'])
})

test('an event whose message can’t be made fails like one that isn’t accepted, and the next one follows a dead one', async () => {
  const { clock, messages, outcomes, errors, deliver, create, tell, types } = copies()
  const { id } = await create('one')
  await tell(id, 'connection.verified')
  const { make } = messages
  messages.make = (event) => (event.type === 'connection.created' ? Promise.reject(new Error('no message')) : make(event))
  for (let attempt = 0; attempt < 5; attempt += 1) {
    clock.ms += attempt === 0 ? 0 : 21 * hour
    expect(await deliver()).toEqual({ delivered: 0, failed: 1 })
  }
  expect([outcomes.at(-1)?.kind, errors.length, types()]).toEqual(['dead', 5, []])
  await deliver()
  expect(types()).toEqual(['verified'])
})
