/** Values that a person says were entered, or shows as they are. Null: the text has none. */
export type StatedValues = {
  /** In quotation marks, with a space at the start or the end. */
  readonly spacedValues: readonly string[] | null
  /** Names that were entered in a form. */
  readonly enteredNames: readonly string[] | null
  /** The unique ID of a role or a user that stands as a principal. */
  readonly uniqueId: string | null
  /** A condition key that can deny a call from outside the account. */
  readonly conditionKey: string | null
}

const quoted = /"([^"\n]{2,300})"|“([^”\n]{2,300})”|`([^`\n]{2,300})`|(?<!\w)'([^'\n]{2,300})'(?!\w)/g

const isSpaced = (value: string): boolean => value !== value.trim() && /^[\w+=,.@:/-]{2,}$/.test(value.trim())

/** Verbs, and the places of a product that have fields. */
const entered =
  /\b(?:entered|enter|typed|pasted|put|filled in|wrote|copied|set|tile|form|field|wizard|portal|puse|ingresé|eingetragen|eingegeben|saisi)\b(?! (?:of|by)\b)[^.\n]{0,40}?["'`“(\s]([A-Za-z][\w+=,.@-]{3,63})(?=["'`”),.;:\s]|$)/gi

/** Not a word of the sentence. */
export const isName = (word: string): boolean => /[a-z\d][A-Z]|[A-Za-z]-[A-Z]|_/.test(word)

/** Every word after the verb can be the name. */
function enteredIn(text: string): readonly string[] {
  const after = [...text.matchAll(entered)].flatMap(
    ({ 0: said, index }) => text.slice(index, index + said.length + 40).split(/[\n.;]/)[0] ?? [],
  )
  return [...new Set(after.flatMap((part) => part.match(/[A-Za-z][\w+=@-]{3,63}/g) ?? []))].filter(isName)
}

const id = '(A(?:ROA|IDA)[A-Z\\d]{12,})\\b(?!:)'

/** The value of a principal, and not the ID of a session or of the role itself. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const principalIds: readonly RegExp[] = [
  new RegExp(`(?:\\bAWS\\b|\\bprincipals?\\b)[^\\w\\n]{1,8}(?:(?:is|are|now|shows?|has|with|the|id|of|as)\\W{1,3}){0,4}${id}`, 'i'),
  new RegExp(`\\btrust (?:policy|relationship)\\b[^.\\n]{0,40}\\b${id}`, 'i'),
  new RegExp(`\\b${id}["'\`]? (?:\\w+ ){0,3}principal\\b`, 'i'),
]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const conditionKeys =
  /\baws:(?:SourceIp|VpcSourceIp|SourceVpce?|PrincipalOrgID|PrincipalOrgPaths|SourceAccount|SourceArn|SourceOrgID|MultiFactorAuth(?:Present|Age))\b/i

const filled = (values: readonly string[]): readonly string[] | null => (values.length === 0 ? null : values)

export const statedValues = (text: string): StatedValues => ({
  spacedValues: filled(
    [...text.matchAll(quoted)].flatMap(([, ...values]) => values.find((value) => value !== undefined) ?? []).filter(isSpaced),
  ),
  enteredNames: filled(enteredIn(text)),
  uniqueId: principalIds.flatMap((form) => form.exec(text)?.[1] ?? [])[0] ?? null,
  conditionKey: conditionKeys.exec(text)?.[0] ?? null,
})
