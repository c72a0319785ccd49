import { replaceHash } from '#ui/browser/use-hash.ts'
import { type ManyRoute, routeHash } from '#wizard/app/routes.ts'

export type AccountsRoute = Extract<ManyRoute, { kind: 'accounts' }>

/** The columns that sort the rows. */
export const sortKeys = ['account', 'name', 'status', 'lastLook'] as const
export type SortKey = (typeof sortKeys)[number]

/** Null: as they were connected. */
export type AccountOrder = { readonly by: SortKey; readonly isDescending: boolean } | null

export const orderText = (order: AccountOrder): string => (order === null ? '' : `${order.isDescending ? '-' : ''}${order.by}`)

export function orderOf(text: string): AccountOrder {
  const by = sortKeys.find((key) => key === text.replace(/^-/, ''))
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
