import * as z from 'zod/mini'
import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { AccountId } from '#core/aws/account-id.ts'
import { Partition } from '#core/aws/partition.ts'
import { isRotating, type RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { PermissionCheckResult, Probe } from '#core/verify/probe-result.ts'
import { Untested, type Verdict } from '#core/verify/verdict.ts'

/** The `iss` of every receipt. Who signed it says the key alone. */
const receiptIssuer = 'rolebridge'

/** The `typ` of its header, so that nothing else that is signed can be taken for one. https://www.rfc-editor.org/rfc/rfc8725#section-3.11 */
export const receiptType = 'rolebridge-receipt+jws'

/** https://www.rfc-editor.org/rfc/rfc8037#section-3.1 */
export const receiptAlgorithm = 'EdDSA'

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const ReceiptProbe = z.pick(Probe, { name: true, variant: true, outcome: true, code: true, requestId: true, region: true, at: true })

/** It has no field that could hold credentials. */
export const Receipt = z.object({
  iss: z.literal(receiptIssuer),
  /** Seconds, when it was signed. */
  iat: z.int(),
  /** Seconds: a day after the check. Receipts of earlier versions have none and count as expired by the same rule. */
  exp: z.optional(z.int()),
  jti: z.string().check(z.minLength(1)),
  /** AWS was the simulator: it proves nothing about a real account. */
  simulated: z.boolean(),
  verdict: z.object({ kind: z.literal('verified'), checkedAt: z.iso.datetime() }),
  connectionId: z.string(),
  accountId: AccountId,
  roleArn: z.string(),
  vendor: z.object({ name: z.string(), accountId: AccountId }),
  partition: Partition,
  region: z.string(),
  externalIdSha256: Sha256,
  probes: z.array(ReceiptProbe),
  checks: z.array(PermissionCheckResult),
  /** Absent from receipts of earlier versions. */
  untested: z.optional(z.array(Untested)),
  /** See `Verdict`. Absent where there is none. */
  untriedRoles: z.optional(z.array(z.string())),
  /** Hashes the requested text, because the server can't read the account. */
  asked: z.object({
    trustPolicySha256: Sha256,
    permissionsPolicySha256: Sha256,
    /** Absent where none was requested. */
    managedPolicyArns: z.optional(z.array(z.string())),
    templateVersion: Sha256,
  }),
})
export type Receipt = z.infer<typeof Receipt>

type Evidence = {
  readonly plan: RolePlan
  readonly connectionId: string
  readonly verdict: Verdict
  readonly now: Date
  readonly jti: string
}

const receiptProbe = ({ hint: _, ...probe }: Probe): z.infer<typeof ReceiptProbe> => probe

const lifetimeSeconds = 24 * 60 * 60

/** Seconds since the epoch, after which a receipt says what was so and no longer what is so. */
export const receiptExpiry = ({ checkedAt }: Pick<Verdict, 'checkedAt'>): number =>
  Math.floor(Date.parse(checkedAt) / 1000) + lifetimeSeconds

/** Null unless the verdict proves something. A receipt names one external ID, so there is none while the role may accept two. */
export function receipt({ plan, connectionId, verdict, now, jti }: Evidence): Receipt | null {
  if (verdict.kind !== 'verified' || isRotating(plan)) return null
  return {
    iss: receiptIssuer,
    iat: Math.floor(now.getTime() / 1000),
    exp: receiptExpiry(verdict),
    jti,
    simulated: verdict.simulated,
    verdict: { kind: verdict.kind, checkedAt: verdict.checkedAt },
    connectionId,
    accountId: plan.accountId,
    roleArn: plan.roleArn,
    vendor: { name: plan.vendor.name, accountId: plan.vendorAccountId },
    partition: plan.partition,
    region: plan.region,
    externalIdSha256: sha256Hex(plan.externalId),
    probes: verdict.probes.map(receiptProbe),
    checks: verdict.checks,
    untested: verdict.untested ?? [],
    ...(verdict.untriedRoles === undefined ? {} : { untriedRoles: verdict.untriedRoles }),
    asked: {
      trustPolicySha256: sha256Hex(policyText(plan.trustPolicy)),
      permissionsPolicySha256: sha256Hex(policyText(plan.permissionsPolicy)),
      ...(plan.managedPolicyArns.length === 0 ? {} : { managedPolicyArns: [...plan.managedPolicyArns] }),
      templateVersion: planTemplate(plan).version,
    },
  }
}

/** The public keys that receipts are checked with. https://www.rfc-editor.org/rfc/rfc8037#section-2 */
export const ReceiptKeys = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })),
})
export type ReceiptKeys = z.infer<typeof ReceiptKeys>
