import { createMiddleware } from 'hono/factory'
import { handoffStanding } from '#core/connection/handoff.ts'
import type { Member } from '#server/sessions/session-tokens.ts'
import type { Sessions } from '#server/sessions/sessions.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { problem } from './problems.ts'

export const bearer = (request: Request): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]

const unauthenticated = () => problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge"' } })

type Access = {
  /** A viewer is let through only to read, unless the route says that it changes nothing for a viewer. */
  readonly viewers: 'read' | 'all'
}

const readingMethods: readonly string[] = ['GET', 'HEAD']

const isDenied = ({ role }: Member, method: string, { viewers }: Access): boolean =>
  role === 'viewer' && viewers === 'read' && !readingMethods.includes(method)

/** Knows the tenant by the bearer token. The guest of a hand-off is not let in. https://www.rfc-editor.org/rfc/rfc6750 */
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
    return next()
  })
}

type Admission = Pick<AppDependencies, 'sessions' | 'registry' | 'now'>

/** `authentication` that also lets in the guest of a hand-off that is open now. The route reads `guest`. */
export function admission({ sessions, registry, now }: Admission, access?: Access) {
  const authenticated = authentication(sessions, access)
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = bearer(context.req.raw)
    const handoffId = token === undefined ? null : await sessions.handoffOf(token)
    if (handoffId === null) return authenticated(context, next)
    const record = await registry.handoffs.find(handoffId)
    if (record === null || !sessions.admits(record.tenant)) return problem('handoff-unknown')
    const standing = handoffStanding(record.handoff, now())
    if (standing !== 'open') return problem(`handoff-${standing}`)
    context.set('tenant', record.tenant)
    context.set('tenantName', record.handoff.requestedBy)
    context.set('role', 'editor')
    context.set('guest', record.handoff)
    return next()
  })
}
