import type { DiagnosisRule } from './diagnosis-rule.ts'
import { type Evidence, outcomeOf, probeNamed, transientCause } from './evidence.ts'
import { wasVerified } from './trust-rules.ts'
import type { Cause, DenialHint } from './verdict.ts'

const isDenied = (evidence: Evidence) => outcomeOf(evidence, 'right-id') === 'denied'
const hintOf = (evidence: Evidence) => (isDenied(evidence) ? probeNamed(evidence, 'right-id')?.hint : undefined)
const hasHint = (hint: DenialHint) => (evidence: Evidence) => hintOf(evidence) === hint

const lossCauses: Partial<Readonly<Record<DenialHint, readonly Cause[]>>> = {
  'trust-policy-silent': ['trust-policy-edited'],
  'trust-policy-deny': ['deny-statement', 'trust-policy-edited'],
  'resource-control-policy': ['resource-control-policy'],
}

// The error in which STS says so: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const regionCodes = ['RegionDisabledException', 'RegionDisabled']

/** What it means that the right external ID is not accepted. */
export const deniedRules: readonly DiagnosisRule[] = [
  {
    kind: 'not-ready',
    diagnosis: 'region-disabled',
    applies: (evidence) => regionCodes.includes(probeNamed(evidence, 'right-id')?.code ?? ''),
    causes: () => ['sts-region-off'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'session-tags-refused',
    applies: hasHint('tag-session'),
    causes: () => ['trust-action-missing'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'source-identity-refused',
    applies: hasHint('source-identity'),
    causes: () => ['trust-action-missing'],
  },
  {
    kind: 'drifted',
    diagnosis: 'access-lost',
    applies: (evidence) => wasVerified(evidence) && isDenied(evidence),
    causes: (evidence) =>
      lossCauses[hintOf(evidence) ?? 'root-caller'] ?? ['role-deleted', 'trust-policy-edited', 'resource-control-policy', 'account-closed'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'resource-control-policy',
    applies: hasHint('resource-control-policy'),
    causes: () => ['resource-control-policy'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'explicit-deny',
    applies: hasHint('trust-policy-deny'),
    causes: () => ['deny-statement'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'trust-policy-mismatch',
    applies: hasHint('trust-policy-silent'),
    causes: ({ waitedMs, patienceMs }) => [
      ...(waitedMs < patienceMs ? (['propagation'] as const) : []),
      'external-id-differs',
      'other-principal-trusted',
      'extra-condition',
    ],
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
    kind: 'waiting',
    diagnosis: 'propagating',
    applies: (evidence) => isDenied(evidence) && evidence.waitedMs < evidence.patienceMs,
    causes: () => ['propagation', 'stack-not-finished'],
  },
  {
    kind: 'not-ready',
    diagnosis: 'not-assumable',
    applies: isDenied,
    causes: () => [
      'stack-not-finished',
      'other-account-signed-in',
      'role-name-changed',
      'external-id-differs',
      'other-principal-trusted',
      'extra-condition',
      'resource-control-policy',
      'account-closed',
    ],
  },
  {
    kind: 'inconclusive',
    diagnosis: 'aws-unavailable',
    applies: (evidence) => outcomeOf(evidence, 'right-id') === 'error',
    causes: (evidence) => [transientCause(probeNamed(evidence, 'right-id')?.code) ?? 'aws-error'],
  },
]
