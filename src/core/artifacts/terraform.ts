import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { commentText, type HclEntry, hclEntries, hclText, hclValue } from './source-text.ts'

export function block(head: string, parts: readonly string[]): string {
  return `${head} {\n${parts.join('\n\n')}\n}`
}

/** Stops the plan, before anything is changed. https://developer.hashicorp.com/terraform/language/expressions/custom-conditions#preconditions-and-postconditions */
export function rightAccount(plan: Pick<RolePlan, 'accountId'>): string {
  const signedIn = 'data.aws_caller_identity.signed_in.account_id'
  return `  lifecycle {
    precondition {
      condition     = ${signedIn} == ${hclText(plan.accountId)}
      error_message = "Stopped. These are credentials of AWS account \${${signedIn}}, not ${plan.accountId}. Nothing was changed."
    }
  }`
}

type Rest = { readonly before: readonly string[]; readonly after: readonly string[] }

/** `before` and `after` are the parts that differ between one account and many. */
export function roleResource(plan: RolePlan, name: string, { before, after }: Rest): string {
  const entries: HclEntry[] = [
    ['name', hclText(plan.roleName)],
    ['path', hclText(plan.path)],
    ['max_session_duration', String(plan.maxSessionDuration)],
    ...(plan.permissionsBoundary === null ? [] : [['permissions_boundary', hclText(plan.permissionsBoundary)] satisfies HclEntry]),
  ]
  return block(`resource "aws_iam_role" "${name}"`, [
    ...before,
    hclEntries(entries, '  '),
    `  assume_role_policy = jsonencode(${hclValue(plan.trustPolicy, '  ')})`,
    ...(Object.keys(plan.tags).length === 0 ? [] : [`  tags = ${hclValue(plan.tags, '  ')}`]),
    ...after,
  ])
}

/** `role` is an expression for the role name. */
export function rolePolicyResource(plan: RolePlan, name: string, { role, before }: Pick<Rest, 'before'> & { role: string }): string[] {
  if (!hasPermissions(plan)) return []
  const entries: HclEntry[] = [
    ['name', hclText(plan.policyName)],
    ['role', role],
    ['policy', `jsonencode(${hclValue(plan.permissionsPolicy, '  ')})`],
  ]
  return [block(`resource "aws_iam_role_policy" "${name}"`, [...before, hclEntries(entries, '  ')])]
}

/** `arns` is an expression for a set of ARNs. A key of its own for each keeps the others attached when one changes. */
export const attachmentResource = (name: string, { role, arns }: { readonly role: string; readonly arns: string }): string =>
  block(`resource "aws_iam_role_policy_attachment" "${name}"`, [
    hclEntries(
      [
        ['for_each', arns],
        ['role', role],
        ['policy_arn', 'each.value'],
      ],
      '  ',
    ),
  ])

/** https://developer.hashicorp.com/terraform/language/functions/toset */
export const arnSet = ({ managedPolicyArns }: Pick<RolePlan, 'managedPolicyArns'>): string => `toset(${hclValue(managedPolicyArns, '  ')})`

const preamble = (plan: RolePlan): string =>
  `# ${commentText(`One IAM role that lets ${plan.vendor.name} (AWS account ${plan.vendorAccountId}) access AWS account ${plan.accountId}.`)}
# Configure the aws provider for that account, in any Region. IAM is global.`

/** No provider and no `terraform` block, of which a configuration may have one only: the file can be dropped into any. */
function configuration(plan: RolePlan): string {
  const blocks = [
    preamble(plan),
    'data "aws_caller_identity" "signed_in" {}',
    roleResource(plan, 'account_access', { before: [], after: [rightAccount(plan)] }),
    ...rolePolicyResource(plan, 'account_access', { role: 'aws_iam_role.account_access.name', before: [] }),
    ...(plan.managedPolicyArns.length === 0
      ? []
      : [attachmentResource('account_access', { role: 'aws_iam_role.account_access.name', arns: arnSet(plan) })]),
    block('output "role_arn"', ['  value = aws_iam_role.account_access.arn']),
  ]
  return `${blocks.join('\n\n')}\n`
}

export const terraformMessages = messages('terraform', {
  title: 'Terraform',
  purpose: 'Add this file to any Terraform or OpenTofu configuration.',
  needs: ['Terraform 1.2 or OpenTofu 1.6, or later', 'the hashicorp/aws provider 4 or later, configured for the account'],
  undo: 'Remove the file and apply again, or run terraform destroy if the configuration has nothing else. Access ends within seconds.',
})

export const terraform: ArtifactDialect = {
  id: terraformMessages.id,
  texts: terraformMessages.in,
  undo: (_, language = 'en') => ({ words: terraformMessages.in(language).undo, commands: null }),
  render: (plan) => ({ filename: 'account-access-role.tf', language: 'hcl', text: configuration(plan) }),
}
