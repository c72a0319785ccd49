import { expect, test } from 'vitest'
import { chosenLanguage } from './chosen-language.ts'

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
