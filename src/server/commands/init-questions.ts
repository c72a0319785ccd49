import { AccountId } from '#core/aws/account-id.ts'
import { RoleName } from '#core/aws/iam-names.ts'
import { readRegion } from '#core/aws/region.ts'
import { suggestion } from '#core/connection/vendor-config/config-finding.ts'
import { starterIds, starters } from './starter-access.ts'
import { applicationRoleFor, type StarterAnswers } from './starter-config.ts'

export type InitOption = 'name' | 'purpose' | 'account' | 'application-role' | 'access' | 'region' | 'force'

/** Answers so far, by option. */
export type Answers = Readonly<Partial<Record<InitOption, string>>>

export type Question = {
  readonly option: InitOption
  readonly text: string
  /** Used where nothing is typed. Null: an answer is required. */
  readonly fallback: (answers: Answers) => string | null
  /** Says what is wrong with an answer. */
  readonly fault: (answer: string) => string | null
}

const accessIds = (answer: string): readonly string[] => answer.split(/[\s,]+/).filter((id) => id !== '')

function accessFault(answer: string): string | null {
  const unknown = accessIds(answer).find((id) => !starterIds.includes(id))
  if (unknown === undefined) return accessIds(answer).length > 0 ? null : `Enter at least one of ${starterIds.join(', ')}.`
  return `There is no ${JSON.stringify(unknown)}. Use ${starterIds.join(', ')}.${suggestion(unknown, starterIds)}`
}

const accessList = starters.map(({ id, title }) => `  ${id.padEnd(14)} ${title}`).join('\n')

export const questions: readonly Question[] = [
  {
    option: 'name',
    text: 'What is your product called?',
    fallback: () => null,
    fault: (answer) => (answer.length > 60 ? 'Use at most 60 characters.' : null),
  },
  {
    option: 'purpose',
    text: 'What does it do in your customer’s account? Finish the sentence "It needs access because it …"',
    fallback: () => null,
    fault: (answer) => (answer.length > 300 ? 'Use at most 300 characters.' : null),
  },
  {
    option: 'account',
    text: 'Which AWS account does it run in? 12 digits',
    fallback: () => null,
    fault: (answer) => (AccountId.safeParse(answer).success ? null : 'Enter the 12-digit account ID of your own account.'),
  },
  {
    option: 'application-role',
    text: 'Which IAM role does it run as? Customers trust this role alone',
    fallback: ({ name = '' }) => applicationRoleFor(name),
    fault: (answer) =>
      RoleName.safeParse(answer).success ? null : 'Enter the name of a role, without its ARN: letters, digits, and + = , . @ _ -',
  },
  {
    option: 'access',
    text: `What does it need? Separate several with commas, the required one first in this list\n${accessList}`,
    fallback: () => 'read-s3',
    fault: accessFault,
  },
]

export const regionFault = (region: string): string | null =>
  readRegion(region).kind === 'region' ? null : `There is no Region ${region}. Enter one such as us-east-1.`

/** The config of answers without a fault. */
export const starterAnswers = (answers: Answers): StarterAnswers => ({
  name: answers.name ?? '',
  purpose: answers.purpose ?? '',
  account: answers.account ?? '',
  applicationRole: answers['application-role'] ?? '',
  region: answers.region ?? 'us-east-1',
  access: accessIds(answers.access ?? ''),
})
