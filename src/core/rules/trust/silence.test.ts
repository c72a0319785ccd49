import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { trustPolicies } from '#core/policy/policies.test-data.ts'
import { policyView } from '#core/policy/policy-view.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { externalId, policyOf, root, trustContext, vendor } from '#core/rules/rule-case.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { trustSubject } from '#core/rules/trust-subject.ts'

function isSafePolicy(text: string): boolean {
  const { root: read } = readJson(text)
  return read !== null && isSafe(trustSubject(policyView(text, read), trustContext).signature)
}

const operators = fc.constantFrom(
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringEqualsIfExists',
  'StringNotEqualsIfExists',
  'StringEqualsIgnoreCase',
  'ForAnyValue:StringEquals',
  'ForAnyValue:StringNotEquals',
  'ForAllValues:StringEquals',
  'ArnLike',
  'Null',
)
const keys = fc.constantFrom(
  'sts:ExternalId',
  'STS:externalid',
  'aws:PrincipalArn',
  'aws:PrincipalAccount',
  'aws:username',
  'aws:PrincipalTag/x',
)
const values = fc.constantFrom(externalId, externalId, '*', 'true', 'false', vendor, `arn:aws:iam::${vendor}:role/App`, 'c0ffee*')
const tests = fc.dictionary(keys, fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 2 })), { minKeys: 1, maxKeys: 2 })
const demanded = fc.constant({ StringEquals: { 'sts:ExternalId': externalId } })

const statements = fc.record({
  Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  Principal: fc.constantFrom({ AWS: root }, { AWS: root }, { AWS: '*' }, { AWS: `arn:aws:iam::${vendor}:role/App` }),
  Action: fc.constant('sts:AssumeRole'),
  Condition: fc.oneof(fc.dictionary(operators, tests, { maxKeys: 2 }), demanded),
})

const texts = fc.oneof(
  { weight: 1, arbitrary: trustPolicies.map((policy) => JSON.stringify(policy)) },
  { weight: 3, arbitrary: fc.array(statements, { minLength: 1, maxLength: 3 }).map((list) => policyOf(...list)) },
)

test('a policy that the linter is silent about lets the vendor in with the right external ID, and nobody else', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const told = lintTrustPolicy(text, trustContext).filter(({ rule, severity }) => severity !== 'info' || rule === 'TP42')
      if (told.length === 0) expect(isSafePolicy(text)).toBe(true)
    }),
    { seed, numRuns: 200 },
  )
})

test('every fix is safe, whatever else is wrong with the policy', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { rule, fix } of lintTrustPolicy(text, trustContext)) {
        if (fix === undefined || !rule.startsWith('TP')) continue
        expect(isSafePolicy(fix)).toBe(true)
        expect(lintTrustPolicy(fix, trustContext).map((left) => left.rule)).not.toContain(rule)
      }
    }),
    { seed, numRuns: 40 },
  )
})
