import type { Patient } from './pasted-role.ts'
import type { Ailment, AilmentWords } from './pasted-rule.ts'
import { isTrusted, type NamedPrincipal, principalsOf } from './trusted-principals.ts'

/** Of the principals that take the place of the vendor account, the first that is of this kind. */
export function instead(
  is: (principal: NamedPrincipal, patient: Patient) => boolean,
  words: (principal: NamedPrincipal, patient: Patient) => AilmentWords,
): Ailment['found'] {
  return (patient) => {
    if (isTrusted(patient)) return null
    const found = principalsOf(patient).find((principal) => is(principal, patient))
    return found === undefined ? null : words(found, patient)
  }
}
