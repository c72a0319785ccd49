import { useMemo, useState } from 'react'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import { spokenLanguage } from '#i18n/language.ts'
import { replaceHash } from '#ui/browser/use-hash.ts'
import { type ManyRoute, routeHash } from '#wizard/app/routes.ts'
import type { AccountRow } from './account-rows.ts'

export type AccountsRoute = Extract<ManyRoute, { kind: 'accounts' }>

/** What the rows can be sorted by. */
export const sortKeys = ['account', 'name', 'status', 'lastLook'] as const
export type SortKey = (typeof sortKeys)[number]

/** Null: as they were connected. */
export type AccountOrder = { readonly by: SortKey; readonly isDescending: boolean } | null

const orderText = (order: AccountOrder): string => (order === null ? '' : `${order.isDescending ? '-' : ''}${order.by}`)

function orderOf(text: string): AccountOrder {
  const by = sortKeys.find((key) => key === text.replace(/^-/, ''))
  return by === undefined ? null : { by, isDescending: text.startsWith('-') }
}

/** The order stands behind what the table is narrowed to; what is none of ours is no order. Never throws. */
export function readAccountOrder(hash: string): AccountOrder {
  return orderOf(new URLSearchParams(/\?(.*)$/.exec(hash)?.[1] ?? '').get('sort') ?? '')
}

/** In the place of the entry that is there: each key is no step to go back to. Told at once, so that the caret stays where it is. */
export function replaceAccounts(route: AccountsRoute, order: AccountOrder): void {
  replaceHash(accountsHash(route, order))
}

export const accountsHash = (route: AccountsRoute, order: AccountOrder): string =>
  order === null ? routeHash(route) : `${routeHash(route)}?sort=${orderText(order)}`

/** What another press on a heading leads to: up, down, and as it was. */
export function nextOrder(order: AccountOrder, by: SortKey): AccountOrder {
  if (order?.by !== by) return { by, isDescending: false }
  return order.isDescending ? null : { by, isDescending: true }
}

/** What wants somebody’s attention comes first; what was not looked at yet is before what is verified. */
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
const notLooked = 7

/** Null where a row has no such value: it stays at the end in either direction. */
const values: Readonly<Record<SortKey, (row: AccountRow) => string | number | null>> = {
  account: ({ connection }) => connection.accountId,
  name: ({ connection }) => connection.name ?? null,
  status: ({ sight }) => (sight?.look == null ? notLooked : kinds[sight.look.kind]),
  lastLook: ({ sight }) => (sight?.look == null ? null : Date.parse(sight.look.checkedAt)),
}

/** Sorted in the manner of the language; equals stay as they were connected. */
export function sortedRows(rows: readonly AccountRow[], order: AccountOrder): readonly AccountRow[] {
  if (order === null) return rows
  const { compare } = new Intl.Collator(spokenLanguage().locale, { numeric: true })
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

export type OrderedRows = {
  readonly rows: readonly AccountRow[]
  /** Something was seen since that would give a row another place. */
  readonly isStale: boolean
  readonly sortAgain: () => void
}

/** A row does not jump from under the pointer because its role was looked at: places are given when somebody asks for them. */
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
