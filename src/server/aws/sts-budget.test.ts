import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Region } from '#core/aws/region.ts'
import { noPermissions } from '#core/verify/session-policy.ts'
import type { AssumeRole } from '#core/verify/sts.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import type { StsSlots } from '#server/registry/sts-slots.ts'
import { mostInASecond } from '#tools/server-copies.ts'
import { stsBudget } from './sts-budget.ts'
import type { StsCall } from './sts-calls.ts'
import { stsDouble } from './sts-double.test-data.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const region = Region.parse('us-east-1')
const request = {
  roleArn: 'arn:aws:iam::444455556666:role/R',
  externalId: 'id',
  region,
  sessionName: 'rolebridge-verify',
  sessionPolicy: noPermissions,
}
const wait = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

type Copy = { readonly slots?: StsSlots; readonly callsPerSecond?: number; readonly lateByMs?: () => number }

/** Copies of the server over one registry, and the times of the calls that they send. */
function copies(callsPerSecond: number) {
  const { stsSlots } = libsqlRegistry(':memory:')
  const double = stsDouble({ roles: new Map() })
  const sentAt: number[] = []
  const observed: StsCall[] = []
  const sts = {
    ...double.sts,
    assumeRole: async (asked: AssumeRole) => {
      sentAt.push(Date.now())
      return double.sts.assumeRole(asked)
    },
  }
  const copy = ({ slots = stsSlots, lateByMs = () => 0 }: Copy = {}) => {
    const late = (ms: number) => wait(ms + lateByMs())
    const budget = stsBudget({
      partition: 'aws',
      callsPerSecond,
      slots,
      nowMs: () => Date.now(),
      wait: late,
      observe: (call) => observed.push(call),
    })
    return { budget, portOfCheck: budget.limited(sts) }
  }
  return { copy, sentAt, observed, double }
}

test.each([1, 2, 5])('%i copies send no more than the budget in any second, and use most of it', async (count) => {
  const { copy, sentAt } = copies(40)
  const ports = Array.from({ length: count }, () => copy().portOfCheck)
  const calls = ports.flatMap((portOf) => Array.from({ length: 300 / count }, () => portOf().assumeRole(request)))
  await vi.advanceTimersByTimeAsync(10_000)
  const codes = await Promise.all(calls)
  expect(mostInASecond(sentAt)).toBeLessThanOrEqual(40)
  expect(sentAt.length).toBeGreaterThan(0.73 * 40 * 8)
  expect(codes.filter((answer) => answer.kind === 'refused' && answer.code === 'TooManyChecks').length).toBe(300 - sentAt.length)
})

test('a copy that stalls loses its slots instead of sending a burst', async () => {
  const { copy, sentAt } = copies(50)
  let stalls = 0
  const stalled = copy({ lateByMs: () => (stalls++ % 5 === 0 ? 400 : 0) })
  const other = copy()
  const calls = [stalled, other].flatMap(({ portOfCheck }) => Array.from({ length: 80 }, () => portOfCheck().assumeRole(request)))
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(calls)
  expect(mostInASecond(sentAt)).toBeLessThanOrEqual(50)
  expect(sentAt.length).toBeGreaterThan(100)
})

test('a pause of a second hardly changes the expected time from one call to the next', async () => {
  const { copy } = copies(50)
  let waits = 0
  const { budget, portOfCheck } = copy({ lateByMs: () => (waits++ === 60 ? 1000 : 0) })
  const usual = budget.gapMs()
  const calls = Array.from({ length: 200 }, () => portOfCheck().assumeRole(request))
  let longest = 0
  for (let elapsedMs = 0; elapsedMs < 4000; elapsedMs += 10) {
    await vi.advanceTimersByTimeAsync(10)
    longest = Math.max(longest, budget.gapMs())
  }
  await vi.advanceTimersByTimeAsync(10_000)
  await Promise.all(calls)
  expect(longest).toBeGreaterThan(1.2 * usual)
  expect(longest).toBeLessThan(2 * usual)
})

test('a registry that is slow delays calls, and one that is out of reach lets none through', async () => {
  const slowSlots = (registry: StsSlots): StsSlots => ({
    reserve: async (asked) => {
      const answer = await registry.reserve(asked)
      await wait(400)
      return answer
    },
  })
  const { stsSlots } = libsqlRegistry(':memory:')
  const { copy, sentAt } = copies(50)
  const slow = copy({ slots: slowSlots(stsSlots) }).portOfCheck()
  const answers = Promise.all(Array.from({ length: 20 }, () => slow.assumeRole(request)))
  await vi.advanceTimersByTimeAsync(9000)
  await answers
  expect(sentAt).toHaveLength(20)
  const broken = copy({ slots: { reserve: () => Promise.reject(new Error('out of reach')) } }).portOfCheck()
  const refused = broken.assumeRole(request)
  await vi.advanceTimersByTimeAsync(9100)
  expect(await refused).toMatchObject({ kind: 'refused', code: 'TooManyChecks' })
  expect(sentAt).toHaveLength(20)
})

test('requests our own identity once a minute, and again after a failure', async () => {
  const { copy, double } = copies(50)
  const { portOfCheck } = copy()
  for (const _ of Array(5).keys()) {
    const answer = portOfCheck().callerIdentity(region)
    await vi.advanceTimersByTimeAsync(30)
    await answer
  }
  expect(double.calls).toEqual(['callerIdentity'])
  await vi.advanceTimersByTimeAsync(60_000)
  const later = portOfCheck().callerIdentity(region)
  await vi.advanceTimersByTimeAsync(30)
  await later
  expect(double.calls).toHaveLength(2)
  let failures = 0
  const failing = async () => {
    failures += 1
    return { kind: 'refused', code: 'Throttling', hint: null, requestId: 'r' } as const
  }
  const failingPort = copy().budget.limited({ ...double.sts, callerIdentity: failing })()
  const answers = Promise.all([failingPort.callerIdentity(region), failingPort.callerIdentity(region)])
  await vi.advanceTimersByTimeAsync(100)
  await answers
  expect(failures).toBe(2)
})

test('sends the calls of the earliest check first, counts the canary’s, and tells what AWS answered', async () => {
  const { copy, observed } = copies(1)
  const order: string[] = []
  const { sts } = stsDouble({ roles: new Map() })
  const named = {
    ...sts,
    assumeRole: async (asked: AssumeRole) => {
      order.push(asked.sessionName)
      return sts.assumeRole(asked)
    },
    canary: async (_: Region, assumeRole: typeof sts.assumeRole) => {
      await Promise.all(['canary', 'canary'].map((sessionName) => assumeRole({ ...request, sessionName })))
      return 'sighted' as const
    },
  }
  const portOfCheck = copy().budget.limited(named)
  const [first, second] = [portOfCheck(), portOfCheck()]
  const call = (port: typeof first, sessionName: string) => port.assumeRole({ ...request, sessionName })
  const answers = Promise.all([call(second, 'second'), call(second, 'second'), call(first, 'first'), first.canary(region)])
  await vi.advanceTimersByTimeAsync(9100)
  await answers
  expect(order).toEqual(['first', 'canary', 'canary', 'second', 'second'])
  expect(observed).toEqual(Array.from({ length: 5 }, () => ({ action: 'AssumeRole', code: 'AccessDenied', ms: 0 })))
})
