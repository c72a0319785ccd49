import * as z from 'zod/mini'
import { boundaryInAccount } from '#core/aws/permissions-boundary.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import { type BatchLine, ConnectionBatch, ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import { readTerms } from '#core/connection/connection.ts'
import { proposedExternalId, randomCharacters } from '#core/connection/external-id/external-id.ts'
import { choiceIn, permissionChoice } from '#core/connection/permission-choice.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import { claimedRoleArn, type HeldRole } from '#core/connection/role-plan.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'
import { body, type Operation } from '#server/http/operation.ts'
import { problems, rateLimited } from '#server/http/problems.ts'
import { invalid, issuesOf, readJsonBody } from '#server/http/request-body.ts'
import { note } from '#server/http/request-facts.ts'
import { type ClaimRequest, letOtherRequestsRun, type NewAccountResult, newAccountsMaximum } from '#server/registry/registry.ts'
import { connection } from './connection-bodies.ts'
import { connectionIdLength, pendingMaximum } from './create-connection.ts'

const batchRequest = body('ConnectionBatchRequest', ConnectionBatchRequest, {
  accounts: 'Account, Region and, if there is one, the customer’s name for it.',
  permissions: 'As for one connection, applied to all of them.',
  role: 'As for one connection, applied to all of them. A permissions boundary in one account means the policy of that name in each.',
})

const batchResponse = body(
  'ConnectionBatch',
  ConnectionBatch,
  { lines: '`kind` is `claimed`, `existing` or `refused`. A refused line has issues as in a problem.' },
  [connection],
)

/** Some 200 bytes for each of 500 accounts, and the choice that they share. */
const bodyMaximumBytes = 256 * 1024

type Batch = z.output<typeof ConnectionBatchRequest>
type BatchAccount = Batch['accounts'][number]

function roleIn({ accountId, region }: BatchAccount, role: RoleOptionsRequest | undefined): RoleOptionsRequest | undefined {
  const [account, place] = [readAccountId(accountId), readRegion(region)]
  if (role?.permissionsBoundary === undefined || account.kind === 'refused' || place.kind === 'refused') return role
  const boundary = boundaryInAccount(role.permissionsBoundary, { partition: place.partition, accountId: account.accountId })
  return { ...role, permissionsBoundary: boundary }
}

type Claiming = Pick<AppDependencies, 'vendor' | 'registry' | 'now' | 'randomBytes'> & { readonly tenant: string; readonly batch: Batch }

type Line = { readonly kind: 'request'; readonly request: ClaimRequest } | (BatchLine & { readonly kind: 'refused' })

function lineOf(account: BatchAccount, { vendor, now, randomBytes, tenant, batch }: Claiming): Line {
  const { name, accountId, region } = account
  const role = roleIn(account, batch.role)
  const place = readRegion(region)
  const permissions = place.kind === 'region' ? choiceIn(batch.permissions, vendor, place.partition) : batch.permissions
  const asked = { accountId, region, externalId: proposedExternalId(randomBytes), permissions, role }
  const reading = readTerms(asked, vendor, { externalId: 'any' })
  if (reading.kind === 'refused') return { kind: 'refused', issues: issuesOf(reading.issues, 'request-invalid') }
  const request = {
    tenant,
    terms: reading.terms,
    roleArn: (connectionId: string, held: HeldRole | null) => claimedRoleArn(reading.terms, vendor, connectionId, held),
    id: randomCharacters(connectionIdLength, randomBytes),
    createdAt: now().toISOString(),
    pendingMaximum,
    name,
  }
  return { kind: 'request', request }
}

function lineFor(result: NewAccountResult): BatchLine {
  if (result.kind === 'claimed' || result.kind === 'existing') return result
  return { kind: 'refused', issues: [{ path: [], code: result.kind, message: problems[result.kind].title }] }
}

/** These take some 20 ms, during which no other request is answered. They are written to the disk together. */
const linesAtOnce = newAccountsMaximum

/** A rejected account changes nothing for the others. */
async function claimedChunk(accounts: readonly BatchAccount[], claiming: Claiming): Promise<readonly BatchLine[]> {
  const lines = accounts.map((account) => lineOf(account, claiming))
  const requests = lines.flatMap((line) => (line.kind === 'request' ? [line.request] : []))
  const results = (await claiming.registry.claimNewAccounts(requests)).values()
  return lines.flatMap((line) => {
    if (line.kind === 'refused') return [line]
    const result = results.next().value
    return result === undefined ? [] : [lineFor(result)]
  })
}

async function claimedLines(claiming: Claiming): Promise<ConnectionBatch> {
  const { accounts } = claiming.batch
  const lines: BatchLine[] = []
  for (let start = 0; start < accounts.length; start += linesAtOnce) {
    if (start > 0) await letOtherRequestsRun()
    lines.push(...(await claimedChunk(accounts.slice(start, start + linesAtOnce), claiming)))
  }
  return { lines }
}

/** Connects many accounts, each with an external ID of its own that the server generates. */
export const createConnections: Operation = {
  method: 'post',
  path: '/api/connections/batch',
  id: 'createConnections',
  title: 'Create connections for many accounts',
  description:
    'Claims a separate external ID for each account, at most 500 at once. Each line is claimed or rejected separately. An account that is already connected does not change. The body can have 256 KiB.',
  access: 'tenant',
  limits: { requester: 'claimsPerTenant' },
  request: batchRequest,
  audit: 'connection.claimed',
  responses: [{ status: 200, description: 'The result for each account, in the order of the request.', body: batchResponse }],
  handler: (dependencies) => async (context) => {
    const { vendor, limits, clientAddress } = dependencies
    const reading = await readJsonBody(context, bodyMaximumBytes)
    if (reading.kind === 'refused') return reading.response
    const batch = z.safeParse(ConnectionBatchRequest, reading.json)
    if (!batch.success) return invalid(batch.error.issues, 'request-invalid')
    const permissions = permissionChoice(vendor).safeParse(batch.data.permissions)
    if (!permissions.success) {
      const issues = permissions.error.issues.map(({ path, message }) => ({ path: ['permissions', ...path], message }))
      return invalid(issues, 'permissions-invalid')
    }
    const accounts = await limits.accountsPerAddress(clientAddress(context), batch.data.accounts.length)
    if (accounts.kind === 'refused') return rateLimited(accounts.retryAfterSeconds)
    const claimed = await claimedLines({ ...dependencies, tenant: context.var.tenant, batch: batch.data })
    note(context, { connectionIds: claimed.lines.flatMap((line) => (line.kind === 'claimed' ? [line.connection.id] : [])) })
    return context.json(claimed)
  },
}
