import { accountIdInGroups } from '#core/aws/account-id.ts'
import { hasPermissions, type RolePlan, unchosenPolicies } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import { shellQuoted } from '#core/text/strings.ts'

/** Values that the texts name. */
export type ExplanationFacts = {
  readonly vendor: string
  /** In groups of four, as the console shows it. */
  readonly account: string
  readonly vendorAccount: string
  readonly roleName: string
  readonly roleArn: string
  readonly externalId: string
  readonly region: string
  /** The ARN of the IAM user that the role must trust. Null: it must trust the vendor account. */
  readonly trustedUser: string | null
  readonly hasPermissionsPolicy: boolean
  readonly managedPolicyArns: readonly string[]
}

export function explanationFacts(plan: RolePlan): ExplanationFacts {
  return {
    vendor: plan.vendor.name,
    account: accountIdInGroups(plan.accountId),
    vendorAccount: accountIdInGroups(plan.vendorAccountId),
    roleName: plan.roleName,
    roleArn: plan.roleArn,
    externalId: plan.externalId,
    region: plan.region,
    trustedUser: plan.applicationUserArn,
    hasPermissionsPolicy: hasPermissions(plan),
    managedPolicyArns: plan.managedPolicyArns,
  }
}

/** The principal in English. */
export const trustedPrincipal = ({ trustedUser, vendorAccount }: ExplanationFacts): string =>
  trustedUser === null ? `account ${vendorAccount}` : `the IAM user ${trustedUser}`

/** A text that is ready to be pasted; see `pasteText`. */
export type PasteCode = 'trust-policy' | 'trust-policy-command' | 'permissions-policy' | 'permissions-policy-command'

/** The party that has to act. */
export type Actor = 'customer' | 'vendor' | 'nobody'

export type ExplanationTexts = {
  readonly title: string
  readonly happened: (facts: ExplanationFacts) => string
  /** As far as AWS reveals it. */
  readonly why: (facts: ExplanationFacts) => string
  /** In order. */
  readonly todo: (facts: ExplanationFacts) => readonly string[]
}

/** The state in one sentence. */
export const verdictKindMessages = messages('verdict-kinds', {
  verified: 'The role works and the external ID is enforced.',
  waiting: 'Waiting for AWS. We’ll keep checking.',
  'not-ready': 'We can’t assume the role yet.',
  unsafe: 'The role isn’t secure yet, so we’re not using it.',
  partial: 'Connected, but a permission is missing.',
  inconclusive: 'The check didn’t finish. We’ll retry automatically.',
  'vendor-fault': 'Your role is fine. We’ll keep checking.',
  drifted: 'The role has changed since it was verified.',
})

export type PasteText = { readonly title: string; readonly language: 'json' | 'shell'; readonly text: string }

const compact = (document: PolicyDocument): string => shellQuoted(JSON.stringify(document))

/** The last ones fail, without consequence, where the role doesn't have the policy. */
function permissionsCommands(plan: RolePlan): readonly string[] {
  const role = `--role-name ${shellQuoted(plan.roleName)}`
  const { permissionsPolicy } = plan
  return [
    ...(hasPermissions(plan)
      ? [`aws iam put-role-policy ${role} --policy-name ${shellQuoted(plan.policyName)} --policy-document ${compact(permissionsPolicy)}`]
      : []),
    ...plan.managedPolicyArns.map((arn) => `aws iam attach-role-policy ${role} --policy-arn ${shellQuoted(arn)}`),
    ...unchosenPolicies(plan).map((arn) => `aws iam detach-role-policy ${role} --policy-arn ${shellQuoted(arn)}`),
    ...(hasPermissions(plan) ? [] : [`aws iam delete-role-policy ${role} --policy-name ${shellQuoted(plan.policyName)}`]),
  ]
}

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
    text: permissionsCommands(plan)
      .map((command) => `${command}\n`)
      .join(''),
  }),
}

/** The text that goes with an explanation, from the plan. */
export function pasteText(code: PasteCode, plan: RolePlan): PasteText {
  return pastes[code](plan)
}
