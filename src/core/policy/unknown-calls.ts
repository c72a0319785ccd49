import { conditionsHold } from './condition/condition.ts'
import type { PolicyDocument, PolicyStatement } from './document.ts'
import {
  type Account,
  accountNames,
  actionMatches,
  awsPrincipals,
  decision,
  type Evaluation,
  everyone,
  hasEmptyList,
  type Principal,
  secureTransport,
  timeKeys,
} from './evaluate.ts'
import { callerKeys, type KeyValues, type RequestContext, readCaller, requestContext, signedCall } from './request-context.ts'
import { anyText, otherAccount, type TextSet } from './text-set.ts'
import { all, type Truth } from './truth.ts'

type Callers = {
  readonly partition: string
  /** Null: any account but those of `but`. */
  readonly accountId: string | null
  /** Null: roles and users. */
  readonly kind: 'role' | 'user' | null
  /** The role or user that calls. Null: any but those of `but`. */
  readonly principalArn: string | null
  /** Numbers of accounts, and ARNs. */
  readonly but: ReadonlySet<string>
}

/** A session of a known role has an unknown name. */
function mayBeNamed(name: string, { partition, accountId, kind, principalArn, but }: Callers): boolean {
  const [, namedPartition, service, , account, resource = ''] = name.split(':')
  if (account !== accountId || namedPartition !== partition) return false
  const [namedKind, ...names] = resource.split('/')
  const isSession = service === 'sts' && namedKind === 'assumed-role' && kind !== 'user'
  if (principalArn !== null) return isSession && names.at(-2) === principalArn.split('/').at(-1)
  return isSession || (service === 'iam' && (kind === null || namedKind === kind) && !but.has(name))
}

const namesAccount = (named: readonly string[], { partition, accountId }: Callers): boolean => {
  const account: Account | null = accountId === null ? null : { partition, accountId }
  return account !== null && accountNames(account).some((name) => named.includes(name))
}

const namesCaller = (named: readonly string[], { principalArn }: Callers): boolean => principalArn !== null && named.includes(principalArn)

function principalMayMatch(principal: Principal, callers: Callers): Truth {
  const named = awsPrincipals(principal)
  if (hasEmptyList(principal)) return 'unknown'
  if (named.includes(everyone) || namesAccount(named, callers) || namesCaller(named, callers)) return true
  return named.some((name) => mayBeNamed(name, callers)) && 'unknown'
}

/** A caller who is named only in part may be meant or not, just as with one call. */
function notPrincipalMayMatch(principal: Principal, callers: Callers): Truth {
  const named = awsPrincipals(principal)
  if (hasEmptyList(principal)) return 'unknown'
  if (named.includes(everyone)) return false
  const isNamed = namesCaller(named, callers)
  if (namesAccount(named, callers) !== isNamed) return 'unknown'
  return isNamed ? false : !named.some((name) => mayBeNamed(name, callers)) || 'unknown'
}

type Asked = { readonly callers: Callers; readonly action: string; readonly context: RequestContext }

const evaluated = (policy: PolicyDocument, { callers, action, context }: Asked): Evaluation =>
  decision([policy], ({ statement, version }) => {
    const { Principal, NotPrincipal, Condition }: PolicyStatement = statement
    return all([
      Principal !== undefined || NotPrincipal !== undefined,
      Principal === undefined || principalMayMatch(Principal, callers),
      NotPrincipal === undefined || notPrincipalMayMatch(NotPrincipal, callers),
      actionMatches(statement, action),
      Condition === undefined || conditionsHold(Condition, context, version),
    ])
  })

/** A call of which nothing but this is known: it can be a person's or a program's, with any session and from anywhere. */
type UnknownCall = {
  readonly account: Account
  /** The role or user that calls. Null: any of the account. */
  readonly principalArn: string | null
  readonly action: string
  /** Absent: any, or none. */
  readonly externalId?: string
}

/** Denied only where no such call can be allowed, as with `evaluateTrustPolicy`. */
export function evaluateUnknownCall(policy: PolicyDocument, call: UnknownCall): Evaluation {
  const { account, principalArn, action, externalId } = call
  const caller = principalArn === null ? null : readCaller(principalArn)
  const context = requestContext([
    secureTransport,
    ['aws:PrincipalAccount', [[account.accountId]]],
    ...(caller === null ? [] : callerKeys(caller)),
    ...(externalId === undefined ? [] : [['sts:ExternalId', [[externalId]]] as const]),
  ])
  return evaluated(policy, { callers: { ...account, principalArn, kind: null, but: new Set() }, action, context })
}

/** Calls by roles, or by users, of one account, or of all that aren't named. */
export type CallSet = Callers & {
  readonly kind: 'role' | 'user'
  readonly action: string
  /** Each possibility of the key. */
  readonly externalId: readonly KeyValues[]
  readonly mfa: readonly KeyValues[]
  readonly moments: readonly Date[]
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable */
function userName({ kind, principalArn }: CallSet): KeyValues {
  if (kind === 'role') return []
  return [principalArn?.split('/').at(-1) ?? { form: anyText, but: new Set() }]
}

const arnOf = ({ partition, accountId, kind, principalArn, but }: CallSet): string | TextSet =>
  principalArn ?? { form: `arn:${partition}:iam::${accountId ?? otherAccount}:${kind}/${anyText}`, but }

/** `allowed` and the denials hold for each call of the set. Never throws. */
export function evaluateCallSet(policy: PolicyDocument, calls: CallSet): Evaluation {
  const { accountId, kind, but, action, externalId, mfa, moments } = calls
  const known = [
    secureTransport,
    ['aws:PrincipalAccount', [[accountId ?? { form: otherAccount, but }]]] as const,
    ['aws:PrincipalArn', [[arnOf(calls)]]] as const,
    ['aws:PrincipalType', [[kind === 'role' ? 'AssumedRole' : 'User']]] as const,
    ['aws:username', [userName(calls)]] as const,
    ['sts:ExternalId', externalId] as const,
    ['aws:MultiFactorAuthPresent', mfa] as const,
    ...timeKeys(moments),
  ]
  return evaluated(policy, { callers: calls, action, context: requestContext(known, signedCall) })
}
