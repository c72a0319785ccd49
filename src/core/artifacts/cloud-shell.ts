import { accountIdInGroups } from '#core/aws/account-id.ts'
import { consoleHost, type Partition, partitions } from '#core/aws/partition.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { said } from '#core/rules/said.ts'
import type { ArtifactDialect } from './artifact.ts'
import { awsCliCreate, awsCliUndo } from './aws-cli.ts'

/** https://docs.aws.amazon.com/cloudshell/latest/userguide/supported-aws-regions.html */
const listed: readonly Partition[] = ['aws', 'aws-us-gov']

/** No address can carry commands: nothing runs that was not pasted. */
function cloudShellUrl(plan: RolePlan): string {
  const region = encodeURIComponent(plan.region)
  return `https://${consoleHost(plan.partition, plan.region)}/cloudshell/home?region=${region}`
}

/** Lines of words only: a shell that takes them for commands finds none. */
function directions(plan: RolePlan): string[] {
  const isListed = listed.includes(plan.partition)
  return [
    '# 1. Open CloudShell. The number at the top right of the console must be',
    `#    ${accountIdInGroups(plan.accountId)}`,
    `#    ${cloudShellUrl(plan)}`,
    isListed
      ? '#    No CloudShell in this region? Take another one of your account: IAM is the same in all.'
      : `#    AWS lists no CloudShell for the ${partitions[plan.partition].title}. Without it, use any terminal with the AWS CLI.`,
    '# 2. Paste all of this and press Enter. AWS lets no link fill in commands.',
  ]
}

export const cloudShell: ArtifactDialect = {
  id: 'cloudshell',
  title: 'CloudShell',
  purpose:
    'create the role from the terminal in the AWS console, with nothing installed; the commands stop by themselves in any other account',
  needs: ['A browser that is signed in to the account, with leave to create IAM roles and to use AWS CloudShell'],
  undo: (plan) => ({ words: said`Delete the role ${plan.roleName}. The access ends at once.`, commands: awsCliUndo(plan) }),
  render: (plan) => ({
    filename: 'create-role-in-cloudshell.sh',
    language: 'bash',
    text: `${directions(plan).join('\n')}\n${awsCliCreate(plan).text}`,
  }),
}
