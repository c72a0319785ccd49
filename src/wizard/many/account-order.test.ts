import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { VerdictKind } from '#core/verify/probe-result.ts'
import { accountShows, readRoute } from '#wizard/app/routes.ts'
import { type AccountOrder, accountsHash, inPlace, nextOrder, readAccountOrder, sortedRows, sortKeys } from './account-order.ts'
import { type AccountRow, accountRows } from './account-rows.ts'
import { firstCheck } from './schedule.ts'

type Seen = { readonly name: string | null; readonly kind: VerdictKind | null; readonly second: number }

function rowsOf(seen: readonly Seen[]): readonly AccountRow[] {
  const connections = seen.map(({ name }, index) =>
    Connection.parse({
      id: `c${index}`,
      accountId: String(444455556666 - index),
      region: 'us-east-1',
      externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
      permissions: {},
      roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
      createdAt: '2026-11-22T08:00:00.000Z',
      ...(name === null ? {} : { name }),
    }),
  )
  const checks = seen.map(({ kind, second }, index) => {
    const checkedAt = new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString()
    return [`c${index}`, firstCheck(kind === null ? null : { kind, diagnosis: 'verified', checkedAt, simulated: true }, 0)] as const
  })
  return accountRows(connections, new Map(checks))
}

const ids = (rows: readonly AccountRow[]) => rows.map(({ connection }) => connection.id)
const orders: fc.Arbitrary<AccountOrder> = fc.option(fc.record({ by: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }))
const seen: fc.Arbitrary<readonly Seen[]> = fc.array(
  fc.record({
    name: fc.option(fc.stringMatching(/^[A-Za-zÄäß0-9 ]{1,8}$/).filter((text) => text.trim() === text)),
    kind: fc.option(fc.constantFrom(...VerdictKind.options)),
    second: fc.integer({ min: 0, max: 59 }),
  }),
  { maxLength: 12 },
)

test('a heading sorts ascending, then descending, then not at all', () => {
  const up = nextOrder(null, 'status')
  const down = nextOrder(up, 'status')
  expect([up, down, nextOrder(down, 'status')]).toEqual([{ by: 'status', isDescending: false }, { by: 'status', isDescending: true }, null])
  expect(nextOrder(down, 'name')).toEqual({ by: 'name', isDescending: false })
})

test('sorts failures first by status, numbers numerically by name, and empty values last', () => {
  const rows = rowsOf([
    { name: 'Team 10', kind: 'verified', second: 3 },
    { name: null, kind: null, second: 0 },
    { name: 'Team 9', kind: 'waiting', second: 1 },
    { name: 'Ärger', kind: 'unsafe', second: 2 },
  ])
  const sorted = (by: (typeof sortKeys)[number], isDescending = false) => ids(sortedRows(rows, { by, isDescending }))
  expect(sorted('status')).toEqual(['c3', 'c2', 'c1', 'c0'])
  expect(sorted('status', true)).toEqual(['c0', 'c1', 'c2', 'c3'])
  expect(sorted('name')).toEqual(['c3', 'c2', 'c0', 'c1'])
  expect(sorted('name', true)).toEqual(['c0', 'c2', 'c3', 'c1'])
  expect(sorted('lastCheckedAt')).toEqual(['c2', 'c3', 'c0', 'c1'])
  expect(sorted('account')).toEqual(['c3', 'c2', 'c1', 'c0'])
})

propertyTest.prop([seen, seen, orders])(
  'no row is lost by sorting, and none moves when something else is seen of it',
  (before, after, order) => {
    const rows = rowsOf(before)
    const sorted = sortedRows(rows, order)
    expect(ids(sorted).toSorted()).toEqual(ids(rows).toSorted())
    const places = new Map(ids(sorted).map((id, index) => [id, index]))
    const later = rowsOf([...before.map((row, index) => ({ ...row, kind: after[index]?.kind ?? null })), ...after])
    expect(ids(inPlace(later, places)).slice(0, rows.length)).toEqual(ids(sorted))
    expect(ids(inPlace(later, places)).slice(rows.length)).toEqual(ids(later).slice(rows.length))
  },
)

propertyTest.prop([fc.constantFrom(...accountShows), fc.string({ unit: 'grapheme' }), orders])(
  'the address holds the order beside what the table is narrowed to',
  (show, text, order) => {
    const route = { kind: 'accounts', show, text } as const
    expect(readRoute(accountsHash(route, order))).toEqual(route)
    expect(readAccountOrder(accountsHash(route, order))).toEqual(order)
  },
)

propertyTest.prop([fc.string({ unit: 'binary' })])('reads any query as an order or none, without throwing', (text) => {
  expect(() => readAccountOrder(`#/accounts?sort=${text}`)).not.toThrow()
})

test('reads the order in a link of version 0.1', () => {
  expect(readAccountOrder('#/accounts?sort=-lastLook')).toEqual({ by: 'lastCheckedAt', isDescending: true })
})
