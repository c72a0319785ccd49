import { accountRootArn } from '#core/aws/arn.ts'
import { isAcceptable } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { openRoles, roleAnswers, strangerAnswers, type TrustPlan, trustedRetiredRoles } from './trusted-callers.ts'

/** All that a trust policy allows without a request, and that no probe may see. */
export type TrustDifference = {
  /** In the words of the policy. */
  readonly extraPrincipals: readonly string[]
  readonly hasOtherExternalIds: boolean
  /** A role of the vendor's account that the plan does not name can assume the role. */
  readonly trustsOtherRoles: boolean
  /** A condition names one, or a pattern of some, and those that it doesn't name are denied. Absent otherwise. */
  readonly namesOtherRoles?: boolean
  /** The policy has a condition that can't be decided for such a role, so it may be trusted or not. */
  readonly maybeOtherRoles: boolean
  /** Roles or a user of the application that get in without the right external ID. */
  readonly openRoles: string[]
  /** Those of which the conditions don't tell whether they do. */
  readonly maybeOpenRoles: string[]
  /** Those that the application no longer uses, and that the policy still lets in, or may. Absent where there is none. */
  readonly retiredRoles?: string[]
  /** Those of them of which the conditions don't tell. Absent where there is none. */
  readonly maybeRetiredRoles?: string[]
  /**
   * Roles of the application that the policy lets in with the right external ID alone, and those that it doesn't let in. One that can't be
   * decided is in neither. Absent where there is one.
   */
  readonly trustedRoles?: string[]
  readonly missingRoles?: string[]
  /** Those that it lets in, or may, with the external ID that is being removed. Absent where there is none, or one role. */
  readonly rolesWithRemovedId?: string[]
}

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

/** A value of `Null` or of a negated operator isn't allowed by it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const namesNone = /(?:^|:)null$|not/i

/** Condition keys have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
const valuesOf = (policy: PolicyDocument, wanted: string): readonly string[] =>
  allows(policy).flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, tests]) =>
      (namesNone.test(operator) ? [] : Object.entries(tests)).flatMap(([key, values]) =>
        key.toLowerCase() === wanted ? listOf(values).map(String) : [],
      ),
    ),
  )

/** Only a plan that names roles or a user denies the others of the account. */
function otherRoles(
  policy: PolicyDocument,
  plan: TrustPlan,
): Pick<TrustDifference, 'trustsOtherRoles' | 'namesOtherRoles' | 'maybeOtherRoles'> {
  const { applicationPrincipalArns, retiredRoles = [] } = plan
  const known = [...applicationPrincipalArns, ...retiredRoles]
  if (applicationPrincipalArns.length === 0) return { trustsOtherRoles: false, maybeOtherRoles: false }
  const namesOther = valuesOf(policy, 'aws:principalarn').some((value) => !known.includes(value))
  const answers = strangerAnswers(policy, plan)
  const isOpen = answers.includes('allowed')
  return {
    trustsOtherRoles: namesOther || isOpen,
    ...(namesOther && !isOpen ? { namesOtherRoles: true } : {}),
    maybeOtherRoles: answers.includes('unknown'),
  }
}

export function trustDifference(policy: PolicyDocument, plan: TrustPlan): TrustDifference {
  const { partition, vendorAccountId, trustPolicy, applicationPrincipalArns, retiredRoles = [] } = plan
  const principals = (document: PolicyDocument) => allows(document).flatMap((statement) => principalsOf(statement, partition))
  const root = accountRootArn(partition, vendorAccountId)
  const planned = { principals: [...principals(trustPolicy), ...retiredRoles], root, applicationPrincipalArns }
  const trusted = principals(policy)
  return {
    extraPrincipals: [...new Set(trusted.filter((principal) => !isPlanned(principal, planned)))],
    hasOtherExternalIds: valuesOf(policy, 'sts:externalid').some((id) => !isAcceptable(id, plan)),
    ...otherRoles(policy, plan),
    ...openRoles(policy, plan, [...trusted, ...valuesOf(policy, 'aws:principalarn')]),
    ...trustedRetiredRoles(policy, plan),
    ...(applicationPrincipalArns.length < 2 ? {} : roleAnswers(policy, plan)),
  }
}
