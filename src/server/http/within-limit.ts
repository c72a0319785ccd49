import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Limit } from '#server/registry/limits.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { rateLimited } from './problems.ts'

/** The guest of a hand-off and the viewers of a tenant have limits of their own, so that they leave those of the tenant alone. */
export function byRequester({ var: { tenant, guest, role } }: Context<Authenticated>): string {
  if (guest !== null) return `handoff:${guest.id}`
  return role === 'viewer' ? `viewers:${tenant}` : tenant
}

export const byAddress =
  ({ clientAddress }: Pick<AppDependencies, 'clientAddress'>) =>
  ({ env, req }: Context): string =>
    clientAddress(env, req.raw)

/** Counts the request for the key, and refuses it past the limit. */
export function withinLimit(limit: Limit, keyOf: (context: Context<Authenticated>) => string) {
  return createMiddleware<Authenticated>(async (context, next) => {
    const answer = await limit(keyOf(context))
    return answer.kind === 'refused' ? rateLimited(answer.retryAfterSeconds) : next()
  })
}
