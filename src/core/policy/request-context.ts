/** The values that a key may have in a request: none when it is absent, several when it is multivalued. */
export type KeyValues = readonly string[]

/** Every possibility that is left of a key; undefined when nothing is known of it. Key names have no case. */
export type RequestContext = (key: string) => readonly KeyValues[] | undefined

/** Keys as a caller states them. An empty list states that the key is absent. */
export type StatedContext = Readonly<Record<string, string | readonly string[]>>

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html: condition keys are not case-sensitive. */
export function requestContext(known: Iterable<readonly [string, readonly KeyValues[]]>): RequestContext {
  const byName = new Map([...known].map(([key, possibilities]) => [key.toLowerCase(), possibilities]))
  return (key) => byName.get(key.toLowerCase())
}

export function stated(context: StatedContext): (readonly [string, readonly KeyValues[]])[] {
  return Object.entries(context).map(([key, value]) => [key, [typeof value === 'string' ? [value] : value]])
}

const absent: readonly KeyValues[] = [[]]

/**
 * What is known of every call that a program makes for itself: no service makes it for another, and nobody typed a
 * code of an MFA device.
 */
export const directCallKeys: readonly (readonly [string, readonly KeyValues[]])[] = [
  // Only in calls that an AWS service makes. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
  ['aws:SourceArn', absent],
  ['aws:SourceAccount', absent],
  ['aws:SourceOrgID', absent],
  ['aws:SourceOrgPaths', absent],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalservicename
  ['aws:PrincipalServiceName', absent],
  ['aws:PrincipalServiceNamesList', absent],
  ['aws:PrincipalIsAWSService', [['false']]],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvia
  ['aws:CalledVia', absent],
  ['aws:CalledViaFirst', absent],
  ['aws:CalledViaLast', absent],
  ['aws:ViaAWSService', [['false']]],
  // Absent or "false", by the kind of credentials. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
  ['aws:MultiFactorAuthPresent', [[], ['false']]],
  ['aws:MultiFactorAuthAge', absent],
]
