import { createMiddleware } from 'hono/factory'
import { handoffStanding } from '#core/handoff.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { problem } from './problems.ts'
import type { Sessions } from './sessions.ts'

export const bearer = (request: Request): string | undefined => /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]

const unauthenticated = () => problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge"' } })

/** Knows the tenant by the bearer token. Who came by a hand-off stays outside. https://www.rfc-editor.org/rfc/rfc6750 */
export function authentication(sessions: Sessions) {
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = bearer(context.req.raw)
    const tenant = token === undefined ? null : await sessions.tenantOf(token)
    if (tenant === null) {
      const isGuest = token !== undefined && (await sessions.handoffOf(token)) !== null
      return isGuest ? problem('beyond-handoff') : unauthenticated()
    }
    context.set('tenant', tenant)
    context.set('guest', null)
    return next()
  })
}

/** As `authentication`, and lets in who came by a hand-off that is open at this very moment. The route looks at `guest`. */
export function admission({ sessions, registry, now }: Pick<AppDependencies, 'sessions' | 'registry' | 'now'>) {
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = bearer(context.req.raw)
    if (token === undefined) return unauthenticated()
    const tenant = await sessions.tenantOf(token)
    if (tenant !== null) {
      context.set('tenant', tenant)
      context.set('guest', null)
      return next()
    }
    const handoffId = await sessions.handoffOf(token)
    if (handoffId === null) return unauthenticated()
    const record = await registry.handoffs.find(handoffId)
    if (record === null) return problem('handoff-unknown')
    const standing = handoffStanding(record.handoff, now())
    if (standing !== 'open') return problem(`handoff-${standing}`)
    context.set('tenant', record.tenant)
    context.set('guest', record.handoff)
    return next()
  })
}
