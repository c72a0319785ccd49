import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { evaluateTrustPolicy } from './evaluate.ts'
import { simulatedTrust } from './iam-simulate.test-data.ts'
import { amendedForAll, isOpen, knownDifferences } from './known-differences.test-data.ts'
import { trustPolicies, trustRequests } from './policies.test-data.ts'

const numRuns = Number(process.env['ROLEBRIDGE_DIFFERENTIAL_RUNS'] ?? runs(16_000))

test.for(knownDifferences)('iam-simulate differs: $name', async (difference) => {
  const { policy, request, ours, theirs } = difference.example
  expect(difference.documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  expect(evaluateTrustPolicy(policy, request)).toBe(ours)
  expect(await simulatedTrust(policy, request)).toBe(theirs)
  expect(ours).not.toBe(theirs)
  if (difference.kind === 'documented') expect(await simulatedTrust(difference.amended(policy, request), request)).toBe(ours)
  else expect(difference.concerns(policy, request)).toBe(true)
})

test(`over ${numRuns} random policies and requests iam-simulate agrees, but for the known differences`, {
  timeout: 60_000 + numRuns * 20,
}, async () => {
  await fc.assert(
    fc.asyncProperty(trustPolicies, trustRequests, async (policy, request) => {
      const ours = evaluateTrustPolicy(policy, request)
      const theirs = await simulatedTrust(policy, request)
      if (ours === theirs) return
      const amended = amendedForAll(policy, request)
      const theirsOfAmended = await simulatedTrust(amended, request)
      if (ours === theirsOfAmended) return
      // Without an Allow the request is denied: whether a Deny applies as well may stay open.
      const mayDiffer = ours === 'unknown' || (ours === 'implicitly-denied' && theirsOfAmended === 'explicitly-denied')
      expect({ ours, theirs, theirsOfAmended, isExplained: mayDiffer && isOpen(policy, request) }).toMatchObject({ isExplained: true })
    }),
    { seed, numRuns },
  )
})
