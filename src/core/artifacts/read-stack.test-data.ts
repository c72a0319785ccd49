import type { RolePlan } from '#core/connection/role-plan.ts'
import { at, list, readTemplate, resolved, roleOf, type Stack, stringOf } from './read-template.test-data.ts'
import { numberOf, type RoleFacts, tagsOf } from './role-facts.test-data.ts'

/** Of the rule that stops the stack in any other account. */
function onlyAccount(stack: Stack): string {
  const [assertion] = list(at(stack.template, 'Rules', 'RightAccount', 'Assertions'))
  const [signedIn, wanted] = list(at(assertion, 'Assert', 'Fn::Equals'))
  if (at(signedIn, 'Ref') !== 'AWS::AccountId') throw new Error('The rule looks at something else')
  return stringOf(resolved(wanted, stack))
}

/** The role of a template, with these parameters, in the account of the plan. */
export function stackFacts(text: string, plan: RolePlan, parameters: Readonly<Record<string, string>>): RoleFacts {
  const pseudo = { 'AWS::Partition': plan.partition, 'AWS::AccountId': plan.accountId, 'AWS::Region': plan.region }
  return roleFactsOf({ template: readTemplate(text), parameters, pseudo })
}

/** The role of a stack. */
export function roleFactsOf(stack: Stack): RoleFacts {
  const role = roleOf(stack)
  const [policy] = list(role['Policies'] ?? [])
  return {
    accountId: onlyAccount(stack),
    roleName: stringOf(role['RoleName']),
    path: stringOf(role['Path']),
    maxSessionDuration: numberOf(role['MaxSessionDuration']),
    permissionsBoundary: role['PermissionsBoundary'] === undefined ? null : stringOf(role['PermissionsBoundary']),
    tags: tagsOf(list(role['Tags'] ?? []).map((tag) => [at(tag, 'Key'), at(tag, 'Value')])),
    trustPolicy: role['AssumeRolePolicyDocument'],
    policyName: policy === undefined ? null : stringOf(at(policy, 'PolicyName')),
    permissionsPolicy: at(policy, 'PolicyDocument') ?? null,
  }
}
