import type { Ailment } from './ailment.ts'
import { conditionAilments } from './condition-ailments.ts'
import { creationAilments } from './creation-ailments.ts'
import { externalIdAilments } from './external-id-ailments.ts'
import { permissionsAilments } from './permissions-ailments.ts'
import { principalAilments } from './principal-ailments.ts'
import { refusalAilments } from './refusal-ailments.ts'
import { dutyAilments, roleAilments } from './role-ailments.ts'
import { statementAilments, surplusAilments, tooLong } from './statement-ailments.ts'
import { terminalAilments } from './terminal-ailments.ts'

/**
 * All that the doctor knows, in the order in which things have to be right: that there is a role, that it is the right
 * one, whom it trusts, under which condition, what it may do.
 */
export const ailments: readonly Ailment[] = [
  tooLong,
  ...creationAilments,
  ...terminalAilments,
  ...roleAilments,
  ...statementAilments,
  ...principalAilments,
  ...externalIdAilments,
  ...conditionAilments,
  ...surplusAilments,
  ...dutyAilments,
  ...permissionsAilments,
  ...refusalAilments,
]
