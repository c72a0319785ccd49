import { hasPermissions } from '#core/connection/role-plan.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { said } from '#core/rules/said.ts'
import type { Patient } from './pasted-role.ts'
import { type Ailment, pages } from './pasted-rule.ts'

type Right = { readonly action: string; readonly resource: string }

/** An example of what a pattern stands for. */
const example = (pattern: string): string => pattern.replace(/[*?]/g, (sign) => (sign === '*' ? 'rolebridge' : 'x'))

const rightsOf = (document: PolicyDocument): readonly Right[] =>
  listOf(document.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((action) => listOf(Resource).map((resource) => ({ action: example(action), resource: example(resource) }))),
    )

const isGranted = (documents: readonly PolicyDocument[], right: Right): boolean => evaluateIdentityPolicies(documents, right) === 'allowed'

const pasted = ({ permissions }: Patient): readonly PolicyDocument[] => permissions.map(({ document }) => document)

const statementsOf = (patient: Patient): readonly PolicyStatement[] => pasted(patient).flatMap(({ Statement }) => listOf(Statement))

/** What the plan grants and the pasted policies do not. */
function missing(patient: Patient): readonly Right[] {
  const documents = pasted(patient)
  return documents.length === 0 ? [] : rightsOf(patient.plan.permissionsPolicy).filter((right) => !isGranted(documents, right))
}

const further = (patient: Patient): readonly Right[] =>
  pasted(patient)
    .flatMap(rightsOf)
    .filter((right) => !isGranted([patient.plan.permissionsPolicy], right))

const hasRights = ({ plan }: Patient): boolean => hasPermissions(plan)

const mustBe = said`The policy that was asked for stands beside it.`

const absent: Ailment = {
  id: 'permissions-policy-missing',
  part: 'permissions-policy',
  title: 'The role has no permissions policy',
  source: pages.resource,
  found: (patient) => {
    const { policyNames, plan, permissions } = patient
    if (policyNames === null || permissions.length > 0 || !hasRights(patient) || policyNames.names.includes(plan.policyName)) return null
    const names = policyNames.names.length === 0 ? said`none at all` : policyNames.names.join(', ')
    return {
      sentence: said`The role has no inline policy named ${plan.policyName}; it has ${names}.`,
      detail: said`Unless an attached policy grants the same, ${plan.vendor.name} can assume the role and do nothing with it.`,
    }
  },
}

/** An edited policy may have asked for it. */
function isAskedFor(statement: PolicyStatement, { plan }: Patient): boolean {
  return listOf(plan.permissionsPolicy.Statement).some((asked) => JSON.stringify(asked) === JSON.stringify(statement))
}

const denied: Ailment = {
  id: 'permissions-deny',
  part: 'permissions-policy',
  title: 'The permissions policy has a Deny statement',
  source: pages.denyAllow,
  found: (patient) =>
    statementsOf(patient).some((statement) => statement.Effect === 'Deny' && !isAskedFor(statement, patient))
      ? { sentence: said`The permissions policy has a Deny statement, and Deny wins over every Allow.`, detail: mustBe }
      : null,
}

const conditioned: Ailment = {
  id: 'permissions-condition',
  part: 'permissions-policy',
  title: 'The permissions policy has a condition that was not asked for',
  source: pages.conditionKeys,
  found: (patient) => {
    const planned = new Set(listOf(patient.plan.permissionsPolicy.Statement).map(({ Condition }) => JSON.stringify(Condition)))
    const statement = statementsOf(patient).find(({ Condition }) => Condition !== undefined && !planned.has(JSON.stringify(Condition)))
    if (statement === undefined || missing(patient).length === 0) return null
    return {
      sentence: said`The permissions policy has a condition that was not asked for: ${JSON.stringify(statement.Condition)}.`,
      detail: mustBe,
    }
  },
}

const otherResource: Ailment = {
  id: 'permissions-other-resource',
  saysLessThan: ['permissions-condition'],
  part: 'permissions-policy',
  title: 'The permissions policy names another resource',
  source: pages.resource,
  found: (patient) => {
    const right = missing(patient).find(({ action }) =>
      pasted(patient)
        .flatMap(rightsOf)
        .some((given) => given.action.toLowerCase() === action.toLowerCase()),
    )
    if (right === undefined) return null
    const given = [...new Set(statementsOf(patient).flatMap(({ Resource }) => listOf(Resource)))]
    return {
      sentence: said`The permissions policy allows ${right.action} on other resources (${given.join(', ')}) than were asked for.`,
      detail: said`${right.action} is missing on ${right.resource.replace('rolebridge', '*')}. ${mustBe}`,
    }
  },
}

const actionMissing: Ailment = {
  id: 'permissions-action-missing',
  saysLessThan: ['permissions-deny', 'permissions-condition', 'permissions-other-resource'],
  part: 'permissions-policy',
  title: 'The permissions policy lacks an action',
  source: pages.action,
  found: (patient) => {
    const [right] = missing(patient)
    if (right === undefined) return null
    return {
      sentence: said`The permissions policy does not allow ${right.action} on ${right.resource.replace('rolebridge', '*')}.`,
      detail: mustBe,
    }
  },
}

const actionFurther: Ailment = {
  id: 'permissions-further',
  part: 'permissions-policy',
  title: 'The permissions policy allows more than was asked for',
  source: pages.action,
  found: (patient) => {
    const isOpenEnded = statementsOf(patient).some(
      ({ Effect, NotAction, NotResource }) => Effect === 'Allow' && (NotAction ?? NotResource) !== undefined,
    )
    const [right] = further(patient)
    if (right === undefined && !isOpenEnded) return null
    const what = right === undefined ? said`everything but what NotAction or NotResource names` : said`${right.action} on ${right.resource}`
    return {
      sentence: said`The permissions policy allows more than was asked for, for example ${what}.`,
      detail: said`${patient.plan.vendor.name} does not need it. ${mustBe}`,
    }
  },
}

/** What the role may do. */
export const permissionsAilments: readonly Ailment[] = [absent, denied, conditioned, otherResource, actionMissing, actionFurther]
