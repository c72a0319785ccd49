import { conditionRules } from './condition-rules.ts'
import { creationRules } from './creation-rules.ts'
import { externalIdRules } from './external-id-rules.ts'
import { generalExternalIdRules, generalPrincipalRules } from './general-rules.ts'
import type { PastedRule } from './pasted-rule.ts'
import { permissionsRules } from './permissions-rules.ts'
import { principalArnRules } from './principal-arn-rules.ts'
import { principalRules } from './principal-rules.ts'
import { refusalRules } from './refusal-rules.ts'
import { requiredRules, roleRules } from './role-rules.ts'
import { stackRules } from './stack-rules.ts'
import { extraRules, statementRules, tooLong } from './statement-rules.ts'
import { terminalRules } from './terminal-rules.ts'

/** The rules, each of which suppresses these others, unless it says itself which. */
const suppressing = (suppresses: readonly string[], rules: readonly PastedRule[]): readonly PastedRule[] =>
  rules.map((rule) => ({ suppresses, ...rule }))

/**
 * All that the doctor knows, in the order in which things have to be right: that there is a role, that it is the right
 * one, whom it trusts, under which condition, what it may do.
 */
export const pastedRules: readonly PastedRule[] = [
  tooLong,
  ...creationRules,
  ...stackRules,
  ...terminalRules,
  ...roleRules,
  ...statementRules,
  ...suppressing(generalPrincipalRules, principalRules),
  ...suppressing(generalExternalIdRules, externalIdRules),
  ...suppressing(['TP31', 'TP32', 'TP33', 'TP35', 'condition-further'], conditionRules),
  ...suppressing(['TP34', 'principal-arn-other'], principalArnRules),
  ...extraRules,
  ...requiredRules,
  ...permissionsRules,
  ...refusalRules,
]
