import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { isAssumingDenied, isOfCaller } from './caller-policy.ts'
import { isPolicySaidToBeMissing } from './missing-policy.ts'
import type { PastedRole } from './pasted-role.ts'
import { type PastedRule, pages, planFacts } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { isGranted, type Right, rightsOf } from './policy-rights.ts'

export const permissionsRulesMessages = messages('permissions-rules', {
  permissionsPolicyMissing: {
    title: 'The role has no permissions policy',
    noPolicy: 'none at all',
    alone: (policyName: string) => `AWS says that the role has no inline policy named ${policyName}.`,
    sentence: (policyName: string, names: string) => `The role has no inline policy named ${policyName}. It has ${names}.`,
    detail: (vendor: string) =>
      `Unless an attached policy grants the same permissions, ${vendor} can assume the role but can’t do anything with it.`,
  },
  permissionsDeny: {
    title: 'The permissions policy has a Deny statement',
    sentence: 'The permissions policy has a Deny statement, which overrides every Allow.',
  },
  permissionsOnlyDenies: {
    title: 'A policy that grants nothing',
    sentence: 'This policy only denies, so it isn’t the permissions policy that was requested. It may be a service control policy (SCP).',
    detail: (command: string) => `To check the permissions of the role, paste the output of: ${command}`,
  },
  permissionsOfCaller: {
    title: 'A policy of the caller, not of the role',
    sentence: 'This policy allows its owner to assume roles. It belongs to the caller, not to the role.',
    detail: (vendor: string, roleName: string, isDenied: boolean) =>
      `${isDenied ? 'AWS denied the call all the same. Check that the caller runs with this policy, then the role ARN that it calls, the account that the trust policy trusts, and the external ID. ' : `${vendor} has a policy like this in its own account. `}To check the role, paste the output of: aws iam get-role --role-name ${roleName} --output json`,
  },
  permissionsCondition: {
    title: 'The permissions policy has a condition that wasn’t requested',
    sentence: (Condition: string) => `The permissions policy has a condition that wasn’t requested: ${Condition}.`,
  },
  permissionsOtherResource: {
    title: 'The permissions policy names a different resource',
    sentence: (action: string, given: string) => `The permissions policy allows ${action} on ${given}, which isn’t the requested resource.`,
    detail: (action: string, resource: string, mustBe: string) => `${action} is missing on ${resource}. ${mustBe}`,
  },
  permissionsActionMissing: {
    title: 'The permissions policy is missing an action',
    sentence: (action: string, resource: string) => `The permissions policy doesn’t allow ${action} on ${resource}.`,
  },
  permissionsFurther: {
    title: 'The permissions policy allows more than was requested',
    almostEverything: 'everything but what NotAction or NotResource names',
    actionOn: (action: string, resource: string) => `${action} on ${resource}`,
    sentence: (what: string) => `The permissions policy allows more than was requested, for example ${what}.`,
    detail: (vendor: string, mustBe: string) => `${vendor} doesn’t need it. ${mustBe}`,
  },
  mustBe: 'The requested policy is shown next to it.',
  noneRequested: (names: string) =>
    names === '' ? 'No inline policy was requested.' : `No inline policy was requested, only these managed policies: ${names}.`,
})

const pasted = ({ permissions }: PastedRole): readonly PolicyDocument[] => permissions.map(({ document }) => document)

export const statementsOf = (pastedRole: PastedRole): readonly PolicyStatement[] =>
  pasted(pastedRole).flatMap(({ Statement }) => listOf(Statement))

/** What the plan grants and the pasted policies do not. */
function missing(pastedRole: PastedRole): readonly Right[] {
  const documents = pasted(pastedRole)
  const isPart = pastedRole.permissions.some((policy) => policy.isPart === true)
  return documents.length === 0 || isPart ? [] : rightsOf(pastedRole.plan.permissionsPolicy).filter((right) => !isGranted(documents, right))
}

const further = (pastedRole: PastedRole): readonly Right[] =>
  pasted(pastedRole)
    .flatMap(rightsOf)
    .filter((right) => !isGranted([pastedRole.plan.permissionsPolicy], right))

const hasRights = ({ plan }: PastedRole): boolean => hasPermissions(plan)

/** IAM rejects a policy without statements, so there may be none to show. */
const mustBe = (plan: RolePlan) => (language: string) => {
  const words = permissionsRulesMessages.in(language)
  return hasPermissions(plan) ? words.mustBe : words.noneRequested(plan.managedPolicyArns.map(managedPolicyName).join(', '))
}

const absent: PastedRule = {
  id: 'permissions-policy-missing',
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsPolicyMissing.title,
  source: pages.resource,
  found: (pastedRole) => {
    const { policyNames, plan, permissions } = pastedRole
    const detail: Text = (language) => permissionsRulesMessages.in(language).permissionsPolicyMissing.detail(plan.vendor.name)
    if (permissions.length > 0 || !hasRights(pastedRole)) return null
    if (isPolicySaidToBeMissing(pastedRole))
      return { sentence: (language) => permissionsRulesMessages.in(language).permissionsPolicyMissing.alone(plan.policyName), detail }
    if (policyNames === null || policyNames.names.includes(plan.policyName)) return null
    const names = policyNames.names.join(', ')
    return {
      sentence: (language) =>
        permissionsRulesMessages
          .in(language)
          .permissionsPolicyMissing.sentence(
            plan.policyName,
            names || permissionsRulesMessages.in(language).permissionsPolicyMissing.noPolicy,
          ),
      detail,
    }
  },
}

/** An edited policy may have asked for it. */
export function isAskedFor(statement: PolicyStatement, { plan }: PastedRole): boolean {
  return listOf(plan.permissionsPolicy.Statement).some((asked) => JSON.stringify(asked) === JSON.stringify(statement))
}

export const aboutPermissions = ['permissions-condition', 'permissions-other-resource', 'permissions-action-missing', 'permissions-further']

/** An output of IAM names the policy, and the console shows it alone, as it shows the policies of an organization. */
const onlyDenies: PastedRule = {
  id: 'permissions-only-denies',
  part: 'finding',
  suppresses: [
    'permissions-deny',
    'permissions-condition',
    'permissions-other-resource',
    'permissions-action-missing',
    'permissions-further',
  ],
  title: (language) => permissionsRulesMessages.in(language).permissionsOnlyDenies.title,
  source: pages.serviceControlPolicies,
  found: (pastedRole) => {
    const { permissions, plan } = pastedRole
    const isNamed = permissions.some(({ policyName }) => policyName !== null)
    const isDenying = permissions.length > 0 && statementsOf(pastedRole).every(({ Effect }) => Effect === 'Deny')
    if (isNamed || !isDenying) return null
    return {
      sentence: (language) => permissionsRulesMessages.in(language).permissionsOnlyDenies.sentence,
      detail: (language) => permissionsRulesMessages.in(language).permissionsOnlyDenies.detail(permissionsCommand(planFacts(plan))),
    }
  },
}

const ofCaller: PastedRule = {
  id: 'permissions-of-caller',
  part: 'finding',
  suppresses: ['permissions-deny', ...aboutPermissions],
  title: (language) => permissionsRulesMessages.in(language).permissionsOfCaller.title,
  source: pages.accessDenied,
  found: (pastedRole) => {
    const actions = statementsOf(pastedRole).flatMap(({ Action }) => listOf(Action))
    const isNamed = pastedRole.permissions.some(({ policyName }) => policyName !== null)
    if (isNamed || !isOfCaller(actions, pastedRole)) return null
    const { vendor, roleName } = pastedRole.plan
    return {
      sentence: (language) => permissionsRulesMessages.in(language).permissionsOfCaller.sentence,
      detail: (language) =>
        permissionsRulesMessages.in(language).permissionsOfCaller.detail(vendor.name, roleName, isAssumingDenied(pastedRole)),
    }
  },
}

const denied: PastedRule = {
  id: 'permissions-deny',
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsDeny.title,
  source: pages.denyAllow,
  found: (pastedRole) =>
    statementsOf(pastedRole).some((statement) => statement.Effect === 'Deny' && !isAskedFor(statement, pastedRole))
      ? { sentence: (language) => permissionsRulesMessages.in(language).permissionsDeny.sentence, detail: mustBe(pastedRole.plan) }
      : null,
}

const conditioned: PastedRule = {
  id: 'permissions-condition',
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsCondition.title,
  source: pages.conditionKeys,
  found: (pastedRole) => {
    const planned = new Set(listOf(pastedRole.plan.permissionsPolicy.Statement).map(({ Condition }) => JSON.stringify(Condition)))
    const statement = statementsOf(pastedRole).find(({ Condition }) => Condition !== undefined && !planned.has(JSON.stringify(Condition)))
    if (statement === undefined || missing(pastedRole).length === 0) return null
    return {
      sentence: (language) => permissionsRulesMessages.in(language).permissionsCondition.sentence(JSON.stringify(statement.Condition)),
      detail: mustBe(pastedRole.plan),
    }
  },
}

const otherResource: PastedRule = {
  id: 'permissions-other-resource',
  suppressedBy: ['permissions-condition'],
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsOtherResource.title,
  source: pages.resource,
  found: (pastedRole) => {
    const right = missing(pastedRole).find(({ action }) =>
      pasted(pastedRole)
        .flatMap(rightsOf)
        .some((given) => given.action.toLowerCase() === action.toLowerCase()),
    )
    if (right === undefined) return null
    const given = [
      ...new Set(
        pastedRole.permissions
          .flatMap(({ written, document }) => rightsOf(written ?? document))
          .flatMap((each) => (each.action.toLowerCase() === right.action.toLowerCase() ? each.written.resource : [])),
      ),
    ]
    return {
      sentence: (language) =>
        permissionsRulesMessages.in(language).permissionsOtherResource.sentence(right.written.action, given.join(', ')),
      detail: (language) =>
        permissionsRulesMessages
          .in(language)
          .permissionsOtherResource.detail(right.written.action, right.written.resource, mustBe(pastedRole.plan)(language)),
    }
  },
}

const actionMissing: PastedRule = {
  id: 'permissions-action-missing',
  suppressedBy: ['permissions-deny', 'permissions-condition', 'permissions-other-resource'],
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsActionMissing.title,
  source: pages.action,
  found: (pastedRole) => {
    const [right] = missing(pastedRole)
    if (right === undefined) return null
    return {
      sentence: (language) =>
        permissionsRulesMessages.in(language).permissionsActionMissing.sentence(right.written.action, right.written.resource),
      detail: mustBe(pastedRole.plan),
    }
  },
}

const actionFurther: PastedRule = {
  id: 'permissions-further',
  part: 'permissions-policy',
  title: (language) => permissionsRulesMessages.in(language).permissionsFurther.title,
  source: pages.action,
  found: (pastedRole) => {
    const isOpenEnded = statementsOf(pastedRole).some(
      ({ Effect, NotAction, NotResource }) => Effect === 'Allow' && (NotAction ?? NotResource) !== undefined,
    )
    const [right] = further(pastedRole)
    if (right === undefined && !isOpenEnded) return null
    const what =
      right === undefined
        ? (language: string) => permissionsRulesMessages.in(language).permissionsFurther.almostEverything
        : (language: string) =>
            permissionsRulesMessages.in(language).permissionsFurther.actionOn(right.written.action, right.written.resource)
    return {
      sentence: (language) => permissionsRulesMessages.in(language).permissionsFurther.sentence(what(language)),
      detail: (language) =>
        permissionsRulesMessages.in(language).permissionsFurther.detail(pastedRole.plan.vendor.name, mustBe(pastedRole.plan)(language)),
    }
  },
}

/** What the role may do. */
export const permissionsRules: readonly PastedRule[] = [
  absent,
  ofCaller,
  onlyDenies,
  denied,
  conditioned,
  otherResource,
  actionMissing,
  actionFurther,
]
