import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { externalId, roleArn } from '#core/policy/identities.test-data.ts'
import { trustPolicies, trustRequests } from '#core/policy/policies.test-data.ts'
import { callerKeys, readCaller } from '#core/policy/request-context.ts'
import { evaluateUnknownCall } from '#core/policy/unknown-calls.ts'
import { parts, runs } from '#tools/thorough.ts'
import { remainingPolicy } from './remaining-calls.ts'

const isDenied = (answer: Evaluation): boolean => answer.endsWith('denied')

/** Each known call with the parts of it that may be forgotten, and the policy without the calls that it is none of. */
const calls = fc
  .record({ policy: trustPolicies, request: trustRequests, isAnyone: fc.boolean(), isAnyId: fc.boolean() })
  .map(({ policy, request, isAnyone, isAnyId }) => {
    const caller = readCaller(request.callerArn)
    const [principalArn = ''] = (caller === null ? [] : callerKeys(caller)).find(([key]) => key === 'aws:PrincipalArn')?.[1].flat() ?? []
    const { partition = '', accountId = '' } = caller ?? {}
    const known = {
      principalArns: principalArn === roleArn ? [] : [roleArn],
      externalIds: request.externalId === externalId ? [] : [externalId],
    }
    const call = {
      ...{ account: { partition, accountId }, principalArn: isAnyone ? null : principalArn, action: request.action },
      ...(isAnyId || request.externalId === undefined ? {} : { externalId: request.externalId }),
    }
    return { request, call, policy, remaining: remainingPolicy(policy, known) }
  })

test('a call of which little is known is denied only where every such call is', () => {
  let denied = 0
  fc.assert(
    fc.property(calls, ({ request, call, policy, remaining }) => {
      const [whole, rest] = [evaluateUnknownCall(policy, call), evaluateUnknownCall(remaining, call)]
      const answer = evaluateTrustPolicy(policy, request)
      denied += [whole, rest].filter(isDenied).length
      if (isDenied(whole)) expect(isDenied(answer)).toBe(true)
      // IAM rejects some policies as a whole, for a statement that is not in the rest.
      if (isDenied(rest)) expect(answer).not.toBe('allowed')
    }),
    { seed, numRuns: runs(20_000) },
  )
  expect(denied).toBeGreaterThan(5000 / parts)
})

test('a policy without the calls that are asked about on their own answers every other call in the same way', () => {
  fc.assert(
    fc.property(calls, ({ request, policy, remaining }) => {
      const answer = evaluateTrustPolicy(policy, request)
      if (answer !== 'unknown') expect(isDenied(evaluateTrustPolicy(remaining, request))).toBe(isDenied(answer))
    }),
    { seed, numRuns: runs(20_000) },
  )
})
