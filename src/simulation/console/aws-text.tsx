import type { ReactNode } from 'react'

/** Said by AWS, not by this page: English in every language, and nothing that a browser may translate. */
export const ofAws = { lang: 'en', dir: 'ltr', translate: 'no' } as const

/** What the console of AWS calls things: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html */
export const awsLabels = {
  quickCreate: 'Quick create stack',
  createStack: 'Create stack',
  upload: 'Upload a template file',
  templateUrl: 'Template URL',
  templateFile: 'Template file',
  description: 'Description',
  stackName: 'Stack name',
  parameters: 'Parameters',
  capabilities: 'Capabilities',
  acknowledgement: (capabilities: readonly string[]) =>
    `I acknowledge that AWS CloudFormation might create IAM resources${capabilities.includes('CAPABILITY_NAMED_IAM') ? ' with custom names' : ''}.`,
  stacks: 'Stacks',
  stack: 'Stack',
  outputs: 'Outputs',
  events: 'Events',
  time: 'Timestamp',
  logicalId: 'Logical ID',
  status: 'Status and reason',
  deleteStack: 'Delete stack',
} as const

export function AwsText({ children }: { children: ReactNode }) {
  return <span {...ofAws}>{children}</span>
}
