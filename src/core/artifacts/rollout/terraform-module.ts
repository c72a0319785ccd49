import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { commentText, type HclEntry, hclEntries, hclText } from '#core/artifacts/source-text.ts'
import { arnSet, attachmentResource, block, rolePolicyResource, roleResource } from '#core/artifacts/terraform.ts'
import { nameSuffixOf } from '#core/connection/suffixed-role-name.ts'
import { messages } from '#core/text/messages.ts'
import { type Marks, type RoleForm, type Rollout, type RolloutAccount, roleForms } from './rollout.ts'

const signedIn = 'data.aws_caller_identity.signed_in.account_id'
const connection = 'local.account_access_connection'

/** A quote after a backslash is a part of the text. */
const withExpression = (text: string, mark: string, expression: string): string =>
  text.replaceAll(new RegExp(`(?<!\\\\)"${mark}"`, 'g'), () => expression).replaceAll(mark, () => `\${${expression}}`)

function withExpressions(text: string, marks: Marks): string {
  const placed = withExpression(withExpression(text, marks.accountId, signedIn), marks.region, `${connection}.region`)
  const named = withExpression(placed, marks.roleName, `${connection}.role_name`)
  return withExpression(named, marks.externalId, `${connection}.external_id`)
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

/** Stops the plan in an account that is not in the list. https://developer.hashicorp.com/terraform/language/expressions/custom-conditions#preconditions-and-postconditions */
const rightAccount = `data "aws_caller_identity" "signed_in" {
  lifecycle {
    postcondition {
      condition     = contains(keys(local.account_access_connections), self.account_id)
      error_message = "Stopped. This module is not for AWS account \${self.account_id}. Nothing was changed."
    }
  }
}`

function connectionLines({ plan, name }: RolloutAccount, form: RoleForm): string[] {
  const entries = [
    `external_id = ${hclText(plan.externalId)}`,
    `region = ${hclText(plan.region)}`,
    `role = ${hclText(form.id)}`,
    ...(nameSuffixOf(plan) === null ? [] : [`role_name = ${hclText(plan.roleName)}`]),
  ]
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

/** If the accounts need different roles, each role is created only in its accounts. */
function onlyWhere(form: RoleForm, forms: readonly RoleForm[]): string[] {
  if (forms.length === 1) return []
  const entry: HclEntry = ['count', `${connection}.role == ${hclText(form.id)} ? 1 : 0`]
  return [hclEntries([entry], '  ')]
}

function resources(form: RoleForm, forms: readonly RoleForm[]): string[] {
  const name = resourceName(form, forms)
  const role = `aws_iam_role.${name}${forms.length === 1 ? '' : '[0]'}.name`
  const before = onlyWhere(form, forms)
  return [
    roleResource(form.plan, name, { before, after: [] }),
    ...rolePolicyResource(form.plan, name, { role, before }),
    ...attachments(form, forms, role),
  ]
}

/** A resource has either `count` or `for_each`, so the set of ARNs is empty where the role isn't created. */
function attachments(form: RoleForm, forms: readonly RoleForm[], role: string): string[] {
  if (form.plan.managedPolicyArns.length === 0) return []
  const arns = arnSet(form.plan)
  const here = forms.length === 1 ? arns : `${connection}.role == ${hclText(form.id)} ? ${arns} : toset([])`
  return [attachmentResource(resourceName(form, forms), { role, arns: here })]
}

function roleArn(forms: readonly RoleForm[]): string {
  if (forms.length === 1) return '  value = aws_iam_role.account_access.arn'
  return `  value = one(concat(${forms.map((form) => `aws_iam_role.${resourceName(form, forms)}[*].arn`).join(', ')}))`
}

const preamble = ({ vendor, accounts }: Rollout): string =>
  `# ${commentText(`One IAM role for ${vendor.name} in ${accounts.length === 1 ? '1 AWS account' : `${accounts.length} AWS accounts`}, each with its own external ID.`)}
# The module looks up the account of the aws provider, uses its values, and stops in any other account.`

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

export const terraformModuleMessages = messages('terraform-module', {
  title: 'Terraform module',
  purpose:
    'One module for all accounts. Use it once per account, from your own loop over accounts (workspaces, Terragrunt, a pipeline) or from the root module in the next tab.',
  needs: [
    'Terraform 1.2 or OpenTofu 1.6, or later',
    'the hashicorp/aws provider 4 or later, configured for each account',
    'this file as account-access/main.tf',
  ],
  undo: 'Run terraform destroy for the module in each account, or remove its calls and apply again. Access ends within seconds.',
})

export const terraformModule: ArtifactDialect<Rollout> = {
  id: terraformModuleMessages.id,
  texts: terraformModuleMessages.in,
  undo: (_, language = 'en') => ({ words: terraformModuleMessages.in(language).undo, commands: null }),
  render: (rollout) => ({ filename: 'main.tf', language: 'hcl', text: moduleText(rollout) }),
}
