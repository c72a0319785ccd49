import { accountRootArn, readRoleArn } from '#core/aws/arn.ts'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import { isAcceptable, type RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { evaluateUnknownCall } from '#core/policy/unknown-calls.ts'
import { remainingPolicy } from './remaining-calls.ts'

export type TrustPlan = Pick<
  RolePlan,
  'trustPolicy' | 'partition' | 'vendorAccountId' | 'applicationPrincipalArns' | 'externalId' | 'nextExternalId' | 'previousExternalId'
> & {
  /** Roles or a user that the application had when the role was verified last, and that the plan no longer names. */
  readonly retiredRoles?: readonly string[]
}

/** No application has these names. */
const strangerNames = ['sts:assumed-role/RolebridgeUnnamed/probe', 'sts:assumed-role/AnotherUnnamed/probe', 'iam:user/RolebridgeUnnamed']

const strangerArns = ({ partition, vendorAccountId }: TrustPlan): readonly string[] =>
  strangerNames.map((stranger) => `arn:${partition}:${stranger.slice(0, 3)}::${vendorAccountId}:${stranger.slice(4)}`)

/** While the external ID is replaced, the policy may accept either of two. */
const rightIds = ({ externalId, nextExternalId, previousExternalId }: TrustPlan): readonly string[] => [
  ...new Set([externalId, nextExternalId ?? externalId, previousExternalId ?? externalId]),
]

/** It has nothing of any connection's ID. */
const unnamedId = 'RolebridgeUnnamed'

/** None, one that has nothing of the right one, and those that only a pattern, or a comparison that ignores case, takes for it. */
const wrongIds = (plan: TrustPlan): readonly (string | undefined)[] => [
  undefined,
  ...[unnamedId, ...rightIds(plan).flatMap((id) => nearMisses(id).map(({ externalId }) => externalId))].filter(
    (id) => !isAcceptable(id, plan),
  ),
]

type Call = { readonly caller: string; readonly externalId: string | undefined; readonly action?: string }

/** A call by a program of the application: a session of the role, with the role's ARN as it signs. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
function answer(policy: PolicyDocument, { caller, externalId, action = 'sts:AssumeRole' }: Call): Evaluation {
  const { partition, accountId, roleName } = readRoleArn(caller) ?? {}
  if (roleName === undefined) return evaluateTrustPolicy(policy, { callerArn: caller, action, externalId })
  const callerArn = `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/probe`
  return evaluateTrustPolicy(policy, { callerArn, action, externalId, context: { 'aws:PrincipalArn': caller } })
}

type UnknownCall = {
  /** Null: anyone of the account but these. */
  readonly caller: string | null
  readonly but?: readonly string[]
  /** Absent: any but the right ones, or none. */
  readonly externalId?: string
}

/** A call of which only this is known. It can be a person's, in the console or with a code of an MFA device, and from anywhere. */
function unknownAnswer(policy: PolicyDocument, plan: TrustPlan, { caller, but = [], ...call }: UnknownCall): Evaluation {
  const { partition, vendorAccountId: accountId } = plan
  const remaining = remainingPolicy(policy, { principalArns: but, externalIds: call.externalId === undefined ? rightIds(plan) : [] })
  return evaluateUnknownCall(remaining, { account: { partition, accountId }, principalArn: caller, action: 'sts:AssumeRole', ...call })
}

/** Other roles and users of the vendor's account, with each external ID that the policy may accept, and with wrong ones. */
export function strangerAnswers(policy: PolicyDocument, plan: TrustPlan): readonly Evaluation[] {
  const { applicationPrincipalArns, retiredRoles = [] } = plan
  const others = { caller: null, but: [...applicationPrincipalArns, ...retiredRoles] }
  return [
    ...strangerArns(plan).flatMap((caller) =>
      [...rightIds(plan), ...wrongIds(plan)].map((externalId) => answer(policy, { caller, externalId })),
    ),
    ...rightIds(plan).map((externalId) => unknownAnswer(policy, plan, { ...others, externalId })),
    unknownAnswer(policy, plan, others),
  ]
}

const fromBest: readonly Evaluation[] = ['explicitly-denied', 'implicitly-denied', 'unknown']

/** AWS refuses a call with a source identity unless both actions are allowed. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
function rightAnswer(policy: PolicyDocument, plan: TrustPlan, caller: string, externalId: string): Evaluation {
  const planned = listOf(plan.trustPolicy.Statement).flatMap(({ Action }) => listOf(Action))
  const answers = [...new Set(planned)].map((action) => answer(policy, { caller, externalId, action }))
  return fromBest.find((one) => answers.includes(one)) ?? 'allowed'
}

const wrongAnswers = (policy: PolicyDocument, plan: TrustPlan, caller: string): readonly Evaluation[] => [
  ...wrongIds(plan).map((externalId) => answer(policy, { caller, externalId })),
  unknownAnswer(policy, plan, { caller }),
]

type RoleAnswers = { readonly trustedRoles: string[]; readonly missingRoles: string[]; readonly rolesWithRemovedId?: string[] }

/**
 * The policy once for each Allow, with every Deny. Allows add up, so a call gets in by the whole policy if it does by one of these.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
function byAllow(policy: PolicyDocument): readonly PolicyDocument[] {
  const statements = listOf(policy.Statement)
  const denies = statements.filter(({ Effect }) => Effect === 'Deny')
  return statements.flatMap((one) => (one.Effect === 'Allow' ? [{ ...policy, Statement: [one, ...denies] }] : []))
}

/** A call can do without a source identity, so one action decides. A statement that answers any ID alike doesn't accept this one. */
function accepts(policy: PolicyDocument, caller: string, externalId: string): boolean {
  const [answered, others] = [externalId, unnamedId].map((id) => answer(policy, { caller, externalId: id }))
  return answered !== others && answered?.endsWith('denied') === false
}

function withRemovedId(
  policy: PolicyDocument,
  { previousExternalId: id, applicationPrincipalArns }: TrustPlan,
): Pick<RoleAnswers, 'rolesWithRemovedId'> {
  if (id === null) return {}
  const roles = applicationPrincipalArns.filter((role) => byAllow(policy).some((one) => accepts(one, role, id)))
  return roles.length === 0 ? {} : { rolesWithRemovedId: roles }
}

/**
 * All of the application's roles must get in alike, with the right external ID alone. An ID that lets any of the roles in must let in the
 * others, unless it is being removed.
 */
export function roleAnswers(policy: PolicyDocument, plan: TrustPlan): RoleAnswers {
  const ids = rightIds(plan).filter((id) => id !== plan.previousExternalId)
  const found = plan.applicationPrincipalArns.map((role) => ({ role, answers: ids.map((id) => rightAnswer(policy, plan, role, id)) }))
  const used = ids.flatMap((_, index) => (found.some(({ answers }) => answers[index] === 'allowed') ? [index] : []))
  const isMissing = (answers: readonly Evaluation[]) =>
    (used.length > 0 ? used.map((index) => answers[index]) : answers).some((one) => one?.endsWith('denied') === true)
  const isTrusted = (role: string, answers: readonly Evaluation[]) =>
    used.length > 0 &&
    used.every((index) => answers[index] === 'allowed') &&
    wrongAnswers(policy, plan, role).every((one) => one.endsWith('denied'))
  return {
    trustedRoles: found.flatMap(({ role, answers }) => (isTrusted(role, answers) ? [role] : [])),
    missingRoles: found.flatMap(({ role, answers }) => (isMissing(answers) ? [role] : [])),
    ...withRemovedId(policy, plan),
  }
}

type RetiredRoles = { readonly retiredRoles?: string[]; readonly maybeRetiredRoles?: string[] }

/** Those that the application no longer uses, and that the policy doesn't deny with the right external ID. */
export function trustedRetiredRoles(policy: PolicyDocument, plan: TrustPlan): RetiredRoles {
  const found = (plan.retiredRoles ?? []).map((role) => ({
    role,
    answers: rightIds(plan).flatMap((id) => [
      answer(policy, { caller: role, externalId: id }),
      unknownAnswer(policy, plan, { caller: role, externalId: id }),
    ]),
  }))
  const trusted = found.filter(({ answers }) => answers.some((one) => !one.endsWith('denied')))
  const undecided = trusted.filter(({ answers }) => !answers.includes('allowed'))
  return {
    ...(trusted.length === 0 ? {} : { retiredRoles: trusted.map(({ role }) => role) }),
    ...(undecided.length === 0 ? {} : { maybeRetiredRoles: undecided.map(({ role }) => role) }),
  }
}

/** Enough for any application, and few enough that a hostile policy takes no time. Of more, nothing is known. */
const namedMaximum = 20

/**
 * Those of the application that get in with a wrong external ID, or without one, and those of which the conditions don't tell. Where the
 * plan names none, any of the account can be the application: `named` are those that the policy names, and the account stands for all others.
 */
export function openRoles(
  policy: PolicyDocument,
  plan: TrustPlan,
  named: readonly string[],
): { openRoles: string[]; maybeOpenRoles: string[] } {
  const { applicationPrincipalArns, partition, vendorAccountId, retiredRoles = [] } = plan
  const root = accountRootArn(partition, vendorAccountId)
  const isOfAccount = (arn: string) => arn !== root && arn.split(':')[4] === vendorAccountId
  const namedRoles = applicationPrincipalArns.length > 0 ? [] : [...new Set(named)].filter(isOfAccount)
  const tried = namedRoles.slice(0, namedMaximum)
  const strangers = strangerArns(plan).flatMap((caller) => wrongIds(plan).map((externalId) => answer(policy, { caller, externalId })))
  const callers =
    applicationPrincipalArns.length > 0
      ? [...applicationPrincipalArns, ...retiredRoles].map((arn) => ({ arn, answers: wrongAnswers(policy, plan, arn) }))
      : [
          { arn: root, answers: [...strangers, unknownAnswer(policy, plan, { caller: null, but: tried })] },
          ...tried.map((arn) => ({ arn, answers: wrongAnswers(policy, plan, arn) })),
        ]
  const open = callers.filter(({ answers }) => answers.includes('allowed'))
  const maybeOpen = callers.filter((caller) => !open.includes(caller) && caller.answers.includes('unknown'))
  return {
    openRoles: open.map(({ arn }) => arn),
    maybeOpenRoles: [...maybeOpen.map(({ arn }) => arn), ...namedRoles.slice(namedMaximum)],
  }
}
