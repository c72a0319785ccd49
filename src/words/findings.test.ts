import { expect, test } from 'vitest'
import { ailments } from '#core/doctor/ailments.ts'
import { ruleCatalogue } from '#core/lint/catalogue.ts'
import { inPhrases, said } from '#core/lint/said.ts'
import { phrases } from './de/findings/phrases.ts'
import { sourceSentences } from './source-sentences.test-data.ts'

const sentences = new Set([...sourceSentences('src/core/lint'), ...sourceSentences('src/core/doctor')])
const facts: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...ruleCatalogue.map(({ id, title, what, why, todo }) => [id, [title, what, why, todo]] as const),
  ...ailments.map(({ id, title }) => [id, [title]] as const),
])
const everything = new Set([...sentences, ...[...facts.values()].flat()])
const translated = Object.entries(phrases).flatMap(([entry, ofEntry]) =>
  Object.entries(ofEntry).map(([english, german]) => ({ entry, english, german })),
)
const places = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort()

/** Goes down to nothing as the German grows, and never up. */
const untranslatedMaximum = 870

/** Until they have their German these are said in English. */
const notYet = (english: string): boolean => !translated.some((phrase) => phrase.english === english)

test('each sentence of another language stands for one that is said', () => {
  expect(translated.filter(({ english }) => !everything.has(english))).toEqual([])
})

test('each sentence has the values of the English one', () => {
  expect(translated.filter(({ english, german }) => places(english).join() !== places(german).join())).toEqual([])
})

test('no entry is of a rule or an ailment that does not exist', () => {
  const known = [...facts.keys(), 'general', 'examination', 'remedies']
  expect(Object.keys(phrases).filter((entry) => !known.includes(entry))).toEqual([])
})

test('a rule or an ailment that has German words has all of them', () => {
  const incomplete = [...facts].filter(([id, texts]) => phrases[id] !== undefined && texts.some(notYet))
  expect(incomplete).toEqual([])
})

test('no more than these are still said in English', () => {
  expect([...everything].filter(notYet).length).toBeLessThanOrEqual(untranslatedMaximum)
})

test('a sentence takes its values with it, those that are sentences too', () => {
  const say = inPhrases({ TP01: { 'A {0}, {1}.': '{1} ist {0}.' }, general: { ' and {0} more': ' und {0} weitere' } })
  expect(say(said`A ${'x'}, ${said`y${said` and ${3} more`}`}.`, 'TP01')).toBe('y und 3 weitere ist x.')
  expect(say(said`B ${'{0}'}.`, 'TP01')).toBe('B {0}.')
})
