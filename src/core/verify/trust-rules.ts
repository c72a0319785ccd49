import { isSessionOf } from '#core/aws/arn.ts'
import type { NearMissVariant } from '#core/connection/external-id/likeness.ts'
import type { DiagnosisRule } from './diagnosis-rule.ts'
import { type Evidence, outcomeOf, wronglyAssumed } from './evidence.ts'
import type { Cause, ProbeName } from './verdict.ts'

const isAccepted = (evidence: Evidence, name: ProbeName) => wronglyAssumed(evidence).some((probe) => probe.name === name)
const isDenied = (evidence: Evidence, name: ProbeName) => outcomeOf(evidence, name) === 'denied'

export const wasVerified = ({ previous }: Evidence): boolean => previous?.kind === 'verified' || previous?.kind === 'drifted'

function nearMissCauses(evidence: Evidence): readonly Cause[] {
  const accepted = wronglyAssumed(evidence).flatMap(({ name, variant }) => (name === 'near-miss' && variant !== undefined ? [variant] : []))
  if (!accepted.every((variant) => otherCases.includes(variant))) return ['pattern-value', 'ignore-case']
  // A comparison that ignores case accepts every spelling; a list of two spellings accepts one.
  const tried = evidence.expectedProbes.filter(({ variant }) => variant !== undefined && otherCases.includes(variant))
  return accepted.length < tried.length
    ? ['several-external-ids', 'ignore-case', 'pattern-value']
    : ['ignore-case', 'several-external-ids', 'pattern-value']
}

const otherCases: readonly NearMissVariant[] = ['case', 'lowercase', 'uppercase']

/**
 * A role that can be assumed by a call that must be refused. Which calls succeed tells the kind of condition:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
const unsafeRules: readonly DiagnosisRule[] = [
  {
    kind: 'unsafe',
    diagnosis: 'condition-inverted',
    applies: (evidence) => isDenied(evidence, 'right-id') && isAccepted(evidence, 'no-id'),
    causes: (evidence) => (isAccepted(evidence, 'random-id') ? ['negated-operator', 'null-true'] : ['null-true', 'negated-operator']),
  },
  {
    kind: 'unsafe',
    diagnosis: 'condition-inverted',
    applies: (evidence) => isDenied(evidence, 'right-id') && isAccepted(evidence, 'random-id'),
    causes: () => ['negated-operator'],
  },
  {
    kind: 'unsafe',
    diagnosis: 'external-id-optional',
    applies: (evidence) => isAccepted(evidence, 'no-id') && isDenied(evidence, 'random-id'),
    causes: () => ['if-exists', 'for-all-values'],
  },
  {
    kind: 'unsafe',
    diagnosis: 'external-id-not-required',
    applies: (evidence) => isAccepted(evidence, 'no-id'),
    causes: () => ['no-condition', 'second-statement-without-condition'],
  },
  {
    // The vendor's own policy may refuse calls without an external ID. A role with no condition then looks like this as well.
    kind: 'unsafe',
    diagnosis: 'any-external-id-accepted',
    applies: (evidence) => isAccepted(evidence, 'random-id'),
    causes: () => ['wildcard-value', 'null-false', 'no-condition', 'second-statement-without-condition'],
  },
  {
    kind: 'unsafe',
    diagnosis: 'similar-external-id-accepted',
    applies: (evidence) => isAccepted(evidence, 'near-miss'),
    causes: nearMissCauses,
  },
  {
    kind: 'unsafe',
    diagnosis: 'other-account-accepted',
    applies: (evidence) => isAccepted(evidence, 'other-account'),
    causes: () => ['any-principal', 'extra-principal'],
  },
  {
    kind: 'unsafe',
    diagnosis: 'other-role-accepted',
    applies: (evidence) => isAccepted(evidence, 'other-role'),
    causes: () => ['principal-condition-missing'],
  },
]

export const trustRules: readonly DiagnosisRule[] = [
  {
    kind: 'unsafe',
    diagnosis: 'assumed-role-mismatch',
    applies: ({ assumedRoleArn, assumedAgainRoleArn, expectedRoleArn }) =>
      [assumedRoleArn, assumedAgainRoleArn].some((arn) => arn !== null && !isSessionOf(arn, expectedRoleArn)),
    causes: () => ['misdeployment'],
  },
  {
    // Not `weakened`: the role may have accepted the other ID from the start, before anyone else was connected.
    kind: 'unsafe',
    diagnosis: 'other-external-id-accepted',
    applies: ({ otherExternalIds }) => otherExternalIds.some(({ outcome }) => outcome === 'assumed'),
    causes: () => ['several-external-ids', 'pattern-value'],
  },
  {
    kind: 'drifted',
    diagnosis: 'weakened',
    applies: (evidence) => wasVerified(evidence) && wronglyAssumed(evidence).length > 0,
    causes: (evidence) => ['trust-policy-edited', ...(unsafeRules.find((rule) => rule.applies(evidence))?.causes(evidence) ?? [])],
  },
  ...unsafeRules,
]
