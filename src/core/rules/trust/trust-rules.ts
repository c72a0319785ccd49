import { tp45, tp46 } from '#core/policy/form/condition-operator-rules.ts'
import { type AnyPolicyRule, tp37, tp38, tp44, tp47 } from '#core/policy/form/document-rules.ts'
import { iamGuide, rule } from '#core/policy/form/rule.ts'
import { isSessionWithPath, type ProbeName } from '#core/rules/trust-probes.ts'
import { trustVerdict } from '#core/rules/trust-signature.ts'
import type { TrustRule, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { tp23, tp24 } from './actions.ts'
import { tp31, tp32, tp33, tp34, tp35, tp49 } from './caller-conditions.ts'
import { principalsOf, trustVendor } from './conditions.ts'
import { tp25, tp26, tp27, tp28, tp36 } from './document-form.ts'
import { tp11, tp12, tp14, tp15, tp16, tp17, tp18, tp22 } from './external-id-condition.ts'
import { tp13, tp19, tp20, tp21, tp43 } from './external-id-value.ts'
import { tp01, tp02, tp03, tp05, tp39 } from './principal-element.ts'
import { tp06, tp07, tp08, tp10, tp30 } from './principal-kinds.ts'
import { tp04, tp09, tp29, tp50 } from './trusted-accounts.ts'
import { tp48 } from './without-value.ts'

/** They stand with the rules of the trust policy in the catalog, and are applied to every policy. */
export const anyPolicyRules: readonly AnyPolicyRule[] = [tp37, tp38, tp44, tp45, tp46, tp47]

/** Each finds one mistake by its syntax. */
const patternRules: readonly TrustRule[] = [
  tp01,
  tp02,
  tp03,
  tp04,
  tp05,
  tp06,
  tp07,
  tp08,
  tp09,
  tp10,
  tp11,
  tp12,
  tp13,
  tp14,
  tp15,
  tp16,
  tp17,
  tp18,
  tp19,
  tp20,
  tp21,
  tp22,
  tp23,
  tp24,
  tp25,
  tp26,
  tp27,
  tp28,
  tp29,
  tp30,
  tp31,
  tp32,
  tp33,
  tp34,
  tp35,
  tp36,
  ...anyPolicyRules,
  tp39,
  tp43,
  tp48,
  tp49,
  tp50,
]

export const tp40Messages = messages('TP40', {
  title: 'Evaluated: opens to another caller or external ID',
  what: 'A policy that allows another account, or a request without the right external ID, for a reason that no other rule covers',
  why: 'Without the external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Use the proposed trust policy.',
  noId: 'no external ID',
  randomId: 'a random external ID',
  nearMiss: 'a similar external ID',
  namedId: 'another external ID',
  otherAccount: 'A call from another account than the vendor’s is allowed. Name the vendor account as principal.',
  found: (probe: string) => `A call with ${probe} is allowed. Compare sts:ExternalId with StringEquals in every Allow.`,
})

const patternsOfTheExternalId = ['TP11', 'TP12', 'TP14', 'TP15', 'TP16', 'TP17', 'TP18', 'TP21', 'TP22', 'TP43']

const probes: Readonly<Record<ProbeName, Text>> = {
  'no external ID': (language) => tp40Messages.in(language).noId,
  'a random external ID': (language) => tp40Messages.in(language).randomId,
  'a similar external ID': (language) => tp40Messages.in(language).nearMiss,
  'another external ID': (language) => tp40Messages.in(language).namedId,
}

const patternsOfTheAccount = ['TP01', 'TP02', 'TP03', 'TP04', 'TP09']

const isExplained = (subject: TrustSubject, patterns: readonly string[]): boolean =>
  patternRules.some(({ id, check }) => patterns.includes(id) && check(subject).length > 0)

/** Calls that the policy as a whole allows and no other rule explains. */
function openings(subject: TrustSubject): readonly Text[] {
  const { signature } = subject
  const open = signature?.wrongIds.find(({ evaluation }) => evaluation === 'allowed')
  const isOpenToOthers = signature?.otherAccount === 'allowed' && !isExplained(subject, patternsOfTheAccount)
  return [
    ...(open === undefined || isExplained(subject, patternsOfTheExternalId)
      ? []
      : [(language: string) => tp40Messages.in(language).found(probes[open.probe](language))]),
    ...(isOpenToOthers ? [(language: string) => tp40Messages.in(language).otherAccount] : []),
  ]
}

const tp40: TrustRule = rule(tp40Messages, 'critical', iamGuide('confused-deputy.html'), (subject) =>
  openings(subject).map((message) => ({ message, path: ['Statement'] })),
)

export const tp41Messages = messages('TP41', {
  title: 'Evaluated: denies the vendor',
  what: 'A policy that denies the vendor with the right external ID, for a reason that no other rule covers',
  why: 'The connection can’t work, because AWS denies the vendor’s call.',
  todo: 'Use the proposed trust policy.',
  denied: 'A Deny blocks the vendor, although it sends the right external ID.',
  notAllowed: 'No Allow covers the vendor, although it sends the right external ID.',
  deniedRoles: (roles: string) => `The vendor’s application has several roles, and the policy doesn’t allow ${roles}.`,
})

/** Of those that are no errors, the ones that a refusal follows from. */
const refusing = ['TP10', 'TP16', 'TP17', 'TP33']

const tp41IsExplained = (subject: TrustSubject): boolean =>
  patternRules.some(({ id, severity, check }) => (severity === 'error' || refusing.includes(id)) && check(subject).length > 0)

const tp41: TrustRule = rule(tp41Messages, 'error', iamGuide('reference_policies_evaluation-logic.html'), (subject) => {
  const answer = subject.signature?.rightId
  if (answer === undefined || answer === 'allowed' || answer === 'unknown' || tp41IsExplained(subject)) return []
  const { deniedRoles = [] } = subject.signature ?? {}
  if (deniedRoles.length > 0) {
    return [{ message: (language) => tp41Messages.in(language).deniedRoles(deniedRoles.join(', ')), path: ['Statement'] }]
  }
  const message =
    answer === 'explicitly-denied'
      ? (language: string) => tp41Messages.in(language).denied
      : (language: string) => tp41Messages.in(language).notAllowed
  return [{ message, path: ['Statement'] }]
})

export const tp42Messages = messages('TP42', {
  title: 'Can’t tell',
  what: 'A condition that depends on something only AWS knows at the time of the call',
  why: 'The text doesn’t show whether only the vendor is allowed. Verification tests it.',
  todo: 'Remove the condition unless you know that every vendor call meets it.',
  condition: (key: string) => `The text doesn’t show whether the vendor’s calls meet the condition on ${key}.`,
  sessionPath: (arn: string) =>
    `${arn} has a path, which the ARN of a session never has, so the text doesn’t show who is meant. Trust the account instead.`,
  found: 'The text doesn’t show whether this allows the vendor and no one else.',
})

/** Keys whose value is known in a call of the vendor, and keys that have a rule of their own. */
const judgedKeys = [
  'sts:externalid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:username',
  'aws:securetransport',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceip',
  'aws:vpcsourceip',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalisawsservice',
  'aws:viaawsservice',
]

/** They name what can't be decided: MFA, the address, the organization, a key in two capitalizations, and an element with nothing inside. */
const rulesOfUncertainty = ['TP32', 'TP33', 'TP35', 'TP36', 'TP48']

/** Whatever else a policy leaves open that lets others in is told by other rules. */
const isUncertain = ({ signature }: TrustSubject): boolean =>
  signature !== null && (signature.rightId === 'unknown' || trustVerdict(signature) === 'unknown')

const hasOwnRule = (keyName: string): boolean => /sourceip$|multifactor|principalorg/.test(keyName)

const tp42: TrustRule = rule(tp42Messages, 'info', iamGuide('reference_policies_condition-keys.html'), (subject) => {
  if (!isUncertain(subject)) return []
  const conditions = subject.statements.flatMap((statement) => statement.conditions)
  const isTold = isExplained(subject, rulesOfUncertainty)
  const unknown = conditions.filter(({ keyName }) => !judgedKeys.includes(keyName) || (!isTold && hasOwnRule(keyName)))
  const spots = unknown.map(({ key, path }) => ({
    message: (language: string) => tp42Messages.in(language).condition(key),
    path,
    at: 'key' as const,
  }))
  const sessions = principalsOf(subject, ['other'], () => true)
    .filter(({ principal }) => isSessionWithPath(principal.text))
    .map(({ statement, principal: { text, path } }) => ({
      message: (language: string) => tp42Messages.in(language).sessionPath(text),
      path,
      fix: trustVendor(statement, subject),
    }))
  const all = [...spots, ...sessions]
  if (all.length > 0 || isTold) return all
  return [{ message: (language) => tp42Messages.in(language).found, path: ['Statement'] }]
})

/** What the policy as a whole comes to, beyond the patterns. */
export const evaluatedRules: readonly TrustRule[] = [tp40, tp41, tp42]

export const trustRules: readonly TrustRule[] = [...patternRules, ...evaluatedRules]
