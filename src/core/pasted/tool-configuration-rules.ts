import { messages } from '#core/text/messages.ts'
import { type ErrorFacts, hasCode, ofErrors, type PastedRule } from './pasted-rule.ts'

/** The name of the block that Terraform rejects; empty for any other message. */
const rejectedBlock = (message: string): string => /Blocks of type "(\w+)"/.exec(message)?.[1] ?? ''

/** Close to the block with which the AWS provider assumes a role. */
export const isLikeAssumeRole = (message: string): boolean => /^assume/i.test(rejectedBlock(message))

export const toolConfigurationMessages = messages('tool-configuration-rules', {
  'terminal-profile': {
    title: 'A program can’t use an AWS profile',
    sentence: 'A program couldn’t use an AWS profile, so it didn’t call AWS. This says nothing about the role.',
    detail: ({ message }: ErrorFacts) =>
      `The message: ${message} Check the profile in ~/.aws/config and ~/.aws/credentials. A source_profile must name a profile with credentials. Some older tools read ~/.aws/config only if AWS_SDK_LOAD_CONFIG is 1.`,
  },
  'terraform-backend': {
    title: 'Terraform’s backend was denied access to the state',
    sentence: 'AWS denied Terraform access to the state in its S3 backend. This says nothing about the role.',
    detail:
      'The backend doesn’t use the assume_role of the AWS provider. Either set assume_role in the backend block too, or allow the credentials that Terraform starts with to read and write the state in the bucket.',
  },
  'terraform-role-unread': {
    title: 'Terraform didn’t read the assume_role block',
    sentence: 'Terraform’s log says that it read no assume_role block, so it never called AssumeRole. This says nothing about the role.',
    detail: ({ roleArn }: ErrorFacts) =>
      `The block counts only in a provider "aws" at the top level of the configuration: not within the terraform block, not in the backend, and not in another alias than the resources use. Move it there, and run Terraform again. The role ARN of this connection is ${roleArn}.`,
  },
  'terraform-configuration': {
    title: 'Terraform rejected its configuration',
    sentence: 'Terraform rejected its configuration, so it didn’t call AWS. This says nothing about the role.',
    detail: ({ message }: ErrorFacts) =>
      `The message: ${message}${isLikeAssumeRole(message) ? ' The block of the AWS provider is named assume_role.' : ''}`,
  },
})

/** Errors from before a program calls AWS with a role. */
export const toolConfigurationRules: readonly PastedRule[] = ofErrors(toolConfigurationMessages.in, [
  {
    id: 'terraform-backend',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/backend.html',
    suppresses: ['storage-denied', 'service-call-denied'],
    is: hasCode('TerraformBackend'),
  },
  {
    id: 'terminal-profile',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html',
    suppresses: ['terminal-credentials', 'application-credentials'],
    is: hasCode('UnusableProfile'),
  },
  {
    id: 'terraform-role-unread',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/security.html',
    is: hasCode('AssumeRoleUnread'),
  },
  {
    id: 'terraform-configuration',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/security.html',
    is: hasCode('TerraformConfiguration'),
  },
])
