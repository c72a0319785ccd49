import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { permissionsChange } from '#core/connection/permissions-change.ts'
import { isCurrent } from '#server/aws/verdict-is-current.ts'
import { admittedConnection } from './admitted-connection.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission, authentication } from './authentication.ts'
import { claimRoutes } from './claim-routes.ts'
import { connectionPage } from './connection-page.ts'
import { problem } from './problems.ts'
import { readBody } from './request-body.ts'
import { createTurns } from './turns.ts'
import { byRequester, withinLimit } from './within-limit.ts'

export const VerifyRequest = z.object({ now: z._default(z.boolean(), false) })

const unknownCursor = { path: ['cursor'], code: 'value-invalid', message: 'Use the `next` of the page before, or leave it out.' }

/** The last verdict, unless it is about other permissions than the requested ones. */
async function storedVerdict(connection: Connection, { registry, vendor }: AppDependencies): Promise<Response> {
  const last = await registry.lastVerdict(connection.id)
  const isThere = last !== null && isCurrent(last, connection, vendor)
  return isThere
    ? Response.json(last.verdict)
    : problem('viewer-cannot-change', { detail: 'There is no verdict to show yet, and a viewer cannot start a verification.' })
}

export function connectionRoutes(dependencies: AppDependencies) {
  const { vendor, registry, sessions, verification, limits } = dependencies
  const routes = new Hono<Authenticated>()
  const authenticated = authentication(sessions)
  const admitted = admission(dependencies)
  // Many pages at once would keep everyone else waiting for the sum of their parts.
  const inTurn = createTurns()
  const ofTenant = withinLimit(limits.readsPerTenant, byRequester)

  routes.route('/', claimRoutes(dependencies))

  routes.get('/', authenticated, ofTenant, async (context) => {
    const tenant = context.get('tenant')
    const cursor = context.req.query('cursor') ?? null
    const page = await inTurn(tenant, () => connectionPage({ registry, vendor, tenant, cursor }))
    return page === null ? problem('invalid', { issues: [unknownCursor] }) : context.json(page)
  })

  routes.get('/:id', admitted, ofTenant, async (context) => {
    const connection = await admittedConnection(context, registry)
    return connection === null ? problem('not-found') : context.json(connection)
  })

  routes.put('/:id/permissions', admitted, withinLimit(limits.claimsPerTenant, byRequester), async (context) => {
    const { tenant, guest } = context.var
    if (guest !== null && guest.purpose !== 'choose-permissions') return problem('beyond-handoff')
    if ((await admittedConnection(context, registry)) === null) return problem('not-found')
    const reading = await readBody(context, permissionsChange(vendor), 'permissions-invalid')
    if (reading.kind === 'refused') return reading.response
    const connection = await registry.updatePermissions(tenant, context.req.param('id'), reading.body)
    return connection === null ? problem('not-found') : context.json(connection)
  })

  // A viewer gets the stored verdict: probes call AWS in the name of the vendor and change what everyone sees.
  const verifying = admission(dependencies, { viewers: 'all' })
  routes.post('/:id/verify', verifying, withinLimit(limits.verificationsPerTenant, byRequester), async (context) => {
    const reading = await readBody(context, VerifyRequest)
    if (reading.kind === 'refused') return reading.response
    const connection = await admittedConnection(context, registry)
    if (connection === null) return problem('not-found')
    if (context.var.role === 'viewer') return storedVerdict(connection, dependencies)
    return context.json(await verification(context.var.tenant, connection, reading.body))
  })

  return routes
}
