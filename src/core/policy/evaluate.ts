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

type Principal = NonNullable<PolicyStatement['Principal']>

const everyone = '*'

/** A service, an identity provider and an S3 canonical user are not who signs a call with AWS credentials. */
function awsPrincipals(principal: Principal): readonly string[] {
  if (typeof principal === 'string') return principal === everyone ? [everyone] : []
  return Object.hasOwn(principal, 'AWS') ? listOf(principal['AWS']) : []
}

/** Both name the account: every identity in it that its own policies allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
const accountNames = ({ partition, accountId }: Caller): string[] => [accountId, `arn:${partition}:iam::${accountId}:root`]

/** A role stands for its sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
const ownNames = (caller: Caller, context: RequestContext): string[] => [caller.arn, ...(context('aws:PrincipalArn') ?? []).flat()]

/**
 * Compared as they stand: a wildcard is no part of a name, and a unique ID (AROA…, AIDA…) is all that is left of a
 * deleted principal, which no one can be again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalMatches(principal: Principal, caller: Caller | null, context: RequestContext): boolean {
  const names = caller === null ? [] : [...accountNames(caller), ...ownNames(caller, context)]
  return awsPrincipals(principal).some((name) => name === everyone || names.includes(name))
}

/**
 * Everybody but those named. AWS "might validate the account first, then the role, and then the assumed-role user", so
 * who is named only in part may be meant or not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function notPrincipalMatches(principal: Principal, caller: Caller | null, context: RequestContext): Truth {
  const named = awsPrincipals(principal)
  if (named.includes(everyone)) return false
  if (caller === null) return true
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
  /** Further keys, and better knowledge of those that the caller's ARN gives, for example of a role with a path. */
  readonly context?: StatedContext | undefined
}

export type IdentityRequest = { readonly action: string; readonly resource: string; readonly context?: StatedContext | undefined }

type Asked = { readonly statement: PolicyStatement; readonly version: string | undefined }

/** Action names have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function actionMatches({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const name = action.toLowerCase()
  const names = (patterns: PolicyStatement['Action']): boolean =>
    listOf(patterns).some((pattern) => pattern === action || matchesPattern(name, pattern.toLowerCase()))
  if (Action === undefined && NotAction === undefined) return false
  return (Action === undefined || names(Action)) && (NotAction === undefined || !names(NotAction))
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function resourceMatches({ statement: { Resource, NotResource }, version }: Asked, resource: string, context: RequestContext): Truth {
  const names = (patterns: PolicyStatement['Resource']): Truth =>
    any(
      listOf(patterns).map((pattern) => {
        const parts = resolvedText(pattern, context, version)
        if (parts === 'unknown') return parts
        return parts !== null && matchesParts(resource, parts)
      }),
    )
  if (Resource === undefined && NotResource === undefined) return false
  return all([Resource === undefined || names(Resource), NotResource === undefined || not(names(NotResource))])
}

/**
 * An explicit Deny wins over any Allow; without an Allow the request is denied, whatever else is not known.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function decision(policies: readonly PolicyDocument[], applies: (asked: Asked) => Truth): Evaluation {
  const asked = policies.flatMap(({ Statement, Version }) => listOf(Statement).map((statement) => ({ statement, version: Version })))
  const of = (effect: PolicyStatement['Effect']): Truth => any(asked.filter(({ statement }) => statement.Effect === effect).map(applies))
  const [isDenied, isAllowed] = [of('Deny'), of('Allow')]
  if (isDenied === true) return 'explicitly-denied'
  if (isAllowed === false) return 'implicitly-denied'
  return isAllowed === true && isDenied === false ? 'allowed' : 'unknown'
}

/** STS has no endpoint without TLS. https://docs.aws.amazon.com/general/latest/gr/sts.html */
const callToSts = requestContext([['aws:SecureTransport', [['true']]]], directCall)

/** The decision of a role's trust policy alone on a request. Never throws. */
export function evaluateTrustPolicy(policy: PolicyDocument, request: TrustRequest): Evaluation {
  const caller = readCaller(request.callerArn)
  const known = [
    ...(caller === null ? [] : callerKeys(caller)),
    ['sts:ExternalId', [request.externalId === undefined ? [] : [request.externalId]]] as const,
    ...stated(request.context ?? {}),
  ]
  const context = requestContext(known, callToSts)
  return decision([policy], ({ statement, version }) => {
    const { Principal, NotPrincipal, Condition } = statement
    return all([
      Principal !== undefined || NotPrincipal !== undefined,
      Principal === undefined || principalMatches(Principal, caller, context),
      NotPrincipal === undefined || notPrincipalMatches(NotPrincipal, caller, context),
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
