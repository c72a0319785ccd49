import { expect, test } from 'vitest'
import { type Handoff, HandoffDraft } from '#core/connection/handoff.ts'
import { type HandoffRecord, handoffsKept } from './records.ts'
import { claimed, claimRequest, type Makers, unstorableText } from './registry-contract.test-data.ts'

let count = 0

function given(tenant: string, change: Partial<Handoff> = {}): HandoffRecord {
  count += 1
  const handoff: Handoff = {
    id: `handoff-${count}`,
    purpose: 'create-role',
    requestedBy: null,
    connectionId: null,
    draft: null,
    createdAt: new Date(1_700_000_000_000 + count).toISOString(),
    expiresAt: '2026-11-29T08:00:00.000Z',
    openedAt: null,
    revokedAt: null,
    messages: [],
    ...change,
  }
  return { tenant, tokenSha256: `sha-${count}`, handoff }
}

/** For registries that don't leave it to the store to remove what has expired. */
export function handoffRemovalContract(makers: Makers): void {
  test.each(makers)('removes a hand-off with its notes 30 days after its link has expired, and no other (%s)', async (_, make) => {
    const { handoffs } = await make()
    const note = { by: 'requester', kind: 'asked', note: 'Private', at: '2026-11-22T08:00:00.000Z' } as const
    const [first, later] = [given('one', { messages: [note] }), given('one', { expiresAt: '2026-11-29T08:00:00.001Z' })]
    for (const record of [first, later]) await handoffs.add(record)
    await handoffs.change(first.handoff.id, (handoff) => ({ ...handoff, openedAt: note.at }))
    await handoffs.removeExpired('2026-12-29T07:59:59.999Z')
    expect(await handoffs.list('one')).toHaveLength(2)
    await handoffs.removeExpired('2026-12-29T08:00:00.000Z')
    expect(await handoffs.list('one')).toEqual([later])
    expect([await handoffs.find(first.handoff.id), await handoffs.findByToken(first.tokenSha256)]).toEqual([null, null])
  })
}

/** The contract of every registry for hand-offs. */
export function handoffRecordsContract(makers: Makers): void {
  test.each(makers)('a hand-off is found by its id, its token and its tenant (%s)', async (_, make) => {
    const { handoffs } = await make()
    const [one, two] = [given('one'), given('two')]
    await handoffs.add(one)
    await handoffs.add(two)
    expect(await handoffs.find(one.handoff.id)).toEqual(one)
    expect(await handoffs.findByToken(two.tokenSha256)).toEqual(two)
    expect(await handoffs.findByToken('absent')).toBeNull()
    expect(await handoffs.find('absent')).toBeNull()
    expect(await handoffs.list('one')).toEqual([one])
  })

  test.each(makers)('a newer link to a connection revokes those before it, and no other (%s)', async (_, make) => {
    const registry = await make()
    const { handoffs } = registry
    const { id: connectionId } = await claimed(registry, claimRequest('one'))
    const [first, draft, second] = [given('one', { connectionId }), given('one'), given('one', { connectionId })]
    for (const record of [first, draft, second]) await handoffs.add(record)
    expect((await handoffs.find(first.handoff.id))?.handoff.revokedAt).toBe(second.handoff.createdAt)
    expect(await handoffs.find(draft.handoff.id)).toEqual(draft)
    expect(await handoffs.ofConnection('one', connectionId)).toEqual(second)
    expect(await handoffs.ofConnection('two', connectionId)).toBeNull()
  })

  test.each(makers)('changes follow one another, and a draft is found by what it became (%s)', async (_, make) => {
    const registry = await make()
    const { handoffs } = registry
    const { id: connectionId } = await claimed(registry, claimRequest('one'))
    const record = given('one')
    await handoffs.add(record)
    const message = { by: 'colleague', kind: 'done', note: '', at: record.handoff.createdAt } as const
    const { id } = record.handoff
    await Promise.all(
      Array.from({ length: 10 }, () => handoffs.change(id, (handoff) => ({ ...handoff, messages: [...handoff.messages, message] }))),
    )
    const changed = await handoffs.change(id, (handoff) => ({ ...handoff, connectionId }))
    expect(changed?.handoff).toMatchObject({ connectionId, messages: Array.from({ length: 10 }, () => message) })
    expect(await handoffs.ofConnection('one', connectionId)).toEqual(changed)
    expect(await handoffs.change('absent', (handoff) => handoff)).toBeNull()
  })

  test.each(makers)('one connection comes of a hand-off, however many are claimed at once (%s)', async (_, make) => {
    const registry = await make()
    const [record, other] = [given('one'), given('one')]
    for (const each of [record, other]) await registry.handoffs.add(each)
    const claim = (externalId: string, handoffId = record.handoff.id) =>
      registry.claim({ ...claimRequest('one', { externalId }, 30), handoffId })
    const answers = await Promise.all(Array.from({ length: 10 }, (_unused, index) => claim(`external-id-of-try-${index}`)))
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['claimed', ...Array.from({ length: 9 }, () => 'handoff-used')])
    const winner = `external-id-of-try-${answers.findIndex(({ kind }) => kind === 'claimed')}`
    const entries = (await registry.list('one', { after: null, limit: 10 }))?.entries ?? []
    expect(entries).toHaveLength(1)
    const connection = entries[0]?.connection
    expect((await registry.handoffs.find(record.handoff.id))?.handoff.connectionId).toBe(connection?.id)
    expect(await claim(winner)).toEqual({ kind: 'existing', connection })
    expect(await claim('external-id-of-another')).toEqual({ kind: 'handoff-used' })
    expect(await claim('external-id-of-another', 'absent')).toEqual({ kind: 'handoff-used' })
    expect((await claim('external-id-of-another', other.handoff.id)).kind).toBe('claimed')
  })

  test.each(makers)('claims a draft that contains a null character or half a character (%s)', async (_, make) => {
    const registry = await make()
    const note = unstorableText
    const draft = HandoffDraft.parse({ accountId: note, region: note, externalId: note, permissionsPolicy: note })
    const message = { by: 'colleague', kind: 'done', note, at: '2026-11-22T08:00:00.000Z' } as const
    const record = given('one', { draft, requestedBy: note, messages: [message] })
    const { id } = record.handoff
    await registry.handoffs.add(record)
    const connection = await claimed(registry, { ...claimRequest('one'), handoffId: id })
    const bound = { ...record.handoff, connectionId: connection.id }
    expect((await registry.handoffs.find(id))?.handoff).toEqual(bound)
    expect((await registry.handoffs.ofConnection('one', connection.id))?.handoff).toEqual(bound)
  })

  test.each(makers)('the oldest of a tenant are forgotten (%s)', async (_, make) => {
    const { handoffs } = await make()
    const other = given('two')
    await handoffs.add(other)
    const records = Array.from({ length: handoffsKept + 2 }, () => given('one'))
    for (const record of records) await handoffs.add(record)
    expect(await handoffs.list('one')).toEqual(records.slice(2))
    expect(await handoffs.findByToken(records[0]?.tokenSha256 ?? '')).toBeNull()
    expect(await handoffs.list('two')).toEqual([other])
  })
}

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString()

/** The contract of every registry for launches and sessions. */
export function sessionRecordsContract(makers: Makers): void {
  test.each(makers)('redeems a launch once (%s)', async (_, make) => {
    const { sessions } = await make()
    const launch = { id: 'launch', expiresAt: at(5) }
    const answers = await Promise.all(Array.from({ length: 20 }, () => sessions.redeem(launch, at(0))))
    expect(answers.filter((isFirst) => isFirst)).toHaveLength(1)
    expect(await sessions.redeem(launch, at(4))).toBe(false)
    expect(await sessions.redeem({ ...launch, id: 'another' }, at(4))).toBe(true)
  })

  test.each(makers)('keeps a redeemed launch until it expires, whatever else comes (%s)', async (_, make) => {
    const { sessions } = await make()
    const [short, long] = [
      { id: 'short', expiresAt: at(5) },
      { id: 'long', expiresAt: at(50) },
    ]
    expect([await sessions.redeem(short, at(0)), await sessions.redeem(long, at(0))]).toEqual([true, true])
    expect(await sessions.redeem({ id: 'later', expiresAt: at(50) }, at(5))).toBe(true)
    expect(await sessions.redeem(long, at(6))).toBe(false)
    expect(await sessions.redeem({ ...short, expiresAt: at(10) }, at(6))).toBe(true)
  })

  test.each(makers)('keeps a session revoked, and no other (%s)', async (_, make) => {
    const { sessions } = await make()
    const session = { id: 'session', expiresAt: at(30) }
    expect(await sessions.isRevoked('session', at(0))).toBe(false)
    await sessions.revoke(session, at(0))
    await sessions.revoke(session, at(1))
    expect([await sessions.isRevoked('session', at(1)), await sessions.isRevoked('another', at(1))]).toEqual([true, false])
    const asked = ['another', 'session', '"', 'session'].map((id) => sessions.isRevoked(id, at(1)))
    expect(await Promise.all(asked)).toEqual([false, true, false, true])
    expect(await sessions.redeem(session, at(1))).toBe(true)
  })

  test.each(makers)('forgets a revoked session that has expired (%s)', async (_, make) => {
    const { sessions } = await make()
    await sessions.revoke({ id: 'old', expiresAt: at(10) }, at(0))
    await sessions.revoke({ id: 'new', expiresAt: at(30) }, at(10))
    expect([await sessions.isRevoked('old', at(10)), await sessions.isRevoked('new', at(10))]).toEqual([false, true])
  })
}

const slots = { partition: 'aws', count: 4, gapMs: 250, leadMs: 0, withinMs: 3000, now: Date.now } as const

/** The contract of every registry for the line of calls to STS. Each partition has its own. */
export function stsSlotsContract(makers: Makers): void {
  test.each(makers)('gives no slot to two copies of the server (%s)', async (_, make) => {
    const { stsSlots } = await make()
    const started = Date.now()
    const all = await Promise.all(Array.from({ length: 4 }, () => stsSlots.reserve(slots)))
    const taken = all.filter(({ count }) => count > 0).sort((one, other) => one.notBeforeMs - other.notBeforeMs)
    const latest = taken.map(({ notAfterMs }, index) => notAfterMs - started - 1000 * index)
    expect(taken.length).toBeGreaterThanOrEqual(3)
    expect(Math.min(...latest)).toBeGreaterThanOrEqual(0)
    const other = await stsSlots.reserve({ ...slots, partition: 'aws-cn' })
    expect(other.count).toBe(4)
    expect(other.notBeforeMs).toBeLessThanOrEqual(Date.now() + 1)
  })

  test.each(makers)('reserves nothing in a far future, and reveals when there is room (%s)', async (_, make) => {
    const { stsSlots } = await make()
    await stsSlots.reserve({ ...slots, gapMs: 5000 })
    const { count, notBeforeMs } = await stsSlots.reserve(slots)
    expect(count).toBe(0)
    expect(notBeforeMs - Date.now()).toBeGreaterThan(slots.withinMs)
    expect(notBeforeMs - Date.now()).toBeLessThanOrEqual(20_000)
  })

  test.each(makers)('reserves no slot that is over before the store answers (%s)', async (_, make) => {
    const { stsSlots } = await make()
    const started = Date.now()
    const { notAfterMs } = await stsSlots.reserve({ ...slots, leadMs: 2000 })
    expect(notAfterMs).toBeGreaterThanOrEqual(started + 2000)
  })

  test.each(makers)('begins again after the clock was set back (%s)', async (_, make) => {
    const { stsSlots } = await make()
    await stsSlots.reserve({ ...slots, gapMs: 1_000_000 })
    const { count, notBeforeMs } = await stsSlots.reserve(slots)
    expect(count).toBe(4)
    expect(notBeforeMs).toBeLessThanOrEqual(Date.now() + 2000)
  })
}
