import type { Context, MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import * as z from 'zod/mini'
import { Problem } from '#core/connection/problem.ts'
import type { AppDependencies } from './app-dependencies.ts'
import type { Operation } from './operation.ts'
import { problemMediaType } from './problems.ts'
import { type Identified, traceIdOf, traceResponse } from './request-facts.ts'

/** Names the trace if the caller has one or needs support. Any other problem is the same each time, so that it reveals nothing. */
const namesTrace = ({ req, res }: Context<Identified>, traceId: string): boolean =>
  res.headers.get('Content-Type') === problemMediaType && (res.status >= 500 || (req.header('traceparent') ?? '').includes(traceId))

async function withTrace(response: Response, traceId: string): Promise<Response> {
  const problem: Problem = { ...Problem.parse(await response.json()), traceId }
  return new Response(JSON.stringify(problem), response)
}

/** Logs the route, not the URL: a URL can hold a secret. */
export function requestLog({ log, metrics }: Pick<AppDependencies, 'log' | 'metrics'>) {
  return createMiddleware<Identified>(async (context, next) => {
    const startedAt = performance.now()
    // Never the ID that a client sends: it could repeat another one, or hold a secret.
    const requestId = crypto.randomUUID()
    context.set('requestId', requestId)
    const traceId = traceIdOf(context.req, requestId)
    context.set('traceId', traceId)
    context.set('facts', {})
    await next()
    if (namesTrace(context, traceId)) context.res = await withTrace(context.res, traceId)
    context.res.headers.set('X-Request-Id', requestId)
    context.res.headers.set('traceresponse', traceResponse(traceId, requestId))
    const ms = Math.round(performance.now() - startedAt)
    const answered = { method: context.req.method, route: routePath(context), status: context.res.status, ms }
    log.info({ requestId, traceId, ...answered, ...context.get('facts') }, 'answered')
    metrics.countRequest(answered)
  })
}

/** Writes down who did it, once an operation has changed something. */
export function auditLog({ audit }: Operation, { log }: Pick<AppDependencies, 'log'>): readonly MiddlewareHandler<Identified>[] {
  if (audit === undefined) return []
  const write = createMiddleware<Identified>(async (context, next) => {
    await next()
    const { requestId, traceId, facts } = context.var
    if (context.res.ok && facts.isUnchanged !== true) log.info({ audit: true, action: audit, requestId, traceId, ...facts }, 'audit')
  })
  return [write]
}

/** For example `SQLITE_FULL`, which says what to do. Anything longer can hold request data. */
const ErrorCode = z.object({ code: z.string().check(z.regex(/^[A-Z][A-Z_]{2,40}$/)) })

/** The name of an error, its code and where it was thrown, but not its message, which can hold request data. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...ErrorCode.safeParse(error).data, at: frames.slice(0, 12).map((line) => line.trim()) }
}
