import { codeMeaning } from '#core/checks/checks.ts'
import type { DiagnosisRule } from './diagnosis-rule.ts'
import {
  callerPolicies,
  checksPassed,
  credentialCauses,
  type Evidence,
  isNegative,
  outcomeOf,
  probeNamed,
  probesAreClean,
  transientCause,
} from './evidence.ts'
import type { Cause, PermissionCheckResult } from './verdict.ts'

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]

const errorCauses = (answers: readonly { readonly outcome: string; readonly code?: string | undefined }[]): readonly Cause[] =>
  unique(
    answers
      .filter((answer) => answer.outcome === 'error')
      .map((answer) => transientCause(answer.code) ?? credentialCauses(answer.code)?.[0] ?? 'aws-error'),
  )

const failed = ({ checks }: Evidence) => checks.filter((check) => check.outcome === 'failed')

const isAbsent = ({ call, code }: PermissionCheckResult) => codeMeaning(call, code ?? '') === 'absent'

/** Buckets have a code of their own, from before there were checks of anything else. */
const absenceCauses = (absent: readonly PermissionCheckResult[]): readonly Cause[] =>
  unique(absent.map(({ call }) => (call.startsWith('s3-') ? 'bucket-absent' : 'resource-absent')))

function partialCauses(evidence: Evidence): readonly Cause[] {
  const absent = failed(evidence).filter(isAbsent)
  if (absent.length === failed(evidence).length) return absenceCauses(absent)
  return [
    ...(evidence.waitedMs < evidence.patienceMs ? (['propagation'] as const) : []),
    'permissions-policy-edited',
    'permissions-boundary',
    'service-control-policy',
    'resource-policy',
    'resource-control-policy',
    ...absenceCauses(absent),
  ]
}

/** Between the two clean rounds, so that the second one is not answered from the same cache as the first. */
const confirmationGapMs = 4000

// An unsafe policy that was corrected may still be answered from a cache, so one clean round proves too little.
function needsSecondRound({ previous, sincePreviousMs }: Evidence): boolean {
  if (previous === null) return false
  if (previous.kind === 'unsafe' || previous.diagnosis === 'weakened') return true
  return previous.diagnosis === 'confirming-fix' && sincePreviousMs < confirmationGapMs
}

const deniedByUs = ({ probes }: Evidence): readonly Cause[] =>
  unique(probes.filter(isNegative).flatMap((probe) => callerPolicies(probe) ?? []))

const isUnproved = (evidence: Evidence): boolean =>
  !probesAreClean(evidence) ||
  evidence.assumedRoleArn === null ||
  evidence.assumedAgainRoleArn === null ||
  evidence.canary === 'unknown' ||
  evidence.otherExternalIds.some(({ outcome, wasAccepted }) => outcome === 'error' && wasAccepted)

/** The right external ID is accepted and no other call was. */
export const acceptanceRules: readonly DiagnosisRule[] = [
  {
    kind: 'vendor-fault',
    diagnosis: 'vendor-not-allowed',
    applies: (evidence) => callerPolicies(probeNamed(evidence, 'right-id-again')) !== null,
    causes: (evidence) => callerPolicies(probeNamed(evidence, 'right-id-again')) ?? [],
  },
  {
    kind: 'vendor-fault',
    diagnosis: 'verifier-blind',
    applies: (evidence) => evidence.canary === 'blind' || deniedByUs(evidence).length > 0,
    causes: (evidence) =>
      deniedByUs(evidence).length > 0 ? deniedByUs(evidence) : ['vendor-policy', 'permissions-boundary', 'service-control-policy'],
  },
  {
    kind: 'inconclusive',
    diagnosis: 'changed-during-check',
    applies: (evidence) => outcomeOf(evidence, 'right-id') === 'assumed' && outcomeOf(evidence, 'right-id-again') === 'denied',
    causes: () => ['trust-policy-edited', 'propagation'],
  },
  {
    kind: 'inconclusive',
    diagnosis: 'safety-check-incomplete',
    applies: isUnproved,
    causes: ({ probes }) => errorCauses(probes),
  },
  {
    kind: 'partial',
    diagnosis: 'permissions-incomplete',
    applies: (evidence) => failed(evidence).length > 0,
    causes: partialCauses,
  },
  {
    kind: 'inconclusive',
    diagnosis: 'permissions-unchecked',
    applies: (evidence) => !checksPassed(evidence),
    causes: ({ checks }) => errorCauses(checks),
  },
  {
    kind: 'partial',
    diagnosis: 'update-required',
    applies: ({ needsUpdate }) => needsUpdate,
    causes: () => ['vendor-config-changed'],
  },
  {
    kind: 'waiting',
    diagnosis: 'confirming-fix',
    applies: needsSecondRound,
    causes: () => ['propagation'],
  },
  {
    kind: 'verified',
    diagnosis: 'verified',
    applies: () => true,
    causes: () => [],
  },
]
