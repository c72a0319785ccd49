import { createMiddleware } from 'hono/factory'
import type { Authenticated } from './app-dependencies.ts'
import { problem } from './problems.ts'
import type { Sessions } from './sessions.ts'

/** Knows the tenant by the bearer token. https://www.rfc-editor.org/rfc/rfc6750 */
export function authentication(sessions: Sessions) {
  return createMiddleware<Authenticated>(async (context, next) => {
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1]
    const tenant = token === undefined ? null : await sessions.tenantOf(token)
    if (tenant === null) return problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer realm="rolebridge"' } })
    context.set('tenant', tenant)
    return next()
  })
}
