import { accountRootArn, readRoleArn } from '#core/aws/arn.ts'
import { isAcceptable, type RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateTrustPolicy } from '#core/policy/evaluate.ts'

/** All that a trust policy allows without a request, and that no probe may see. */
export type TrustDifference = {
  /** In the words of the policy. */
  readonly extraPrincipals: readonly string[]
  readonly hasOtherExternalIds: boolean
  /** A role of the vendor's account that the plan does not name can assume the role. */
  readonly trustsOtherRoles: boolean
  /** The policy has a condition that can't be decided for such a role, so it may be trusted or not. */
  readonly maybeOtherRoles: boolean
  /** Roles of the application that the policy lets in, and those that it doesn't. One that can't be decided is in neither. Absent where there is one. */
  readonly trustedRoles?: string[]
  readonly missingRoles?: string[]
}

type TrustPlan = Pick<
  RolePlan,
  'trustPolicy' | 'partition' | 'vendorAccountId' | 'applicationPrincipalArns' | 'externalId' | 'nextExternalId' | 'previousExternalId'
>

const allows = ({ Statement }: PolicyDocument): readonly PolicyStatement[] => listOf(Statement).filter(({ Effect }) => Effect === 'Allow')

/** The kind stands in front of what is no AWS principal, as in `Service lambda.amazonaws.com`. */
function principalsOf({ Principal, NotPrincipal }: PolicyStatement, partition: TrustPlan['partition']): readonly string[] {
  if (NotPrincipal !== undefined) return ['NotPrincipal']
  if (typeof Principal !== 'object') return Principal === undefined ? [] : [Principal]
  return Object.entries(Principal).flatMap(([kind, named]) =>
    listOf(named).map((text) => {
      if (kind !== 'AWS') return `${kind} ${text}`
      return /^\d{12}$/.test(text) ? `arn:${partition}:iam::${text}:root` : text
    }),
  )
}

type Planned = { readonly principals: readonly string[]; readonly root: string; readonly applicationPrincipalArns: readonly string[] }

/** The whole account includes each of its roles, unless the plan names those that may. */
function isPlanned(principal: string, { principals, root, applicationPrincipalArns }: Planned): boolean {
  if (principals.includes(principal) || applicationPrincipalArns.includes(principal)) return true
  return applicationPrincipalArns.length === 0 && principals.includes(root) && principal.startsWith(root.replace(/root$/, ''))
}

/** Condition keys have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
const valuesOf = (policy: PolicyDocument, wanted: string): readonly string[] =>
  allows(policy).flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((tests) =>
      Object.entries(tests).flatMap(([key, values]) => (key.toLowerCase() === wanted ? listOf(values).map(String) : [])),
    ),
  )

/** No application has these names. */
const strangers = ['sts:assumed-role/RolebridgeUnnamed/probe', 'sts:assumed-role/AnotherUnnamed/probe', 'iam:user/RolebridgeUnnamed']

/** Another role or user, with each external ID that the policy may accept, with another one, and without one. */
function strangerAnswers(policy: PolicyDocument, plan: TrustPlan): readonly Evaluation[] {
  const { partition, vendorAccountId, externalId, nextExternalId, previousExternalId } = plan
  const externalIds = [externalId, nextExternalId ?? externalId, previousExternalId ?? externalId, 'RolebridgeUnnamed', undefined]
  return strangers.flatMap((stranger) => {
    const [service, name] = [stranger.slice(0, 3), stranger.slice(4)]
    const callerArn = `arn:${partition}:${service}::${vendorAccountId}:${name}`
    return externalIds.map((id) => evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId: id }))
  })
}

/** A session of the role, with the role's ARN as it signs. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
function roleAnswer(policy: PolicyDocument, role: string, externalId: string): Evaluation {
  const { partition, accountId, roleName } = readRoleArn(role) ?? {}
  const callerArn = roleName === undefined ? role : `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/probe`
  return evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId, context: { 'aws:PrincipalArn': role } })
}

/**
 * All of the application's roles must get in alike. While the external ID is replaced, the policy may accept either of two: one that lets
 * any of the roles in must let in the others.
 */
function applicationRoles(policy: PolicyDocument, plan: TrustPlan): Pick<TrustDifference, 'trustedRoles' | 'missingRoles'> {
  const { applicationPrincipalArns: roles, externalId, nextExternalId, previousExternalId } = plan
  if (roles.length < 2) return {}
  const ids = [...new Set([externalId, nextExternalId ?? externalId, previousExternalId ?? externalId])]
  const found = roles.map((role) => ({ role, answers: ids.map((id) => roleAnswer(policy, role, id)) }))
  const used = ids.flatMap((_, index) => (found.some(({ answers }) => answers[index] === 'allowed') ? [index] : []))
  const isMissing = (answers: readonly Evaluation[]) =>
    (used.length > 0 ? used.map((index) => answers[index]) : answers).some((answer) => answer?.endsWith('denied') === true)
  return {
    trustedRoles: found.flatMap(({ role, answers }) =>
      used.length > 0 && used.every((index) => answers[index] === 'allowed') ? [role] : [],
    ),
    missingRoles: found.flatMap(({ role, answers }) => (isMissing(answers) ? [role] : [])),
  }
}

/** Only a plan that names roles or a user denies the others of the account. */
function otherRoles(policy: PolicyDocument, plan: TrustPlan): Pick<TrustDifference, 'trustsOtherRoles' | 'maybeOtherRoles'> {
  const { applicationPrincipalArns } = plan
  if (applicationPrincipalArns.length === 0) return { trustsOtherRoles: false, maybeOtherRoles: false }
  const namesOther = valuesOf(policy, 'aws:principalarn').some((value) => !applicationPrincipalArns.includes(value))
  const answers = strangerAnswers(policy, plan)
  return { trustsOtherRoles: namesOther || answers.includes('allowed'), maybeOtherRoles: answers.includes('unknown') }
}

export function trustDifference(policy: PolicyDocument, plan: TrustPlan): TrustDifference {
  const { partition, vendorAccountId, trustPolicy, applicationPrincipalArns } = plan
  const principals = (document: PolicyDocument) => allows(document).flatMap((statement) => principalsOf(statement, partition))
  const planned = { principals: principals(trustPolicy), root: accountRootArn(partition, vendorAccountId), applicationPrincipalArns }
  return {
    extraPrincipals: [...new Set(principals(policy).filter((principal) => !isPlanned(principal, planned)))],
    hasOtherExternalIds: valuesOf(policy, 'sts:externalid').some((id) => !isAcceptable(id, plan)),
    ...otherRoles(policy, plan),
    ...applicationRoles(policy, plan),
  }
}
