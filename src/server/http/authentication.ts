import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Connection } from '#core/connection/connection.ts'
import { handoffStanding } from '#core/connection/handoff.ts'
import type { ConnectionState, Registry } from '#server/registry/registry.ts'
import type { Member } from '#server/sessions/session-tokens.ts'
import type { Sessions } from '#server/sessions/sessions.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { problem } from './problems.ts'
import { note, shortHash } from './request-facts.ts'

export const bearer = (request: Request): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]

const unauthenticated = () => problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge"' } })

type Access = {
  /** A viewer can only read, unless the route changes nothing for a viewer. */
  readonly viewers: 'read' | 'all'
}

const readingMethods: readonly string[] = ['GET', 'HEAD']

const isDenied = ({ role }: Member, method: string, { viewers }: Access): boolean =>
  role === 'viewer' && viewers === 'read' && !readingMethods.includes(method)

/** Identifies the tenant by the bearer token, and rejects hand-off guests. https://www.rfc-editor.org/rfc/rfc6750 */
export function authentication(sessions: Sessions, access: Access = { viewers: 'read' }) {
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = bearer(context.req.raw)
    const member = token === undefined ? null : await sessions.memberOf(token)
    if (member === null) {
      const isGuest = token !== undefined && (await sessions.handoffOf(token)) !== null
      return isGuest ? problem('beyond-handoff') : unauthenticated()
    }
    if (isDenied(member, context.req.method, access)) return problem('viewer-cannot-change')
    context.set('tenant', member.tenant)
    context.set('tenantName', member.name)
    context.set('role', member.role)
    context.set('guest', null)
    note(context, { tenant: shortHash(member.tenant), role: member.role, sessionId: member.sessionId })
    return next()
  })
}

type Admission = Pick<AppDependencies, 'sessions' | 'registry' | 'now'>

/** Like `authentication`, but also accepts the guest of an open hand-off, whom the route finds in `guest`. */
export function admission({ sessions, registry, now }: Admission, access?: Access) {
  const authenticated = authentication(sessions, access)
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = bearer(context.req.raw)
    const handoffId = token === undefined ? null : await sessions.handoffOf(token)
    if (handoffId === null) return authenticated(context, next)
    const record = await registry.handoffs.find(handoffId)
    if (record === null || !sessions.admits(record.tenant)) return problem('handoff-unknown')
    const status = handoffStanding(record.handoff, now())
    if (status !== 'open') return problem(`handoff-${status}`)
    context.set('tenant', record.tenant)
    context.set('tenantName', record.handoff.requestedBy)
    context.set('role', 'editor')
    context.set('guest', record.handoff)
    note(context, { tenant: shortHash(record.tenant), role: 'colleague', handoff: shortHash(record.handoff.id) })
    return next()
  })
}

export const idInPath = ({ req }: Context<Authenticated>): string => req.param('id') ?? ''

const inPath =
  <Found>(read: (registry: Registry) => (tenant: string, id: string) => Promise<Found | null>) =>
  async (context: Context<Authenticated>, registry: Registry): Promise<Found | null> => {
    const guest = context.get('guest')
    const id = idInPath(context)
    const found = guest === null || guest.connectionId === id ? await read(registry)(context.get('tenant'), id) : null
    // An ID of no connection can be anything that a client sends.
    if (found !== null) note(context, { connectionId: id })
    return found
  }

/** The connection in the path if it belongs to the tenant and, for a hand-off guest, if the hand-off is about it. */
export const connectionInPath = inPath<Connection>(({ find }) => find)

/** Like `connectionInPath`, with what its last check found. */
export const stateInPath = inPath<ConnectionState>(({ state }) => state)
