import { accountIdInGroups } from '#core/aws/account-id.ts'
import { consoleHost, type Partition, partitions } from '#core/aws/partition.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { awsCliCreate, awsCliUndo } from './aws-cli.ts'

/** https://docs.aws.amazon.com/cloudshell/latest/userguide/supported-aws-regions.html */
const listed: readonly Partition[] = ['aws', 'aws-us-gov']

/** No URL can carry commands, so nothing runs that was not pasted. */
function cloudShellUrl(plan: RolePlan): string {
  const region = encodeURIComponent(plan.region)
  return `https://${consoleHost(plan.partition, plan.region)}/cloudshell/home?region=${region}`
}

/** Plain words only: a shell that ignores comments finds no commands in them. */
function directions(plan: RolePlan): string[] {
  const isListed = listed.includes(plan.partition)
  return [
    '# 1. Open CloudShell in account',
    `#    ${accountIdInGroups(plan.accountId)}`,
    `#    ${cloudShellUrl(plan)}`,
    isListed
      ? '#    If CloudShell is not available in this Region, use another one. IAM is global.'
      : `#    AWS lists no CloudShell for ${partitions[plan.partition].title}. If there is none, use any terminal with the AWS CLI.`,
    '# 2. Paste all of this and press Enter.',
  ]
}

export const cloudShellMessages = messages('cloudshell', {
  title: 'CloudShell',
  purpose: 'Run in the terminal of the AWS console. Nothing to install. It stops if you’re in the wrong account.',
  needs: ['a browser signed in to the account, with permission to create IAM roles and use AWS CloudShell'],
  undo: (roleName: string) => `Delete the role ${roleName}. Access ends within seconds.`,
})

export const cloudShell: ArtifactDialect = {
  id: cloudShellMessages.id,
  texts: cloudShellMessages.in,
  undo: (plan, language = 'en') => ({ words: cloudShellMessages.in(language).undo(plan.roleName), commands: awsCliUndo(plan) }),
  render: (plan) => ({
    filename: 'create-role-in-cloudshell.sh',
    language: 'bash',
    text: `${directions(plan).join('\n')}\n${awsCliCreate(plan).text}`,
  }),
}
