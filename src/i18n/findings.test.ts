import { expect, test } from 'vitest'
import { artifactDialects } from '#core/artifacts/artifacts.ts'
import { rolloutDialects } from '#core/artifacts/rollout/rollout-artifacts.ts'
import { ailments } from '#core/pasted/pasted-rules.ts'
import { ruleCatalogue } from '#core/rules/catalogue.ts'
import { inPhrases } from '#core/rules/phrases.ts'
import { said } from '#core/rules/said.ts'
import './de/artifacts.ts'
import { phrases } from './de/findings/phrases.ts'
import './de/rollout.ts'
import { checkPhrases } from './de/verdict.ts'
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
