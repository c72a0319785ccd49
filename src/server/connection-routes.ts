import { Hono } from 'hono'
import * as z from 'zod/mini'
import { accountListMaximum } from '#core/accounts/account-list.ts'
import { randomCharacters } from '#core/external-id.ts'
import { permissionsChange } from '#core/permissions-change.ts'
import { rolePlan } from '#core/role-plan.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { authentication } from './authentication.ts'
import { problem, rateLimited } from './problems.ts'
import type { ClaimAnswer } from './registry.ts'
import { readBody, readJson } from './request-body.ts'
import { requestedTerms } from './requested-terms.ts'

/** Of one tenant, two full lists; those that were verified once do not count. */
export const pendingMaximum = 2 * accountListMaximum

/** Of the id of a connection: 126 bits. */
export const idLength = 22

export const VerifyRequest = z.object({ now: z._default(z.boolean(), false) })

function claimResponse(answer: ClaimAnswer): Response {
  switch (answer.kind) {
    case 'claimed':
      return Response.json(answer.connection, { status: 201 })
    case 'existing':
      return Response.json(answer.connection)
    case 'external-id-taken':
    case 'connection-limit':
      return problem(answer.kind)
    default:
      return answer satisfies never
  }
}

export function connectionRoutes({ vendor, registry, sessions, verification, limits, now, randomBytes }: AppDependencies) {
  const routes = new Hono<Authenticated>()
  const authenticated = authentication(sessions)

  routes.post('/', authenticated, async (context) => {
    const tenant = context.get('tenant')
    const limit = await limits.claimsPerTenant(tenant)
    if (limit.kind === 'refused') return rateLimited(limit.retryAfterSeconds)
    const reading = await readJson(context)
    if (reading.kind === 'refused') return reading.response
    const requested = requestedTerms({ vendor, json: reading.json, held: await registry.list(tenant), randomBytes })
    if (requested.kind === 'refused') return requested.response
    const { terms } = requested
    const id = randomCharacters(idLength, randomBytes)
    const { roleArn } = rolePlan(terms, vendor)
    return claimResponse(await registry.claim({ tenant, terms, roleArn, id, createdAt: now().toISOString(), pendingMaximum }))
  })

  routes.get('/', authenticated, async (context) => {
    const tenant = context.get('tenant')
    return context.json({ connections: await registry.list(tenant), lastLooks: await registry.lastLooks(tenant) })
  })

  routes.get('/:id', authenticated, async (context) => {
    const connection = await registry.find(context.get('tenant'), context.req.param('id'))
    return connection === null ? problem('not-found') : context.json(connection)
  })

  routes.put('/:id/permissions', authenticated, async (context) => {
    const reading = await readBody(context, permissionsChange(vendor), 'permissions-invalid')
    if (reading.kind === 'refused') return reading.response
    const connection = await registry.updatePermissions(context.get('tenant'), context.req.param('id'), reading.body)
    return connection === null ? problem('not-found') : context.json(connection)
  })

  routes.post('/:id/verify', authenticated, async (context) => {
    const tenant = context.get('tenant')
    const limit = await limits.verificationsPerTenant(tenant)
    if (limit.kind === 'refused') return rateLimited(limit.retryAfterSeconds)
    const reading = await readBody(context, VerifyRequest)
    if (reading.kind === 'refused') return reading.response
    const connection = await registry.find(tenant, context.req.param('id'))
    if (connection === null) return problem('not-found')
    const answer = await verification(connection, reading.body)
    return answer.kind === 'verdict' ? context.json(answer.verdict) : rateLimited(answer.retryAfterSeconds)
  })

  return routes
}
