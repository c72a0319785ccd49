import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed, textOf } from '#core/connection/arbitraries.test-data.ts'
import { ruleCatalog } from '#core/rules/catalog.ts'
import { lintQuickCreateLink, lintTemplate } from './lint-template.ts'
import { templateCases } from './template-cases.test-data.ts'

const lint = (text: string) => [...lintTemplate(text), ...lintQuickCreateLink(text)]
const named = (rule: string, text: string) => lint(text).filter((finding) => finding.rule === rule)

test('every rule has cases of every kind', () => {
  expect(Object.keys(templateCases)).toEqual(ruleCatalog.filter(({ kind }) => kind === 'template').map(({ id }) => id))
  for (const { bad, good, nearMiss } of Object.values(templateCases))
    expect(Math.min(bad.length, good.length, nearMiss.length)).toBeGreaterThan(0)
})

const cases = Object.entries(templateCases).flatMap(([rule, { bad, good, nearMiss }]) => [
  ...bad.map((example) => ({ rule, kind: 'finds', ...example })),
  ...good.map((example) => ({ rule, kind: 'is silent on what is right', ...example })),
  ...nearMiss.map((example) => ({ rule, kind: 'is silent on what only looks like it', ...example })),
])

test.each(cases)('$rule $kind: $name', ({ rule, kind, text }) => {
  expect(named(rule, text).length > 0).toBe(kind === 'finds')
})

const bad = cases.filter(({ kind }) => kind === 'finds')

test.each(bad)('$rule says what is wrong and where, and its fix mends it: $name', ({ rule, text }) => {
  for (const { message, why, range, fix } of named(rule, text)) {
    expect(message).toMatch(/^\S.*\.$/s)
    expect(message).not.toMatch(/undefined|null|\[object/)
    expect(why).toMatch(/\.$/)
    expect(range).toBeDefined()
    if (fix === undefined) continue
    expect(() => JSON.parse(fix)).not.toThrow()
    expect(named(rule, fix).length).toBeLessThan(named(rule, text).length)
    const known = new Set(lint(text).map((finding) => finding.rule))
    expect(lint(fix).filter((finding) => !known.has(finding.rule))).toEqual([])
  }
})

test('what can be mended by a text is', () => {
  const mended = bad.filter(({ rule, text }) => named(rule, text).some(({ fix }) => fix !== undefined)).map(({ rule }) => rule)
  expect([...new Set(mended)]).toEqual(['CT02', 'CT03', 'CT04', 'CT06', 'CT07'])
})

test('whatever the text is, nothing is thrown', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"Resources":',
    '"Type":"AWS::IAM::Role"',
    '"Ref":',
    '"Fn::Sub":',
    `"\${X}"`,
    ',',
    ':',
    '/cloudformation?templateURL=',
    '%',
    'http://',
  ]
  fc.assert(
    fc.property(textOf(pieces), (text) => {
      expect(() => lint(text)).not.toThrow()
    }),
    { seed, numRuns: 200 },
  )
})
