import * as z from 'zod/mini'
import { readRoleArn } from '#core/aws/arn.ts'
import { ConnectionRequest, readTerms } from '#core/connection/connection.ts'
import { proposedExternalId, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Problem } from '#core/connection/problem.ts'
import { claimedRoleArn, type HeldRole } from '#core/connection/role-plan.ts'
import { VendorConnectionRequest } from '#core/verify/vendor-connection.ts'
import type { NewAccountResult } from '#server/registry/registry.ts'
import { Subject } from '#server/sessions/claims.ts'
import { launchedTenant } from '#server/sessions/sessions.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { connectionIdLength, pendingMaximum } from './operations/create-connection.ts'
import { problem } from './problems.ts'
import { invalid } from './request-body.ts'
import { type RequestedTerms, requestedTerms } from './requested-terms.ts'

type Issues = NonNullable<Problem['issues']>

const expected = {
  tenant: 'Use the `sub` of the customer’s launch tokens.',
  roleArn: 'Use the ARN of an IAM role, for example arn:aws:iam::444455556666:role/Example.',
  accountId: 'Leave it out, or use the account of roleArn.',
} as const

const issue = (name: keyof typeof expected): Issues[number] => ({ path: [name], code: 'value-invalid', message: expected[name] })

const refused = (response: Response) => ({ kind: 'refused', response }) as const

/** Parsed, with the tenant as the registry knows it. */
export type Asked = { readonly tenant: string; readonly request: z.output<typeof VendorConnectionRequest> }

export function readCreation(
  json: unknown,
): ({ readonly kind: 'asked' } & Asked) | { readonly kind: 'refused'; readonly response: Response } {
  const request = z.safeParse(VendorConnectionRequest, json)
  if (!request.success) return refused(invalid(request.error.issues, 'request-invalid'))
  const tenant = z.safeParse(Subject, request.data.tenant)
  if (!tenant.success) return refused(problem('invalid', { issues: [issue('tenant')] }))
  return { kind: 'asked', tenant: launchedTenant(tenant.data), request: request.data }
}

/** A role that exists: its account is that of its ARN, and its external ID is the one that it requires. */
function importedTerms({ request: { roleArn, accountId, ...rest } }: Asked, { vendor }: AppDependencies): RequestedTerms {
  const role = readRoleArn(roleArn ?? '')
  if (role === null) return refused(problem('invalid', { issues: [issue('roleArn')] }))
  if (accountId !== undefined && accountId !== role.accountId) return refused(problem('invalid', { issues: [issue('accountId')] }))
  const reading = readTerms(ConnectionRequest.parse({ ...rest, accountId: roleArn }), vendor)
  return reading.kind === 'terms' ? reading : refused(invalid(reading.issues, 'request-invalid'))
}

/** Without an external ID the server makes one, whatever the mode of the config. */
async function newTerms({ tenant, request }: Asked, { vendor, registry, randomBytes }: AppDependencies): Promise<RequestedTerms> {
  const json = { ...request, accountId: request.accountId ?? '' }
  if (request.externalId !== undefined) {
    const claimedBy = (externalId: string) => registry.claimedBy(tenant, externalId)
    return requestedTerms({ vendor, json, claimedBy, randomBytes })
  }
  const whole = ConnectionRequest.parse({ ...json, externalId: proposedExternalId(randomBytes) })
  const reading = readTerms(whole, vendor, { externalId: 'any' })
  return reading.kind === 'terms' ? reading : refused(invalid(reading.issues, 'request-invalid'))
}

type Created = { readonly kind: 'result'; readonly result: NewAccountResult } | { readonly kind: 'refused'; readonly response: Response }

/** Claims the external ID for the tenant. Without one in the request, a repetition finds the connection that the first request made. */
export function vendorCreation(dependencies: AppDependencies): (asked: Asked) => Promise<Created> {
  const { vendor, registry, now, randomBytes } = dependencies
  return async (asked) => {
    const { tenant, request } = asked
    const { roleArn, name, externalId } = request
    const reading = roleArn === undefined ? await newTerms(asked, dependencies) : importedTerms(asked, dependencies)
    if (reading.kind === 'refused') return reading
    const { terms, earlier } = reading
    const claim = {
      tenant,
      terms,
      roleArn: (connectionId: string, held: HeldRole | null) => roleArn ?? claimedRoleArn(terms, vendor, connectionId, held),
      id: randomCharacters(connectionIdLength, randomBytes),
      createdAt: now().toISOString(),
      pendingMaximum,
      earlier,
      ...(name === undefined ? {} : { name }),
    }
    if (externalId !== undefined) return { kind: 'result', result: await registry.claim(claim) }
    const [result] = await registry.claimNewAccounts([claim])
    return { kind: 'result', result: result ?? { kind: 'connection-unreadable' } }
  }
}
