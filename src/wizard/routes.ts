/** The hash says which step is shown and of which connection; nothing else does. */
export type Route =
  | { readonly kind: 'account' }
  | { readonly kind: 'role'; readonly connectionId: string }
  | { readonly kind: 'connected'; readonly connectionId: string }

const connectionRoute = /^#\/connections\/([^/?#]+)\/(role|connected)$/

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Whatever is not a step is the first one. Never throws. */
export function readRoute(hash: string): Route {
  const [, id = '', step] = connectionRoute.exec(hash) ?? []
  const connectionId = decoded(id)
  if (connectionId === null || connectionId === '') return { kind: 'account' }
  return step === 'connected' ? { kind: 'connected', connectionId } : { kind: 'role', connectionId }
}

export function routeHash(route: Route): string {
  return route.kind === 'account' ? '#/' : `#/connections/${encodeURIComponent(route.connectionId)}/${route.kind}`
}
