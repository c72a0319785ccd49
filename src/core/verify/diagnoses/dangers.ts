import { isSessionOf } from '#core/aws/arn.ts'
import type { NearMissVariant } from '#core/connection/external-id/likeness.ts'
import { type CauseTexts, type SharedCause, trustTab } from '#core/verify/causes.ts'
import { type Evidence, outcomeOf, wasVerified, wronglyAssumed } from '#core/verify/evidence.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import type { ProbeName } from '#core/verify/probe-result.ts'
import { danger, diagnosis, notUsed, replaceTrustPolicy } from './diagnosis.ts'
import { extraTrust } from './inspections.ts'

/** Causes of the diagnoses below, and of no others. */
export const dangerCauses = {
  'no-condition': {
    title: 'The trust policy doesn’t check the external ID',
    check: (facts) => `${trustTab(facts)}: add StringEquals with sts:ExternalId.`,
  },
  'second-statement-without-condition': {
    title: 'A second statement allows access without the external ID',
    check: (facts) => `${trustTab(facts)}: keep only one statement. Any matching Allow grants access.`,
  },
  'if-exists': {
    title: 'The condition is StringEqualsIfExists',
    check: (facts) => `${trustTab(facts)}: use StringEquals. IfExists also matches when no external ID is sent.`,
  },
  'for-all-values': {
    title: 'The condition starts with ForAllValues:',
    check: (facts) => `${trustTab(facts)}: use StringEquals. ForAllValues also matches when no external ID is sent.`,
  },
  'wildcard-value': {
    title: 'The condition is StringLike with "*"',
    check: (facts) => `${trustTab(facts)}: use StringEquals with the complete external ID.`,
  },
  'null-false': {
    title: 'The condition is Null with "false"',
    check: (facts) => `${trustTab(facts)}: use StringEquals. Null with "false" accepts any value.`,
  },
  'null-true': {
    title: 'The condition is Null with "true"',
    check: (facts) => `${trustTab(facts)}: use StringEquals. Null with "true" requires that no external ID is sent.`,
  },
  'negated-operator': {
    title: 'The condition is negated, such as StringNotEquals',
    check: (facts) => `${trustTab(facts)}: use StringEquals. A negated condition allows every external ID except yours.`,
  },
  'pattern-value': {
    title: 'The condition matches a pattern',
    check: (facts) => `${trustTab(facts)}: use StringEquals, and the external ID without "*" or "?".`,
  },
  'ignore-case': {
    title: 'The condition is StringEqualsIgnoreCase',
    check: (facts) => `${trustTab(facts)}: use StringEquals, which is case-sensitive.`,
  },
  'several-external-ids': {
    title: 'The condition lists more than one external ID',
    check: (facts) => `${trustTab(facts)}: keep only ${facts.externalId}. Every value in the list is accepted.`,
  },
  'any-principal': {
    title: 'The role trusts any AWS account ("*")',
    check: (facts) => `${trustTab(facts)}: trust only ${trustedPrincipal(facts)}.`,
  },
  'extra-principal': {
    title: 'The role also trusts someone else',
    check: (facts) => `${trustTab(facts)}: trust only ${trustedPrincipal(facts)}. Use a separate role for anyone else.`,
  },
  'principal-condition-missing': {
    title: 'The role trusts the whole vendor account',
    check: (facts) =>
      facts.trustedUser === null
        ? `${trustTab(facts)}: restore the condition on aws:PrincipalArn from the trust policy shown here.`
        : `${trustTab(facts)}: trust ${trustedPrincipal(facts)} in place of the account.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

/** Words in place of those of a cause, where a reading tells more. No verdict has these codes, so that an earlier version can read it. */
export const readCauseWords = {
  'principal-condition-names-another': {
    title: 'The condition on aws:PrincipalArn names another role',
    check: (facts) =>
      facts.trustedUser === null
        ? `${trustTab(facts)}: keep only the roles of the trust policy shown here.`
        : `${trustTab(facts)}: trust only ${trustedPrincipal(facts)}.`,
  },
} satisfies Readonly<Record<string, CauseTexts>>

type Cause = SharedCause | keyof typeof dangerCauses

const isAccepted = (evidence: Evidence, name: ProbeName) => wronglyAssumed(evidence).some((probe) => probe.name === name)
const isDenied = (evidence: Evidence, name: ProbeName) => outcomeOf(evidence, name) === 'denied'

const otherCases: readonly NearMissVariant[] = ['case', 'lowercase', 'uppercase']

function nearMissCauses(evidence: Evidence): readonly Cause[] {
  const accepted = wronglyAssumed(evidence).flatMap(({ name, variant }) => (name === 'near-miss' && variant !== undefined ? [variant] : []))
  if (!accepted.every((variant) => otherCases.includes(variant))) return ['pattern-value', 'ignore-case']
  // A comparison that ignores case accepts every spelling; a list of two spellings accepts one.
  const tried = evidence.expectedProbes.filter(({ variant }) => variant !== undefined && otherCases.includes(variant))
  return accepted.length < tried.length
    ? ['several-external-ids', 'ignore-case', 'pattern-value']
    : ['ignore-case', 'several-external-ids', 'pattern-value']
}

/**
 * A role that can be assumed by a call that it must deny. The calls that succeed tell the kind of condition:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const openRoles = [
  diagnosis({
    ...danger,
    code: 'condition-inverted',
    applies: (evidence) => isDenied(evidence, 'right-id') && (isAccepted(evidence, 'no-id') || isAccepted(evidence, 'random-id')),
    causes: (evidence) => {
      if (!isAccepted(evidence, 'no-id')) return ['negated-operator']
      return isAccepted(evidence, 'random-id') ? ['negated-operator', 'null-true'] : ['null-true', 'negated-operator']
    },
    texts: {
      title: 'The trust policy condition is inverted',
      happened: (facts) => `${facts.roleName} denies your external ID and allows requests without it. ${notUsed(facts)}`,
      why: () =>
        'StringNotEquals in an Allow statement allows every value except the right one. Null with "true" requires that no external ID is sent.',
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'external-id-optional',
    applies: (evidence) => isAccepted(evidence, 'no-id') && isDenied(evidence, 'random-id'),
    causes: () => ['if-exists', 'for-all-values'],
    texts: {
      title: 'The external ID is optional',
      happened: (facts) => `${facts.roleName} denies a wrong external ID, but allows requests that send none. ${notUsed(facts)}`,
      why: () => 'StringEqualsIfExists and ForAllValues also match when no external ID is sent. Use StringEquals.',
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'external-id-not-required',
    applies: (evidence) => isAccepted(evidence, 'no-id'),
    causes: () => ['no-condition', 'second-statement-without-condition'],
    texts: {
      title: 'The role doesn’t require the external ID',
      happened: (facts) => `${facts.roleName} allowed a request without any external ID. ${notUsed(facts)}`,
      why: ({ vendor }) =>
        `A statement in the trust policy allows access without a condition on sts:ExternalId, and any matching Allow grants access. Another ${vendor} customer could use your role to reach your data.`,
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    // The vendor's own policy may deny calls without an external ID. A role with no condition then looks like this as well.
    code: 'any-external-id-accepted',
    applies: (evidence) => isAccepted(evidence, 'random-id'),
    causes: () => ['wildcard-value', 'null-false', 'no-condition', 'second-statement-without-condition'],
    texts: {
      title: 'The role accepts any external ID',
      happened: (facts) => `${facts.roleName} allowed a random external ID generated for this check. ${notUsed(facts)}`,
      why: () =>
        'The condition accepts any external ID, such as StringLike with "*" or Null with "false", or there is no condition at all. AWS’s responses don’t tell which. The trust policy does.',
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'similar-external-id-accepted',
    applies: (evidence) => isAccepted(evidence, 'near-miss'),
    causes: nearMissCauses,
    texts: {
      title: 'The role accepts similar external IDs',
      happened: (facts) =>
        `${facts.roleName} allowed an external ID that differs from yours in one character, in length, or in capitalization. ${notUsed(facts)}`,
      why: () =>
        'The condition matches a pattern (StringLike with "*" or "?"), ignores case (StringEqualsIgnoreCase), or lists a second value. Use StringEquals with one value.',
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'other-account-accepted',
    applies: (evidence) => isAccepted(evidence, 'other-account'),
    causes: () => ['any-principal', 'extra-principal'],
    texts: {
      title: 'The role can be assumed from a different account',
      happened: (facts) => `We made the same request from a different account, and ${facts.roleName} allowed it. ${notUsed(facts)}`,
      why: ({ vendorAccount }) =>
        `The trust policy trusts someone in addition to account ${vendorAccount}, or any AWS account ("*"). The external ID isn’t a secret, so it can’t protect the role on its own.`,
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'other-role-accepted',
    applies: (evidence) => isAccepted(evidence, 'other-role'),
    causes: () => ['principal-condition-missing'],
    texts: {
      title: 'Another role of the vendor can assume this role',
      happened: (facts) =>
        `A second role in account ${facts.vendorAccount}, which the policy doesn’t name, could assume ${facts.roleName}. ${notUsed(facts)}`,
      why: ({ vendorAccount, trustedUser }) =>
        trustedUser === null
          ? `The trust policy trusts all of account ${vendorAccount}. Its condition on aws:PrincipalArn is missing, or a second statement allows access without it.`
          : `The trust policy trusts all of account ${vendorAccount}, or a second role in it. It must trust only the IAM user ${trustedUser}.`,
      todo: replaceTrustPolicy,
    },
  }),
] as const

export const dangers = [
  diagnosis({
    code: 'assumed-role-mismatch',
    kind: 'unsafe',
    actor: 'vendor',
    paste: [],
    applies: ({ assumedRoleArn, assumedAgainRoleArn, expectedRoleArn }) =>
      [assumedRoleArn, assumedAgainRoleArn].some((arn) => arn !== null && !isSessionOf(arn, expectedRoleArn)),
    causes: () => ['misdeployment'],
    texts: {
      title: 'AWS returned a different role',
      happened: ({ roleArn, vendor }) =>
        `The session that AWS returned isn’t for ${roleArn}. ${vendor} discarded it and isn’t using the connection.`,
      why: () => 'This shouldn’t happen with a standard AWS endpoint. The problem is on our side or on the way to AWS.',
      todo: ({ vendor }) => [`You don’t need to do anything in AWS. Contact ${vendor} with the time and request ID of this check.`],
    },
  }),
  diagnosis({
    ...danger,
    // Not `weakened`: the role may have accepted the other ID from the start, before anyone else was connected.
    code: 'other-external-id-accepted',
    applies: ({ otherExternalIds }) => otherExternalIds.some(({ outcome }) => outcome === 'assumed'),
    causes: () => ['several-external-ids', 'pattern-value'],
    texts: {
      title: 'The role accepts other external IDs',
      happened: (facts) => `${facts.roleName} accepts your external ID, and at least one other that isn’t yours. ${notUsed(facts)}`,
      why: ({ vendor }) =>
        `The condition in the trust policy lists several external IDs, or matches a pattern with "*" or "?". Another ${vendor} customer could use your role to reach your data.`,
      todo: replaceTrustPolicy,
    },
  }),
  diagnosis({
    ...danger,
    code: 'weakened',
    kind: 'drifted',
    applies: (evidence) => wasVerified(evidence) && wronglyAssumed(evidence).length > 0,
    causes: (evidence) => ['trust-policy-edited', ...(openRoles.find(({ applies }) => applies(evidence))?.causes(evidence) ?? [])],
    texts: {
      title: 'The role is no longer secure',
      happened: (facts) => `${facts.roleName} was verified, but now allows a request without the right external ID. ${notUsed(facts)}`,
      why: () => 'The trust policy was changed after verification. The list of checks shows which request is allowed now.',
      todo: (facts) => [
        `In account ${facts.account}, search CloudTrail for UpdateAssumeRolePolicy on ${facts.roleName} to see who changed the policy and when.`,
        ...replaceTrustPolicy(facts),
      ],
    },
  }),
  ...openRoles,
  extraTrust,
] as const
