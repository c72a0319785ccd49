import { partitionOf } from '#core/aws/region.ts'
import { accountListMaximum } from '#core/connection/accounts/account-list.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { type ExternalId, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import { claimedRoleArn, type HeldRole } from '#core/connection/role-plan.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { type IsOpen, isAbout, openTo } from '#server/http/draft-connection.ts'
import type { Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import { readJsonBody } from '#server/http/request-body.ts'
import { note } from '#server/http/request-facts.ts'
import { requestedTerms } from '#server/http/requested-terms.ts'
import type { ClaimRequest, ClaimResult, Registry } from '#server/registry/registry.ts'
import { connection, connectionRequest } from './connection-bodies.ts'

/** Per tenant: two full lists. Connections that were verified once do not count. */
export const pendingMaximum = 2 * accountListMaximum

/** 126 bits. */
export const connectionIdLength = 22

function claimResponse(result: ClaimResult): Response {
  switch (result.kind) {
    case 'claimed':
      return Response.json(result.connection, { status: 201 })
    case 'existing':
      return Response.json(result.connection)
    case 'external-id-taken':
    case 'handoff-used':
    case 'connection-limit':
      return problem(result.kind)
    default:
      return result satisfies never
  }
}

/** A repeated claim leads to its connection, also if the external ID was replaced since. */
async function afterRotation(
  result: ClaimResult,
  terms: ConnectionTerms,
  guest: Handoff | null,
  claim: (externalId: ExternalId) => Promise<ClaimResult>,
): Promise<ClaimResult> {
  if (result.kind !== 'external-id-taken' || result.replacedBy === undefined) return result
  return guest === null || isAbout(guest, terms) ? claim(result.replacedBy) : result
}

const repeating = (earlier: ClaimRequest['earlier'], isOpen: IsOpen): Pick<ClaimRequest, 'earlier'> =>
  earlier === undefined ? {} : { earlier: (held) => earlier(held.filter(isOpen)) }

/** A draft must not lead a guest to a connection of the tenant that the hand-off is not about. */
async function isClosed(
  registry: Pick<Registry, 'heldOnAccount'>,
  tenant: string,
  { accountId, region, externalId }: ConnectionTerms,
  isOpen: IsOpen,
): Promise<boolean> {
  const held = await registry.heldOnAccount(tenant, accountId, partitionOf(region))
  return held.some((each) => each.externalId === externalId && !isOpen(each))
}

type Claim = {
  readonly tenant: string
  readonly guest: Handoff | null
  readonly json: unknown
  readonly onConnection: (id: string) => void
}

function claims({ vendor, registry, now, randomBytes }: AppDependencies): (claim: Claim) => Promise<Response> {
  return async ({ tenant, guest, json, onConnection }) => {
    const claimedBy = (externalId: string) => registry.claimedBy(tenant, externalId)
    const requested = await requestedTerms({ vendor, json, claimedBy, randomBytes })
    if (requested.kind === 'refused') return requested.response
    const { terms, earlier } = requested
    const isOpen = guest === null ? () => true : await openTo(guest, { vendor, registry, tenant, claimed: terms })
    if (guest !== null && (await isClosed(registry, tenant, terms, isOpen))) return problem('external-id-taken')
    const id = randomCharacters(connectionIdLength, randomBytes)
    const roleArn = (connectionId: string, held: HeldRole | null) => claimedRoleArn(terms, vendor, connectionId, held)
    const createdAt = now().toISOString()
    const claim = (externalId: ExternalId) =>
      registry.claim({
        tenant,
        terms: { ...terms, externalId },
        roleArn,
        id,
        createdAt,
        pendingMaximum,
        handoffId: guest?.id,
        ...repeating(earlier, isOpen),
      })
    const result = await afterRotation(await claim(terms.externalId), terms, guest, claim)
    if ('connection' in result) onConnection(result.connection.id)
    return claimResponse(result)
  }
}

/** A hand-off guest can claim the connection that its draft becomes, for the tenant that created the link. */
export const createConnection: Operation = {
  method: 'post',
  path: '/api/connections',
  id: 'createConnection',
  title: 'Create a connection',
  description:
    'Claims the external ID for the tenant before the customer can use it. Repeating the request returns the existing connection, with the Region and permissions of the later request. So does the external ID that the connection had before a rotation; `externalId` is then the one it has now.',
  access: 'tenant-or-guest',
  limits: { requester: 'claimsPerTenant', address: 'accountsPerAddress' },
  request: connectionRequest,
  audit: 'connection.claimed',
  responses: [
    { status: 201, description: 'A new connection.', body: connection },
    { status: 200, description: 'The existing connection.', body: connection },
  ],
  problems: [
    'external-id-taken',
    'external-id-issued-by-server',
    'connection-limit',
    'handoff-used',
    'beyond-handoff',
    'connection-unreadable',
  ],
  handler: (dependencies) => {
    const claim = claims(dependencies)
    return async (context) => {
      const { tenant, guest } = context.var
      if (guest !== null && guest.draft === null) return problem('beyond-handoff')
      const reading = await readJsonBody(context)
      if (reading.kind === 'refused') return reading.response
      return claim({ tenant, guest, json: reading.json, onConnection: (connectionId) => note(context, { connectionId }) })
    }
  },
}
