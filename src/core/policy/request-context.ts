import type { TextSet } from './text-set.ts'

/** The identity that signs the call. */
export type Caller = {
  readonly arn: string
  readonly partition: string
  readonly accountId: string
  readonly kind: CallerKind
  /** The rest of the ARN, after the account. */
  readonly resource: string
}

type CallerKind = {
  readonly pattern: RegExp
  readonly principalType: string
  /** The resource of `aws:PrincipalArn`: for a session the role, which the session's ARN names without its path. */
  readonly principalResource: (resource: string) => string
  /** `aws:username`, which only users have. */
  readonly userName: (resource: string) => readonly string[]
}

const same = (resource: string): string => resource
const none = (): readonly string[] => []

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
const callerKinds: readonly CallerKind[] = [
  {
    pattern: /^sts::\d{12}:assumed-role\/[^/]+\/[^/]+$/,
    principalType: 'AssumedRole',
    principalResource: (resource) => `role/${resource.split('/')[1] ?? ''}`,
    userName: none,
  },
  { pattern: /^iam::\d{12}:role\/.+$/, principalType: 'AssumedRole', principalResource: same, userName: none },
  {
    pattern: /^iam::\d{12}:user\/.+$/,
    principalType: 'User',
    principalResource: same,
    userName: (resource) => resource.split('/').slice(-1),
  },
  { pattern: /^sts::\d{12}:federated-user\/.+$/, principalType: 'FederatedUser', principalResource: same, userName: none },
  { pattern: /^iam::\d{12}:root$/, principalType: 'Account', principalResource: same, userName: none },
]

/** Null for a text that is not the ARN of a principal that can sign a call. */
export function readCaller(arn: string): Caller | null {
  const [prefix, partition = '', service = '', region, accountId = '', ...rest] = arn.split(':')
  const resource = rest.join(':')
  const kind = callerKinds.find(({ pattern }) => pattern.test(`${service}::${accountId}:${resource}`))
  return prefix === 'arn' && region === '' && kind !== undefined ? { arn, partition, accountId, kind, resource } : null
}

/** The keys that AWS derives from who calls. */
export function callerKeys(caller: Caller): (readonly [string, readonly (readonly string[])[]])[] {
  const { partition, accountId, kind, resource } = caller
  const service = kind.principalType === 'FederatedUser' ? 'sts' : 'iam'
  return [
    ['aws:PrincipalArn', [[`arn:${partition}:${service}::${accountId}:${kind.principalResource(resource)}`]]],
    ['aws:PrincipalAccount', [[accountId]]],
    ['aws:PrincipalType', [[kind.principalType]]],
    ['aws:username', [kind.userName(resource)]],
  ]
}

/** The values that a key may have in a request: none when it is absent, several when it is multivalued. A set stands for one of its texts. */
export type KeyValues = readonly (string | TextSet)[]

/** Every possibility that is left of a key; undefined when nothing is known of it. Key names have no case. */
export type RequestContext = (key: string) => readonly KeyValues[] | undefined

const nothing: RequestContext = () => undefined

/** Keys as a caller states them. An empty list states that the key is absent. */
export type StatedContext = Readonly<Record<string, string | readonly string[]>>

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html: condition keys are not case-sensitive. */
export function requestContext(
  known: Iterable<readonly [string, readonly KeyValues[]]>,
  otherwise: RequestContext = nothing,
): RequestContext {
  const byName = new Map<string, readonly KeyValues[]>()
  for (const [key, possibilities] of known) byName.set(key.toLowerCase(), possibilities)
  return (key) => byName.get(key.toLowerCase()) ?? otherwise(key)
}

export function stated(context: StatedContext): (readonly [string, readonly KeyValues[]])[] {
  return Object.entries(context).map(([key, value]) => [key, [typeof value === 'string' ? [value] : value]])
}

const absent: readonly KeyValues[] = [[]]

/** Facts of every call that an identity of an account signs. */
export const signedCall = requestContext([
  // Only in calls that an AWS service makes. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
  ['aws:SourceArn', absent],
  ['aws:SourceAccount', absent],
  ['aws:SourceOrgID', absent],
  ['aws:SourceOrgPaths', absent],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalservicename
  ['aws:PrincipalServiceName', absent],
  ['aws:PrincipalServiceNamesList', absent],
  ['aws:PrincipalIsAWSService', [['false']]],
])

/**
 * Facts of every call that a program makes for itself: no service makes it for another, and no one typed a
 * code of an MFA device.
 */
export const directCall = requestContext(
  [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledvia
    ['aws:CalledVia', absent],
    ['aws:CalledViaFirst', absent],
    ['aws:CalledViaLast', absent],
    ['aws:ViaAWSService', [['false']]],
    // Absent or "false", by the kind of credentials. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
    ['aws:MultiFactorAuthPresent', [[], ['false']]],
    ['aws:MultiFactorAuthAge', absent],
  ],
  signedCall,
)
