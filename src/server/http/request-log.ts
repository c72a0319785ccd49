import { createMiddleware } from 'hono/factory'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { routePath } from 'hono/route'
import * as z from 'zod/mini'
import type { AppDependencies } from './app-dependencies.ts'

export type Identified = { readonly Variables: RequestIdVariables }

/** Never the ID that a client sends: it could repeat another one, or hold a secret. */
export const identified = requestId({ headerName: '' })

/** Logs the route, not the URL: a URL can hold a secret. */
export function requestLog({ log, metrics }: Pick<AppDependencies, 'log' | 'metrics'>) {
  return createMiddleware<Identified>(async (context, next) => {
    const startedAt = performance.now()
    await next()
    const { requestId } = context.var
    context.header('X-Request-Id', requestId)
    const ms = Math.round(performance.now() - startedAt)
    const answered = { method: context.req.method, route: routePath(context), status: context.res.status, ms }
    log.info({ requestId, ...answered }, 'answered')
    metrics.countRequest(answered)
  })
}

/** For example `SQLITE_FULL`, which says what to do. Anything longer can hold request data. */
const ErrorCode = z.object({ code: z.string().check(z.regex(/^[A-Z][A-Z_]{2,40}$/)) })

/** The name of an error, its code and where it was thrown, but not its message, which can hold request data. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...ErrorCode.safeParse(error).data, at: frames.slice(0, 12).map((line) => line.trim()) }
}
