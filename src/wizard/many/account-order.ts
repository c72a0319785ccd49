import { useMemo, useState } from 'react'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import { currentLanguage } from '#i18n/language.ts'
import { replaceHash } from '#ui/browser/use-hash.ts'
import { type ManyRoute, routeHash } from '#wizard/app/routes.ts'
import type { AccountRow } from './account-rows.ts'

/** Accounts that need attention come first; unchecked ones come before verified ones. */
const kinds: Readonly<Record<VerdictKind, number>> = {
  unsafe: 0,
  drifted: 1,
  'not-ready': 2,
  partial: 3,
  'vendor-fault': 4,
  inconclusive: 5,
  waiting: 6,
  verified: 8,
}
const notChecked = 7

/** Rows without a value come last in both directions. */
const values: Readonly<Record<SortKey, (row: AccountRow) => string | number | null>> = {
  account: ({ connection }) => connection.accountId,
  name: ({ connection }) => connection.name ?? null,
  status: ({ check }) => (check?.last == null ? notChecked : kinds[check.last.kind]),
  lastCheckedAt: ({ check }) => (check?.last == null ? null : Date.parse(check.last.checkedAt)),
}

/** Sorted in the manner of the language; equals stay as they were connected. */
export function sortedRows(rows: readonly AccountRow[], order: AccountOrder): readonly AccountRow[] {
  if (order === null) return rows
  const { compare } = new Intl.Collator(currentLanguage().locale, { numeric: true })
  const sign = order.isDescending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: values[order.by](row) }))
  const sorted = keyed.toSorted(({ value: one }, { value: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other)))
  })
  return sorted.map(({ row }) => row)
}

type Places = ReadonlyMap<string, number>

const placesOf = (rows: readonly AccountRow[]): Places => new Map(rows.map(({ connection }, index) => [connection.id, index]))

/** Each in the place that it was given; what has none yet comes at the end. */
export function inPlace(rows: readonly AccountRow[], places: Places): readonly AccountRow[] {
  const place = ({ connection }: AccountRow) => places.get(connection.id) ?? rows.length
  return rows.toSorted((one, other) => place(one) - place(other))
}

type OrderedRows = {
  readonly rows: readonly AccountRow[]
  /** Something was seen since that would give a row another place. */
  readonly isStale: boolean
  readonly sortAgain: () => void
}

/** A check must not move a row from under the pointer: rows are sorted only on request. */
export function useOrderedRows(rows: readonly AccountRow[], order: AccountOrder): OrderedRows {
  const text = orderText(order)
  const sorted = useMemo(() => sortedRows(rows, orderOf(text)), [rows, text])
  const [given, give] = useState(() => ({ text, places: placesOf(sorted) }))
  if (given.text !== text) give({ text, places: placesOf(sorted) })
  const ordered = useMemo(() => (text === '' ? rows : inPlace(rows, given.places)), [rows, text, given])
  return {
    rows: ordered,
    isStale: sorted.some((row, index) => row !== ordered[index]),
    sortAgain: () => give({ text, places: placesOf(sorted) }),
  }
}

export type AccountsRoute = Extract<ManyRoute, { kind: 'accounts' }>

/** The columns that sort the rows. */
export const sortKeys = ['account', 'name', 'status', 'lastCheckedAt'] as const
export type SortKey = (typeof sortKeys)[number]

/** Null: as they were connected. */
export type AccountOrder = { readonly by: SortKey; readonly isDescending: boolean } | null

const orderText = (order: AccountOrder): string => (order === null ? '' : `${order.isDescending ? '-' : ''}${order.by}`)

function orderOf(text: string): AccountOrder {
  // Links of version 0.1 have `lastLook`.
  const by = sortKeys.find((key) => key === text.replace(/^-/, '').replace(/^lastLook$/, 'lastCheckedAt'))
  return by === undefined ? null : { by, isDescending: text.startsWith('-') }
}

/** The order follows the filter in the address; an unknown one is no order. Never throws. */
export function readAccountOrder(hash: string): AccountOrder {
  return orderOf(new URLSearchParams(/\?(.*)$/.exec(hash)?.[1] ?? '').get('sort') ?? '')
}

/** Replaces the entry of the history, since a typed letter is no step to go back to. At once, so that the caret stays in its place. */
export function replaceAccounts(route: AccountsRoute, order: AccountOrder): void {
  replaceHash(accountsHash(route, order))
}

export const accountsHash = (route: AccountsRoute, order: AccountOrder): string =>
  order === null ? routeHash(route) : `${routeHash(route)}?sort=${orderText(order)}`

/** Each press on a heading leads to the next order: ascending, descending, none. */
export function nextOrder(order: AccountOrder, by: SortKey): AccountOrder {
  if (order?.by !== by) return { by, isDescending: false }
  return order.isDescending ? null : { by, isDescending: true }
}
