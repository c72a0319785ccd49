import { expect, test } from 'vitest'
import { syntaxRules } from '#core/policy/form/syntax-rules.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { listed, rightTrustPolicy, trustContext } from '#core/rules/rule-case.test-data.ts'
import { syntaxCases } from './syntax-cases.test-data.ts'

const found = (rule: string, text: string) => lintTrustPolicy(text, trustContext).filter((finding) => finding.rule === rule)

test('every rule has cases that are bad, good, and almost bad', () => {
  expect(Object.keys(syntaxCases)).toEqual(syntaxRules.map(({ id }) => id))
  for (const { bad, good, nearMiss } of Object.values(syntaxCases)) expect([bad.length, good.length, nearMiss.length]).not.toContain(0)
})

test.each(listed(syntaxCases))('$rule $kind: $name', ({ rule, kind, text }) => {
  const findings = found(rule, text)
  expect(findings.length > 0).toBe(kind === 'finds')
  for (const { range } of findings) expect(range).toBeDefined()
})

const bad = Object.entries(syntaxCases).flatMap(([rule, cases]) => cases.bad.map((tried) => ({ rule, ...tried })))

test.each(bad)('the fix of $rule for "$name" is JSON in which the rule finds nothing', ({ rule, text }) => {
  for (const { fix } of found(rule, text)) {
    if (fix === undefined) continue
    expect(() => JSON.parse(fix)).not.toThrow()
    expect(found(rule, fix)).toEqual([])
  }
})

const repairable = ['JSON03', 'JSON04', 'JSON17']

test.each(bad.filter(({ rule }) => repairable.includes(rule)))('the fix of $rule for "$name" gives back the policy', ({ rule, text }) => {
  const fixes = found(rule, text).map(({ fix }) => JSON.parse(fix ?? 'null'))
  for (const fixed of fixes) expect(fixed).toEqual(JSON.parse(rightTrustPolicy))
})

test.each([
  ['URL-encoded text', encodeURIComponent(rightTrustPolicy)],
  ['form-encoded text', encodeURIComponent(rightTrustPolicy).replaceAll('%20', '+')],
  ['JSON without its first bracket', rightTrustPolicy.trimStart().slice(1)],
  ['JSON as HTML has it', rightTrustPolicy.replaceAll('"', '&quot;')],
  ['JSON as a log has it', JSON.stringify(rightTrustPolicy).slice(1, -1)],
  ['a fence of code', `\`\`\`json\n${rightTrustPolicy}\n\`\`\``],
])('the fix of %s is what is in it', (_, text) => {
  expect(JSON.parse(found('JSON01', text)[0]?.fix ?? 'null')).toEqual(JSON.parse(rightTrustPolicy))
})

test('what a torn text lacks is not told, since it may have been in the rest', () => {
  const rules = lintTrustPolicy(rightTrustPolicy.slice(0, 150), trustContext).map(({ rule }) => rule)
  expect(rules).toEqual(['JSON08'])
})

test('where a text cannot be repaired, the fix is the policy that the connection asks for', () => {
  for (const text of ['', 'Version: 1', rightTrustPolicy + rightTrustPolicy, '{"Version":"2012-10-17"}'])
    for (const { fix } of lintTrustPolicy(text, trustContext)) expect(JSON.parse(fix ?? 'null')).toEqual(JSON.parse(rightTrustPolicy))
})

test('an element in the wrong case is renamed', () => {
  const text = rightTrustPolicy.replace('"Effect"', '"effect"').replace('"Statement"', '"statement"')
  const [first] = found('JSON18', text)
  const [second] = found('JSON18', first?.fix ?? '')
  expect(JSON.parse(second?.fix ?? first?.fix ?? 'null')).toHaveProperty('Statement')
})
