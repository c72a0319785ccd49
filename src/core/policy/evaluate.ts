import { isList } from '#core/text/strings.ts'
import { conditionsHold } from './condition/condition.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import { resolvedText } from './policy-variables.ts'
import {
  type Caller,
  callerKeys,
  directCall,
  type RequestContext,
  readCaller,
  requestContext,
  type StatedContext,
  stated,
} from './request-context.ts'
import { all, any, not, type Truth } from './truth.ts'
import { matchesParts, matchesPattern } from './wildcard.ts'

export type Principal = NonNullable<PolicyStatement['Principal']>

export type Account = Pick<Caller, 'partition' | 'accountId'>

export const everyone = '*'

/** A service, an identity provider and an S3 canonical user are not who signs a call with AWS credentials. */
export function awsPrincipals(principal: Principal): readonly string[] {
  if (typeof principal === 'string') return principal === everyone ? [everyone] : []
  return Object.hasOwn(principal, 'AWS') ? listOf(principal['AWS']) : []
}

/** A list without values has no effect, or the policy is refused. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-principal */
export const hasEmptyList = (principal: Principal): boolean =>
  typeof principal !== 'string' && Object.values(principal).some((names) => isList(names) && names.length === 0)

/** Both name the account: every identity in it that its own policies allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
export const accountNames = ({ partition, accountId }: Account): string[] => [accountId, `arn:${partition}:iam::${accountId}:root`]

/** A role stands for its sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
const ownNames = (caller: Caller, context: RequestContext): string[] => [
  caller.arn,
  ...(context('aws:PrincipalArn') ?? []).flat().filter((name) => typeof name === 'string'),
]

/** The ARN of a session names no path, so whom one with a path means is not said. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const sessionWithPath = /^(arn:[^:]*:sts::\d{12}:assumed-role)\/.+\/([^/]+\/[^/]+)$/s

const mayMean = (name: string, callerArn: string): boolean => name.replace(sessionWithPath, '$1/$2') === callerArn

/**
 * Compared as they stand: a wildcard is no part of a name, and a unique ID (AROA…, AIDA…) is all that is left of a
 * deleted principal, which no one can be again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalMatches(principal: Principal, caller: Caller | 'unknown' | null, context: RequestContext): Truth {
  const named = awsPrincipals(principal)
  if (hasEmptyList(principal)) return 'unknown'
  if (named.includes(everyone)) return true
  if (caller === 'unknown') return named.length > 0 && 'unknown'
  if (caller === null) return false
  const names = [...accountNames(caller), ...ownNames(caller, context)]
  if (named.some((name) => names.includes(name))) return true
  return named.some((name) => mayMean(name, caller.arn)) && 'unknown'
}

/**
 * Everybody but those named. AWS "might validate the account first, then the role, and then the assumed-role user", so
 * who is named only in part may be meant or not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function notPrincipalMatches(principal: Principal, caller: Caller | 'unknown' | null, context: RequestContext): Truth {
  const named = awsPrincipals(principal)
  if (hasEmptyList(principal)) return 'unknown'
  if (named.includes(everyone)) return false
  if (caller === 'unknown') return named.length === 0 || 'unknown'
  if (caller === null) return true
  if (named.some((name) => mayMean(name, caller.arn) && name !== caller.arn)) return 'unknown'
  const isAccountNamed = accountNames(caller).some((name) => named.includes(name))
  const isNamed = ownNames(caller, context).some((name) => named.includes(name))
  return isAccountNamed === isNamed ? !isNamed : 'unknown'
}

export type Evaluation = 'allowed' | 'explicitly-denied' | 'implicitly-denied' | 'unknown'

export type TrustRequest = {
  /** As `sts:GetCallerIdentity` gives it: of a session, a user or the root user. */
  readonly callerArn: string
  readonly action: string
  /** Undefined when the call sends none. */
  readonly externalId?: string | undefined
  /** When the call may be made; nothing is known of the time where they are left out. */
  readonly moments?: readonly Date[] | undefined
  /** Further keys, and better knowledge of those that the caller's ARN gives, for example of a role with a path. */
  readonly context?: StatedContext | undefined
}

export type IdentityRequest = { readonly action: string; readonly resource: string; readonly context?: StatedContext | undefined }

type Asked = { readonly statement: PolicyStatement; readonly version: string | undefined }

/** Action names have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function actionMatches({ Action, NotAction }: PolicyStatement, action: string): Truth {
  const name = action.toLowerCase()
  const names = (patterns: NonNullable<PolicyStatement['Action']>): Truth =>
    patterns.length === 0
      ? 'unknown'
      : listOf(patterns).some((pattern) => pattern === action || matchesPattern(name, pattern.toLowerCase()))
  if (Action === undefined && NotAction === undefined) return false
  return all([Action === undefined || names(Action), NotAction === undefined || not(names(NotAction))])
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function resourceMatches({ statement: { Resource, NotResource }, version }: Asked, resource: string, context: RequestContext): Truth {
  const names = (patterns: NonNullable<PolicyStatement['Resource']>): Truth => {
    if (patterns.length === 0) return 'unknown'
    return any(
      listOf(patterns).map((pattern) => {
        const parts = resolvedText(pattern, context, version)
        if (parts === 'unknown') return parts
        return parts !== null && matchesParts(resource, parts)
      }),
    )
  }
  if (Resource === undefined && NotResource === undefined) return false
  return all([Resource === undefined || names(Resource), NotResource === undefined || not(names(NotResource))])
}

/** Any other is rejected. https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-version */
const versions: readonly (string | undefined)[] = ['2012-10-17', '2008-10-17', undefined]

/** A key under several operators is one key that is compared several times, if it is always written alike. */
function repeatsKey({ Condition = {} }: PolicyStatement): boolean {
  const names = new Set(Object.values(Condition).flatMap(Object.keys))
  return names.size > 1 && new Set([...names].map((name) => name.toLowerCase())).size < names.size
}

const refused = new WeakMap<PolicyDocument, boolean>()

/**
 * IAM takes no policy of an unknown version, nor one that has a condition key in different capitalization within one `Condition`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case
 */
function isRefused(policy: PolicyDocument): boolean {
  const known = refused.get(policy)
  if (known !== undefined) return known
  const { Version, Statement } = policy
  const isSo = !versions.includes(Version) || listOf(Statement).some(repeatsKey)
  refused.set(policy, isSo)
  return isSo
}

/**
 * An explicit Deny wins over any Allow; without an Allow the request is denied, whatever else is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decision(policies: readonly PolicyDocument[], applies: (asked: Asked) => Truth): Evaluation {
  if (policies.some(isRefused)) return 'unknown'
  const asked = policies.flatMap(({ Statement, Version }) => listOf(Statement).map((statement) => ({ statement, version: Version })))
  const of = (effect: PolicyStatement['Effect']): Truth => any(asked.filter(({ statement }) => statement.Effect === effect).map(applies))
  const [isDenied, isAllowed] = [of('Deny'), of('Allow')]
  if (isDenied === true) return 'explicitly-denied'
  if (isAllowed === false) return 'implicitly-denied'
  return isAllowed === true && isDenied === false ? 'allowed' : 'unknown'
}

/** STS has no endpoint without TLS. https://docs.aws.amazon.com/general/latest/gr/sts.html */
export const secureTransport = ['aws:SecureTransport', [['true']]] as const

const callToSts = requestContext([secureTransport], directCall)

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime */
export const timeKeys = (moments: readonly Date[]) => [
  ['aws:CurrentTime', moments.map((moment) => [moment.toISOString()])] as const,
  ['aws:EpochTime', moments.map((moment) => [String(Math.floor(moment.getTime() / 1000))])] as const,
]

/** True if conditions on the time hold at one of these moments, or can't be evaluated. */
export function holdsAt(conditions: NonNullable<PolicyStatement['Condition']>, moments: readonly Date[]): boolean {
  return moments.some((moment) => conditionsHold(conditions, requestContext(timeKeys([moment])), undefined) !== false)
}

/** The decision of a role's trust policy alone on a request. Never throws. */
export function evaluateTrustPolicy(policy: PolicyDocument, request: TrustRequest): Evaluation {
  const caller = readCaller(request.callerArn)
  const known = [
    ...(caller === null ? [] : callerKeys(caller)),
    ['sts:ExternalId', [request.externalId === undefined ? [] : [request.externalId]]] as const,
    ...(request.moments === undefined ? [] : timeKeys(request.moments)),
    ...stated(request.context ?? {}),
  ]
  const context = requestContext(known, callToSts)
  const signer = caller ?? (sessionWithPath.test(request.callerArn) ? 'unknown' : null)
  return decision([policy], ({ statement, version }) => {
    const { Principal, NotPrincipal, Condition } = statement
    return all([
      Principal !== undefined || NotPrincipal !== undefined,
      Principal === undefined || principalMatches(Principal, signer, context),
      NotPrincipal === undefined || notPrincipalMatches(NotPrincipal, signer, context),
      actionMatches(statement, request.action),
      Condition === undefined || conditionsHold(Condition, context, version),
    ])
  })
}

/** Whether the policies of an identity, taken together, let it do what it asks. Never throws. */
export function evaluateIdentityPolicies(policies: readonly PolicyDocument[], request: IdentityRequest): Evaluation {
  const context = requestContext(stated(request.context ?? {}), directCall)
  return decision(policies, (asked) =>
    all([
      actionMatches(asked.statement, request.action),
      resourceMatches(asked, request.resource, context),
      asked.statement.Condition === undefined || conditionsHold(asked.statement.Condition, context, asked.version),
    ]),
  )
}
