import { Hono } from 'hono'
import * as z from 'zod/mini'
import { boundaryInAccount } from '#core/aws/permissions-boundary.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import { type BatchLine, type ConnectionBatch, ConnectionBatchRequest } from '#core/connection/accounts/connection-batch.ts'
import { readTerms } from '#core/connection/connection.ts'
import { proposedExternalId, randomCharacters } from '#core/connection/external-id/external-id.ts'
import { permissionChoice } from '#core/connection/permission-choice.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import { roleArnOf } from '#core/connection/role-plan.ts'
import type { ClaimRequest, NewAccountAnswer } from '#server/registry/registry.ts'
import { othersAnswered } from '#server/registry/yield-to-requests.ts'
import type { AppDependencies, Authenticated } from './app-dependencies.ts'
import { authentication } from './authentication.ts'
import { idLength, pendingMaximum } from './claim-routes.ts'
import { problems, rateLimited } from './problems.ts'
import { invalid, issuesOf } from './refused-input.ts'
import { readJson } from './request-body.ts'
import { byAddress, byRequester, withinLimit } from './within-limit.ts'

/** Some 200 bytes for each of 500 accounts, and the choice that they share. */
const bodyMaximumBytes = 256 * 1024

type Batch = z.output<typeof ConnectionBatchRequest>
type BatchAccount = Batch['accounts'][number]

/** What is asked of the role for all accounts, in one of them. */
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
  const asked = { accountId, region, externalId: proposedExternalId(randomBytes), permissions: batch.permissions, role }
  const reading = readTerms(asked, vendor, { externalId: 'any' })
  if (reading.kind === 'refused') return { kind: 'refused', issues: issuesOf(reading.issues, 'request-invalid') }
  const request = {
    tenant,
    terms: reading.terms,
    roleArn: roleArnOf(reading.terms, vendor),
    id: randomCharacters(idLength, randomBytes),
    createdAt: now().toISOString(),
    pendingMaximum,
    name,
  }
  return { kind: 'request', request }
}

function answerLine(answer: NewAccountAnswer): BatchLine {
  if (answer.kind === 'claimed' || answer.kind === 'existing') return answer
  return { kind: 'refused', issues: [{ path: [], code: answer.kind, message: problems[answer.kind].title }] }
}

/** So many take some 20 ms, for which nobody else is answered. They are written to the disk together. */
const linesAtOnce = 25

/** An account that is refused changes nothing for the others. */
async function claimedChunk(accounts: readonly BatchAccount[], claiming: Claiming): Promise<readonly BatchLine[]> {
  const lines = accounts.map((account) => lineOf(account, claiming))
  const requests = lines.flatMap((line) => (line.kind === 'request' ? [line.request] : []))
  const answers = (await claiming.registry.claimNewAccounts(requests)).values()
  return lines.flatMap((line) => {
    if (line.kind === 'refused') return [line]
    const answer = answers.next().value
    return answer === undefined ? [] : [answerLine(answer)]
  })
}

async function claimedLines(claiming: Claiming): Promise<ConnectionBatch> {
  const { accounts } = claiming.batch
  const lines: BatchLine[] = []
  for (let start = 0; start < accounts.length; start += linesAtOnce) {
    if (start > 0) await othersAnswered()
    lines.push(...(await claimedChunk(accounts.slice(start, start + linesAtOnce), claiming)))
  }
  return { lines }
}

/** Many accounts at once, each with an external ID of its own that is made here. */
export function batchRoutes(dependencies: AppDependencies) {
  const { vendor, sessions, limits } = dependencies
  const addressOf = byAddress(dependencies)
  const routes = new Hono<Authenticated>()

  routes.post('/', authentication(sessions), withinLimit(limits.claimsPerTenant, byRequester), async (context) => {
    const tenant = context.get('tenant')
    const reading = await readJson(context, bodyMaximumBytes)
    if (reading.kind === 'refused') return reading.response
    const batch = z.safeParse(ConnectionBatchRequest, reading.json)
    if (!batch.success) return invalid(batch.error.issues, 'request-invalid')
    const permissions = permissionChoice(vendor).safeParse(batch.data.permissions)
    if (!permissions.success)
      return invalid(
        permissions.error.issues.map(({ path, message }) => ({ path: ['permissions', ...path], message })),
        'permissions-invalid',
      )
    const accounts = await limits.accountsPerAddress(addressOf(context), batch.data.accounts.length)
    if (accounts.kind === 'refused') return rateLimited(accounts.retryAfterSeconds)
    return context.json(await claimedLines({ ...dependencies, tenant, batch: batch.data }))
  })

  return routes
}
