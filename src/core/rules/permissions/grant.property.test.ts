import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { PolicyDocument } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { policyView } from '#core/policy/policy-view.ts'
import { allGrants } from './grant.ts'

const actionPatterns = fc.constantFrom('*', 's3:*', 's3:Get*', 's3:GetObject', 's3:PutObject', 'sqs:*', 's3:getobjec?')
const resourcePatterns = fc.constantFrom(
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/b',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::*/b',
  'arn:aws:s3:::a',
)

const list = <Value>(values: fc.Arbitrary<Value>) => fc.array(values, { minLength: 1, maxLength: 2 })

const statements = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
  action: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), list(actionPatterns)),
  resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'), list(resourcePatterns)),
})

const policies: fc.Arbitrary<PolicyDocument> = fc.array(statements, { minLength: 1, maxLength: 4 }).map((all) => ({
  Version: '2012-10-17',
  Statement: all.map(({ Effect, action, resource }) => ({ Effect, ...Object.fromEntries([action, resource]) })),
}))

const objects = ['a/b', 'a/zz', 'a1/b', 'a1/zz', 'q/b', 'q/zz'].map((name) => `arn:aws:s3:::${name}`)

function isGranted(policy: PolicyDocument): boolean {
  const text = JSON.stringify(policy)
  const { root } = readJson(text)
  if (root === null) throw new Error('A policy that is written can be read')
  return allGrants({ ...policyView(text, root), context: {} }, 's3:GetObject').length > 0
}

const isAllowed = (policy: PolicyDocument): boolean =>
  objects.some((resource) => evaluateIdentityPolicies([policy], { action: 's3:GetObject', resource }) === 'allowed')

test('what the evaluation allows is a grant: no denial hides it', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      if (isAllowed(policy)) expect(isGranted(policy)).toBe(true)
    }),
    { seed, numRuns: 3000 },
  )
})

test('what one Deny takes back is no grant', () => {
  fc.assert(
    fc.property(policies, statements, (policy, denial) => {
      const all = [policy.Statement].flat()
      const allowed = { ...policy, Statement: all.filter(({ Effect }) => Effect === 'Allow').slice(0, 1) }
      const Statement = [...allowed.Statement, { Effect: 'Deny' as const, ...Object.fromEntries([denial.action, denial.resource]) }]
      // On `*` access points are left, which the objects here do not show.
      const isOnS3 = allowed.Statement.every(({ Resource }) => [Resource].flat().every((text) => text !== undefined && text !== '*'))
      fc.pre(isOnS3 && isAllowed(allowed))
      if (!isAllowed({ ...policy, Statement })) expect(isGranted({ ...policy, Statement })).toBe(false)
    }),
    { seed, numRuns: 1000 },
  )
})
