import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { memberOf } from '#core/policy/json/json-node.ts'
import type { TrustRule } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import { conditionsOn, externalIdKey, holdsWithoutKey, principalRule, trustVendor } from './conditions.ts'

export const tp06Messages = messages('TP06', {
  title: 'The trusted principal was deleted',
  what: 'A principal that is a unique ID (AROA…, AIDA…)',
  why: 'AWS stores a role or user as its unique ID and shows that ID when the role or user is gone. A new one with the same name has a different ID.',
  todo: 'Paste the policy again, with the vendor account as principal, or the user if the vendor calls as one.',
  found: (text: string, user: string | null) =>
    `The vendor ${text.startsWith('AIDA') ? 'IAM user' : 'principal'} that this role trusted was deleted, so AWS shows its ID ${text}. ${user === null ? 'Trust the vendor account.' : `Trust ${user}.`}`,
})

export const tp06: TrustRule = principalRule(
  tp06Messages,
  'error',
  iamGuide('reference_policies_elements_principal.html#principal-roles'),
  { kind: 'unique-id', everywhere: true },
)

export const tp07Messages = messages('TP07', {
  title: 'Principal is a role',
  what: 'A role ARN of the vendor account as principal',
  why: 'AWS stores the unique ID of the role. If the vendor recreates the role, every customer has to edit the trust policy.',
  todo: 'Trust the vendor account, and compare aws:PrincipalArn in a condition.',
  found: (_: string, user: string | null) =>
    user === null
      ? 'This stops working when the vendor recreates the role. Trust the account, and name the role in a condition on aws:PrincipalArn.'
      : `The vendor doesn’t call as this role, but as the IAM user ${user}. Trust that user.`,
})

export const tp07: TrustRule = principalRule(
  tp07Messages,
  'warning',
  iamGuide('reference_policies_elements_principal.html#principal-roles'),
  { kind: 'role', roleArn: ({ text }) => text },
)

export const tp08Messages = messages('TP08', {
  title: 'Principal is an IAM user',
  what: 'A user ARN as principal',
  why: 'An IAM user means long-lived access keys on the vendor’s side, which can leak.',
  todo: 'Trust the principal that the vendor names: its account, or another user.',
  found: (_: string, user: string | null) =>
    user === null
      ? 'This trusts an IAM user, which has long-lived keys. Trust the vendor account.'
      : `The vendor calls as another IAM user, ${user}. Trust that user.`,
})

export const tp08: TrustRule = principalRule(tp08Messages, 'high', iamGuide('best-practices.html#bp-workloads-use-roles'), { kind: 'user' })

export const tp10Messages = messages('TP10', {
  title: 'Principal is a role session',
  what: 'An assumed-role ARN as principal',
  why: 'It matches a single session, and the session name changes every time.',
  todo: 'Trust the vendor account, and compare aws:PrincipalArn with the ARN of the role.',
  found: (_: string, user: string | null) =>
    user === null
      ? 'This trusts a single session, which changes every time. Trust the account, and name the role in a condition.'
      : `This trusts a single session of a role. The vendor calls as the IAM user ${user}. Trust that user.`,
})

export const tp10: TrustRule = principalRule(
  tp10Messages,
  'warning',
  iamGuide('reference_policies_elements_principal.html#principal-role-session'),
  { kind: 'session', roleArn: ({ roleArn }) => roleArn ?? '' },
)

export const tp30Messages = messages('TP30', {
  title: 'An AWS service is trusted too',
  what: 'A Service principal in the same trust policy',
  why: 'Instances and functions in the customer’s account could assume this role and get the vendor’s permissions.',
  todo: 'Use a separate role for the service.',
  found: 'A service in the customer’s account can also assume this role. Use a separate role for it.',
})

/** Services send no external ID, so a statement that requires one doesn't let them in. */
export const tp30: TrustRule = rule(
  tp30Messages,
  'high',
  iamGuide('reference_policies_elements_principal.html#principal-services'),
  (subject) =>
    subject.statements
      .filter(({ isAllow, element }) => isAllow && memberOf(element('Principal'), 'Service') !== undefined)
      .filter((statement) => conditionsOn(statement, externalIdKey).every(holdsWithoutKey))
      .map((statement) => ({
        message: (language) => tp30Messages.in(language).found,
        path: [...statement.path, 'Principal', 'Service'],
        fix: statement.principals.length > 0 ? trustVendor(statement, subject) : [{ path: statement.path }],
      })),
)
