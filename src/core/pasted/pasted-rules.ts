import { ruleCatalog } from '#core/rules/catalog.ts'
import { lintedPrincipalRules } from '#core/rules/trust/conditions.ts'
import { accessFindingRules } from './access-finding-rules.ts'
import { allowedAsShown } from './allowed-as-shown-rule.ts'
import { applicationRules, otherValueRules, vendorWordsRules } from './application-rules.ts'
import { attachedPolicyRules } from './attached-policy-rules.ts'
import { clockRules } from './clock-rule.ts'
import { conditionRules } from './condition-rules.ts'
import { creationCallRule } from './creation-call-rule.ts'
import { creationRules } from './creation-rules.ts'
import { descriptionRules } from './description-rules.ts'
import { documentRules, formRules } from './document-rules.ts'
import { eventAlertRules } from './event-alert-rule.ts'
import { externalIdRules } from './external-id-rules.ts'
import { furtherPrincipalRules } from './further-principal-rules.ts'
import { hiddenIdRule } from './hidden-id-rule.ts'
import { identityProviderRules } from './identity-provider-rule.ts'
import { matchingValuesRule } from './matching-values-rule.ts'
import { newRoleRule } from './new-role-rule.ts'
import { otherBucketRule } from './other-bucket-rule.ts'
import { otherCallRules, unnamedCallRules } from './other-call-rules.ts'
import { otherVendorRules, unnamedRoleRule } from './other-vendor-rules.ts'
import type { PastedRule } from './pasted-rule.ts'
import { permissionsRules } from './permissions-rules.ts'
import { placeholderRules } from './placeholder-rules.ts'
import { principalArnRules } from './principal-arn-rules.ts'
import { principalRules } from './principal-rules.ts'
import { queueRule } from './queue-rule.ts'
import { reasonlessRules, refusalRules } from './refusal-rules.ts'
import { lastRejectedCallRules } from './rejected-call-rules.ts'
import { rejectedValueRules } from './rejected-value-rules.ts'
import { resourceStateRules } from './resource-state-rules.ts'
import { revokedSessionsRule } from './revoked-sessions-rule.ts'
import { roleDenialRules } from './role-denial-rules.ts'
import { roleListRules } from './role-list-rules.ts'
import { requiredRules, roleRules } from './role-rules.ts'
import { rootCallerRules } from './root-caller-rule.ts'
import { scanRules } from './scan-rules.ts'
import { boundaryRule, scpRule } from './scp-rule.ts'
import { sessionRules } from './session-rules.ts'
import { simulationRules } from './simulation-rules.ts'
import { sourceFaultRules } from './source-fault-rules.ts'
import { stackRules } from './stack-rules.ts'
import { instanceRoleRule, sessionNameRule, statedDenialRules } from './stated-denial-rules.ts'
import { statedValueRules } from './stated-value-rules.ts'
import { extraRules, statementRules, tooLong } from './statement-rules.ts'
import { terminalRules } from './terminal-rules.ts'
import { toldRules } from './told-rules.ts'
import { toolConfigurationRules } from './tool-configuration-rules.ts'
import { unexplainedFailureRule } from './unexplained-failure-rule.ts'
import { unusedRoleRule, worksForSomeRule } from './unused-role-rule.ts'
import { roleNotFoundRule, serviceRoleRule, vendorFailureRules } from './vendor-failure-rules.ts'

/** Gives each rule of a topic the less exact ones, unless it has its own. */
const ofTopic = (topic: Pick<PastedRule, 'suppresses' | 'covers'>, rules: readonly PastedRule[]): readonly PastedRule[] =>
  rules.map((rule) => ({ ...topic, ...rule }))

/** The linter's rules about external IDs. */
const lintedExternalIdRules = [
  'TP11',
  'TP12',
  'TP13',
  'TP14',
  'TP15',
  'TP16',
  'TP17',
  'TP18',
  'TP19',
  'TP20',
  'TP21',
  'TP22',
  'TP37',
  'TP43',
]

/**
 * Ordered by what has to be right first: that there is a role, that it is the right one, whom it trusts, on which
 * condition, and what it can do.
 */
const exactRules: readonly PastedRule[] = [
  tooLong,
  ...sourceFaultRules,
  ...creationRules,
  ...stackRules,
  ...clockRules,
  ...applicationRules,
  unusedRoleRule,
  instanceRoleRule,
  ...sessionRules,
  ...toolConfigurationRules,
  ...terminalRules,
  ...roleRules,
  ...documentRules,
  ...statementRules,
  allowedAsShown,
  boundaryRule,
  unexplainedFailureRule,
  ...placeholderRules,
  ...ofTopic({ suppresses: ['TP04', 'principal-other-role'], covers: lintedPrincipalRules }, principalRules),
  ...ofTopic({ suppresses: ['TP43', 'TP16', 'external-id-operator'], covers: lintedExternalIdRules }, externalIdRules),
  ...ofTopic({ suppresses: ['condition-further'], covers: ['TP31', 'TP32', 'TP33', 'TP35', 'TP49'] }, conditionRules),
  hiddenIdRule,
  ...ofTopic({ suppresses: ['principal-arn-other'], covers: ['TP34'] }, principalArnRules),
  ...furtherPrincipalRules,
  ...extraRules,
  ...formRules,
  ...requiredRules,
  scpRule,
  revokedSessionsRule,
  ...permissionsRules,
  ...attachedPolicyRules,
  ...resourceStateRules,
  otherBucketRule,
  queueRule,
  sessionNameRule,
  ...identityProviderRules,
  ...eventAlertRules,
  ...otherCallRules,
  ...rootCallerRules,
  serviceRoleRule,
  ...statedDenialRules,
  unnamedRoleRule,
  ...roleDenialRules,
  ...refusalRules,
  ...rejectedValueRules,
  ...otherVendorRules,
  worksForSomeRule,
  ...otherValueRules,
  ...statedValueRules,
  roleNotFoundRule,
  ...descriptionRules,
  ...reasonlessRules,
  ...roleListRules,
  ...toldRules,
  ...accessFindingRules,
  ...simulationRules,
  ...scanRules,
  ...creationCallRule,
  ...unnamedCallRules,
  newRoleRule,
  ...vendorWordsRules,
  ...vendorFailureRules,
  matchingValuesRule,
]

/** The last ones are for what no other rule knows. */
export const pastedRules: readonly PastedRule[] = [
  ...exactRules,
  ...lastRejectedCallRules.map((rule) => ({ ...rule, suppressedBy: exactRules.map(({ id }) => id) })),
]

/** Rules that only the doctor checks. The others are the linter's. */
export const doctorRules: readonly PastedRule[] = pastedRules.filter(({ id }) => !ruleCatalog.some((rule) => rule.id === id))
