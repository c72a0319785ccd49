import { coversPattern, patternsMeet } from './action-pattern.ts'
import { listOf, type PolicyDocument } from './document.ts'
import { distinct, isPartOf, type Permission, permissionsOf } from './permission-difference.ts'

type Named = { readonly isAllBut: boolean; readonly text: string }

const actionOf = ({ isAllBut, action }: Permission): Named => ({ isAllBut, text: action.toLowerCase() })
const resourceOf = ({ isOnAllBut, resource }: Permission): Named => ({ isAllBut: isOnAllBut, text: resource })

/** A variable may stand for anything. */
const patternOf = (text: string): string => text.replace(/\$\{[^}]*\}/g, '*')

/** True if both name something in common. Errs on the side of yes. */
function meets(one: Named, other: Named): boolean {
  if (one.isAllBut && other.isAllBut) return true
  if (other.isAllBut) return meets(other, one)
  if (one.isAllBut) return !one.text.split(', ').some((excepted) => coversPattern(excepted, patternOf(other.text)))
  return patternsMeet(patternOf(one.text), patternOf(other.text))
}

const isUnconditional = ({ condition }: Permission): boolean => Object.keys(condition ?? {}).length === 0

/** Permissions that the policy allows and the denials take away, in whole or in part. A denial within one of the policy's own takes nothing away. */
export function blockedPermissions(policy: PolicyDocument, denials: readonly Permission[]): readonly Permission[] {
  const own = listOf(policy.Statement).flatMap(permissionsOf)
  const ownDenials = own.filter(({ effect }) => effect === 'Deny')
  const denying = denials.filter((denial) => isUnconditional(denial) && !ownDenials.some((whole) => isPartOf(denial, whole)))
  const isMet = (permission: Permission) => (denial: Permission) =>
    meets(actionOf(denial), actionOf(permission)) && meets(resourceOf(denial), resourceOf(permission))
  return distinct(own.filter((permission) => permission.effect === 'Allow' && denying.some(isMet(permission))))
}
