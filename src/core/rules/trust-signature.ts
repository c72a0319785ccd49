import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { hasRepeatedName } from '#core/policy/json/json-node.ts'
import type { PolicyView } from '#core/policy/policy-view.ts'
import { type Callers, callersOf, momentsOf, namedIds, type ProbeName, type SignatureTerms, unknownIds } from './trust-probes.ts'

/** What a trust policy answers to the calls that tell a safe one from all others. */
export type TrustSignature = {
  /** With the new external ID, if that is allowed while it replaces the other. `allowed`: each of the application's roles is. */
  readonly rightId: Evaluation
  /** Application roles that are denied while another one is allowed. */
  readonly deniedRoles: readonly string[]
  /** Calls of the vendor that must be refused. */
  readonly wrongIds: readonly { readonly probe: ProbeName; readonly evaluation: Evaluation }[]
  /** Calls from accounts that are not the vendor's, with the right external ID, another one, and none. */
  readonly otherAccount: Evaluation
  /** The right external ID from another role of the vendor account; null where the plan names no application role. */
  readonly otherRole: Evaluation | null
  /** Without the right external ID, or another one that the policy names, no call is allowed, whatever else the policy requires. */
  readonly requiresExternalId: boolean
  /** No call from an account that the policy does not name is allowed, whatever else the policy requires. */
  readonly demandsVendor: boolean
  /** Other external IDs that the policy names and that get in, whatever else it requires. */
  readonly acceptedIds: readonly string[]
  /** Other accounts that the policy names and that get in. */
  readonly acceptedAccounts: readonly string[]
}

type Probed = {
  readonly policy: PolicyDocument
  readonly callers: Callers
  readonly externalId: string
  readonly named: readonly string[]
  readonly unknown: ReturnType<typeof unknownIds>
  readonly moments: readonly Date[]
}

/** A session of the role, as it calls. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const sessionOf = (roleArn: string): string =>
  roleArn.replace(/^arn:([^:]*):iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/s, 'arn:$1:sts::$2:assumed-role/$3/probe')

type Call = { readonly caller: string; readonly externalId: string | undefined }

/** As a session signs, with the role's whole ARN where it has a path. */
function evaluation({ policy, moments }: Pick<Probed, 'policy' | 'moments'>, { caller, externalId }: Call): Evaluation {
  const isRole = /^arn:[^:]*:iam::\d{12}:role\//.test(caller)
  return evaluateTrustPolicy(policy, {
    callerArn: isRole ? sessionOf(caller) : caller,
    action: 'sts:AssumeRole',
    externalId,
    moments,
    ...(isRole ? { context: { 'aws:PrincipalArn': caller } } : {}),
  })
}

const worst: readonly Evaluation[] = ['allowed', 'unknown', 'implicitly-denied', 'explicitly-denied']

function worstOf(evaluations: readonly Evaluation[]): Evaluation {
  return worst.find((kind) => evaluations.includes(kind)) ?? 'unknown'
}

const worstOfCalls = (probed: Probed, callers: readonly string[], externalId: string | undefined): Evaluation =>
  worstOf(callers.map((caller) => evaluation(probed, { caller, externalId })))

const answers = (probed: Probed): TrustSignature['wrongIds'] => [
  ...probed.unknown.map(({ probe, externalId }) => ({ probe, evaluation: worstOfCalls(probed, probed.callers.vendor, externalId) })),
  ...probed.named.map((externalId) => ({
    probe: 'another external ID' as const,
    evaluation: worstOfCalls(probed, probed.callers.vendor, externalId),
  })),
]

const othersOf = ({ strangers, named }: Callers): readonly string[] => [...strangers, ...named.flatMap(({ arns }) => arns)]

const isDenied = (answer: Evaluation): boolean => answer === 'implicitly-denied' || answer === 'explicitly-denied'

type Conditions = NonNullable<PolicyStatement['Condition']>

const only = (conditions: Conditions, keys: readonly string[]): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, tests]) => [
      operator,
      Object.fromEntries(Object.entries(tests).filter(([key]) => keys.includes(key.toLowerCase()))),
    ]),
  )

/** Assumes that every caller meets the other conditions, so the result holds for any caller. */
function withOnly(policy: PolicyDocument, keys: readonly string[]): PolicyDocument {
  return {
    ...policy,
    Statement: listOf(policy.Statement).map((statement) =>
      statement.Effect === 'Allow' ? { ...statement, Condition: only(statement.Condition ?? {}, keys) } : statement,
    ),
  }
}

const otherRoleOf = ({ partition, vendorAccountId, applicationPrincipalArns }: SignatureTerms): string => {
  const names = ['SomeOtherRole', 'AnotherRole', ...applicationPrincipalArns.map((_, index) => `OtherRole${index}`)]
  const name = names.find((candidate) => !applicationPrincipalArns.some((arn) => arn.endsWith(`/${candidate}`))) ?? 'NoRole'
  return `arn:${partition}:sts::${vendorAccountId}:assumed-role/${name}/probe`
}

/** A vendor that names several roles needs all of them, so one that is not allowed decides. */
function rightIdSignature(
  probed: Probed,
  roles: readonly string[],
  rightIds: readonly string[],
): Pick<TrustSignature, 'rightId' | 'deniedRoles'> {
  const answerTo = (callers: readonly string[]) => worstOf(rightIds.map((id) => worstOfCalls(probed, callers, id)))
  if (roles.length === 0) return { rightId: answerTo(probed.callers.vendor), deniedRoles: [] }
  const found = roles.map((arn) => ({ arn, answer: answerTo([arn]) }))
  const rightId = worst.findLast((kind) => found.some(({ answer }) => answer === kind)) ?? 'unknown'
  const isOneAllowed = found.some(({ answer }) => answer === 'allowed')
  return { rightId, deniedRoles: isOneAllowed ? found.flatMap(({ arn, answer }) => (isDenied(answer) ? [arn] : [])) : [] }
}

/** The policy with only its conditions on the external ID, so that every caller passes. */
function idSignature(probed: Probed): Pick<TrustSignature, 'requiresExternalId' | 'acceptedIds'> {
  const idOnly = { ...probed, policy: withOnly(probed.policy, ['sts:externalid']) }
  const callers = [...probed.callers.vendor, ...othersOf(probed.callers)]
  return {
    requiresExternalId: probed.unknown.every(({ externalId }) => isDenied(worstOfCalls(idOnly, callers, externalId))),
    acceptedIds: probed.named.filter((externalId) => worstOfCalls(idOnly, callers, externalId) === 'allowed'),
  }
}

/** The policy with only its conditions on the caller. */
function accountSignature(probed: Probed): Pick<TrustSignature, 'demandsVendor' | 'acceptedAccounts'> {
  const accountOnly = { ...probed, policy: withOnly(probed.policy, ['aws:principalarn', 'aws:principalaccount']) }
  const { strangers, named } = probed.callers
  return {
    demandsVendor: isDenied(worstOfCalls(accountOnly, strangers, probed.externalId)),
    acceptedAccounts: named
      .filter(({ arns }) => worstOfCalls(accountOnly, arns, probed.externalId) === 'allowed')
      .map(({ accountId }) => accountId),
  }
}

/** Near misses tell nothing of other accounts that these do not. */
function otherAccountAnswer(probed: Probed): Evaluation {
  const sent = [probed.externalId, ...probed.unknown.slice(0, 2).map(({ externalId }) => externalId), ...probed.named]
  return worstOf(sent.map((externalId) => worstOfCalls(probed, othersOf(probed.callers), externalId)))
}

/** Null for a document that is no policy, or that says one thing twice. */
export function trustSignature(view: PolicyView, value: unknown, terms: SignatureTerms): TrustSignature | null {
  const parsed = PolicyDocument.safeParse(value)
  if (!parsed.success || hasRepeatedName(view.root)) return null
  const { externalId, nextExternalId, applicationPrincipalArns } = terms
  const callers = callersOf(view, terms)
  const probed: Probed = {
    policy: parsed.data,
    callers,
    externalId,
    named: namedIds(view, terms),
    unknown: unknownIds(terms),
    moments: momentsOf(
      view.statements.flatMap(({ conditions }) => conditions),
      terms.now,
    ),
  }
  const rightIds = [externalId, ...(nextExternalId === null ? [] : [nextExternalId])]
  return {
    ...rightIdSignature(probed, applicationPrincipalArns, rightIds),
    wrongIds: answers(probed),
    otherAccount: otherAccountAnswer(probed),
    otherRole: applicationPrincipalArns.length === 0 ? null : evaluation(probed, { caller: otherRoleOf(terms), externalId }),
    ...idSignature(probed),
    ...accountSignature(probed),
  }
}

/** The right external ID opens, and nothing else does. */
export function isSafe(signature: TrustSignature | null): boolean {
  if (signature === null) return false
  const { rightId, wrongIds: wrong, otherAccount } = signature
  return rightId === 'allowed' && wrong.every((answer) => isDenied(answer.evaluation)) && isDenied(otherAccount)
}

export type TrustVerdict = 'safe' | 'refused' | 'open' | 'unknown'

/** The verdict on a trust policy for one plan. Stricter than `isSafe`: the plan's application role is the only one allowed. Unknown is never safe. */
export function trustVerdict(signature: TrustSignature | null): TrustVerdict {
  if (signature === null) return 'unknown'
  const { rightId, wrongIds: ids, otherAccount, otherRole } = signature
  const wrong = [...ids.map((answer) => answer.evaluation), otherAccount, ...(otherRole === null ? [] : [otherRole])]
  if (wrong.includes('allowed')) return 'open'
  if (isDenied(rightId)) return 'refused'
  return rightId === 'allowed' && wrong.every(isDenied) ? 'safe' : 'unknown'
}
