import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { Sts } from '#core/verify/sts.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { appDouble } from '#server/http/app-double.test-data.ts'
import { stsDouble } from './sts-double.test-data.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

/** Each call takes as long as the list says, the last of it again and again. */
function slowed(sts: Sts, durations: readonly number[]): Sts {
  let calls = 0
  const wait = () => pause(durations[Math.min(calls++, durations.length - 1)] ?? 0)
  return {
    ...sts,
    callerIdentity: async (region) => wait().then(() => sts.callerIdentity(region)),
    assumeRole: async (request) => {
      await wait()
      const answer = await sts.assumeRole(request)
      return answer.kind === 'refused' ? answer : { ...answer, check: async (call) => wait().then(() => answer.check(call)) }
    },
  }
}

const longestCheckMs = 14_500

const { setTimeout: setRealTimeout } = globalThis

/** Everything that needs no timer goes on, in other threads as well. */
const othersRun = () => new Promise<void>((resume) => setRealTimeout(resume, 3))

/** Up to 10 s, because a bucket can be called twice, and longer for a call that waits for its turn. */
const durations = fc.array(fc.oneof(fc.nat(5000), fc.constantFrom(0, 5000, 10_000, 30_000)), { minLength: 1, maxLength: 20 })

test('a check ends within 14.5 s however slow AWS is, and verifies only if every call was answered', async () => {
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(durations, async (list) => {
      const roles = new Map<string, string>()
      const double = stsDouble({ roles })
      const app = appDouble({ sts: { ...double, sts: slowed(double.sts, list) }, longestCheckMs })
      Object.defineProperty(app.clock, 'ms', { get: () => Date.now() })
      const token = await app.signIn()
      const { id, roleArn, externalId } = await app.connect(token)
      roles.set(roleArn, externalId)
      vi.clearAllTimers()
      const startedAt = Date.now()
      let endedAt = 0
      const response = app.send('POST', `/api/connections/${id}/verify`, { token }).finally(() => {
        endedAt = Date.now()
      })
      while (endedAt === 0) {
        await othersRun()
        if (endedAt === 0) vi.advanceTimersToNextTimer()
      }
      const verdict = Verdict.parse(await (await response).json())
      kinds.add(verdict.kind)
      expect(endedAt - startedAt).toBeLessThanOrEqual(longestCheckMs)
      expect(['verified', 'inconclusive']).toContain(verdict.kind)
      if (verdict.kind === 'verified') expect(verdict.probes.every(({ code }) => code === undefined || code === 'AccessDenied')).toBe(true)
    }),
    { seed, numRuns: 60 },
  )
  expect([...kinds].sort()).toEqual(['inconclusive', 'verified'])
})
