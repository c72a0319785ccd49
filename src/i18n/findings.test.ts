import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { checks } from '#core/checks/checks.ts'
import { pastedRules } from '#core/pasted/pasted-rules.ts'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { namedCheckMessages } from '#core/verify/named-checks.ts'
import './de/artifacts.ts'
import './de/checks.ts'
import './de/rollout.ts'
import { languages } from './languages.ts'

/** Pseudo-locales, which have no name, are made of the English texts. */
const loaded = Object.entries(languages).flatMap(([code, { name, load }]) => (load === null || name === null ? [] : [{ code, load }]))

test.each(loaded)('the linter and the doctor are translated to $code', async ({ code, load }) => {
  await load('findings')
  const untranslated = [
    ...ruleCatalogue.filter(({ messages }) => messages.in(code).why === messages.in('en').why).map(({ id }) => id),
    ...pastedRules.filter(({ title }) => title(code) === title('en')).map(({ id }) => id),
  ]
  expect(untranslated).toEqual([])
})

test.each([namedCheckMessages, ...checks.map(({ messages }) => messages)])('German has the texts of $id', (catalog) => {
  expect(catalog.in('de')).not.toBe(catalog.in('en'))
})

test.each([...Object.values(artifactDialects), ...Object.values(rolloutDialects)])('German has the texts of $id', ({ texts }) => {
  expect(texts('de')).not.toBe(texts('en'))
})
