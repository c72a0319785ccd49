import { expect, test } from 'vitest'
import type { Finding } from '#core/policy/form/rule.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { type PermissionsCase, textOf } from './permissions-case.test-data.ts'
import { permissionsCases } from './permissions-cases.test-data.ts'
import { permissionsRules } from './permissions-rules.ts'

const findingsOf = (rule: string, example: PermissionsCase): Finding[] =>
  lintPermissionsPolicy(textOf(example), example.context).filter((finding) => finding.rule === rule)

const all = Object.entries(permissionsCases).flatMap(([rule, { bad, good, nearMiss }]) => [
  ...bad.map((example) => ({ rule, kind: 'finds', example })),
  ...good.map((example) => ({ rule, kind: 'is silent on what is right', example })),
  ...nearMiss.map((example) => ({ rule, kind: 'is silent on what only looks like it', example })),
])

test('the catalog has the rules PP01 to PP35, each with cases of every kind', () => {
  const ids = Array.from({ length: 35 }, (_, index) => `PP${String(index + 1).padStart(2, '0')}`)
  expect(permissionsRules.map(({ id }) => id)).toEqual(ids)
  expect(Object.keys(permissionsCases).toSorted()).toEqual(ids)
  for (const { bad, good, nearMiss } of Object.values(permissionsCases)) {
    expect(Math.min(bad.length, good.length, nearMiss.length)).toBeGreaterThan(0)
  }
})

// Ids and severities are permanent.
const published = `
PP01 critical, PP02 high, PP03 high, PP04 high, PP05 critical, PP06 high, PP07 critical, PP08 critical, PP09 high, PP10 high, PP11 high, PP12 high,
PP13 high, PP14 high, PP15 medium, PP16 error, PP17 error, PP18 high, PP19 error, PP20 medium, PP21 warning, PP22 error, PP23 error, PP24 warning,
PP25 error, PP26 warning, PP27 info, PP28 medium, PP29 high, PP30 high, PP31 medium, PP32 error, PP33 error, PP34 medium, PP35 critical`
  .trim()
  .split(/,\s+/)

test('the severity of each rule is as it was published', () => {
  expect(permissionsRules.map(({ id, severity }) => `${id} ${severity}`)).toEqual(published)
})

test.each(all)('$rule $kind: $example.name', ({ rule, kind, example }) => {
  expect(findingsOf(rule, example).length > 0).toBe(kind === 'finds')
})

const bad = Object.entries(permissionsCases).flatMap(([rule, cases]) => cases.bad.map((example) => ({ rule, example })))

test.each(bad)('$rule says what is wrong, where it stands and what to write: $example.name', ({ rule, example }) => {
  for (const { message, why, path, range } of findingsOf(rule, example)) {
    expect(message).toMatch(/^\S.*[.?]$/s)
    expect(message).not.toMatch(/undefined|null|\[object/)
    expect(why).toMatch(/\.$/)
    expect(path.length === 0 || range !== undefined).toBe(true)
  }
})

test.each(bad.filter(({ example }) => example.fixed !== undefined))('$rule mends: $example.name', ({ rule, example }) => {
  const [finding] = findingsOf(rule, example)
  expect(JSON.parse(finding?.fix ?? 'null')).toEqual({ Version: '2012-10-17', Statement: example.fixed })
})

test.each(bad)('mended text is clean of $rule, and of nothing else that was right: $example.name', ({ rule, example }) => {
  let text = textOf(example)
  const before = new Set(lintPermissionsPolicy(text, example.context).map((finding) => finding.rule))
  for (let round = 0; round < 20; round += 1) {
    const fix = lintPermissionsPolicy(text, example.context).find((finding) => finding.rule === rule)?.fix
    if (fix === undefined) break
    text = fix
  }
  const after = lintPermissionsPolicy(text, example.context)
  expect(after.filter((finding) => finding.rule === rule && finding.fix !== undefined)).toEqual([])
  const isNew = (finding: Finding) => !before.has(finding.rule)
  expect(after.filter((finding) => isNew(finding) && finding.severity === 'error')).toEqual([])
})
