import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { pastedRules } from '#core/pasted/pasted-rules.ts'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { inPhrases } from '#core/rules/phrases.ts'
import { said } from '#core/rules/said.ts'
import './de/artifacts.ts'
import './de/rollout.ts'
import { checkPhrases } from './de/verdict.ts'
import { languages } from './languages.ts'
import { sourceSentences } from './source-sentences.test-data.ts'

/** Pseudo-locales, which have no name, are made of the English texts. */
const loaded = Object.entries(languages).flatMap(([code, { name, load }]) => (load === null || name === null ? [] : [{ code, load }]))

test.each(loaded)('the linter and the doctor speak $code', async ({ code, load }) => {
  await load('findings')
  const untranslated = [
    ...ruleCatalogue.filter(({ messages }) => messages.in(code).why === messages.in('en').why).map(({ id }) => id),
    ...pastedRules.filter(({ title }) => title(code) === title('en')).map(({ id }) => id),
  ]
  expect(untranslated).toEqual([])
})

const places = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort()

const checkSentences = sourceSentences('src/core/verify')
const checksInGerman = Object.values(checkPhrases).flatMap((ofEntry) => Object.entries(ofEntry))

test('German has every sentence on checks, and no more', () => {
  expect([...checkSentences].filter((english) => !checksInGerman.some(([other]) => other === english))).toEqual([])
  expect(checksInGerman.map(([english]) => english).filter((english) => !checkSentences.has(english))).toEqual([])
  expect(checksInGerman.filter(([english, german]) => places(english).join() !== places(german).join())).toEqual([])
})

test.each([...Object.values(artifactDialects), ...Object.values(rolloutDialects)])('German has the texts of $id', ({ texts }) => {
  expect(texts('de')).not.toBe(texts('en'))
})

test('a sentence takes its values with it, those that are sentences too', () => {
  const say = inPhrases({ TP01: { 'A {0}, {1}.': '{1} ist {0}.' }, general: { ' and {0} more': ' und {0} weitere' } })
  expect(say(said`A ${'x'}, ${said`y${said` and ${3} more`}`}.`, 'TP01')).toBe('y und 3 weitere ist x.')
  expect(say(said`B ${'{0}'}.`, 'TP01')).toBe('B {0}.')
})
