import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccountName } from '#core/aws/account-id.ts'
import { delimitedFields } from '#core/connection/accounts/account-columns.ts'
import { readAccountList } from '#core/connection/accounts/account-list.ts'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { accountsCsv } from './accounts-csv.ts'

const names = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((name) => AccountName.safeParse(name).success),
  fc.constantFrom('=HYPERLINK("https://evil.example","x")', '+1', '-2+3', '@SUM(A1)', 'a,b', 'a"b', "'quoted'"),
)

const rows = fc.array(
  fc.record({ from: connections, name: names }).map(({ from: { terms, vendor }, name }) => ({
    vendor,
    connection: { ...terms, id: 'c', roleArn: rolePlan(terms, vendor).roleArn, createdAt: '2026-11-22T08:00:00.000Z', name },
    check: null,
  })),
  { minLength: 1, maxLength: 5 },
)

test('no cell of the file begins what a spreadsheet would run, and every row has all its cells', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const lines = accountsCsv(all).trimEnd().split('\r\n')
      expect(lines).toHaveLength(all.length + 1)
      for (const line of lines) {
        const fields = delimitedFields(line)
        expect(fields).toHaveLength(10)
        for (const field of fields ?? []) expect(field).not.toMatch(/^[=+\-@\t\r]/)
      }
    }),
    { seed },
  )
})

test('the file can be pasted as a list again', () => {
  const vendor = Vendor.parse(demoVendor)
  const connection = (accountId: string, name: string) => {
    const request = { accountId, region: 'eu-west-1', externalId: '-7Qm2vK9dRt4XwB8nZc5Hs2P', name, id: 'c', roleArn: 'r', createdAt: 'd' }
    return { connection: JSON.parse(JSON.stringify(request)), check: null }
  }
  const text = accountsCsv([connection('044455556666', 'Acme, "east"'), connection('777788889999', 'Scans')])
  const { accounts, refused } = readAccountList(text, { vendor, region: 'us-east-1', connected: [] })
  expect(refused).toEqual([])
  expect(accounts.map(({ accountId, name, region }) => [accountId, name, region])).toEqual([
    ['044455556666', 'Acme, "east', 'eu-west-1'],
    ['777788889999', 'Scans', 'eu-west-1'],
  ])
})
