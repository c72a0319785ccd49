type Consequence = { readonly ailment: string; readonly of: RegExp }

/** What is true of the role only because of something more telling that is said before it. */
const known: readonly Consequence[] = [
  { ailment: 'principal-missing', of: /^(principal-(?!arn)|not-principal)/ },
  { ailment: 'principal-other-account', of: /^principal-(?!arn)/ },
  { ailment: 'principal-other-role', of: /^principal-(?!arn)/ },
  { ailment: 'principal-further', of: /^(principal-everyone|trust-policy-too-long)/ },
  { ailment: 'external-id-differs', of: /^external-id-/ },
  { ailment: 'external-id-operator', of: /^external-id-/ },
  { ailment: 'external-id-null-false', of: /^external-id-/ },
  { ailment: 'condition-further', of: /^(condition-|external-id-key)/ },
  { ailment: 'principal-arn-other', of: /^principal-arn-/ },
  { ailment: 'principal-arn-missing', of: /^second-statement-open/ },
  { ailment: 'role-name-differs', of: /^role-name-case/ },
  { ailment: 'statement-further', of: /^(second-statement-open|deny-statement|trust-policy-too-long)/ },
]

/** Whether an ailment says nothing that those before it have not said. */
export function isConsequence(ailment: string, before: readonly string[]): boolean {
  return known.some((each) => each.ailment === ailment && before.some((earlier) => earlier !== ailment && each.of.test(earlier)))
}
