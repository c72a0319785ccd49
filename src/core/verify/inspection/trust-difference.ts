import { accountRootArn } from '#core/aws/arn.ts'
import { isAcceptable, type RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'

/** All that a trust policy allows without a request, and that no probe may see. */
export type TrustDifference = {
  /** In the words of the policy. */
  readonly extraPrincipals: readonly string[]
  readonly hasOtherExternalIds: boolean
  /** A role of the vendor's account that the plan does not name can assume the role. */
  readonly trustsOtherRoles: boolean
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

/** The whole account includes each of its roles. */
function isPlanned(principal: string, planned: readonly string[], root: string): boolean {
  if (planned.includes(principal)) return true
  return planned.includes(root) && principal.startsWith(root.replace(/root$/, ''))
}

const externalIds = (policy: PolicyDocument): readonly string[] =>
  allows(policy).flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((tests) =>
      Object.entries(tests).flatMap(([key, values]) => (key.toLowerCase() === 'sts:externalid' ? listOf(values).map(String) : [])),
    ),
  )

const conditionsOn = (policy: PolicyDocument, key: string): boolean =>
  allows(policy).some(({ Condition = {} }) => Object.values(Condition).some((tests) => Object.hasOwn(tests, key)))

const unnamedRoles = ['RolebridgeUnnamed', 'AnotherUnnamed']

/** Another role, with the right external ID. Only a plan that names one role denies it. */
function trustsOtherRoles(policy: PolicyDocument, { trustPolicy, partition, vendorAccountId, externalId }: TrustPlan): boolean {
  if (!conditionsOn(trustPolicy, 'aws:PrincipalArn')) return false
  const callers = unnamedRoles.map((name) => `arn:${partition}:sts::${vendorAccountId}:assumed-role/${name}/probe`)
  return callers.every((callerArn) => evaluateTrustPolicy(policy, { callerArn, action: 'sts:AssumeRole', externalId }) === 'allowed')
}

export function trustDifference(policy: PolicyDocument, plan: TrustPlan): TrustDifference {
  const { partition, vendorAccountId, trustPolicy } = plan
  const principals = (document: PolicyDocument) => allows(document).flatMap((statement) => principalsOf(statement, partition))
  const planned = principals(trustPolicy)
  const root = accountRootArn(partition, vendorAccountId)
  return {
    extraPrincipals: [...new Set(principals(policy).filter((principal) => !isPlanned(principal, planned, root)))],
    hasOtherExternalIds: externalIds(policy).some((id) => !isAcceptable(id, plan)),
    trustsOtherRoles: trustsOtherRoles(policy, plan),
  }
}
