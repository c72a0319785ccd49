import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { type HclEntry, hclEntries, hclText } from '#core/artifacts/hcl-text.ts'
import { commentText } from '#core/artifacts/source-text.ts'
import { block, rolePolicyResource, roleResource } from '#core/artifacts/terraform.ts'
import { said } from '#core/rules/said.ts'
import { type Marks, type RoleForm, roleForms } from './role-forms.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

const signedIn = 'data.aws_caller_identity.signed_in.account_id'
const connection = 'local.account_access_connection'

const withExpression = (text: string, mark: string, expression: string): string =>
  text.replaceAll(`"${mark}"`, expression).replaceAll(mark, `\${${expression}}`)

function withExpressions(text: string, marks: Marks): string {
  const placed = withExpression(withExpression(text, marks.accountId, signedIn), marks.region, `${connection}.region`)
  return withExpression(placed, marks.externalId, `${connection}.external_id`)
}

/** A module says what it needs; without that, every call that hands it a provider is warned about. https://developer.hashicorp.com/terraform/language/modules/develop/providers */
const requirements = `terraform {
  required_version = ">= 1.2"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0"
    }
  }
}`

/** Stops the plan in an account that is not of the list. https://developer.hashicorp.com/terraform/language/expressions/custom-conditions#preconditions-and-postconditions */
const rightAccount = `data "aws_caller_identity" "signed_in" {
  lifecycle {
    postcondition {
      condition     = contains(keys(local.account_access_connections), self.account_id)
      error_message = "Stopped, nothing was changed: AWS account \${self.account_id} is none of those that this module is for."
    }
  }
}`

function connectionLines({ plan, name }: RolloutAccount, form: RoleForm): string[] {
  const entries = [`external_id = ${hclText(plan.externalId)}`, `region = ${hclText(plan.region)}`, `role = ${hclText(form.id)}`]
  const comment = commentText(name ?? '')
  return [...(comment === '' ? [] : [`    # ${comment}`]), `    ${hclText(plan.accountId)} = { ${entries.join(', ')} }`]
}

function connections(forms: readonly RoleForm[]): string {
  const lines = forms.flatMap((form) => form.accounts.flatMap((account) => connectionLines(account, form)))
  return block('locals', [
    `  account_access_connections = {\n${lines.join('\n')}\n  }`,
    `  account_access_connection = local.account_access_connections[${signedIn}]`,
  ])
}

const resourceName = (form: RoleForm, forms: readonly RoleForm[]): string =>
  forms.length === 1 ? 'account_access' : `account_access_${form.id}`

/** Where the accounts do not have one role alike, each role is made in its accounts alone. */
function onlyWhere(form: RoleForm, forms: readonly RoleForm[]): string[] {
  if (forms.length === 1) return []
  const entry: HclEntry = ['count', `${connection}.role == ${hclText(form.id)} ? 1 : 0`]
  return [hclEntries([entry], '  ')]
}

function resources(form: RoleForm, forms: readonly RoleForm[]): string[] {
  const name = resourceName(form, forms)
  const role = `aws_iam_role.${name}${forms.length === 1 ? '' : '[0]'}.name`
  const before = onlyWhere(form, forms)
  return [roleResource(form.plan, name, { before, after: [] }), ...rolePolicyResource(form.plan, name, { role, before })]
}

function roleArn(forms: readonly RoleForm[]): string {
  if (forms.length === 1) return '  value = aws_iam_role.account_access.arn'
  return `  value = one(concat(${forms.map((form) => `aws_iam_role.${resourceName(form, forms)}[*].arn`).join(', ')}))`
}

const preamble = ({ vendor, accounts }: Rollout): string =>
  `# ${commentText(`One IAM role for ${vendor.name} in each of ${accounts.length} AWS accounts, each with an external ID of its own.`)}
# The aws provider says which account it is: the module looks up what belongs to that one and stops in every other.`

function moduleText(rollout: Rollout): string {
  const { marks, forms } = roleForms(rollout)
  const blocks = [
    preamble(rollout),
    requirements,
    rightAccount,
    connections(forms),
    ...forms.flatMap((form) => resources(form, forms)).map((text) => withExpressions(text, marks)),
    block('output "role_arn"', [roleArn(forms)]),
  ]
  return `${blocks.join('\n\n')}\n`
}

export const terraformModule: ArtifactDialect<Rollout> = {
  id: 'terraform-module',
  title: 'Terraform module',
  purpose:
    'keep the roles with the rest of your infrastructure: one module for all accounts, used once for each, by your own loop over accounts (workspaces, Terragrunt, a pipeline) or by the file of calls in the next tab',
  needs: [
    'Terraform 1.2 or OpenTofu 1.6, or newer',
    'The hashicorp/aws provider, version 4 or newer, configured for each account',
    'The file as account-access/main.tf',
  ],
  undo: () => ({
    words: said`Run terraform destroy for the module in each account, or remove its calls and apply again. The access ends at once.`,
    commands: null,
  }),
  render: (rollout) => ({ filename: 'main.tf', language: 'hcl', text: moduleText(rollout) }),
}
