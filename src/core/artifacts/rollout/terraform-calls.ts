import type { ArtifactDialect } from '#core/artifacts/artifact.ts'
import { commentText, hclEntries, hclText } from '#core/artifacts/source-text.ts'
import { block } from '#core/artifacts/terraform.ts'
import { messages } from '#core/text/messages.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html */
const usualRole = 'OrganizationAccountAccessRole'

const deployRole = block('variable "account_access_deploy_role"', [
  hclEntries(
    [
      ['type', 'string'],
      ['default', hclText(usualRole)],
      ['description', hclText('The role that Terraform assumes in each account. It must be allowed to create IAM roles.')],
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

const preamble = `# One provider and one module call per account, because Terraform cannot loop over providers.
# Each provider assumes a role in its account. Replace it with a profile if that is how you sign in.`

/** https://support.hashicorp.com/hc/en-us/articles/6304194229267-Using-count-or-for-each-in-Provider-Configuration */
export const terraformCallsMessages = messages('terraform-calls', {
  title: 'Terraform root module',
  purpose:
    'Calls the module from the previous tab for every account, with one provider each, because Terraform can’t loop over providers. OpenTofu 1.9 can, with for_each in the provider. Terraform starts a process for each provider, so for more than about 20 accounts use the stack set or your own loop.',
  needs: [
    'the module from the previous tab as account-access/main.tf next to this file',
    `a role in each account that Terraform can assume, such as ${usualRole}, which AWS Organizations creates in new accounts`,
  ],
  undo: 'Run terraform destroy. Or remove the calls, apply, and then remove their providers. Access ends within seconds.',
})

export const terraformCalls: ArtifactDialect<Rollout> = {
  id: terraformCallsMessages.id,
  texts: terraformCallsMessages.in,
  undo: (_, language = 'en') => ({ words: terraformCallsMessages.in(language).undo, commands: null }),
  render: (rollout) => ({
    filename: 'accounts.tf',
    language: 'hcl',
    text: `${[preamble, deployRole, ...rollout.accounts.map((account) => blocksOf(account, rollout.partition))].join('\n\n')}\n`,
  }),
}
