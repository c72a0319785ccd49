import { accountRootArn } from '#core/aws/arn.ts'
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
}

type TrustPlan = Pick<
  RolePlan,
  'trustPolicy' | 'partition' | 'vendorAccountId' | 'applicationPrincipalArn' | 'externalId' | 'nextExternalId' | 'previousExternalId'
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

type Planned = { readonly principals: readonly string[]; readonly root: string; readonly applicationPrincipalArn: string | null }

/** The whole account includes each of its roles, unless the plan names the one that may. */
function isPlanned(principal: string, { principals, root, applicationPrincipalArn }: Planned): boolean {
  if (principals.includes(principal) || principal === applicationPrincipalArn) return true
  return applicationPrincipalArn === null && principals.includes(root) && principal.startsWith(root.replace(/root$/, ''))
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

/** Only a plan that names one role or user denies the others of the account. */
function otherRoles(policy: PolicyDocument, plan: TrustPlan): Pick<TrustDifference, 'trustsOtherRoles' | 'maybeOtherRoles'> {
  const { applicationPrincipalArn } = plan
  if (applicationPrincipalArn === null) return { trustsOtherRoles: false, maybeOtherRoles: false }
  const namesOther = valuesOf(policy, 'aws:principalarn').some((value) => value !== applicationPrincipalArn)
  const answers = strangerAnswers(policy, plan)
  return { trustsOtherRoles: namesOther || answers.includes('allowed'), maybeOtherRoles: answers.includes('unknown') }
}

export function trustDifference(policy: PolicyDocument, plan: TrustPlan): TrustDifference {
  const { partition, vendorAccountId, trustPolicy, applicationPrincipalArn } = plan
  const principals = (document: PolicyDocument) => allows(document).flatMap((statement) => principalsOf(statement, partition))
  const planned = { principals: principals(trustPolicy), root: accountRootArn(partition, vendorAccountId), applicationPrincipalArn }
  return {
    extraPrincipals: [...new Set(principals(policy).filter((principal) => !isPlanned(principal, planned)))],
    hasOtherExternalIds: valuesOf(policy, 'sts:externalid').some((id) => !isAcceptable(id, plan)),
    ...otherRoles(policy, plan),
  }
}
