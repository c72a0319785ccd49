import { type Context, Hono } from 'hono'
import type { Router } from 'hono/router'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import type { Log } from '#server/config/log.ts'
import type { Limit } from '#server/registry/limits.ts'
import { RegistryUnavailable, UnreadableConnection } from '#server/registry/registry.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { authentication, type Guard } from './authentication.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations/operations.ts'
import { problem, rateLimited } from './problems.ts'
import { boundedBody } from './request-body.ts'
import type { Identified } from './request-facts.ts'
import { auditLog, errorFields, requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { type OfVendor, vendorAuthentication } from './vendor-authentication.ts'

/** Hand-off guests and viewers have limits of their own, so that they cannot use up those of the tenant. */
function requester(context: Context<Authenticated>): string {
  const [tenant, guest] = [context.get('tenant'), context.get('guest')]
  if (guest !== null) return `handoff:${guest.id}`
  return context.get('role') === 'viewer' ? `viewers:${tenant}` : tenant
}

function withinLimit<Env extends object>(limit: Limit, keyOf: (context: Context<Env>) => string): Guard<Env> {
  return async (context) => {
    const result = await limit(keyOf(context))
    return result.kind === 'refused' ? rateLimited(result.retryAfterSeconds) : null
  }
}

function addressLimit<Env extends object>({ limits: { address } = {} }: Operation, { limits, clientAddress }: AppDependencies) {
  return address === undefined ? [] : [withinLimit<Env>(limits[address], clientAddress)]
}

function requesterLimit<Env extends object>(
  { limits: { requester: name } = {} }: Operation,
  { limits }: AppDependencies,
  keyOf: (context: Context<Env>) => string,
) {
  return name === undefined ? [] : [withinLimit<Env>(limits[name], keyOf)]
}

const caller = (context: Context<OfVendor>): string => context.get('caller').subject

/** The guards, the handler and the audit log of an operation in one function, because each middleware costs a request as much as its work. */
function guarded<Env extends Identified>(
  guards: readonly Guard<Env>[],
  handle: (context: Context<Env>) => Response | Promise<Response>,
  audit: (context: Context<Env>, response: Response) => void,
): (context: Context<Env>) => Promise<Response> {
  return async (context) => {
    for (const guard of guards) {
      const refusal = await guard(context)
      if (refusal !== null) return refusal
    }
    const response = await handle(context)
    audit(context, response)
    return response
  }
}

/** The handlers of all operations, behind their authentication and their limits. */
function operationRoutes(operations: readonly Operation[], dependencies: AppDependencies): Hono<Identified> {
  const open = new Hono<Identified>()
  const members = new Hono<Authenticated>()
  const vendors = new Hono<OfVendor>()
  for (const operation of operations) {
    const [method, path] = [operation.method.toUpperCase(), operation.path]
    const audit = auditLog(operation, dependencies)
    if (operation.access === 'anyone') {
      open.on([method], [path], guarded(addressLimit<Identified>(operation, dependencies), operation.handler(dependencies), audit))
      continue
    }
    if (operation.access === 'vendor') {
      const authenticated = vendorAuthentication(dependencies.readVendorToken, operation.scope)
      const guards = [authenticated, ...requesterLimit(operation, dependencies, caller), ...addressLimit<OfVendor>(operation, dependencies)]
      vendors.on([method], [path], guarded(guards, operation.handler(dependencies), audit))
      continue
    }
    const guests = operation.access === 'tenant' ? null : dependencies
    const authenticated = authentication(dependencies.sessions, { viewers: operation.viewers ?? 'read' }, guests)
    const limits = [...requesterLimit(operation, dependencies, requester), ...addressLimit<Authenticated>(operation, dependencies)]
    members.on([method], [path], guarded([authenticated, ...limits], operation.handler(dependencies), audit))
  }
  return open.route('/', members).route('/', vendors)
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
    // The support view is a screen of the page, whose token never reaches the server in an address.
    app.get('/support', (context) => context.redirect('./#/support'))
    app.on(['GET', 'HEAD'], '*', async (context, next) => (await pages.answer(context.req.raw)) ?? next())
  }
}

/**
 * Two of Hono's fastest routers, because one can't have a path like `/connections/batch` next to `/connections/:id`. A path without
 * parameters comes first.
 */
function exactPathsFirst<Handler>(): Router<Handler> {
  const [exact, others] = [new RegExpRouter<Handler>(), new RegExpRouter<Handler>()]
  const paths = new Set<string>()
  return {
    name: 'exact paths first',
    add: (method, path, handler) => {
      const [isExact, isWildcard] = [!/[:*]/.test(path), path.endsWith('*')]
      if (isExact) paths.add(path)
      if (isExact || isWildcard) exact.add(method, path, handler)
      if (!isExact) others.add(method, path, handler)
    },
    match: (method, path) => (paths.has(path) ? exact : others).match(method, path),
  }
}

function outage(log: Log, fields: Readonly<Record<string, unknown>>): Response {
  log.error(fields, 'The registry cannot be used at present.')
  return problem('not-ready', { detail: 'The registry does not respond. Try again.', headers: { 'Retry-After': '5' } })
}

/** The app. It knows neither Node nor AWS: everything outside comes in as a dependency. */
export function createApp(dependencies: AppDependencies): Hono<Identified> {
  const { vendor, log, metrics, pages, origin } = dependencies
  const app = new Hono<Identified>({ router: exactPathsFirst() })

  app.use(requestLog({ log, metrics, headersOf: securityHeaders(vendor, pages?.scriptHashes ?? [], origin) }))

  app.route('/', operationRoutes(operations, dependencies))
  app.route('/', otherMethods(operations))
  app.all('/api/*', () => problem('not-found'))
  mountPages(app, dependencies)

  app.notFound(() => problem('not-found'))
  app.onError((error, context) => {
    if (error instanceof UnreadableConnection) return problem('connection-unreadable')
    const fields = {
      requestId: context.get('requestId'),
      traceId: context.get('traceId'),
      ...context.get('facts'),
      ...errorFields(error),
    }
    if (error instanceof RegistryUnavailable) return outage(log, fields)
    log.error(fields, 'an unexpected error')
    return problem('internal', { detail: `Request ${fields.requestId}` })
  })
  return app
}
