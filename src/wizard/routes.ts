/** What the hash shows of one connection. */
const connectionViews = ['role', 'connected', 'review'] as const
type ConnectionView = (typeof connectionViews)[number]

export type ConnectionRoute = {
  readonly [Kind in ConnectionView]: { readonly kind: Kind; readonly connectionId: string }
}[ConnectionView]

/** The hash says what is shown and of which connection; nothing else does. */
export type Route = { readonly kind: 'account' } | { readonly kind: 'receipt' } | ConnectionRoute

/** What follows a question mark is for whoever shows something beside the step. */
const connectionRoute = /^#\/connections\/([^/?#]+)\/(\w+)(?:\?.*)?$/

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Whatever is nothing that can be shown is the first step. Never throws. */
export function readRoute(hash: string): Route {
  if (/^#\/receipt(\?|$)/.test(hash)) return { kind: 'receipt' }
  const [, id = '', view] = connectionRoute.exec(hash) ?? []
  const kind = connectionViews.find((each) => each === view)
  const connectionId = decoded(id)
  return kind === undefined || connectionId === null || connectionId === '' ? { kind: 'account' } : { kind, connectionId }
}

export function routeHash(route: Route): string {
  if (route.kind === 'account') return '#/'
  return route.kind === 'receipt' ? '#/receipt' : `#/connections/${encodeURIComponent(route.connectionId)}/${route.kind}`
}
