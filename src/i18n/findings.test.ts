import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { ailments } from '#core/pasted/pasted-rules.ts'
import { actionRisk, describedActions } from '#core/review/action-risks.ts'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { inPhrases } from '#core/rules/phrases.ts'
import { said } from '#core/rules/said.ts'
import { artifactPhrases } from './de/artifacts.ts'
import { phrases } from './de/findings/phrases.ts'
import { plainPhrases } from './de/plain.ts'
import { riskPhrases } from './de/risks.ts'
import { rolloutPhrases } from './de/rollout.ts'
import { sourceSentences } from './source-sentences.test-data.ts'

const sentences = new Set(['src/core/rules', 'src/core/pasted', 'src/core/policy/json'].flatMap((folder) => [...sourceSentences(folder)]))
const facts: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...ruleCatalogue.map(({ id, title, what, why, todo }) => [id, [title, what, why, todo]] as const),
  ...ailments.map(({ id, title }) => [id, [title]] as const),
])
const everything = new Set([...sentences, ...[...facts.values()].flat()])
const translated = Object.entries(phrases).flatMap(([entry, ofEntry]) =>
  Object.entries(ofEntry).map(([english, german]) => ({ entry, english, german })),
)
const places = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort()

const isMissing = (english: string): boolean => !translated.some((phrase) => phrase.english === english)

test('each sentence of another language stands for one that is said', () => {
  expect(translated.filter(({ english }) => !everything.has(english))).toEqual([])
})

test('each sentence has the values of the English one', () => {
  expect(translated.filter(({ english, german }) => places(english).join() !== places(german).join())).toEqual([])
})

test('no entry is of a rule or an ailment that does not exist', () => {
  const known = [...facts.keys(), 'general', 'remedies']
  expect(Object.keys(phrases).filter((entry) => !known.includes(entry))).toEqual([])
})

test('every sentence of the linter and the doctor is said in German', () => {
  expect([...everything].filter(isMissing)).toEqual([])
})

const others = ['policy', 'verify', 'review', 'artifacts'].map((folder) => sourceSentences(`src/core/${folder}`))
const saidThere = new Set([
  ...others.flatMap((ofFolder) => [...ofFolder]).filter((sentence) => !sourceSentences('src/core/policy/json').has(sentence)),
  ...[...Object.values(artifactDialects), ...Object.values(rolloutDialects)].flatMap(({ title, purpose, needs }) => [
    title,
    purpose,
    ...needs,
  ]),
  ...describedActions.map((action) => actionRisk(action)),
])
const saidInGerman = [plainPhrases, artifactPhrases, rolloutPhrases, riskPhrases].flatMap((book) =>
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
