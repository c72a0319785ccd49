import { isCallerOf } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { isMaskedName } from './named-role.ts'

/** A caller whose name the text doesn't show. */
const isMasked = (caller: string): boolean => /\.\.\.|[…*<[{]/.test(caller) || isMaskedName(caller.split('/')[1] ?? '')

/** People leave the name of the session out. */
const withSession = (caller: string): string => (/:assumed-role\/[^/]+$/.test(caller) ? `${caller}/-` : caller)

/** True for an identity of the vendor that the role doesn't trust. */
export const isOtherCaller = (caller: string, { applicationPrincipalArns }: Pick<RolePlan, 'applicationPrincipalArns'>): boolean =>
  applicationPrincipalArns.length > 0 && !isMasked(caller) && !applicationPrincipalArns.some((arn) => isCallerOf(withSession(caller), arn))
