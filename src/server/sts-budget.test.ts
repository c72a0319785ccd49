import { expect, test } from 'vitest'
import { Region } from '#core/region.ts'
import { stsBudget } from './sts-budget.ts'
import { stsDouble } from './sts-double.ts'

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

test('spaces the calls of one partition evenly, and tells how long a call waits', async () => {
  waits.length = 0
  const { now, pass, wait } = clock()
  const budget = stsBudget(50, now, wait)
  const { assumeRole } = budget.limited(stsDouble({ roles: new Map() }).sts)
  await Promise.all(Array.from({ length: 101 }, () => assumeRole(request)))
  expect(waits).toEqual(Array.from({ length: 100 }, (_, index) => (index + 1) * 20))
  expect(budget.backlogMs()).toBe(2020)
  pass(3000)
  expect(budget.backlogMs()).toBe(0)
})

test('asks for our own identity once a minute, and again after a failure', async () => {
  const { now, pass, wait } = clock()
  const double = stsDouble({ roles: new Map() })
  const { callerIdentity } = stsBudget(50, now, wait).limited(double.sts)
  for (const _ of Array(5).keys()) await callerIdentity(region)
  expect(double.calls).toEqual(['callerIdentity'])
  pass(60_000)
  await callerIdentity(region)
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
  const counted = stsBudget(50, now, wait).limited({ ...failing, callerIdentity: callerIdentityOf })
  await counted.callerIdentity(region)
  await counted.callerIdentity(region)
  expect(calls).toBe(2)
})
