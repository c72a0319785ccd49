import type { Context } from 'hono'
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

function enterAsMember(context: Context<Authenticated>, member: Member, access: Access): Response | null {
  if (isDenied(member, context.req.method, access)) return problem('viewer-cannot-change')
  context.set('tenant', member.tenant)
  context.set('tenantName', member.name)
  context.set('role', member.role)
  context.set('guest', null)
  note(context, { tenant: shortHash(member.tenant), role: member.role, sessionId: member.sessionId })
  return null
}

type Admission = Pick<AppDependencies, 'sessions' | 'registry' | 'now'>

async function enterAsGuest(context: Context<Authenticated>, handoffId: string, { sessions, registry, now }: Admission) {
  const record = await registry.handoffs.find(handoffId)
  if (record === null || !sessions.admits(record.tenant)) return problem('handoff-unknown')
  const status = handoffStanding(record.handoff, now())
  if (status !== 'open') return problem(`handoff-${status}`)
  context.set('tenant', record.tenant)
  context.set('tenantName', record.handoff.requestedBy)
  context.set('role', 'editor')
  context.set('guest', record.handoff)
  note(context, { tenant: shortHash(record.tenant), role: 'colleague', handoff: shortHash(record.handoff.id) })
  return null
}

/** The response to a request that goes no further. Null: it goes on. */
export type Guard<Env extends object> = (context: Context<Env>) => Promise<Response | null>

/**
 * Identifies the tenant by the bearer token. With `guests` also the guest of an open hand-off, whom the route finds in `guest`; others are
 * rejected. https://www.rfc-editor.org/rfc/rfc6750
 */
export function authentication(sessions: Sessions, access: Access, guests: Admission | null): Guard<Authenticated> {
  return async (context) => {
    const token = bearer(context.req.raw)
    if (token === undefined) return unauthenticated()
    const member = await sessions.memberOf(token)
    if (member !== null) return enterAsMember(context, member, access)
    const handoffId = await sessions.handoffOf(token)
    if (handoffId === null) return unauthenticated()
    return guests === null ? problem('beyond-handoff') : enterAsGuest(context, handoffId, guests)
  }
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
