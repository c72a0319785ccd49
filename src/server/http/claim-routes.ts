import { Hono } from 'hono'
import { partitionOf } from '#core/aws/region.ts'
import { accountListMaximum } from '#core/connection/accounts/account-list.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import { roleArnOf } from '#core/connection/role-plan.ts'
import type { ClaimAnswer, HeldConnection } from '#server/registry/registry.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { admission } from './authentication.ts'
import { problem } from './problems.ts'
import { readJson } from './request-body.ts'
import { requestedTerms } from './requested-terms.ts'
import { byAddress, byRequester, withinLimit } from './within-limit.ts'

/** Of one tenant, two full lists; those that were verified once do not count. */
export const pendingMaximum = 2 * accountListMaximum

/** Of the id of a connection: 126 bits. */
export const idLength = 22

function claimResponse(answer: ClaimAnswer): Response {
  switch (answer.kind) {
    case 'claimed':
      return Response.json(answer.connection, { status: 201 })
    case 'existing':
      return Response.json(answer.connection)
    case 'external-id-taken':
    case 'handoff-used':
    case 'connection-limit':
      return problem(answer.kind)
    default:
      return answer satisfies never
  }
}

/** What the draft of a hand-off became, or what its own external ID was claimed for meanwhile. */
const isOfDraft = ({ id, externalId }: HeldConnection, { connectionId, draft }: Handoff): boolean =>
  id === connectionId || externalId === draft?.externalId

type Claim = { readonly tenant: string; readonly guest: Handoff | null; readonly json: unknown }

/** Of all that is asked for, the one answer. */
function claims({ vendor, registry, now, randomBytes }: AppDependencies): (claim: Claim) => Promise<Response> {
  return async ({ tenant, guest, json }) => {
    const heldFor = ({ accountId, region }: ConnectionTerms) => registry.heldOnAccount(tenant, accountId, partitionOf(region))
    const isOpen = (connection: HeldConnection): boolean => guest === null || isOfDraft(connection, guest)
    const openFor = async (terms: ConnectionTerms) => (await heldFor(terms)).filter(isOpen)
    const requested = await requestedTerms({ vendor, json, heldFor: openFor, randomBytes })
    if (requested.kind === 'refused') return requested.response
    const { terms } = requested
    // Nobody gets from a draft to a connection of the tenant that has nothing to do with it.
    const isOfOthers =
      guest !== null && (await heldFor(terms)).some((connection) => connection.externalId === terms.externalId && !isOpen(connection))
    if (isOfOthers) return problem('external-id-taken')
    const id = randomCharacters(idLength, randomBytes)
    const roleArn = roleArnOf(terms, vendor)
    const createdAt = now().toISOString()
    return claimResponse(await registry.claim({ tenant, terms, roleArn, id, createdAt, pendingMaximum, handoffId: guest?.id }))
  }
}

/** Who came by a hand-off may claim what its draft is completed to, for the tenant that made it. */
export function claimRoutes(dependencies: AppDependencies) {
  const { limits } = dependencies
  const claim = claims(dependencies)
  const ofTenant = withinLimit(limits.claimsPerTenant, byRequester)
  const ofAddress = withinLimit(limits.accountsPerAddress, byAddress(dependencies))
  return new Hono<Authenticated>().post('/', admission(dependencies), ofTenant, ofAddress, async (context) => {
    const { tenant, guest } = context.var
    if (guest !== null && guest.draft === null) return problem('beyond-handoff')
    const reading = await readJson(context)
    return reading.kind === 'refused' ? reading.response : claim({ tenant, guest, json: reading.json })
  })
}
