import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Limit } from '#server/registry/limits.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission, authentication } from './authentication.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations/operations.ts'
import { problem, rateLimited } from './problems.ts'
import { boundedBody } from './request-body.ts'
import type { Identified } from './request-facts.ts'
import { auditLog, errorFields, requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'

/** Hand-off guests and viewers have limits of their own, so that they cannot use up those of the tenant. */
function requester(context: Context<Authenticated>): string {
  const [tenant, guest] = [context.get('tenant'), context.get('guest')]
  if (guest !== null) return `handoff:${guest.id}`
  return context.get('role') === 'viewer' ? `viewers:${tenant}` : tenant
}

function withinLimit<Env extends object>(limit: Limit, keyOf: (context: Context<Env>) => string): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (context, next) => {
    const result = await limit(keyOf(context))
    return result.kind === 'refused' ? rateLimited(result.retryAfterSeconds) : next()
  })
}

function addressLimit<Env extends object>({ limits: { address } = {} }: Operation, { limits, clientAddress }: AppDependencies) {
  return address === undefined ? [] : [withinLimit<Env>(limits[address], clientAddress)]
}

function requesterLimit({ limits: { requester: name } = {} }: Operation, { limits }: AppDependencies) {
  return name === undefined ? [] : [withinLimit<Authenticated>(limits[name], requester)]
}

/** The handlers of all operations, behind their authentication and their limits. */
function operationRoutes(operations: readonly Operation[], dependencies: AppDependencies): Hono<Identified> {
  const open = new Hono<Identified>()
  const members = new Hono<Authenticated>()
  for (const operation of operations) {
    const [method, path] = [operation.method.toUpperCase(), operation.path]
    for (const audit of auditLog(operation, dependencies)) open.on([method], [path], audit)
    if (operation.access === 'anyone') {
      open.on([method], [path], ...addressLimit<Identified>(operation, dependencies), operation.handler(dependencies))
      continue
    }
    const access = { viewers: operation.viewers ?? 'read' } as const
    const authenticated = operation.access === 'tenant' ? authentication(dependencies.sessions, access) : admission(dependencies, access)
    const limits = [...requesterLimit(operation, dependencies), ...addressLimit<Authenticated>(operation, dependencies)]
    members.on([method], [path], authenticated, ...limits, operation.handler(dependencies))
  }
  return open.route('/', members)
}

const methodsOf = ({ method }: Operation): readonly string[] => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])

/** Answers every other method of a path, with the methods that it allows. https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed */
function otherMethods(operations: readonly Operation[]): Hono {
  const routes = new Hono()
  const byPath = new Map<string, readonly string[]>()
  for (const operation of operations) byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), ...methodsOf(operation)])
  for (const [path, methods] of byPath) {
    const headers = { Allow: methods.toSorted().join(', ') }
    routes.all(path, () => problem('method-not-allowed', { headers }))
  }
  return routes
}

const simulatedAwsPath = '/simulated-aws'
/** The most that the simulator reads. */
const simulatedAwsMaximumBytes = 1024 * 1024

/** The same request for a server at the root. Null when its body is too large. */
async function atRoot(request: Request): Promise<Request | null> {
  const url = new URL(request.url)
  url.pathname = url.pathname.slice(simulatedAwsPath.length) || '/'
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = await boundedBody(request, simulatedAwsMaximumBytes)
  return body === null ? null : new Request(url, { method, headers, body })
}

function mountPages(app: Hono<Identified>, { simulatedAws, pages }: AppDependencies): void {
  if (simulatedAws !== null) {
    app.all(`${simulatedAwsPath}/*`, async (context) => {
      const request = await atRoot(context.req.raw)
      return request === null ? problem('body-too-large') : simulatedAws(request)
    })
  }
  if (pages !== null) {
    // A short URL to read aloud. The content of the page is in the fragment of a shared link, which never reaches the server.
    app.get('/review', (context) => context.redirect('./#/review'))
    app.on(['GET', 'HEAD'], '*', async (context, next) => (await pages.answer(context.req.raw)) ?? next())
  }
}

/** The app. It knows neither Node nor AWS: everything outside comes in as a dependency. */
export function createApp(dependencies: AppDependencies): Hono<Identified> {
  const { vendor, log } = dependencies
  const app = new Hono<Identified>()

  app.use(requestLog(dependencies))
  app.use(securityHeaders(vendor, dependencies.pages?.scriptHashes ?? [], dependencies.origin))

  app.route('/', operationRoutes(operations, dependencies))
  app.route('/', otherMethods(operations))
  app.all('/api/*', () => problem('not-found'))
  mountPages(app, dependencies)

  app.notFound(() => problem('not-found'))
  app.onError((error, context) => {
    if (error instanceof UnreadableConnection) return problem('connection-unreadable')
    const { requestId, traceId, facts } = context.var
    log.error({ requestId, traceId, ...facts, ...errorFields(error) }, 'an unexpected error')
    return problem('internal', { detail: `Request ${requestId}` })
  })
  return app
}
