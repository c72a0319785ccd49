import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { hclEntries, hclText } from '#core/artifacts/hcl-text.ts'
import { commentText } from '#core/artifacts/source-text.ts'
import { block } from '#core/artifacts/terraform.ts'
import { said } from '#core/rules/said.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html */
const usualRole = 'OrganizationAccountAccessRole'

const deployRole = block('variable "account_access_deploy_role"', [
  hclEntries(
    [
      ['type', 'string'],
      ['default', hclText(usualRole)],
      ['description', hclText('The role in each account that Terraform works with; it must be allowed to create IAM roles.')],
    ],
    '  ',
  ),
])

const alias = ({ plan }: RolloutAccount): string => `account_${plan.accountId}`

function provider(account: RolloutAccount, partition: Rollout['partition']): string {
  const { accountId, region } = account.plan
  return block('provider "aws"', [
    hclEntries(
      [
        ['alias', hclText(alias(account))],
        ['region', hclText(region)],
      ],
      '  ',
    ),
    `  assume_role {
    role_arn = "arn:${partition}:iam::${accountId}:role/\${var.account_access_deploy_role}"
  }`,
  ])
}

function call(account: RolloutAccount): string {
  return block(`module "${alias(account)}"`, [
    hclEntries(
      [
        ['source', hclText('./account-access')],
        ['providers', `{ aws = aws.${alias(account)} }`],
      ],
      '  ',
    ),
  ])
}

function blocksOf(account: RolloutAccount, partition: Rollout['partition']): string {
  const name = commentText(account.name ?? '')
  return [...(name === '' ? [] : [`# ${name}`]), `${provider(account, partition)}\n\n${call(account)}`].join('\n')
}

const preamble = `# One provider and one call of the module for each account, because Terraform has no loop over providers.
# Here each provider assumes a role in its account; put a profile in its place if that is how you sign in.`

/** https://support.hashicorp.com/hc/en-us/articles/6304194229267-Using-count-or-for-each-in-Provider-Configuration */
export const terraformCalls: ArtifactDialect<Rollout> = {
  id: 'terraform-calls',
  title: 'Terraform calls',
  purpose:
    'call the module of the tab before for every account from one configuration, with one provider for each, since Terraform cannot loop over providers; OpenTofu 1.9 can, with for_each in the provider. Terraform starts a process for each provider: for more than some twenty accounts prefer the stack set or a loop of your own',
  needs: [
    'The module of the tab before, as account-access/main.tf beside this file',
    `In each account a role that Terraform may assume, such as ${usualRole}, which AWS Organizations makes in accounts that it creates`,
  ],
  undo: () => ({
    words: said`Run terraform destroy, or remove the calls, apply, and then remove their providers. The access ends at once.`,
    commands: null,
  }),
  render: (rollout) => ({
    filename: 'accounts.tf',
    language: 'hcl',
    text: `${[preamble, deployRole, ...rollout.accounts.map((account) => blocksOf(account, rollout.partition))].join('\n\n')}\n`,
  }),
}
