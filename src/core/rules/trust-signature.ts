import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy, holdsAt } from '#core/policy/evaluate.ts'
import { hasRepeatedName } from '#core/policy/json/json-node.ts'
import type { PolicyView } from '#core/policy/policy-view.ts'
import { type CallGroup, type CallGroups, callGroups } from './call-groups.ts'
import { once } from './once.ts'
import {
  type Budget,
  budgetFor,
  type Callers,
  callersOf,
  conditionsOnKeys,
  momentsOf,
  namedIds,
  type ProbeName,
  type SignatureTerms,
  sessionsWithPath,
  timeKeys,
  unknownIds,
  withMfa,
  worstAnswer,
} from './trust-probes.ts'

/** What a trust policy answers to the calls that tell a safe one from all others. */
export type TrustSignature = {
  /** With the new external ID, if that is allowed while it replaces the other. `allowed`: each of the application's roles is. */
  readonly rightId: Evaluation
  /** Application roles that are denied while another one is allowed. */
  readonly deniedRoles: readonly string[]
  /** Calls of the vendor that must be refused. Empty where all calls are known to be. */
  readonly wrongIds: readonly { readonly probe: ProbeName; readonly evaluation: Evaluation }[]
  /** Calls from accounts that are not the vendor's, with the right external ID, another one, and none. */
  readonly otherAccount: Evaluation
  /** All calls that must be refused, from any caller and with any external ID. */
  readonly otherCalls: Evaluation
  /** Calls with the right external ID from others of the vendor account; null where the plan names no application role. */
  readonly otherRole: Evaluation | null
  /** Without the right external ID, or another one that the policy names, no call is allowed, whatever else the policy requires. */
  readonly requiresExternalId: boolean
  /** No call from an account that the policy does not name is allowed, as far as this was tried, whatever else the policy requires. */
  readonly demandsVendor: boolean
  /** Other external IDs that the policy names and that get in, whatever else it requires. */
  readonly acceptedIds: readonly string[]
  /** Other accounts that the policy names and that get in. */
  readonly acceptedAccounts: readonly string[]
}

type Probed = {
  readonly view: PolicyView
  readonly policy: PolicyDocument
  readonly callers: Callers
  readonly externalId: string
  readonly named: readonly string[]
  readonly unknown: ReturnType<typeof unknownIds>
  readonly moments: readonly Date[]
  /** The policy compares how the caller signed in, so both are tried. */
  readonly isMfaCompared: boolean
  readonly budget: Budget
  readonly groups: CallGroups
}

/** A session of the role, as it calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const sessionOf = (roleArn: string): string =>
  roleArn.replace(/^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/s, 'arn:$1:sts::$2:assumed-role/$3/probe')

type Call = { readonly caller: string; readonly externalId: string | undefined; readonly hasMfa?: boolean }

/** As a session signs, with the role's whole ARN where it has a path. */
function evaluation({ policy, moments, budget }: Pick<Probed, 'policy' | 'moments' | 'budget'>, call: Call): Evaluation {
  const { caller, externalId, hasMfa = false } = call
  if (!budget.spend()) return 'unknown'
  const isRole = /^arn:[^:]*:iam::\d{12}:role\//.test(caller)
  return evaluateTrustPolicy(policy, {
    callerArn: isRole ? sessionOf(caller) : caller,
    action: 'sts:AssumeRole',
    externalId,
    moments,
    context: { ...(isRole ? { 'aws:PrincipalArn': caller } : {}), ...(hasMfa ? withMfa : {}) },
  })
}

/** The answer to calls of programs. */
const worstOfPrograms = (probed: Probed, callers: readonly string[], externalId: string | undefined): Evaluation =>
  worstAnswer(callers, (caller) => evaluation(probed, { caller, externalId }))

/** The answer to calls of programs and people. */
const worstOfCalls = (probed: Probed, callers: readonly string[], externalId: string | undefined): Evaluation =>
  worstAnswer(probed.isMfaCompared ? [false, true] : [false], (hasMfa) =>
    worstAnswer(callers, (caller) => evaluation(probed, { caller, externalId, hasMfa })),
  )

const othersOf = ({ strangers, named }: Callers): readonly string[] => [...strangers, ...named.flatMap(({ arns }) => arns)]

type Tried = { readonly callers: readonly string[]; readonly ids: readonly (string | undefined)[] }

/** The answer that lets in most of those to all calls of the groups. Where these can't be told apart, some calls are tried. */
function answerTo(probed: Probed, groups: readonly CallGroup[], { callers, ids }: Tried): Evaluation {
  const answer = probed.groups.answer(probed.policy, groups)
  if (answer !== 'unknown') return answer
  return worstAnswer(ids, (id) => worstOfCalls(probed, callers, id)) === 'allowed' ? 'allowed' : answer
}

function answers(probed: Probed, { vendorAccountId }: SignatureTerms): TrustSignature['wrongIds'] {
  const { groups, callers, unknown, named } = probed
  const all = [...unknown, ...named.map((externalId) => ({ probe: 'another external ID' as const, externalId }))]
  return all.map(({ probe, externalId }) => {
    const tried = { callers: callers.vendor, ids: [externalId] }
    return { probe, evaluation: answerTo(probed, [groups.ofAccount(vendorAccountId, [externalId])], tried) }
  })
}

const isDenied = (answer: Evaluation): boolean => answer === 'implicitly-denied' || answer === 'explicitly-denied'

type Conditions = NonNullable<PolicyStatement['Condition']>

const only = (conditions: Conditions, keys: readonly string[]): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).flatMap(([operator, tests]) => {
      const kept = Object.entries(tests).filter(([key]) => keys.includes(key.toLowerCase()))
      return kept.length === 0 ? [] : [[operator, Object.fromEntries(kept)] as const]
    }),
  )

/** Assumes that every caller meets the other conditions, so the result holds for any caller. No one meets a time that has passed. */
function withOnly({ policy, moments }: Pick<Probed, 'policy' | 'moments'>, keys: readonly string[]): PolicyDocument {
  const isOver = ({ Effect, Condition = {} }: PolicyStatement) => Effect === 'Allow' && !holdsAt(only(Condition, timeKeys), moments)
  return {
    ...policy,
    Statement: listOf(policy.Statement).flatMap((statement) => {
      if (isOver(statement)) return []
      if (statement.Effect !== 'Allow') return statement
      const { Condition = {}, ...others } = statement
      const kept = only(Condition, keys)
      return Object.keys(kept).length === 0 ? others : { ...others, Condition: kept }
    }),
  }
}

const fromBest: readonly Evaluation[] = ['explicitly-denied', 'implicitly-denied', 'unknown', 'allowed']

/** A vendor that names several roles needs all of them, so one that is not allowed decides. */
function rightIdSignature(
  probed: Probed,
  roles: readonly string[],
  rightIds: readonly string[],
): Pick<TrustSignature, 'rightId' | 'deniedRoles'> {
  const answerOf = (callers: readonly string[]) => worstAnswer(rightIds, (id) => worstOfPrograms(probed, callers, id))
  if (roles.length === 0) return { rightId: answerOf(probed.callers.vendor), deniedRoles: [] }
  const found = roles.map((arn) => ({ arn, answer: answerOf([arn, ...sessionsWithPath(probed.view, arn)]) }))
  const rightId = fromBest.find((kind) => found.some(({ answer }) => answer === kind)) ?? 'unknown'
  const isOneAllowed = found.some(({ answer }) => answer === 'allowed')
  return { rightId, deniedRoles: isOneAllowed ? found.flatMap(({ arn, answer }) => (isDenied(answer) ? [arn] : [])) : [] }
}

const callerKeys = ['aws:principalarn', 'aws:principalaccount']

/** The policy with only its conditions on the external ID and the caller. */
function idSignature(probed: Probed): Pick<TrustSignature, 'requiresExternalId' | 'acceptedIds'> {
  const { groups, callers, named } = probed
  const policy = withOnly(probed, ['sts:externalid', ...callerKeys])
  const all = [...callers.vendor, ...othersOf(callers)]
  const isAccepted = (id: string) => answerTo({ ...probed, policy }, groups.withId(id), { callers: all, ids: [id] }) === 'allowed'
  return { requiresExternalId: isDenied(groups.answer(policy, groups.withUnknownId)), acceptedIds: named.filter(isAccepted) }
}

function otherRoleAnswer(
  probed: Probed,
  { vendorAccountId, applicationPrincipalArns: roles }: SignatureTerms,
  ids: readonly string[],
): Evaluation | null {
  if (roles.length === 0) return null
  const callers = probed.callers.vendor.filter((caller) => !roles.some((role) => role === caller || sessionOf(role) === caller))
  return answerTo(probed, [probed.groups.ofAccount(vendorAccountId, ids, roles)], { callers, ids })
}

/** The policy with only its conditions on the caller. */
function accountSignature(probed: Probed): Pick<TrustSignature, 'demandsVendor' | 'acceptedAccounts'> {
  const { groups, externalId } = probed
  const accountOnly = { ...probed, policy: withOnly(probed, callerKeys) }
  const { strangers, named } = probed.callers
  const ids = [externalId]
  const ofStrangers = groups.answer(accountOnly.policy, [groups.ofAccount(null, ids)])
  const isAccepted = ({ accountId, arns }: Callers['named'][number]): boolean =>
    answerTo(accountOnly, [groups.ofAccount(accountId, ids)], { callers: arns, ids }) === 'allowed'
  return {
    demandsVendor: isDenied(ofStrangers === 'unknown' ? worstOfCalls(accountOnly, strangers, externalId) : ofStrangers),
    acceptedAccounts: named.filter(isAccepted).map(({ accountId }) => accountId),
  }
}

/** Near misses tell nothing of other accounts that these do not. */
function otherAccountAnswer(probed: Probed): Evaluation {
  const { groups, callers, externalId, unknown, named } = probed
  const ids = [externalId, ...unknown.slice(0, 2).map((wrong) => wrong.externalId), ...named]
  return answerTo(probed, groups.ofOthers, { callers: othersOf(callers), ids })
}

/** Only a comparison of numbers takes 1.50 and 1.5 for the same. */
const hasInexactText = ({ statements }: PolicyView): boolean =>
  statements.some(({ conditions }) =>
    conditions.some(({ comparison, values }) => !comparison.startsWith('Numeric') && values.some(({ isInexact }) => isInexact)),
  )

/** Null for a document that is no policy, that says one thing twice, or whose text isn't known. */
export function trustSignature(view: PolicyView, value: unknown, terms: SignatureTerms): TrustSignature | null {
  const parsed = PolicyDocument.safeParse(value)
  if (!parsed.success || hasRepeatedName(view.root) || hasInexactText(view)) return null
  const { externalId, nextExternalId, applicationPrincipalArns } = terms
  const conditions = view.statements.flatMap((statement) => statement.conditions)
  const probed: Probed = {
    view,
    policy: parsed.data,
    callers: callersOf(view, terms),
    externalId,
    named: namedIds(view, terms),
    unknown: unknownIds(terms),
    moments: momentsOf(conditions, terms.now),
    isMfaCompared: conditionsOnKeys(view, ['aws:multifactorauthpresent', 'aws:multifactorauthage']).length > 0,
    budget: budgetFor(view.text),
    groups: callGroups(view, terms),
  }
  const rightIds = [externalId, ...(nextExternalId === null ? [] : [nextExternalId])]
  const otherCalls = once(() => probed.groups.answer(probed.policy, probed.groups.refused, budgetFor(view.text)))
  const wrongIds = once(() => (isDenied(otherCalls()) ? [] : answers(probed, terms)))
  const otherAccount = once(() => (isDenied(otherCalls()) ? otherCalls() : otherAccountAnswer(probed)))
  return {
    ...rightIdSignature(probed, applicationPrincipalArns, rightIds),
    ...idSignature(probed),
    ...accountSignature(probed),
    // Most rules need none of these, which take the most time.
    get otherCalls() {
      return otherCalls()
    },
    get wrongIds() {
      return wrongIds()
    },
    get otherAccount() {
      return otherAccount()
    },
    otherRole: otherRoleAnswer(probed, terms, rightIds),
  }
}

/** The right external ID opens, and nothing else does. */
export const isSafe = (signature: TrustSignature | null): boolean =>
  signature !== null && signature.rightId === 'allowed' && isDenied(signature.otherCalls)

export type TrustVerdict = 'safe' | 'refused' | 'open' | 'unknown'

/** The verdict on a trust policy for one plan. Stricter than `isSafe`: the plan's application role is the only one allowed. Unknown is never safe. */
export function trustVerdict(signature: TrustSignature | null): TrustVerdict {
  if (signature === null) return 'unknown'
  const { rightId, wrongIds: ids, otherAccount, otherCalls, otherRole } = signature
  const wrong = [...ids.map((answer) => answer.evaluation), otherAccount, otherCalls]
  if (wrong.includes('allowed')) return 'open'
  if (isDenied(rightId)) return 'refused'
  if (otherRole === 'allowed') return 'open'
  return rightId === 'allowed' && [...wrong, otherRole ?? otherCalls].every(isDenied) ? 'safe' : 'unknown'
}
