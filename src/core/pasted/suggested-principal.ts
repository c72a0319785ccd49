import type { PastedRole } from './pasted-role.ts'
import type { Found, PastedRule } from './pasted-rule.ts'
import { isTrusted, type NamedPrincipal, principalsOf } from './trusted-principals.ts'

/** Of the principals that take the place of the vendor account, the first that is of this kind. */
export function instead(
  is: (principal: NamedPrincipal, pastedRole: PastedRole) => boolean,
  words: (principal: NamedPrincipal, pastedRole: PastedRole) => Found,
): PastedRule['found'] {
  return (pastedRole) => {
    if (isTrusted(pastedRole)) return null
    const found = principalsOf(pastedRole).find((principal) => is(principal, pastedRole))
    return found === undefined ? null : words(found, pastedRole)
  }
}
