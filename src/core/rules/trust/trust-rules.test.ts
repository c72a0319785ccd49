import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { guessability } from '#core/connection/external-id/guessability.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { policyView } from '#core/policy/policy-view.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { type RuleCase, trustContext } from '#core/rules/rule-case.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { contextOfPlan, type TrustContext, trustSubject } from '#core/rules/trust-subject.ts'
import { runs } from '#tools/thorough.ts'
import { conditionCases, documentCases } from './document-cases.test-data.ts'
import { externalIdCases } from './external-id-cases.test-data.ts'
import { principalCases } from './principal-cases.test-data.ts'
import { trustRules } from './trust-rules.ts'

const cases = { ...principalCases, ...externalIdCases, ...conditionCases, ...documentCases }

const contextOf = ({ context }: RuleCase): TrustContext => ({ ...trustContext, ...context })
const found = (rule: string, tried: RuleCase) => lintTrustPolicy(tried.text, contextOf(tried)).filter((finding) => finding.rule === rule)

const isSafePolicy = (text: string, context: TrustContext): boolean => {
  const { root, faults } = readJson(text)
  return root !== null && faults.length === 0 && isSafe(trustSubject(policyView(text, root), context).signature)
}

test('every rule has cases that are bad, good, and almost bad', () => {
  expect(Object.keys(cases).sort()).toEqual(trustRules.map(({ id }) => id).sort())
  for (const { bad, good, nearMiss } of Object.values(cases)) expect([bad.length, good.length, nearMiss.length]).not.toContain(0)
})

const listed = Object.entries(cases).flatMap(([rule, { bad, good, nearMiss }]) => [
  ...bad.map((tried) => ({ rule, kind: 'finds', name: tried.name, tried })),
  ...[...good, ...nearMiss].map((tried) => ({ rule, kind: 'is silent about', name: tried.name, tried })),
])

test.each(listed)('$rule $kind: $name', ({ rule, kind, tried }) => {
  const findings = found(rule, tried)
  expect(findings.length > 0).toBe(kind === 'finds')
})

const bad = Object.entries(cases).flatMap(([rule, all]) => all.bad.map((tried) => ({ rule, name: tried.name, tried })))

test.each(bad)('the fix of $rule for "$name" is safe and leaves nothing for the rule to find', ({ rule, tried }) => {
  for (const { fix } of found(rule, tried)) {
    if (fix === undefined) continue
    expect(found(rule, { ...tried, text: fix })).toEqual([])
    expect(isSafePolicy(fix, contextOf(tried)) || contextOf(tried).externalId === '').toBe(true)
  }
})

test('only what nobody can put right from here has no fix: a guessable ID of the connection itself, and what cannot be told', () => {
  const without = bad
    .filter(({ rule, tried }) => found(rule, tried).some(({ fix }) => fix === undefined))
    .map(({ rule, name }) => `${rule} ${name}`)
  expect(without).toEqual([
    'TP50 the role itself',
    'TP19 words, though they are the ID of the connection',
    'TP42 a tag of the caller',
    'TP42 a key of the future',
    'TP42 an operator that does not exist',
  ])
})

test('the proposed policy has no finding whatever its context leaves out', () => {
  for (const context of [{ partition: undefined }, { vendorName: undefined, customerAccountId: undefined }, { externalId: '' }])
    expect(lintTrustPolicy(cases['TP11']?.good[0]?.text ?? '', { ...trustContext, ...context })).toEqual([])
})

/** Members the other way round, one value where a list may stand and the other way round. */
function rearranged(value: JsonValue, isWrapped: boolean): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((item) => rearranged(item, isWrapped))
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, item]) => {
        const wraps = isWrapped && ['Action', 'AWS', 'sts:ExternalId', 'aws:PrincipalArn'].includes(name)
        if (name === 'Statement' && isList(item) && !isWrapped) return [name, rearranged(item[0] ?? null, isWrapped)]
        return [name, wraps && !isList(item) ? [item] : rearranged(item, isWrapped)]
      }),
  )
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

test('a generated trust policy has no finding, however it is written down', () => {
  fc.assert(
    fc.property(connections, fc.constantFrom(0, 1, 2, 4), fc.boolean(), ({ vendor, terms }, indent, isWrapped) => {
      const plan = rolePlan(terms, vendor)
      const facts = { names: [vendor.name], accountId: plan.accountId }
      fc.pre(
        guessability(plan.externalId, facts) === null &&
          guessability(plan.externalId, { ...facts, accountId: plan.vendorAccountId }) === null,
      )
      const value: JsonValue = JSON.parse(JSON.stringify(plan.trustPolicy))
      const context = contextOfPlan(plan)
      const long = JSON.stringify(value).length > 2048
      for (const written of [value, rearranged(value, isWrapped)])
        expect(lintTrustPolicy(JSON.stringify(written, null, indent), context).filter(({ rule }) => !(long && rule === 'TP28'))).toEqual([])
    }),
    { seed, numRuns: runs(150) },
  )
})
