import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import * as z from 'zod/mini'
import { ApiProblem } from '#core/connection/problem.ts'
import type { AppDependencies } from './app-dependencies.ts'
import type { Operation } from './operation.ts'
import { problemMediaType } from './problems.ts'
import { type Facts, type Identified, type ResponseHeaders, traceIdOf, traceResponse } from './request-facts.ts'

/** Names the trace if the caller has one or needs support. Any other problem is the same each time, so that it reveals nothing. */
const namesTrace = ({ req, res }: Context<Identified>, traceId: string): boolean =>
  res.headers.get('Content-Type') === problemMediaType && (res.status >= 500 || (req.header('traceparent') ?? '').includes(traceId))

async function withTrace(response: Response, traceId: string): Promise<Response> {
  const problem: ApiProblem = { ...ApiProblem.parse(await response.json()), traceId }
  return new Response(JSON.stringify(problem), response)
}

/** Responses that were made with their headers: adding headers to a response costs more than making it with them. */
const complete = new WeakSet<Response>()

/** The response with a JSON text. */
export function jsonAnswer(context: Facts, text: string): Response {
  const response = new Response(text, { status: 200, headers: { ...context.get('headers'), 'Content-Type': 'application/json' } })
  complete.add(response)
  return response
}

async function addHeaders(context: Context<Identified>): Promise<void> {
  if (complete.has(context.res)) return
  const traceId = context.get('traceId')
  if (namesTrace(context, traceId)) context.res = await withTrace(context.res, traceId)
  const { headers } = context.res
  for (const [name, value] of Object.entries(context.get('headers'))) headers.set(name, value)
}

type LogOptions = Pick<AppDependencies, 'log' | 'metrics'> & { readonly headersOf: (context: Context) => ResponseHeaders }

/** Logs the route, not the URL: a URL can hold a secret. */
export function requestLog({ log, metrics, headersOf }: LogOptions) {
  return createMiddleware<Identified>(async (context, next) => {
    const startedAt = performance.now()
    // Never the ID that a client sends: it could repeat another one, or hold a secret.
    const requestId = crypto.randomUUID()
    context.set('requestId', requestId)
    const traceId = traceIdOf(context.req, requestId)
    context.set('traceId', traceId)
    context.set('facts', {})
    context.set('headers', { ...headersOf(context), 'X-Request-Id': requestId, traceresponse: traceResponse(traceId, requestId) })
    await next()
    await addHeaders(context)
    const ms = Math.round(performance.now() - startedAt)
    const answered = { method: context.req.method, route: routePath(context), status: context.res.status, ms }
    log.info({ requestId, traceId, ...answered, ...context.get('facts') }, 'answered')
    metrics.countRequest(answered)
  })
}

/** Writes down who did it, once an operation has changed something. */
export function auditLog({ audit }: Operation, { log }: Pick<AppDependencies, 'log'>) {
  return (context: Facts, { ok }: Response): void => {
    const facts = context.get('facts')
    if (audit === undefined || !ok || facts.isUnchanged === true) return
    log.info({ audit: true, action: audit, requestId: context.get('requestId'), traceId: context.get('traceId'), ...facts }, 'audit')
  }
}

/** For example `SQLITE_FULL`, or `53100` of PostgreSQL, which say what to do. Anything longer can hold request data. */
const ErrorCode = z.object({ code: z.string().check(z.regex(/^[A-Z0-9][A-Z0-9_]{2,40}$/)) })

/** The name of an error, its code and where it was thrown, but not its message, which can hold request data. */
export function errorFields(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...ErrorCode.safeParse(error).data, at: frames.slice(0, 12).map((line) => line.trim()) }
}
