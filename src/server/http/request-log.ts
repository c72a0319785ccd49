import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import * as z from 'zod/mini'
import type { AppDependencies } from './app-dependencies.ts'

export type Identified = { readonly Variables: { requestId: string } }

/** The route that answered, not the address: what stands in an address is not ours to keep. */
export function requestLog({ log, metrics }: Pick<AppDependencies, 'log' | 'metrics'>) {
  return createMiddleware<Identified>(async (context, next) => {
    const startedAt = performance.now()
    const requestId = crypto.randomUUID()
    context.set('requestId', requestId)
    await next()
    context.header('X-Request-Id', requestId)
    const ms = Math.round(performance.now() - startedAt)
    const answered = { method: context.req.method, route: routePath(context), status: context.res.status, ms }
    log.info({ requestId, ...answered }, 'answered')
    metrics.countRequest(answered)
  })
}

/** Such as `SQLITE_FULL`, which says what to do. Anything longer may hold what was sent. */
const ErrorCode = z.object({ code: z.string().check(z.regex(/^[A-Z][A-Z_]{2,40}$/)) })

/** Only the name of an error, its code and where it was thrown: its message may hold what was sent. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...ErrorCode.safeParse(error).data, at: frames.slice(0, 12).map((line) => line.trim()) }
}
