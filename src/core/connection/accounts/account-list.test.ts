import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionOf, Region } from '#core/aws/region.ts'
import { accountIds, seed } from '#core/connection/arbitraries.test-data.ts'
import { refusalMessages } from '#core/connection/refusals.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { accountListMaximum, readAccountList } from './account-list.ts'

const vendor = Vendor.parse(demoVendor)
const context = { vendor, region: 'us-east-1', connected: [] }
const read = (text: string, change: Partial<Parameters<typeof readAccountList>[1]> = {}) => readAccountList(text, { ...context, ...change })

const account = (accountId: string, name: string | null = null, region = 'us-east-1') => ({ accountId, name, region })
const accountsOf = (text: string) => read(text).accounts.map(({ accountId, name, region }) => account(accountId, name, region))

const taken = [
  ['one a line', '444455556666\n777788889999', [account('444455556666'), account('777788889999')]],
  ['commas', '444455556666,Production,eu-west-1', [account('444455556666', 'Production', 'eu-west-1')]],
  ['semicolons', '444455556666;Production;eu-west-1', [account('444455556666', 'Production', 'eu-west-1')]],
  ['tabs', '444455556666\tProduction, Europe\teu-west-1', [account('444455556666', 'Production, Europe', 'eu-west-1')]],
  ['blanks', '444455556666   Production Europe   eu-west-1', [account('444455556666', 'Production Europe', 'eu-west-1')]],
  ['blanks, no region', '444455556666 Production 2', [account('444455556666', 'Production 2')]],
  ['blanks, a region alone', '444455556666 eu-west-1', [account('444455556666', null, 'eu-west-1')]],
  ['the digits in groups', '4444-5555-6666\n7777 8888 9999 Scans', [account('444455556666'), account('777788889999', 'Scans')]],
  ['role ARNs', 'arn:aws:iam::444455556666:role/Admin,Production', [account('444455556666', 'Production')]],
  ['the region before the name', '444455556666,eu-west-1,Production', [account('444455556666', 'Production', 'eu-west-1')]],
  ['the name before the account', 'Production,444455556666', [account('444455556666', 'Production')]],
  ['capital letters', '444455556666,Production,EU-WEST-1', [account('444455556666', 'Production', 'eu-west-1')]],
  ['an empty field', '444455556666,,eu-west-1', [account('444455556666', null, 'eu-west-1')]],
  [
    'other line ends',
    '444455556666\r\n777788889999\r111111111111',
    ['444455556666', '777788889999', '111111111111'].map((id) => account(id)),
  ],
  ['a quote that is not closed', '444455556666,"Prod\n777788889999', [account('444455556666', 'Prod'), account('777788889999')]],
  ['a region of another partition', '444455556666,Gov,us-gov-west-1', [account('444455556666', 'Gov', 'us-gov-west-1')]],
  ['an ARN of another partition', 'arn:aws-cn:iam::444455556666:root', [account('444455556666', null, 'cn-north-1')]],
  [
    'a list of spreadsheets',
    'sep=;\nAccount ID;Region;Name\n444455556666;eu-west-1;Scans',
    [account('444455556666', 'Scans', 'eu-west-1')],
  ],
  [
    'the list of accounts of the Organizations console',
    'Account ID,Account ARN,Account email,Account name,Account status\n444455556666,arn:aws:organizations::111111111111:account/o-1/444455556666,a@acme.example,Scans,ACTIVE',
    [account('444455556666', 'Scans')],
  ],
  ['a heading alone', 'account\n444455556666', [account('444455556666')]],
] as const

test.each(taken)('accounts are read from %s', (_, text, expected) => {
  expect(accountsOf(text)).toEqual(expected)
  expect(read(text).refused).toEqual([])
})

test('quotes inside quotes are read, and quotes around a name go', () => {
  expect(accountsOf('"444455556666","Acme ""east"", Ltd","eu-west-1"')).toEqual([account('444455556666', 'Acme "east", Ltd', 'eu-west-1')])
})

const refused = [
  ['44445555666', 'account-id-zeros'],
  ['"012345678";Scans', 'account-id-zeros'],
  ['4.44456E+11,Scans', 'account-id-rounded'],
  ['4,44456E+11;Scans', 'account-id-rounded'],
  ['4444555566667', 'account-id-length'],
  ['production', 'account-id-characters'],
  ['https://acme.signin.aws.amazon.com/console', 'account-id-alias'],
  ['111122223333,The vendor', 'account-id-is-vendor'],
  ['444455556666,Scans,middle-earth-1', 'region-unknown'],
  ['444455556666,Scans,eu-west-1a', 'region-unknown'],
  ['444455556666,Scans,us-iso-east-1', 'region-isolated'],
  ['444455556666,Scans,eu-north-1', 'region-not-offered'],
  ['arn:aws-cn:iam::444455556666:root,Scans,us-east-1', 'account-id-partition'],
  ['444455556666,Scans,us-east-1,more', 'region-unknown'],
  [`444455556666,${'x'.repeat(129)}`, 'account-name-invalid'],
] as const

test.each(refused)('%j is refused as %s, with its line', (text, code) => {
  const reading = read(`444400000001\n\n${text}\n444400000002`)
  expect(reading.accounts.map(({ accountId }) => accountId)).toEqual(['444400000001', '444400000002'])
  expect(reading.refused).toMatchObject([{ line: 3, text, code }])
  expect(Object.keys(refusalMessages.in('en').codes)).toContain(code)
})

test('where a spreadsheet ate zeros, the account that was probably meant is named', () => {
  expect(read('44445555666').refused).toMatchObject([{ suggestion: '044445555666' }])
})

test('an account counts once in a partition, and the second line says where the first is', () => {
  const reading = read('444455556666\n777788889999\n4444-5555-6666,again,eu-west-1\n444455556666,,us-gov-west-1')
  expect(reading.accounts.map(({ line }) => line)).toEqual([1, 2, 4])
  expect(reading.refused).toMatchObject([{ line: 3, code: 'account-id-repeated', firstLine: 1 }])
})

test('an account that is connected is refused in its partition alone', () => {
  const connected = [{ accountId: '444455556666', region: Region.parse('eu-west-1') }]
  const reading = read('444455556666\n444455556666,,us-gov-west-1', { connected })
  expect(reading.refused).toMatchObject([{ line: 1, code: 'account-connected' }])
  expect(reading.accounts).toHaveLength(1)
})

test('more accounts than a list may have are refused by line', () => {
  const lines = Array.from({ length: accountListMaximum + 2 }, (_, index) => String(400_000_000_000 + index))
  const reading = read(lines.join('\n'))
  expect(reading.accounts).toHaveLength(accountListMaximum)
  expect(reading.refused.map(({ line, code }) => [line, code])).toEqual([
    [accountListMaximum + 1, 'account-list-full'],
    [accountListMaximum + 2, 'account-list-full'],
  ])
})

const anyLine = fc.oneof(
  accountIds,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.stringMatching(/^[\d ",;\t-]{0,20}$/),
  fc.constantFrom('Account,Name', '# remark', '"', ',', 'arn:aws:iam::444455556666:root', '   ', 'sep=,'),
  fc
    .tuple(accountIds, fc.string({ maxLength: 10 }), fc.constantFrom('', 'eu-west-1', 'us-gov-west-1', 'x'))
    .map((fields) => fields.join(',')),
)

test('whatever is pasted, every line that is not empty is an account, a refusal or a heading, once and unchanged', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
      const text = lines.join('\n')
      const { accounts, refused: no, ignored } = read(text)
      const found = [...accounts, ...no, ...ignored].sort((one, other) => one.line - other.line)
      const all = text.split(/\r\n|[\n\r\u2028\u2029]/)
      for (const { line, text: kept } of found) expect(kept).toBe(all[line - 1])
      expect(new Set(found.map(({ line }) => line)).size).toBe(found.length)
      const left = all.filter((_, index) => !found.some(({ line }) => line === index + 1))
      expect(left.join('').replace(/[\s"'`\u00ab\u00ad\u00bb\u2018-\u201d\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, '')).toBe('')
    }),
    { seed },
  )
})

const separators = fc.constantFrom(',', ';', '\t')
const regions = fc.constantFrom(...offeredRegions(vendor).map(({ region }) => region))
const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,;"&().+-]{0,28}[A-Za-z0-9)]$/)
const rows = fc.uniqueArray(fc.record({ accountId: accountIds, name: names, region: regions }), {
  selector: ({ accountId, region }) => `${partitionOf(region)} ${accountId}`,
  maxLength: 30,
})
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

test('what a spreadsheet writes is read back, whatever it separates by and with or without a heading', () => {
  fc.assert(
    fc.property(rows, separators, fc.boolean(), (listed, separator, hasHeading) => {
      const lines = listed.map(({ accountId, name, region }) => [accountId, quoted(name), region].join(separator))
      const text = [...(hasHeading ? [['Account ID', 'Name', 'Region'].join(separator)] : []), ...lines].join('\r\n')
      const own = Object.values(vendor.accounts)
      const expected = listed.filter(({ accountId }) => !own.some((id) => id === accountId))
      expect(accountsOf(text)).toEqual(expected)
    }),
    { seed },
  )
})
