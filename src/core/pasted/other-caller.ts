import { isCallerOf } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { isMaskedName } from './named-role.ts'

/** A caller whose name the text doesn't show. */
const isMasked = (caller: string): boolean => /\.\.\.|[…*<[{]/.test(caller) || isMaskedName(caller.split('/')[1] ?? '')

/** People leave the name of the session out. */
const withSession = (caller: string): string => (/:assumed-role\/[^/]+$/.test(caller) ? `${caller}/-` : caller)

const isUser = (arn: string): boolean => arn.includes(':user/')

/** True for an identity of the vendor that the role doesn't trust. The kind of one can be seen where its name is masked. */
export function isOtherCaller(caller: string, { applicationPrincipalArns: trusted }: Pick<RolePlan, 'applicationPrincipalArns'>): boolean {
  if (trusted.length === 0) return false
  if (isMasked(caller)) return isUser(caller) && !trusted.some(isUser)
  return !trusted.some((arn) => isCallerOf(withSession(caller), arn))
}
