import type { Evidence } from '#core/verify/evidence.ts'
import {
  hasExtraTrust,
  hasOtherBoundary,
  lacksPermissions,
  lacksRoles,
  missingGrants,
  trustsMore,
} from '#core/verify/inspection/inspection.ts'
import { attachPolicies, danger, diagnosis, notUsed, rechecks, replaceTrustPolicy, trustPaste } from './diagnosis.ts'

type ExtraTrustCause =
  | 'second-statement-without-condition'
  | 'if-exists'
  | 'pattern-value'
  | 'any-principal'
  | 'extra-principal'
  | 'several-external-ids'
  | 'principal-condition-missing'

function extraTrustCauses({ inspection }: Evidence): readonly ExtraTrustCause[] {
  if (inspection === undefined) return []
  const { extraPrincipals, hasOtherExternalIds, trustsOtherRoles, openRoles = [] } = inspection
  const isAnyone = extraPrincipals.includes('*')
  return [
    ...(openRoles.length > 0 ? (['second-statement-without-condition', 'if-exists', 'pattern-value'] as const) : []),
    ...(isAnyone ? (['any-principal'] as const) : []),
    ...(extraPrincipals.length > (isAnyone ? 1 : 0) ? (['extra-principal'] as const) : []),
    ...(hasOtherExternalIds ? (['several-external-ids'] as const) : []),
    ...(trustsOtherRoles ? (['principal-condition-missing'] as const) : []),
  ]
}

export const extraTrust = diagnosis({
  ...danger,
  // Found in the policy itself: no probe is made by the other principal or with the other external ID.
  code: 'extra-trust',
  applies: ({ inspection }) => trustsMore(inspection),
  causes: extraTrustCauses,
  texts: {
    title: 'The trust policy allows more than requested',
    happened: (facts) =>
      `${facts.roleName} denied every test request, but its trust policy also allows someone that no test can act as. ${notUsed(facts)}`,
    why: () =>
      'We read the trust policy in IAM. It names someone or an external ID that wasn’t requested, or lacks a condition on the application or the external ID. The list of checks says which.',
    todo: replaceTrustPolicy,
  },
})

/** Only reading found the danger, so only reading can tell that it is over. */
export const isDangerUnread = ({ previous, inspection }: Evidence): boolean => hasExtraTrust(previous) && inspection?.outcome !== 'read'

/** AWS may answer next time. What can't be understood stays so until someone changes it. */
export const mayBeReadSoon = ({ inspection }: Pick<Evidence, 'inspection'>): boolean =>
  inspection?.outcome === 'unclear' && inspection.code !== 'UnreadablePolicy'

export const trustUnread = diagnosis({
  ...danger,
  code: 'trust-unread',
  paste: [...trustPaste, 'permissions-policy', 'permissions-policy-command'],
  applies: isDangerUnread,
  causes: ({ inspection }) => (inspection?.outcome === 'denied' ? (['permissions-policy-edited'] as const) : []),
  texts: {
    title: 'The trust policy can’t be read any more',
    happened: (facts) =>
      `An earlier check read that the trust policy of ${facts.roleName} allows more than requested. It couldn’t be read again. ${notUsed(facts)}`,
    why: () => 'No test request shows whether the trust policy has been corrected. Only reading it does.',
    todo: ({ vendor, roleName, account }) => [
      `In account ${account}, open IAM, Roles, ${roleName}, Trust relationships, and replace the trust policy with the corrected one.`,
      `Choose the permission that reads the role’s own policies again. If it isn’t offered, contact ${vendor}.`,
      'Open the Permissions tab of the role, and replace the policy with the corrected one.',
      rechecks,
    ],
  },
})

/** No probe sees it: a check runs as one role, which the trust policy lets in. */
export const applicationRoleMissing = diagnosis({
  code: 'application-role-missing',
  kind: 'partial',
  actor: 'customer',
  paste: trustPaste,
  applies: ({ inspection }) => inspection !== undefined && lacksRoles(inspection),
  causes: () => [],
  texts: {
    title: 'Connected, but a role of the application isn’t trusted',
    happened: ({ vendor, roleName }) =>
      `${vendor} uses several roles, and the trust policy of ${roleName} doesn’t trust all of them. See the checks for which ones.`,
    why: () => 'We read the trust policy in IAM. It may be from before the vendor added a role.',
    todo: replaceTrustPolicy,
  },
})

type DriftCause = 'managed-policy-detached' | 'permissions-policy-edited' | 'permissions-boundary' | 'service-control-policy'

function driftCauses({ inspection }: Evidence): readonly DriftCause[] {
  const detached = (inspection?.detachedPolicies ?? []).length > 0 ? (['managed-policy-detached'] as const) : []
  if (inspection?.outcome === 'read' && missingGrants(inspection).length === 0) return detached
  const isBoundaryLikely = inspection !== undefined && hasOtherBoundary(inspection) && inspection.removed.length === 0
  if (isBoundaryLikely) return ['permissions-boundary', 'permissions-policy-edited', ...detached, 'service-control-policy']
  return ['permissions-policy-edited', ...detached, 'permissions-boundary', 'service-control-policy']
}

export const permissionsDrifted = diagnosis({
  code: 'permissions-drifted',
  kind: 'partial',
  actor: 'customer',
  paste: ['permissions-policy', 'permissions-policy-command'],
  applies: ({ inspection, requiresReading = false }) =>
    inspection !== undefined && (lacksPermissions(inspection) || (requiresReading && inspection.outcome === 'denied')),
  causes: driftCauses,
  texts: {
    title: 'Connected, but the role lacks a permission',
    happened: ({ vendor, roleName }) =>
      `${vendor} can assume ${roleName}, but a requested permission isn’t in effect. The list of checks names it.`,
    why: ({ managedPolicyArns }) =>
      managedPolicyArns.length === 0
        ? 'The permissions policy in IAM differs from the requested one, or another policy limits it.'
        : 'The policies of the role in IAM differ from the requested ones, or another policy limits them.',
    todo: (facts) => [
      ...attachPolicies(facts),
      ...(facts.hasPermissionsPolicy
        ? [`In account ${facts.account}, open IAM, Roles, ${facts.roleName}, Permissions, and replace the policy with the corrected one.`]
        : []),
      'Check that there is no permissions boundary that excludes this action.',
      rechecks,
    ],
  },
})
