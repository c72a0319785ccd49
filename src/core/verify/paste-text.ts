import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { shellQuoted } from '#core/text/strings.ts'
import type { PasteCode } from './explanation.ts'

export type PasteText = { readonly title: string; readonly language: 'json' | 'shell'; readonly text: string }

const compact = (document: PolicyDocument): string => shellQuoted(JSON.stringify(document))

// https://docs.aws.amazon.com/cli/latest/reference/iam/update-assume-role-policy.html
const pastes: Readonly<Record<PasteCode, (plan: RolePlan) => PasteText>> = {
  'trust-policy': (plan) => ({ title: 'Trust policy', language: 'json', text: policyText(plan.trustPolicy) }),
  'trust-policy-command': (plan) => ({
    title: 'Command that replaces the trust policy',
    language: 'shell',
    text: `aws iam update-assume-role-policy --role-name ${shellQuoted(plan.roleName)} --policy-document ${compact(plan.trustPolicy)}\n`,
  }),
  'permissions-policy': (plan) => ({ title: 'Permissions policy', language: 'json', text: policyText(plan.permissionsPolicy) }),
  'permissions-policy-command': (plan) => ({
    title: 'Command that replaces the permissions policy',
    language: 'shell',
    text: `aws iam put-role-policy --role-name ${shellQuoted(plan.roleName)} --policy-name ${shellQuoted(plan.policyName)} --policy-document ${compact(plan.permissionsPolicy)}\n`,
  }),
}

/** The text that goes with an explanation, from the plan. */
export function pasteText(code: PasteCode, plan: RolePlan): PasteText {
  return pastes[code](plan)
}
