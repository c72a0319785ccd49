import type { PastedRole } from './pasted-role.ts'
import { roleDenial } from './role-denial.ts'

export const isAssumingDenied = ({ errors }: PastedRole): boolean =>
  errors.some(({ code, operation, message }) => code === 'AccessDenied' && (operation === 'AssumeRole' || roleDenial(message) !== null))

/** Next to a denied call that assumes a role, a policy that allows such calls is the caller's, whatever else it allows. */
export const isOfCaller = (actions: readonly string[], pastedRole: PastedRole): boolean =>
  isAssumingDenied(pastedRole)
    ? actions.some((action) => /^sts:(?:AssumeRole|\*)$/i.test(action))
    : actions.length > 0 && actions.every((action) => /^sts:/i.test(action))
