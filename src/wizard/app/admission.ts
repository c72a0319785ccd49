import { useSyncExternalStore } from 'react'
import type { ProblemCode } from '#core/connection/problem.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { createStore } from '#ui/browser/store.ts'
import { guestSession, type KeptSession, launchToken, tabSession, unexpired } from './kept-session.ts'
import type { Route } from './routes.ts'

/** The work that a launch token would take the page away from. */
export type EarlierWork = { readonly kind: 'tenant' | 'guest' | 'anonymous'; readonly name: string | null }

export type ClosedCode = ProblemCode | 'unreachable' | 'unreadable' | 'stayed'

export type Admission =
  /** A launch token is being exchanged, or the page was made ahead of time. */
  | { readonly kind: 'waiting' }
  /** There is no session yet. Where the server allows it an anonymous one is opened when it is needed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly name: string | null; readonly isViewer: boolean }
  | { readonly kind: 'closed'; readonly code: ClosedCode; readonly detail?: string | undefined }
  /** The token is for another tenant than the one this browser worked for: nothing of it is used before the person agrees. */
  | { readonly kind: 'asks'; readonly from: EarlierWork; readonly to: KeptSession }

/** In place of the screen. */
export type Gate = Exclude<Admission, { kind: 'waiting' | 'none' | 'open' }> | { readonly kind: 'viewer' }

const waiting: Admission = { kind: 'waiting' }

/** Read once, when it is first needed. */
let first: Admission | null = null
/** Null until something was published. */
const admission = createStore<Admission | null>(null)

/** Reads the sessions of this tab. */
function found(): Admission {
  const session = guestSession() ?? tabSession()
  if (session === null) return { kind: 'none' }
  if (unexpired(session) === null && session.tenant !== undefined) return { kind: 'closed', code: 'launch-token-required' }
  return { kind: 'open', name: session.tenant?.name ?? null, isViewer: session.role === 'viewer' }
}

export function currentAdmission(): Admission {
  const published = admission.state()
  if (published !== null) return published
  first ??= launchToken === null ? found() : waiting
  return first
}

/** Without an argument: what the sessions of this tab say now. */
export function publishAdmission(next: Admission = found()): void {
  admission.replace(next)
}

/** Calls back on each change until the returned function is called. */
export const followAdmission = admission.subscribe

export const useAdmission = (): Admission => useSyncExternalStore(followAdmission, currentAdmission, () => waiting)

/** The customer of the vendor that this page works for; null for an anonymous one. */
export function useTenantName(): string | null {
  const now = useAdmission()
  return now.kind === 'open' ? now.name : null
}

export function useIsViewer(): boolean {
  const now = useAdmission()
  return now.kind === 'open' && now.isViewer
}

const startingPoints: readonly Route['kind'][] = ['account', 'account-list', 'handoff-draft']

/** The receipt check, explanations, shared reviews and links of colleagues need no session. */
const needsSession = (route: Route): boolean => startingPoints.includes(route.kind) || route.kind === 'accounts' || 'connectionId' in route

const onlyMakes = ({ kind }: Route): boolean => startingPoints.includes(kind) || kind === 'handoff' || kind === 'permissions'

/** Null where the route can be shown. */
export function gateOf(now: Admission, vendor: ServedVendor, route: Route): Gate | null {
  if (now.kind === 'waiting' || !needsSession(route)) return null
  if (now.kind === 'none') return vendor.launch === 'required' ? { kind: 'closed', code: 'launch-token-required' } : null
  if (now.kind === 'open') return now.isViewer && onlyMakes(route) ? { kind: 'viewer' } : null
  return now
}
