import { expect, test } from 'vitest'
import { spokenLanguages } from '#core/connection/vendor-config/text-rules.ts'
import { accountWords } from '#wizard/words/account.ts'
import { reviewWords } from '#wizard/words/review.ts'
import { shellWords } from '#wizard/words/shell.ts'
import { speak, spokenLanguage, whenLanguageChanges } from './language.ts'
import { offeredLanguages } from './languages.ts'
import { pseudoSays, pseudoWords } from './pseudo.ts'
import { spokenNumber } from './spoken-number.ts'
import { spokenText } from './spoken-text.ts'

const german = { code: 'de', locale: 'de-AT' } as const
const english = { code: 'en', locale: 'en' } as const

test('words follow the language of the page, also those of a part of a catalogue that was taken before', async () => {
  const { steps } = shellWords
  expect(steps.account).toBe('Account')
  await speak(german)
  expect([steps.account, accountWords.heading('Acme'), spokenLanguage().locale]).toEqual([
    'Konto',
    'In welchem Konto soll Acme arbeiten?',
    'de-AT',
  ])
  expect([spokenText({ en: 'Write', de: 'Schreiben' }), spokenText({ en: 'Read', fr: 'Lire' })]).toEqual(['Schreiben', 'Read'])
  await speak(english)
  expect([steps.account, accountWords.heading('Acme')]).toEqual(['Account', 'Which account should Acme work in?'])
})

test('a change of language is told once the words are there', async () => {
  const told: string[] = []
  const forget = whenLanguageChanges(() => told.push(shellWords.help))
  await speak(german)
  await speak(english)
  forget()
  await speak(german)
  await speak(english)
  expect(told).toEqual(['Hilfe', 'Help'])
})

test('of two languages that are asked for in a row the last one is spoken, however long the words of the first take', async () => {
  await Promise.all([speak({ code: 'en-XA', locale: 'en-XA' }), speak(english)])
  expect(spokenLanguage().code).toBe('en')
})

test('numbers are written as the region of the page writes them', async () => {
  await speak({ code: 'de', locale: 'de-CH' })
  expect(spokenNumber(1.25, 1)).toBe('1.3')
  await speak(german)
  expect(spokenNumber(1.25, 2)).toBe('1,25')
  await speak(english)
})

test('pseudo-locale puts every text in brackets, longer than it was and readable', async () => {
  await speak({ code: 'en-XA', locale: 'en-XA' })
  expect(shellWords.help).toBe('⟦Ĥéĺþ ~~⟧')
  expect(shellWords.title('A', 'B')).toMatch(/^⟦À · Ƀ ~+⟧$/)
  expect(reviewWords.deputy.text('Acme').every((text) => text.startsWith('⟦'))).toBe(true)
  await speak(english)
})

/** Each word between the signs that turn it round, shown as ‹word›. */
const turned = (text: string): string =>
  text
    .replaceAll('\u200f\u202e', '‹')
    .replaceAll('\u202c\u200f', '›')
    .replace(/[\u2068\u2069]/g, '|')

/** A text of a catalogue, mirrored. */
const mirrored = (text: (...values: readonly string[]) => string, ...values: readonly string[]): string =>
  String(Object.values(pseudoWords({ text: text(...values) }, (english) => pseudoSays.mirrored(english, values)))[0])

test('the other pseudo-locale turns words round, but no name, number or code', async () => {
  await speak({ code: 'ar-XB', locale: 'ar-XB' })
  expect(turned(shellWords.help)).toBe('‹Help›')
  expect(turned(accountWords.heading('Acme & Co.'))).toBe('‹Which› ‹account› ‹should› |Acme & Co.| ‹work› ‹in?›')
  expect(turned(accountWords.accountId.read('4444 5555 6666', 'role-arn', shellWords.help))).toBe(
    '‹Account› |4444 5555 6666| · ‹taken› ‹from› ‹the› ‹role› ‹ARN› · ‹Help›',
  )
  expect(turned(mirrored((key, owner) => `Read ${key} in all buckets of ${owner}`, 'a', 'x'))).toBe(
    '‹Read› |a| ‹in› ‹all› ‹buckets› ‹of› |x|',
  )
  expect(turned(mirrored((text) => `As arn:aws:iam::${text}:root, or /a/b/.`, '111122223333'))).toBe(
    '‹As› |arn:aws:iam::111122223333:root|, ‹or› |/a/b/|.',
  )
  expect(accountWords.accountId.hint).toMatch(/^12 /)
  await speak(english)
})

test('a catalogue lists its keys whatever the language', async () => {
  const keys = Object.keys(shellWords.steps)
  await speak(german)
  expect(Object.entries(shellWords.steps)).toEqual([
    ['account', 'Konto'],
    ['role', 'Rolle anlegen'],
    ['connected', 'Verbunden'],
  ])
  await speak(english)
  expect(keys).toEqual(['account', 'role', 'connected'])
})

test('the rules of the config know the languages that are offered', () => {
  expect(offeredLanguages.map(({ code }) => code)).toEqual(spokenLanguages)
})
