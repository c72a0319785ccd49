import { conditionAilments } from './condition-rules.ts'
import { creationAilments } from './creation-rules.ts'
import { externalIdAilments } from './external-id-rules.ts'
import { generalExternalIdRules, generalPrincipalRules } from './general-rules.ts'
import type { Ailment } from './pasted-rule.ts'
import { permissionsAilments } from './permissions-rules.ts'
import { principalArnAilments } from './principal-arn-rules.ts'
import { principalAilments } from './principal-rules.ts'
import { refusalAilments } from './refusal-rules.ts'
import { dutyAilments, roleAilments } from './role-rules.ts'
import { stackAilments } from './stack-rules.ts'
import { statementAilments, surplusAilments, tooLong } from './statement-rules.ts'
import { terminalAilments } from './terminal-rules.ts'

/** The rules, each of which suppresses these others, unless it says itself which. */
const suppressing = (suppresses: readonly string[], rules: readonly Ailment[]): readonly Ailment[] =>
  rules.map((rule) => ({ suppresses, ...rule }))

/**
 * All that the doctor knows, in the order in which things have to be right: that there is a role, that it is the right
 * one, whom it trusts, under which condition, what it may do.
 */
export const ailments: readonly Ailment[] = [
  tooLong,
  ...creationAilments,
  ...stackAilments,
  ...terminalAilments,
  ...roleAilments,
  ...statementAilments,
  ...suppressing(generalPrincipalRules, principalAilments),
  ...suppressing(generalExternalIdRules, externalIdAilments),
  ...suppressing(['TP31', 'TP32', 'TP33', 'TP35', 'condition-further'], conditionAilments),
  ...suppressing(['TP34', 'principal-arn-other'], principalArnAilments),
  ...surplusAilments,
  ...dutyAilments,
  ...permissionsAilments,
  ...refusalAilments,
]
