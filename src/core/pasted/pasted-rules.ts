import { conditionAilments } from './condition-rules.ts'
import { creationAilments } from './creation-rules.ts'
import { externalIdAilments } from './external-id-rules.ts'
import type { Ailment } from './pasted-rule.ts'
import { permissionsAilments } from './permissions-rules.ts'
import { principalArnAilments } from './principal-arn-rules.ts'
import { principalAilments } from './principal-rules.ts'
import { refusalAilments } from './refusal-rules.ts'
import { dutyAilments, roleAilments } from './role-rules.ts'
import { stackAilments } from './stack-rules.ts'
import { statementAilments, surplusAilments, tooLong } from './statement-rules.ts'
import { terminalAilments } from './terminal-rules.ts'

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
  ...principalAilments,
  ...externalIdAilments,
  ...conditionAilments,
  ...principalArnAilments,
  ...surplusAilments,
  ...dutyAilments,
  ...permissionsAilments,
  ...refusalAilments,
]
