import { expect, test } from 'vitest'
import { readVendorConfig } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }

const errorsIn = (words: object): readonly string[] =>
  readVendorConfig({ ...demoVendor, words })
    .findings.filter(({ severity, path }) => severity === 'error' && path[0] === 'words')
    .map(({ path, message }) => `${path.join(' > ')}: ${message}`)

test('accepts texts of known catalogs and keys', () => {
  expect(errorsIn({ en: { account: { submit: 'Next', 'accountId.label': 'Account' } }, de: { role: { launch: 'Los' } } })).toEqual([])
})

test('reads the earlier key of a text as its present one', () => {
  const words = { en: { receipt: { 'facts.seen': 'Seen on' } }, de: { many: { 'table.sorted.lastLook.up': 'Alte zuerst' } } }
  expect(readVendorConfig({ ...demoVendor, words }).vendor?.words).toEqual({
    en: { receipt: { 'facts.checkedAt': 'Seen on' } },
    de: { many: { 'table.sorted.lastCheckedAt.up': 'Alte zuerst' } },
  })
})

test('names the nearest catalog and the nearest key', () => {
  expect(errorsIn({ en: { acount: { submit: 'Next' }, account: { 'accountId.lable': 'Account' } } })).toEqual([
    'words > en > acount: There is no catalog "acount". Did you mean "account"?',
    'words > en > account > accountId.lable: The catalog "account" has no text "accountId.lable". Did you mean "accountId.label"?',
  ])
})

test('rejects a language that the wizard does not have', () => {
  expect(errorsIn({ fr: { account: { submit: 'Suivant' } } })).toEqual(['words > fr: The wizard doesn\'t have "fr". Use "en" or "de".'])
})
