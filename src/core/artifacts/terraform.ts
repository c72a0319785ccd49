import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { said } from '#core/rules/said.ts'
import type { ArtifactDialect } from './artifact.ts'
import { type HclEntry, hclEntries, hclText, hclValue } from './hcl-text.ts'
import { commentText } from './source-text.ts'

export function block(head: string, parts: readonly string[]): string {
  return `${head} {\n${parts.join('\n\n')}\n}`
}

/** Stops the plan, before anything is changed. https://developer.hashicorp.com/terraform/language/expressions/custom-conditions#preconditions-and-postconditions */
function rightAccount(plan: RolePlan): string {
  const signedIn = 'data.aws_caller_identity.signed_in.account_id'
  return `  lifecycle {
    precondition {
      condition     = ${signedIn} == ${hclText(plan.accountId)}
      error_message = "Stopped, nothing was changed: these are credentials of AWS account \${${signedIn}}, not of ${plan.accountId}."
    }
  }`
}

type Rest = { readonly before: readonly string[]; readonly after: readonly string[] }

/** What else stands in the resource is given, since it differs between one account and many. */
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

/** `role` is an expression for the name of the role. */
export function rolePolicyResource(plan: RolePlan, name: string, { role, before }: Pick<Rest, 'before'> & { role: string }): string[] {
  if (!hasPermissions(plan)) return []
  const entries: HclEntry[] = [
    ['name', hclText(plan.policyName)],
    ['role', role],
    ['policy', `jsonencode(${hclValue(plan.permissionsPolicy, '  ')})`],
  ]
  return [block(`resource "aws_iam_role_policy" "${name}"`, [...before, hclEntries(entries, '  ')])]
}

const preamble = (plan: RolePlan): string =>
  `# ${commentText(`One IAM role that lets ${plan.vendor.name} (AWS account ${plan.vendorAccountId}) work in AWS account ${plan.accountId}.`)}
# The aws provider is yours: configure it for that account. IAM is the same in every region of it.`

/** No provider and no `terraform` block, of which a configuration may have one only: the file can be dropped into any. */
function configuration(plan: RolePlan): string {
  const blocks = [
    preamble(plan),
    'data "aws_caller_identity" "signed_in" {}',
    roleResource(plan, 'account_access', { before: [], after: [rightAccount(plan)] }),
    ...rolePolicyResource(plan, 'account_access', { role: 'aws_iam_role.account_access.name', before: [] }),
    block('output "role_arn"', ['  value = aws_iam_role.account_access.arn']),
  ]
  return `${blocks.join('\n\n')}\n`
}

export const terraform: ArtifactDialect = {
  id: 'terraform',
  title: 'Terraform',
  purpose: 'keep the role with the rest of your infrastructure; the file fits into any Terraform or OpenTofu configuration',
  needs: ['Terraform 1.2 or OpenTofu 1.6, or newer', 'The hashicorp/aws provider, version 4 or newer, configured for the account'],
  undo: () => ({
    words: said`Remove the file from the configuration and apply it again, or run terraform destroy if it holds nothing else. The access ends at once.`,
    commands: null,
  }),
  render: (plan) => ({ filename: 'account-access-role.tf', language: 'hcl', text: configuration(plan) }),
}
