import * as z from 'zod/mini'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { randomCharacters } from '#core/connection/external-id/external-id.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Receipt, receipt } from '#core/verify/receipt.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { isCurrent, isFromBeforeDisconnection } from '#server/aws/verdict-is-current.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { connectionInPath } from '#server/http/authentication.ts'
import { connectionEnded } from '#server/http/connection-ended.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problem } from '#server/http/problems.ts'
import type { OwnedConnection } from '#server/registry/connection-records.ts'

const PublicKeys = z.object({
  keys: z.array(
    z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string(), use: z.literal('sig'), alg: z.literal('EdDSA') }),
  ),
})

const publicKeys = body('PublicKeys', PublicKeys, { keys: 'A JSON Web Key Set. `kid` is the one in the receipts.' })

export const receiptBody = body('Receipt', Receipt, {
  iss: 'The issuer, the same in every receipt. Only the key shows who signed it.',
  iat: 'Seconds, when it was signed.',
  exp: 'Seconds: 24 hours after the check. An expired receipt is still genuine, but says nothing about the present.',
  jti: 'The ID of this receipt.',
  simulated: 'AWS was the simulator: the receipt says nothing about a real account.',
  verdict: 'The result, and when it was found.',
  connectionId: 'The connection.',
  accountId: 'The customer account.',
  roleArn: 'The account access role.',
  vendor: 'The trusted vendor.',
  partition: 'The AWS partition.',
  region: 'The Region whose STS was called.',
  externalIdSha256: 'SHA-256 of the external ID, in hexadecimal digits.',
  probes: 'As in the verdict.',
  checks: 'As in the verdict.',
  untested: 'As in the verdict.',
  untriedRoles: 'As in the verdict.',
  asked: 'SHA-256 of the requested policies and template, as they are downloaded.',
})

const idLength = 22

/** A receipt attests the present, so an older verdict is renewed first. */
const maximumVerdictAgeMs = 5 * 60_000
const toleranceMs = 1000

/** Null: the connection has ended meanwhile. */
type Renewal = (verdict: Verdict) => Promise<Verdict | null>

/** A check may have been delayed, which leaves an older verdict. After a wrong clock, one that is only read can be from the future. */
function isRecent({ checkedAt }: Verdict, now: Date): boolean {
  const ageMs = now.getTime() - Date.parse(checkedAt)
  return ageMs >= -toleranceMs && ageMs < maximumVerdictAgeMs + toleranceMs
}

/** Signs what the last verdict says, once `renew` had the opportunity to replace it. */
export async function receiptResponse(
  { tenant, connection }: OwnedConnection,
  renew: Renewal,
  dependencies: AppDependencies,
): Promise<Response> {
  const { vendor, registry, receipts, now, randomBytes } = dependencies
  if (isDisconnecting(connection)) return problem('disconnecting')
  if (connection.rotation !== undefined) return problem('rotating')
  const last = await registry.lastVerdict(connection.id)
  // A verdict on an earlier request or config proves nothing about what is requested now.
  if (last?.verdict.kind !== 'verified' || !isCurrent(last, connection, vendor)) return problem('not-verified')
  const verdict = await renew(last.verdict)
  if (verdict === null) return connectionEnded(registry, tenant, connection.id)
  if (!isRecent(verdict, now()) || isFromBeforeDisconnection({ ...last, verdict })) return problem('not-verified')
  const plan = rolePlan(connection, vendor)
  const jti = randomCharacters(idLength, randomBytes)
  const content = receipt({ plan, connectionId: connection.id, verdict, now: now(), jti })
  if (content === null) return problem('not-verified')
  return new Response(await receipts.signed(content), { status: 200, headers: { 'Content-Type': 'application/jose' } })
}

const getReceipt: Operation = {
  method: 'get',
  path: '/api/connections/:id/receipt',
  id: 'getReceipt',
  title: 'Get the receipt',
  description: 'The evidence of the last verdict as a compact JWS, signed with Ed25519. Its content is a `Receipt`.',
  access: 'tenant-or-guest',
  responses: [{ status: 200, description: 'The signed receipt.', mediaType: 'application/jose', content: receiptBody }],
  problems: ['not-found', 'connection-unreadable', 'not-verified', 'disconnecting', 'rotating'],
  handler: (dependencies) => async (context) => {
    const { registry, verification } = dependencies
    const connection = await connectionInPath(context, registry)
    if (connection === null) return problem('not-found')
    const { tenant, role } = context.var
    // A viewer only reads, so no check is started for one.
    const renew: Renewal = async (verdict) =>
      role === 'viewer' ? verdict : verification(tenant, connection, { now: false, maximumAgeMs: maximumVerdictAgeMs })
    return receiptResponse({ tenant, connection }, renew, dependencies)
  },
}

/** Readable from any page, so that anyone can verify a receipt. */
const publicKeysHeaders = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }

const getPublicKeys: Operation = {
  method: 'get',
  path: '/.well-known/jwks.json',
  id: 'getPublicKeys',
  title: 'Get the receipt keys',
  description: 'For verifying receipts. Cacheable for five minutes.',
  access: 'anyone',
  responses: [{ status: 200, description: 'The keys.', body: publicKeys }],
  handler:
    ({ receipts }) =>
    (context) =>
      context.json(receipts.publicKeys, 200, publicKeysHeaders),
}

export const receiptOperations: readonly Operation[] = [getReceipt, getPublicKeys]
