import type { PastedRole } from './pasted-role.ts'
import { roleDenial } from './role-denial.ts'

/** Next to a denied call that assumes a role, a policy that allows such calls is the caller's, whatever else it allows. */
export function isOfCaller(actions: readonly string[], { errors }: PastedRole): boolean {
  const isAssumed = errors.some(
    ({ code, operation, message }) => code === 'AccessDenied' && (operation === 'AssumeRole' || roleDenial(message) !== null),
  )
  return isAssumed
    ? actions.some((action) => /^sts:(?:AssumeRole|\*)$/i.test(action))
    : actions.length > 0 && actions.every((action) => /^sts:/i.test(action))
}
