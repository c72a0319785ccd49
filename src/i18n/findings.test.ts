import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { pastedRules } from '#core/pasted/pasted-rules.ts'
import { actionRisk, describedActions } from '#core/review/action-risks.ts'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { inPhrases } from '#core/rules/phrases.ts'
import { said } from '#core/rules/said.ts'
import { artifactPhrases } from './de/artifacts.ts'
import { plainPhrases } from './de/plain.ts'
import { riskPhrases } from './de/risks.ts'
import { rolloutPhrases } from './de/rollout.ts'
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

const others = ['policy', 'verify', 'review', 'artifacts'].map((folder) => sourceSentences(`src/core/${folder}`))
const saidThere = new Set([
  ...others.flatMap((ofFolder) => [...ofFolder]),
  ...[...Object.values(artifactDialects), ...Object.values(rolloutDialects)].flatMap(({ title, purpose, needs }) => [
    title,
    purpose,
    ...needs,
  ]),
  ...describedActions.map((action) => actionRisk(action)),
])
const saidInGerman = [plainPhrases, checkPhrases, artifactPhrases, rolloutPhrases, riskPhrases].flatMap((book) =>
  Object.values(book).flatMap((ofEntry) => Object.entries(ofEntry)),
)

test('what the core says beside its findings is all there is in German, and no more', () => {
  expect([...saidThere].filter((english) => !saidInGerman.some(([other]) => other === english))).toEqual([])
  expect(saidInGerman.map(([english]) => english).filter((english) => !saidThere.has(english))).toEqual([])
  expect(saidInGerman.filter(([english, german]) => places(english).join() !== places(german).join())).toEqual([])
})

test('a sentence takes its values with it, those that are sentences too', () => {
  const say = inPhrases({ TP01: { 'A {0}, {1}.': '{1} ist {0}.' }, general: { ' and {0} more': ' und {0} weitere' } })
  expect(say(said`A ${'x'}, ${said`y${said` and ${3} more`}`}.`, 'TP01')).toBe('y und 3 weitere ist x.')
  expect(say(said`B ${'{0}'}.`, 'TP01')).toBe('B {0}.')
})
