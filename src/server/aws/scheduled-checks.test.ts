import { expect, onTestFinished, test, vi } from 'vitest'
import type { Partition } from '#core/aws/partition.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { unlimited } from '#server/registry/limits.ts'
import { claimed, claimRequest, historyOf } from '#server/registry/registry-contract.test-data.ts'
import { type CheckQueue, checkQueue, noQueue } from './check-queue.ts'
import type { Readiness } from './readiness.ts'
import { roleVerification } from './role-verification.ts'
import { checkAllDue, type DueChecks, repeatedly, scheduledChecks } from './scheduled-checks.ts'
import { stsDouble } from './sts-double.test-data.ts'
import { isCurrent } from './verdict-is-current.ts'
import type { Verification } from './verification.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Copies of the server over one registry, with a clock that the test moves. */
function copies(names: readonly string[], { queue = noQueue, isHeld = false }: { queue?: CheckQueue; isHeld?: boolean } = {}) {
  const registry = libsqlRegistry(':memory:')
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const now = () => new Date(clock.ms)
  const roles = new Map<string, string>()
  const { sts, calls, release } = stsDouble({ roles, isHeld })
  const errors: unknown[] = []
  const audited: string[] = []
  const onChecked = ({ tenant }: OwnedConnection, { kind }: Verdict) => void audited.push(`${tenant} ${kind}`)
  const onRemoved = ({ tenant }: OwnedConnection) => void audited.push(`${tenant} removed`)
  const faults: Partial<Record<Partition, string>> = {}
  const readiness: Readiness = async () =>
    (['aws', 'aws-cn'] as const).map((partition) => ({ partition, fault: faults[partition] ?? null, isWrongIdentity: false }))
  const made = names.map((holder) => {
    const { verification, checkRemoval } = roleVerification({
      vendor,
      registry,
      stsFor: () => sts,
      queueOf: () => queue,
      limits: unlimited,
      simulated: false,
      now,
      settings: () => ({ randomBytes: (length) => new Uint8Array(length).fill(7), patienceMs: 120_000 }),
      longestCheckMs: 60_000,
      holder,
    })
    const onError = (error: unknown) => errors.push(error)
    const given = { registry, checkRemoval, holder, atOnce: 10, readiness, now, onError, onChecked, onRemoved }
    const verified = async (...request: Parameters<Verification>): Promise<Verdict> => {
      const verdict = await verification(...request)
      if (verdict === null) throw new Error('The connection has not ended')
      return verdict
    }
    return { verification: verified, given, checkDue: scheduledChecks({ ...given, verification }) }
  })
  const [one] = made
  if (one === undefined) throw new Error('There is one')
  return {
    registry,
    clock,
    roles,
    calls,
    release,
    errors,
    audited,
    faults,
    one,
    checkDue: () => Promise.all(made.map((copy) => copy.checkDue())),
  }
}

test('checks a verified connection once a day, in one of two copies', async () => {
  const { registry, clock, roles, calls, one, checkDue, errors } = copies(['one', 'two'])
  const connection = await claimed(registry, claimRequest('one'))
  roles.set(connection.roleArn, connection.externalId)
  expect(await one.verification('one', connection, { now: true })).toMatchObject({ kind: 'verified' })
  clock.ms += 3 * minute
  expect((await checkDue()).map(({ checked }) => checked).toSorted()).toEqual([0, 1])
  const first = calls.length
  clock.ms += 0.85 * day
  expect(await checkDue()).toEqual(Array.from({ length: 2 }, () => ({ checked: 0, delayed: 0, areMoreDue: false })))
  clock.ms += 0.3 * day
  roles.delete(connection.roleArn)
  const results = await checkDue()
  expect(results.map(({ checked }) => checked).toSorted()).toEqual([0, 1])
  expect(calls.length).toBeGreaterThan(first)
  expect((await registry.lastVerdict(connection.id))?.verdict.kind).toBe('drifted')
  expect((await historyOf(registry, 'one', connection.id))?.flatMap(({ verdict }) => verdict?.kind ?? [])).toEqual(['verified', 'drifted'])
  expect(errors).toEqual([])
})

test('checks a role that is not there less and less, and no more after a month', async () => {
  const { registry, clock, one, checkDue } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  await one.verification('one', connection, { now: true })
  const checkedAt: number[] = []
  const started = clock.ms
  for (; clock.ms < started + 40 * day; clock.ms += 5 * minute) {
    const [result] = await checkDue()
    if (result?.checked === 1) checkedAt.push((clock.ms - started) / day)
  }
  const gaps = checkedAt.slice(1).map((time, index) => time - (checkedAt[index] ?? 0))
  expect(gaps[0]).toBeLessThan(0.05)
  expect(Math.max(...gaps)).toBeGreaterThan(0.85)
  expect(Math.max(...gaps)).toBeLessThan(1.15)
  expect(checkedAt.at(-1)).toBeGreaterThan(30)
  expect(checkedAt.at(-1)).toBeLessThan(32)
  expect(checkedAt.length).toBeLessThan(60)
})

test('goes on with the others when one check fails, and that one stays due', async () => {
  const { registry, clock, one, checkDue, errors } = copies(['one'])
  const connections = [
    await claimed(registry, claimRequest('one')),
    await claimed(registry, claimRequest('one', { externalId: 'another-external-id', accountId: '777788889999' })),
  ]
  for (const connection of connections) await one.verification('one', connection, { now: true })
  clock.ms += day
  const [broken] = connections
  const failing = scheduledChecks({
    ...one.given,
    now: () => new Date(clock.ms),
    verification: async (tenant, connection, urgency) => {
      if (connection.id === broken?.id) throw new Error('broken')
      return one.verification(tenant, connection, urgency)
    },
  })
  expect(await failing()).toMatchObject({ checked: 1, delayed: 1 })
  expect(errors).toEqual([new Error('broken')])
  clock.ms += minute
  expect(await checkDue()).toMatchObject([{ checked: 1, delayed: 0 }])
})

test('stops while the fault is on the vendor’s side, and goes on when it is over', async () => {
  const { registry, clock, calls, faults, one, checkDue } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  await one.verification('one', connection, { now: true })
  clock.ms += day
  const before = calls.length
  faults.aws = 'AWS refused our credentials'
  expect(await checkDue()).toEqual([{ checked: 0, delayed: 0, areMoreDue: false }])
  faults['aws-cn'] = 'AWS refused our credentials'
  clock.ms += minute
  expect(await checkDue()).toEqual([{ checked: 0, delayed: 0, areMoreDue: false }])
  expect(calls).toHaveLength(before)
  expect((await registry.lastVerdict(connection.id))?.verdict.kind).toBe('waiting')
  delete faults.aws
  expect(await checkDue()).toMatchObject([{ checked: 1 }])
})

test('audits a check that asked AWS, not an earlier verdict and not a check that was put off', async () => {
  const { registry, clock, one, audited } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  const scheduled = (verification = one.verification) => scheduledChecks({ ...one.given, verification })()
  await one.verification('one', connection, { now: true })
  clock.ms += day
  const verdict = await one.verification('one', connection, { now: true })
  clock.ms += 1
  const takeDue = async () => [{ tenant: 'one', connection }]
  const dueAgain = { ...one.given, verification: one.verification, registry: { ...registry, leases: { ...registry.leases, takeDue } } }
  expect(await scheduledChecks(dueAgain)()).toMatchObject({ checked: 0, delayed: 1 })
  clock.ms += day
  const checkedAt = new Date(clock.ms).toISOString()
  const late = async (): Promise<Verdict> => ({ ...verdict, kind: 'inconclusive', diagnosis: 'check-delayed', checkedAt })
  expect(await scheduled(late)).toMatchObject({ checked: 0, delayed: 1 })
  expect(audited).toEqual([])
  clock.ms += minute
  expect(await scheduled()).toMatchObject({ checked: 1 })
  expect(audited).toEqual(['one not-ready'])
})

test('tells the vendor of each change of the status once, with the verdict', async () => {
  const { registry, clock, roles, one } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  const told = async () => {
    const time = new Date(clock.ms).toISOString()
    const events = await registry.events.take({ now: time, until: time, limit: 10 })
    for (const event of events) await registry.events.settle(event, { kind: 'delivered', at: time })
    expect(JSON.stringify(events)).not.toContain(connection.externalId)
    return events
  }
  const check = async (accepted: string | null) => {
    clock.ms += 5 * minute
    if (accepted === null) roles.delete(connection.roleArn)
    else roles.set(connection.roleArn, accepted)
    await one.verification('one', connection, { now: true })
    return (await told()).map(({ type }) => type)
  }
  expect(await check(null)).toEqual([])
  expect(await check(connection.externalId)).toEqual(['connection.verified'])
  expect(await check(connection.externalId)).toEqual([])
  expect(await check(null)).toEqual(['connection.lost'])
  expect(await check(null)).toEqual([])
  expect(await check(connection.externalId)).toEqual(['connection.recovered'])
  roles.delete(connection.roleArn)
  clock.ms += minute
  const lost = await one.verification('one', connection, { now: true })
  expect(await told()).toMatchObject([
    { tenant: 'one', type: 'connection.lost', at: lost.checkedAt, connectionId: connection.id, data: { verdict: lost } },
  ])
})

test('checks the connections of a faulty partition when it is healthy again, and does not keep them until then', async () => {
  const { registry, clock, faults, one, checkDue } = copies(['one'])
  for (const [index, region] of ['us-east-1', 'cn-north-1'].entries())
    await one.verification('one', await claimed(registry, claimRequest('one', { externalId: `external-id-${index}`, region })), {
      now: true,
    })
  clock.ms += day
  faults['aws-cn'] = 'AWS refused our credentials'
  expect(await checkDue()).toMatchObject([{ checked: 1, delayed: 0 }])
  delete faults['aws-cn']
  clock.ms += 1
  expect(await checkDue()).toMatchObject([{ checked: 1, delayed: 0 }])
})

test('checks tenants with one connection within two rounds while another tenant has hundreds due before them', async () => {
  const { registry, clock, one, checkDue } = copies(['one'])
  const add = async (tenant: string, index: number) => {
    const change = { accountId: String(200_000_000_000 + index), externalId: `external-id-number-${index}` }
    await one.verification(tenant, await claimed(registry, claimRequest(tenant, change, 300)), { now: true })
  }
  for (let index = 0; index < 300; index += 1) await add('large', index)
  clock.ms += 10 * minute
  for (let index = 0; index < 9; index += 1) await add(`single ${index}`, 300 + index)
  clock.ms += day
  const rounds = [await checkDue(), await checkDue()]
  expect(rounds.flat().every(({ areMoreDue }) => areMoreDue)).toBe(true)
  for (let index = 0; index < 9; index += 1) {
    const page = await registry.list(`single ${index}`, { after: null, limit: 1 })
    expect(page?.entries[0]?.check?.checkedAt).toBe(new Date(clock.ms).toISOString())
  }
})

test('does not check what was requested before a change, so that the verdict on the change stays', async () => {
  const { registry, clock, roles, one } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  roles.set(connection.roleArn, connection.externalId)
  const permissions = { writeResults: { resultBucket: 'acme-results' } }
  const changed = await registry.updatePermissions('one', connection.id, { permissions }, new Date(clock.ms).toISOString())
  if (changed === null) throw new Error('The connection exists')
  const verdict = await one.verification('one', changed, { now: true })
  clock.ms += day
  const takeDue = async () => [{ tenant: 'one', connection }]
  const leases = { ...registry.leases, takeDue }
  const check = scheduledChecks({ ...one.given, registry: { ...registry, leases }, verification: one.verification })
  expect(await check()).toMatchObject({ checked: 0, delayed: 1 })
  const last = await registry.lastVerdict(connection.id)
  expect(last?.verdict).toEqual(verdict)
  expect(last !== null && isCurrent(last, changed, vendor)).toBe(true)
})

/** Connections of one tenant that have been due for a day. */
async function manyDue(count: number) {
  const made = copies(['one'])
  for (let index = 0; index < count; index += 1) {
    const change = { accountId: String(200_000_000_000 + index), externalId: `external-id-number-${index}` }
    await made.one.verification('one', await claimed(made.registry, claimRequest('one', change, count)), { now: true })
  }
  made.clock.ms += day
  return made
}

test('goes on with what is due though one check fails each time', async () => {
  const { one } = await manyDue(30)
  let isFirst = true
  const verification: Verification = async (...given) => {
    const fails = isFirst
    isFirst = false
    if (fails) throw new Error('broken')
    return one.verification(...given)
  }
  const check = scheduledChecks({ ...one.given, verification })
  expect(await checkAllDue(check, () => true)).toEqual({ checked: 29, delayed: 1, areMoreDue: false })
})

test('ends with no check in progress when there is no time for more', async () => {
  const { one, calls } = await manyDue(30)
  const before = calls.length
  const check = scheduledChecks({ ...one.given, verification: one.verification })
  expect(await checkAllDue(check, () => false)).toEqual({ checked: 10, delayed: 0, areMoreDue: true })
  const made = calls.length - before
  await new Promise<void>((resume) => setImmediate(resume))
  expect(calls.length - before).toBe(made)
})

test('removes events that nobody took for four days', async () => {
  const { registry, clock, roles, one } = copies(['one'])
  const connection = await claimed(registry, claimRequest('one'))
  roles.set(connection.roleArn, connection.externalId)
  const { checkedAt } = await one.verification('one', connection, { now: true })
  const taken = () => registry.events.take({ now: checkedAt, until: checkedAt, limit: 10 })
  const removed = () => registry.events.removeExpired(new Date(clock.ms).toISOString())
  clock.ms += 4 * day - 1
  await removed()
  expect(await taken()).toHaveLength(1)
  clock.ms += 1
  await removed()
  expect(await taken()).toEqual([])
})

/** Runs scheduled checks in each way that a server does, and waits for their end. */
const waysToRun: readonly (readonly [string, (check: () => Promise<DueChecks>) => Promise<unknown>])[] = [
  ['a round', (check) => check()],
  ['check-due', (check) => checkAllDue(check, () => true)],
  [
    'a server that stops',
    async (check) => {
      const stop = repeatedly(check, () => {})
      await vi.advanceTimersByTimeAsync(15_000)
      return stop()
    },
  ],
]

test.each(waysToRun)('%s ends though a customer’s check takes the place of a scheduled one that waits', async (_, run) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const queue = checkQueue({ callsPerSecond: 4, budget: { gapMs: () => 250, waitMs: () => 0, sentCalls: () => 0 }, nowMs: () => 0 })
  const { registry, one, release } = copies(['one'], { queue, isHeld: true })
  const scheduled = await claimed(registry, claimRequest('one'))
  const owned = { tenant: 'one', connection: scheduled }
  const takeDue = vi.fn().mockResolvedValueOnce([owned]).mockResolvedValue([])
  const busy = ['two', 'three'].map(async (tenant) =>
    one.verification(tenant, await claimed(registry, claimRequest(tenant, { externalId: `external-id-of-${tenant}` })), { now: true }),
  )
  await vi.waitFor(() => expect(queue.runningChecks()).toBe(2))
  const ran = run(
    scheduledChecks({ ...one.given, registry: { ...registry, leases: { ...registry.leases, takeDue } }, verification: one.verification }),
  )
  await vi.waitFor(() => expect(queue.waitingChecks()).toBe(1))
  const permissions = { writeResults: { resultBucket: 'acme-results' } }
  const changed = await registry.updatePermissions('one', scheduled.id, { permissions }, new Date().toISOString())
  if (changed === null) throw new Error('The connection exists')
  const own = one.verification('one', changed, { now: true })
  await ran
  release()
  expect(await Promise.all([own, ...busy])).toMatchObject(Array.from({ length: 3 }, () => ({ kind: 'waiting' })))
})
