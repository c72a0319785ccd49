import { expect, test } from 'vitest'
import { type RuleKind, severities } from '#core/policy/form/rule.ts'
import { ruleCatalog } from './catalog.ts'

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`)

// Ids are permanent: a rule may come at the end, none may go or change its number.
const ids: Readonly<Record<RuleKind, readonly string[]>> = {
  trust: numbered('TP', 50),
  permissions: numbered('PP', 35),
  hosting: numbered('VP', 9),
  template: numbered('CT', 9),
  syntax: numbered('JSON', 19),
}

test.each(Object.entries(ids))('the catalog of %s rules holds every id once', (kind, expected) => {
  const found = ruleCatalog.filter((rule) => rule.kind === kind).map(({ id }) => id)
  expect(found.toSorted()).toEqual(expected)
})

// Each severity as it was published.
const published = `
TP01 error, TP02 critical, TP03 error, TP04 error, TP05 error, TP06 error, TP07 warning, TP08 high, TP09 high, TP10 warning, TP11 high, TP12 high,
TP13 error, TP14 high, TP15 high, TP16 high, TP17 critical, TP18 warning, TP19 high, TP20 error, TP21 warning, TP22 high, TP23 error, TP24 error,
TP25 error, TP26 warning, TP27 error, TP28 error, TP29 error, TP30 high, TP31 error, TP32 error, TP33 warning, TP34 error, TP35 error, TP36 error,
TP37 error, TP38 error, VP01 critical, VP02 high, VP03 warning, VP04 warning, VP05 high, VP06 critical, VP07 error, VP08 warning,
VP09 warning, CT01 warning, CT02 error, CT03 warning, CT04 warning, CT05 info, CT06 error, CT07 warning, CT08 error, CT09 warning`
  .trim()
  .split(/,\s+/)

test.each(published)('%s', (line) => {
  const [id, severity] = line.split(' ')
  expect(ruleCatalog.find((rule) => rule.id === id)?.severity).toBe(severity)
})

test('every rule says what, why, what to do, and who says so', () => {
  for (const { id, severity, source, messages } of ruleCatalog) {
    const { title, what, why, todo } = messages.in('en')
    expect(severities, id).toContain(severity)
    for (const words of [title, what, why, todo]) expect(words.trim().length, id).toBeGreaterThan(4)
    expect(source === 'own' || /^https:\/\//.test(source) || source.length > 4, id).toBe(true)
  }
})
