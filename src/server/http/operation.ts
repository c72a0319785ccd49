import type { Context } from 'hono'
import type * as z from 'zod/mini'
import { ApiProblem, type ApiProblemCode } from '#core/connection/problem.ts'
import type { Limits } from '#server/registry/limits.ts'
import type { VendorScope } from '#server/sessions/vendor-tokens.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import type { Identified } from './request-facts.ts'
import type { OfVendor } from './vendor-authentication.ts'

/** A JSON schema with a name of its own in the API description. */
export type Body<Schema extends z.ZodMiniType = z.ZodMiniType> = {
  readonly name: string
  readonly schema: Schema
  /** The meaning of each field. Null: described elsewhere. */
  readonly fields: Readonly<Record<string, string>> | null
  /** Bodies inside this one. */
  readonly parts: readonly Body[]
}

export function body<Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  fields: Body['fields'],
  parts: readonly Body[] = [],
): Body<Schema> {
  return { name, schema, fields, parts }
}

export type Success =
  | { readonly status: 204; readonly description: string }
  | ({ readonly status: 200 | 201; readonly description: string } & (
      | { readonly body: Body }
      | {
          readonly mediaType: 'application/jose' | 'text/html' | 'text/plain' | 'application/json'
          /** The content of a signed response. */
          readonly content?: Body
        }
    ))

/** Names of what the audit log records. Permanent, because programs search for them. */
type AuditAction =
  | 'session.opened'
  | 'session.ended'
  | 'connection.claimed'
  | 'connection.changed'
  | 'connection.handed-off'
  | 'connection.verified'
  | 'connection.rotated'
  | 'connection.disconnected'
  | 'connection.deleted'
  | 'tenant.deleted'
  | 'handoff.answered'
  | 'handoff.revoked'
  | 'event.redelivered'
  | 'event.tested'

type Described = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** With `:id` for a named part. */
  readonly path: string
  readonly id: string
  readonly title: string
  readonly description: string
  readonly query?: readonly { readonly name: string; readonly required: boolean; readonly description: string }[]
  /** Absent: the operation reads no body. */
  readonly request?: Body
  readonly responses: readonly Success[]
  /** Absent only where nothing can change. */
  readonly audit?: AuditAction
  /** Problems in addition to those that follow from the access, the body and the limits. */
  readonly problems?: readonly ApiProblemCode[]
  /** The limits that each request counts for: one by requester, one by client address. */
  readonly limits?: { readonly requester?: keyof Limits; readonly address?: keyof Limits }
}

type Handler<Env extends object> = (dependencies: AppDependencies) => (context: Context<Env>) => Response | Promise<Response>

/** One route: mounted, described, limited and tested from this object alone. */
export type Operation = Described &
  (
    | { readonly access: 'anyone'; readonly handler: Handler<Identified> }
    | {
        /** A hand-off guest can call only operations for `tenant-or-guest`. */
        readonly access: 'tenant' | 'tenant-or-guest'
        /** By default a viewer can call only GET operations. */
        readonly viewers?: 'all'
        readonly handler: Handler<Authenticated>
      }
    | {
        /** Tokens of the vendor's back end, which see all tenants. */
        readonly access: 'vendor'
        readonly scope: VendorScope
        readonly handler: Handler<OfVendor>
      }
  )

const bodyProblems = ['malformed-json', 'body-too-large', 'invalid'] as const
const accessProblems = {
  anyone: [],
  tenant: ['unauthenticated', 'beyond-handoff'],
  'tenant-or-guest': ['unauthenticated', 'handoff-unknown', 'handoff-expired', 'handoff-revoked'],
  vendor: ['vendor-api-off', 'vendor-token-missing', 'vendor-token-invalid', 'vendor-token-audience', 'insufficient-scope', 'not-ready'],
} as const satisfies Readonly<Record<Operation['access'], readonly ApiProblemCode[]>>

const isClosedToViewers = (operation: Operation): boolean =>
  operation.access !== 'anyone' && operation.access !== 'vendor' && operation.method !== 'get' && operation.viewers !== 'all'

/** Every problem that the operation can return, apart from those that any request can meet. */
export function problemsOf(operation: Operation): readonly ApiProblemCode[] {
  return [
    ...new Set<ApiProblemCode>([
      ...(operation.request === undefined ? [] : bodyProblems),
      ...accessProblems[operation.access],
      ...(isClosedToViewers(operation) ? (['viewer-cannot-change'] as const) : []),
      ...(operation.problems ?? []),
      ...(operation.limits === undefined ? [] : (['rate-limited'] as const)),
    ]),
  ]
}

const problemBody = body('Problem', ApiProblem, {
  type: 'A URL that explains the code.',
  title: 'A short description of the problem.',
  status: 'The HTTP status.',
  code: 'Permanent. Programs decide by this.',
  detail: 'More about this occurrence.',
  traceId:
    'The trace that the log has of this request. Present if the request had a `traceparent`, or with status 5xx. The header `traceresponse` always has it.',
  issues: 'Each rejected field: its path, a code, and what is expected.',
})

function withParts(given: Body): readonly Body[] {
  return [given, ...given.parts.flatMap(withParts)]
}

const byName = (bodies: readonly Body[]): readonly Body[] => [...new Map(bodies.map((given) => [given.name, given])).values()]

/** The bodies of requests, before defaults are filled in and texts are cleaned. */
export const requestBodies = (operations: readonly Operation[]): readonly Body[] =>
  byName(operations.flatMap(({ request }) => (request === undefined ? [] : withParts(request))))

function bodiesOf(response: Success): readonly Body[] {
  if ('body' in response) return withParts(response.body)
  return 'content' in response && response.content !== undefined ? withParts(response.content) : []
}

export const responseBodies = (operations: readonly Operation[]): readonly Body[] =>
  byName([...operations.flatMap(({ responses }) => responses.flatMap(bodiesOf)), problemBody])
