import { messages } from '#core/text/messages.ts'
import type { Field, RejectedField } from './entered-value.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

export type RejectedFacts = PlanFacts & {
  /** Null where the message doesn't tell which value it rejects. */
  readonly rejected: RejectedField | null
  /** The console asks for the vendor's account, and the vendor for the customer's. */
  readonly place: 'console' | 'vendor' | 'either'
}

const forms: Readonly<Record<Field, string>> = {
  account: 'an account ID of 12 digits',
  'role-arn': 'the ARN of a role',
  'role-name': 'the name of a role',
  'external-id': 'an external ID',
  bucket: 'the name of a bucket',
  location: 'the URL of a bucket',
}

function accountToEnter({ place, vendor, vendorAccountId, accountId, externalId, trustedUser }: RejectedFacts): string {
  if (place === 'vendor') return `In ${vendor}, enter ${accountId}.`
  if (place === 'either')
    return `In ${vendor}, enter your account: ${accountId}. Where you create the role in the AWS console, enter ${vendor}’s: ${vendorAccountId}.`
  const whole = 'choose "Custom trust policy" in the AWS console, and paste the trust policy from this page.'
  return trustedUser === null
    ? `Enter ${vendorAccountId} alone. In the AWS console, also select "Require external ID", and enter ${externalId}. To name more than an account, ${whole}`
    : `To trust ${trustedUser}, ${whole}`
}

const toEnter = (facts: RejectedFacts): Readonly<Record<Field, string>> => ({
  account: accountToEnter(facts),
  'role-arn': `Enter ${facts.roleArn}, without spaces or quotation marks.`,
  'role-name': `Enter ${facts.roleName} alone, without the rest of the ARN.`,
  'external-id': `Enter ${facts.externalId}, without spaces before or after it.`,
  bucket: 'Enter the name alone, without arn:aws:s3:::, s3://, or a path.',
  location: 'Enter it in the form s3://bucket/path/.',
})

export const valueRejectedMessages = messages('value-rejected-rule', {
  'vendor-value-rejected': {
    title: 'The message rejects a value',
    sentence: ({ rejected }: RejectedFacts) => {
      if (rejected?.isSpaced === true) return 'A value was rejected, and the text tells of a space before or after it.'
      if (rejected !== null && rejected.entered !== null)
        return `The value must be ${forms[rejected.field]}, and ${rejected.entered} isn’t one.`
      if (rejected?.isBlank === true) return `The field can’t be empty. It takes ${forms[rejected.field]}.`
      if (rejected?.field === 'role-arn') return 'The message says that the role ARN isn’t valid. It doesn’t say that AWS was asked.'
      return rejected?.field === 'account'
        ? `The message says that the value isn’t ${forms.account}.`
        : 'The message says that a value isn’t valid. It doesn’t say that AWS was asked.'
    },
    detail: (facts: RejectedFacts) => {
      const { vendor, roleArn, externalId, rejected } = facts
      if (rejected?.field === 'role-arn' && rejected.entered === null && !rejected.isSpaced)
        return `${toEnter(facts)['role-arn']} The ARN of a user, a policy, or a session, such as arn:aws:sts::…:assumed-role/…, isn’t that of a role. If ${vendor} rejects ${roleArn}, too, ask ${vendor}.`
      return rejected === null || (rejected.entered === null && !rejected.isSpaced && rejected.field !== 'account')
        ? `Enter the values in ${vendor} again, without spaces: the role ARN is ${roleArn}, and the external ID is ${externalId}. If ${vendor} rejects them, ask ${vendor}.`
        : `${toEnter(facts)[rejected.field]} The value was rejected for its form, so this says nothing about a role in AWS.`
    },
  },
})

function placeOf(rejected: RejectedField | null, { vendorAccountId, accountId }: PlanFacts): RejectedFacts['place'] {
  const entered = rejected?.entered?.replace(/(?<=\d)[- ](?=\d)/g, '') ?? ''
  if (entered.includes(vendorAccountId)) return 'console'
  if (entered.includes(accountId)) return 'vendor'
  return rejected?.isOfConsole === true ? 'console' : 'either'
}

/** A field of a form, or a setting of a program, that takes another value. */
export const valueRejectedRule: PastedRule = familyRule(valueRejectedMessages.in, {
  id: 'vendor-value-rejected',
  part: 'finding',
  source: pages.identifiers,
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id', 'vendor-open', 'vendor-lacks-permissions'],
  facts: ({ trust, vendorWords, plan }) => {
    if (trust !== null || vendorWords?.failure !== 'value') return null
    const rejected = vendorWords.rejected ?? null
    const facts = planFacts(plan)
    return { ...facts, rejected, place: placeOf(rejected, facts) }
  },
})
