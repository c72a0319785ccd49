import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Limit } from '#server/registry/limits.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission, authentication } from './authentication.ts'
import type { Operation } from './operation.ts'
import { problem, rateLimited } from './problems.ts'
import type { Identified } from './request-facts.ts'
import { auditLog } from './request-log.ts'

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
export function operationRoutes(operations: readonly Operation[], dependencies: AppDependencies): Hono<Identified> {
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
export function otherMethods(operations: readonly Operation[]): Hono {
  const routes = new Hono()
  const byPath = new Map<string, readonly string[]>()
  for (const operation of operations) byPath.set(operation.path, [...(byPath.get(operation.path) ?? []), ...methodsOf(operation)])
  for (const [path, methods] of byPath) {
    const headers = { Allow: methods.toSorted().join(', ') }
    routes.all(path, () => problem('method-not-allowed', { headers }))
  }
  return routes
}
