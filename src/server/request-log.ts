import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { Log } from './app-dependencies.ts'

export type Identified = { readonly Variables: { requestId: string } }

/** The route, not the address: what stands in an address is not ours to keep. */
export function requestLog(log: Log) {
  return createMiddleware<Identified>(async (context, next) => {
    const startedAt = performance.now()
    const requestId = crypto.randomUUID()
    context.set('requestId', requestId)
    await next()
    context.header('X-Request-Id', requestId)
    const { method } = context.req
    const ms = Math.round(performance.now() - startedAt)
    log.info({ requestId, method, route: routePath(context, -1), status: context.res.status, ms }, 'answered')
  })
}

/** Of an error only its name and where it was thrown: its message may hold what was sent. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, at: frames.slice(0, 12).map((line) => line.trim()) }
}
