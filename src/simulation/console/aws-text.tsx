import type { ReactNode } from 'react'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import type { AwsAnswer } from './aws-query.ts'
import { consoleMessages } from './console-messages.ts'

/** AWS's own words: English in every language, and never translated by the browser. */
export const ofAws = { lang: 'en', dir: 'ltr', translate: 'no' } as const

/** What the console of AWS calls things: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html */
export const awsLabels = {
  quickCreate: 'Quick create stack',
  createStack: 'Create stack',
  upload: 'Upload a template file',
  templateUrl: 'Template URL',
  templateFile: 'Template file',
  stackName: 'Stack name',
  parameters: 'Parameters',
  acknowledgment: (capabilities: readonly string[]) =>
    `I acknowledge that AWS CloudFormation might create IAM resources${capabilities.includes('CAPABILITY_NAMED_IAM') ? ' with custom names' : ''}.`,
  stacks: 'Stacks',
  stack: 'Stack',
  outputs: 'Outputs',
  events: 'Events',
  time: 'Timestamp',
  logicalId: 'Logical ID',
  status: 'Status and reason',
  deleteStack: 'Delete stack',
  updateStack: 'Update stack',
  submit: 'Submit',
  createRole: 'Create role',
  customTrustPolicy: 'Custom trust policy',
  roleName: 'Role name',
} as const

export function AwsText({ children }: { children: ReactNode }) {
  return <span {...ofAws}>{children}</span>
}

/** AWS's error in its own words. Nothing for a success. */
export function AwsErrorMessage({ answer }: { answer: AwsAnswer<unknown> | undefined }) {
  const unreachable = localized(consoleMessages).unreachable
  if (answer === undefined || answer.kind === 'answer') return null
  if (answer.kind === 'unreachable') {
    return (
      <Callout tone="danger" title={unreachable.title} headingLevel={3} role="alert">
        <p>{unreachable.reasons[answer.reason]}</p>
      </Callout>
    )
  }
  return (
    <Callout tone="danger" title={<code {...ofAws}>{answer.code}</code>} headingLevel={3} role="alert">
      <p className="aws-words" {...ofAws}>
        {answer.message}
      </p>
    </Callout>
  )
}

type AnsweredProps<Result> = {
  answer: AwsAnswer<Result> | undefined
  waiting: string
  children: (result: Result) => ReactNode
}

export function Answered<Result>({ answer, waiting, children }: AnsweredProps<Result>) {
  if (answer === undefined) return <p className="hint">{waiting}</p>
  return answer.kind === 'answer' ? children(answer.result) : <AwsErrorMessage answer={answer} />
}
