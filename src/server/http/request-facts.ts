import type { Context } from 'hono'
import { sha256Hex } from '#core/text/sha256.ts'

/** IDs and codes that the log has about a request. There is no place for an external ID, a token, or the name of a tenant. */
export type RequestFacts = {
  /** See `shortHash`. */
  readonly tenant?: string
  readonly role?: 'editor' | 'viewer' | 'colleague' | 'vendor'
  /** The `sub` of a token of the vendor's back end. See `shortHash`. */
  readonly caller?: string
  readonly sessionId?: string
  /** See `shortHash`. */
  readonly handoff?: string
  readonly connectionId?: string
  readonly connectionIds?: readonly string[]
  /** The ID of an event for the vendor's back end. */
  readonly event?: string
  readonly verdict?: string
  readonly diagnosis?: string
  /** A step of the end of a connection. */
  readonly removal?: 'requested' | 'confirmed' | 'canceled'
  /** The side that said that the role is deleted. */
  readonly confirmedBy?: 'customer' | 'vendor'
  /** A step of the replacement of an external ID. */
  readonly rotation?: 'started' | 'canceled'
  /** True where the request found everything as it was. */
  readonly isUnchanged?: boolean
}

export type ResponseHeaders = Readonly<Record<string, string>>

/** `headers` are those of every response. */
export type Identified = {
  readonly Variables: { requestId: string; traceId: string; facts: RequestFacts; headers: ResponseHeaders }
}

type Variables = Identified['Variables']

/** Reads the variables of a context that can have more of them. */
export type Facts = { readonly get: <Name extends keyof Variables>(name: Name) => Variables[Name] }

type Noted = { readonly get: (key: 'facts') => RequestFacts; readonly set: (key: 'facts', facts: RequestFacts) => void }

/** Adds to what the log says about this request. */
export function note(context: Noted, facts: RequestFacts): void {
  context.set('facts', { ...context.get('facts'), ...facts })
}

const hashLength = 16
const keptMaximum = 10_000
const kept = new Map<string, string>()

/** Distinguishes tenants and hand-offs in the log without naming them. For a tenant it is the start of the ID that its sessions have. */
export function shortHash(name: string): string {
  const known = kept.get(name)
  if (known !== undefined) return known
  const hash = sha256Hex(name).slice(0, hashLength)
  if (kept.size >= keptMaximum) kept.clear()
  kept.set(name, hash)
  return hash
}

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const traceParent = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(-.*)?$/

/** The trace that a request belongs to. Without a valid one it begins its own, which is named like the request. */
export function traceIdOf(req: Pick<Context['req'], 'header'>, requestId: string): string {
  const [, version, traceId, more] = traceParent.exec(req.header('traceparent') ?? '') ?? []
  const isValid = traceId !== undefined && !(version === '00' && more !== undefined)
  return isValid ? traceId : requestId.replaceAll('-', '')
}

const spanLength = 16

/** Names the trace to the client. https://w3c.github.io/trace-context/#traceresponse-header */
export const traceResponse = (traceId: string, requestId: string): string =>
  `00-${traceId}-${requestId.replaceAll('-', '').slice(-spanLength)}-00`
