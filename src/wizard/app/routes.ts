import { percentDecoded } from '#core/text/strings.ts'

const connectionViews = ['role', 'connected', 'review', 'handoff', 'permissions'] as const
type ConnectionView = (typeof connectionViews)[number]

export type ConnectionRoute = {
  readonly [Kind in ConnectionView]: { readonly kind: Kind; readonly connectionId: string }
}[ConnectionView]

export const accountShows = ['all', 'waiting', 'verified', 'failing'] as const
export type AccountShow = (typeof accountShows)[number]

/** The list that is pasted, and the table of what is connected with what it is narrowed to. */
export type ManyRoute = { readonly kind: 'account-list' } | { readonly kind: 'accounts'; readonly show: AccountShow; readonly text: string }

/** The hash says what is shown and of which connection; nothing else does. */
export type Route =
  | { readonly kind: 'account' }
  | { readonly kind: 'receipt' }
  /** Hands the form to a colleague before the connection exists. */
  | { readonly kind: 'handoff-draft' }
  /** The link that a colleague comes by. */
  | { readonly kind: 'handoff-link'; readonly token: string }
  /** A security review for a reader without a session; `text` holds its data. */
  | { readonly kind: 'shared-review'; readonly text: string }
  /** The vendor's side: the application role, its policies, and the code that switches roles. */
  | { readonly kind: 'hosting' }
  /** The connections of all customers, for the vendor's support. */
  | { readonly kind: 'support' }
  /** The code of a finding or a diagnosis; null: all of them. */
  | { readonly kind: 'explained'; readonly code: string | null }
  | ManyRoute
  | ConnectionRoute

/** The way, in its order. */
export const steps = ['account', 'role', 'connected'] as const
/** Pages that are no part of the way. */
export type SecondaryRoute = Exclude<Route, { kind: (typeof steps)[number] }>

export const isSecondaryRoute = (route: Route): route is SecondaryRoute => !steps.some((kind) => kind === route.kind)

/** A screen reads the part after the question mark itself. */
const connectionRoute = /^#\/connections\/([^/?#]+)\/(\w+)(?:\?.*)?$/

const manyRoute = /^#\/accounts(?:\/(\w+)(?:\/([^?#]*))?)?(?:\?.*)?$/

function readManyRoute(hash: string): ManyRoute | null {
  const found = manyRoute.exec(hash)
  if (found === null) return null
  const [, view = 'all', text = ''] = found
  if (view === 'new' && text === '') return { kind: 'account-list' }
  const show = accountShows.find((each) => each === view)
  const narrowed = percentDecoded(text)
  return show === undefined || narrowed === null ? null : { kind: 'accounts', show, text: narrowed }
}

/** Pages with at most one part in their address. */
const pageRoute = /^#\/(receipt|handoff|review|explained|hosting|support)(?:\/([^/?#]*))?(?:\?.*)?$/

function readPage(hash: string): Route | null {
  const [, page, part = ''] = pageRoute.exec(hash) ?? []
  if (page === 'handoff') return part === '' ? { kind: 'handoff-draft' } : { kind: 'handoff-link', token: part }
  if (page === 'review') return { kind: 'shared-review', text: part }
  if (page === 'explained') return { kind: 'explained', code: part === '' ? null : percentDecoded(part) }
  return page === 'hosting' || page === 'support' || page === 'receipt' ? { kind: page } : null
}

function readConnectionRoute(hash: string): ConnectionRoute | null {
  const [, id = '', view] = connectionRoute.exec(hash) ?? []
  const kind = connectionViews.find((each) => each === view)
  const connectionId = percentDecoded(id)
  return kind === undefined || connectionId === null || connectionId === '' ? null : { kind, connectionId }
}

/** Whatever is nothing that can be shown is the first step. Never throws. */
export function readRoute(hash: string): Route {
  return readManyRoute(hash) ?? readPage(hash) ?? readConnectionRoute(hash) ?? { kind: 'account' }
}

/** The page that explains a rule, a diagnosis or a finding of the doctor. */
export const explainedHash = (code: string): string => `#/explained/${encodeURIComponent(code)}`

function accountsHash({ show, text }: Extract<Route, { kind: 'accounts' }>): string {
  if (text !== '') return `#/accounts/${show}/${encodeURIComponent(text)}`
  return show === 'all' ? '#/accounts' : `#/accounts/${show}`
}

/** The addresses of routes that have just one. */
const fixedHashes = {
  account: '#/',
  'handoff-draft': '#/handoff',
  'account-list': '#/accounts/new',
  receipt: '#/receipt',
  hosting: '#/hosting',
  support: '#/support',
} as const

export function routeHash(route: Route): string {
  if ('connectionId' in route) return `#/connections/${encodeURIComponent(route.connectionId)}/${route.kind}`
  if (route.kind === 'explained') return route.code === null ? '#/explained' : explainedHash(route.code)
  if (route.kind === 'shared-review') return `#/review/${route.text}`
  if (route.kind === 'handoff-link') return `#/handoff/${route.token}`
  return route.kind === 'accounts' ? accountsHash(route) : fixedHashes[route.kind]
}

/** The same for addresses of one screen: what it is narrowed to makes no other one of it. */
export const screenOf = (route: Route): string => routeHash(route.kind === 'accounts' ? { kind: 'accounts', show: 'all', text: '' } : route)
