import { expect, onTestFinished, test } from 'vitest'
import { spokenLanguages } from '#core/connection/vendor-config/text-rules.ts'
import { deriveLanguage, messages, overrideMessages } from '#core/text/messages.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { reviewMessages } from '#wizard/review/review-messages.ts'
import { type ChosenLanguage, chosenLanguage } from './chosen-language.ts'
import { currentLanguage, formatNumber, localized, onLanguageChange, setLanguage, vendorText } from './language.ts'
import { offeredLanguages } from './languages.ts'

const german = { code: 'de', locale: 'de-AT' } as const
const english = { code: 'en', locale: 'en' } as const

async function inLanguage(language: ChosenLanguage): Promise<void> {
  onTestFinished(() => setLanguage(english))
  await setLanguage(language)
}

test('texts follow the language of the page', async () => {
  expect(localized(shellMessages).steps.account).toBe('Account')
  await inLanguage(german)
  expect([localized(shellMessages).steps.account, currentLanguage().locale]).toEqual(['Konto', 'de-AT'])
  expect([vendorText({ en: 'Write', de: 'Schreiben' }), vendorText({ en: 'Read', fr: 'Lire' })]).toEqual(['Schreiben', 'Read'])
})

test('notifies listeners of a language change once the texts are loaded', async () => {
  const heard: string[] = []
  const forget = onLanguageChange(() => heard.push(localized(shellMessages).help))
  await setLanguage(german)
  await setLanguage(english)
  forget()
  await setLanguage(german)
  await setLanguage(english)
  expect(heard).toEqual(['Hilfe', 'Help'])
})

test('the last of two language changes wins, however slow the first is', async () => {
  await Promise.all([setLanguage({ code: 'en-XA', locale: 'en-XA' }), setLanguage(english)])
  expect(currentLanguage().code).toBe('en')
})

test('numbers follow the region of the page', async () => {
  await inLanguage({ code: 'de', locale: 'de-CH' })
  expect(formatNumber(1.25, 1)).toBe('1.3')
  await setLanguage(german)
  expect(formatNumber(1.25, 2)).toBe('1,25')
})

test('the pseudo-locale brackets and lengthens every text', async () => {
  await inLanguage({ code: 'en-XA', locale: 'en-XA' })
  expect(localized(shellMessages).help).toBe('⟦Ĥéĺþ ~~⟧')
  expect(localized(shellMessages).title('A', 'B')).toMatch(/^⟦À · Ƀ ~+⟧$/)
  expect(
    localized(reviewMessages)
      .deputy.text('Acme')
      .every((text) => text.startsWith('⟦')),
  ).toBe(true)
})

/** Each word between the signs that turn it round, shown as ‹word›. */
const turned = (text: string): string =>
  text
    .replaceAll('\u200f\u202e', '‹')
    .replaceAll('\u202c\u200f', '›')
    .replace(/[\u2068\u2069]/g, '|')

const sample = messages('sample', {
  heading: (vendor: string) => `Connect an AWS account to ${vendor}`,
  from: (account: string, place: string) => `Account ${account} · from the role ARN · ${place}`,
  arn: (account: string) => `As arn:aws:iam::${account}:root, or /a/b/.`,
  code: '12 digits',
})

test('the mirrored pseudo-locale reverses words, but no name, number or code', async () => {
  await inLanguage({ code: 'ar-XB', locale: 'ar-XB' })
  const texts = localized(sample)
  expect(turned(localized(shellMessages).help)).toBe('‹Help›')
  expect(turned(texts.heading('Acme & Co.'))).toBe('‹Connect› ‹an› ‹AWS› ‹account› ‹to› |Acme & Co.|')
  expect(turned(texts.from('4444 5555 6666', localized(shellMessages).help))).toBe(
    '‹Account› |4444 5555 6666| · ‹from› ‹the› ‹role› ‹ARN› · ‹Help›',
  )
  expect(turned(texts.arn('111122223333'))).toBe('‹As› |arn:aws:iam::111122223333:root|, ‹or› |/a/b/|.')
  expect(texts.code).toMatch(/^12 /)
})

test('a derived language changes every text that has no translation', () => {
  const catalog = messages('derived', { list: ['a', 'b'], deep: { text: (name: string) => `Hello, ${name}` } })
  deriveLanguage('x-upper', (text, values) => `${text.toUpperCase()} (${values.length})`)
  expect(catalog.in('x-upper').list).toEqual(['A (0)', 'B (0)'])
  expect(catalog.in('x-upper').deep.text('Ann')).toBe('HELLO, ANN (1)')
  catalog.translate('x-upper', { list: [], deep: { text: (name) => name } })
  expect(catalog.in('x-upper').deep.text('Ann')).toBe('Ann')
})

test('a text of the vendor replaces one of a catalog and keeps its values', () => {
  const catalog = messages('overridden', {
    title: 'Hello',
    deep: { count: (count: number, { name }: { readonly name: string }) => `${name}: ${count}` },
    list: ['a', 'b'],
  })
  onTestFinished(() => overrideMessages({}))
  overrideMessages({ en: { overridden: { title: 'Welcome', 'deep.count': '{0} for {name}, {other}', 'list.1': 'z' } } })
  expect(catalog.in('en').title).toBe('Welcome')
  expect(catalog.in('en').deep.count(2, { name: 'Ann' })).toBe('2 for Ann, {other}')
  expect(catalog.in('en').list).toEqual(['a', 'z'])
  expect(catalog.in('de').title).toBe('Hello')
  overrideMessages({})
  expect(catalog.in('en').title).toBe('Hello')
})

test('the config rules know all offered languages', () => {
  expect(offeredLanguages.map(({ code }) => code)).toEqual(spokenLanguages)
})

test.each([
  [['de'], { code: 'de', locale: 'de' }],
  [['de-AT', 'en'], { code: 'de', locale: 'de-AT' }],
  [['fr-FR', 'de-CH', 'en-GB'], { code: 'de', locale: 'de-CH' }],
  [['en-GB', 'de'], { code: 'en', locale: 'en-GB' }],
  [['DE_de', 'de'], { code: 'de', locale: 'de' }],
  [['EN-xa'], { code: 'en-XA', locale: 'en-XA' }],
  [['ar-xb'], { code: 'ar-XB', locale: 'ar-XB' }],
  [['ar-EG', 'ar'], { code: 'en', locale: 'en' }],
  [['fr', ''], { code: 'en', locale: 'en' }],
  [['constructor', '__proto__', 'x'], { code: 'en', locale: 'en' }],
  [[], { code: 'en', locale: 'en' }],
] as const)('chooses the first available language of %j', (wanted, chosen) => {
  expect(chosenLanguage(wanted)).toEqual(chosen)
})
