import { conditionsHold } from './condition/condition.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import { resolvedText } from './policy-variables.ts'
import { notPrincipalMatches, principalMatches } from './principal.ts'
import { callerKeys, directCall, type RequestContext, readCaller, requestContext, type StatedContext, stated } from './request-context.ts'
import { all, any, not, type Truth } from './truth.ts'
import { matchesParts, matchesPattern } from './wildcard.ts'

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

/** Whether a role's trust policy, by itself, lets the caller do what it asks. Never throws. */
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
