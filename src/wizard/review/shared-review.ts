import * as z from 'zod/mini'
import { connectionTerms } from '#core/connection/connection.ts'
import { type RolePlan, roleArnOf, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { Receipt } from '#core/verify/receipt.ts'
import { noExternalId } from '#wizard/account/role-preview-plan.ts'

/**
 * What a link to the page for a security review holds: what the plan is made of, and the receipt. Not the external ID, not the
 * connection, no token, and nothing of the vendor: name and account are those of the page that the link opens.
 */
const SharedReview = z.object({
  accountId: z.string(),
  region: z.string(),
  permissions: z.optional(z.unknown()),
  roleArn: z.optional(z.string()),
  role: z.optional(z.unknown()),
  permissionsPolicy: z.optional(z.unknown()),
  receipt: z.optional(z.string()),
})

/** Anybody can make such a link, so it is read like whatever is typed. */
export type SharedReviewReading =
  | { readonly kind: 'review'; readonly plan: RolePlan; readonly receipt: string | null }
  | { readonly kind: 'unreadable' }

/** https://www.rfc-editor.org/rfc/rfc4648#section-5 */
function base64url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function jsonOf(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** The part of the address that `readSharedReview` reads. The role is named where the config alone doesn't name it. */
export function sharedReviewText(plan: RolePlan, receipt: string | null): string {
  const { accountId, region, permissions, role } = plan
  const roleArn = roleArnOf(plan, plan.vendor, null) === plan.roleArn ? undefined : plan.roleArn
  const permissionsPolicy = plan.isPolicyEdited ? plan.permissionsPolicy : undefined
  return base64url(JSON.stringify({ accountId, region, roleArn, permissions, role, permissionsPolicy, receipt: receipt ?? undefined }))
}

/** Never throws. */
export function readSharedReview(text: string, vendor: Vendor): SharedReviewReading {
  const shared = SharedReview.safeParse(jsonOf(text))
  if (!shared.success) return { kind: 'unreadable' }
  const { receipt, roleArn, ...asked } = shared.data
  const terms = z.safeParse(connectionTerms(vendor, { externalId: 'any' }), { ...asked, externalId: noExternalId })
  if (!terms.success) return { kind: 'unreadable' }
  const plan = rolePlan({ ...terms.data, ...(roleArn === undefined ? {} : { roleArn }) }, vendor)
  return { kind: 'review', plan, receipt: receipt ?? null }
}

/** Differences between a valid receipt and the link. With any of them, the receipt does not verify the link. */
const receiptMatters = ['account', 'role', 'vendor', 'permissions'] as const
export type ReceiptMatter = (typeof receiptMatters)[number]

export function differences(receipt: Receipt, plan: RolePlan): readonly ReceiptMatter[] {
  const isSame: Readonly<Record<ReceiptMatter, boolean>> = {
    account: receipt.accountId === plan.accountId,
    role: receipt.roleArn === plan.roleArn,
    vendor: receipt.vendor.accountId === plan.vendorAccountId,
    permissions:
      receipt.asked.permissionsPolicySha256 === sha256Hex(policyText(plan.permissionsPolicy)) &&
      (receipt.asked.managedPolicyArns ?? []).join() === plan.managedPolicyArns.join(),
  }
  return receiptMatters.filter((matter) => !isSame[matter])
}
