import { expect, test } from 'vitest'
import { Region } from '#core/aws/region.ts'
import type { AssumeRole } from '#core/verify/sts.ts'
import { stsBudget } from './sts-budget.ts'
import { stsDouble } from './sts-double.test-data.ts'

const region = Region.parse('us-east-1')
const request = { roleArn: 'arn:aws:iam::444455556666:role/R', externalId: 'id', region, sessionName: 'rolebridge-verify' }

/** A clock that only waiting moves on. */
function clock() {
  let ms = 0
  return {
    now: () => ms,
    pass: (by: number) => {
      ms += by
    },
    wait: async (by: number) => {
      waits.push(ms + by)
    },
  }
}

const waits: number[] = []

test('spaces the calls of one partition evenly, and reports the wait', async () => {
  waits.length = 0
  const { now, pass, wait } = clock()
  const budget = stsBudget(50, now, wait)
  const { assumeRole } = budget.limited(stsDouble({ roles: new Map() }).sts)()
  await Promise.all(Array.from({ length: 101 }, () => assumeRole(request)))
  expect(waits).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) * 20))
  expect(budget.backlogMs()).toBe(2020)
  pass(3000)
  expect(budget.backlogMs()).toBe(0)
})

test('requests our own identity once a minute, and again after a failure', async () => {
  const { now, pass, wait } = clock()
  const double = stsDouble({ roles: new Map() })
  const portOfCheck = stsBudget(50, now, wait).limited(double.sts)
  for (const _ of Array(5).keys()) await portOfCheck().callerIdentity(region)
  expect(double.calls).toEqual(['callerIdentity'])
  pass(60_000)
  await portOfCheck().callerIdentity(region)
  expect(double.calls).toHaveLength(2)
  const failing = {
    ...double.sts,
    callerIdentity: async () => ({ kind: 'refused', code: 'Throttling', hint: null, requestId: 'r' }) as const,
  }
  let calls = 0
  const callerIdentityOf = async () => {
    calls += 1
    return failing.callerIdentity()
  }
  const counted = stsBudget(50, now, wait).limited({ ...failing, callerIdentity: callerIdentityOf })()
  await counted.callerIdentity(region)
  await counted.callerIdentity(region)
  expect(calls).toBe(2)
})

/** Time passes only while something waits for it. */
function passingClock() {
  let ms = 0
  const wait = async (by: number) => {
    await new Promise<void>((resume) => setImmediate(resume))
    ms += by
  }
  return { now: () => ms, wait }
}

test('sends the calls of the earliest check first, and none of a check that has ended', async () => {
  const { now, wait } = passingClock()
  const sent: string[] = []
  const double = stsDouble({ roles: new Map() })
  const recorded = {
    ...double.sts,
    assumeRole: async (asked: AssumeRole) => {
      sent.push(`${asked.sessionName} at ${now()}`)
      return double.sts.assumeRole(asked)
    },
  }
  const portOfCheck = stsBudget(1, now, wait).limited(recorded)
  const [first, second] = [portOfCheck(), portOfCheck()]
  const call = (port: typeof first, sessionName: string) => port.assumeRole({ ...request, sessionName })
  const late = [call(second, 'second'), call(second, 'second'), ...Array.from({ length: 9 }, () => call(first, 'first'))]
  const codes = (await Promise.all(late)).map((answer) => (answer.kind === 'refused' ? answer.code : answer.kind))
  expect(sent).toEqual(['second at 0', ...Array.from({ length: 8 }, (_, index) => `first at ${1000 * (index + 1)}`)])
  expect(codes).toEqual(['AccessDenied', 'TooManyChecks', ...Array.from({ length: 8 }, () => 'AccessDenied'), 'TooManyChecks'])
})
