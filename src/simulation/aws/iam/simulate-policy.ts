import { readRoleArn } from '#core/aws/arn.ts'
import { listOf } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { done, validationError } from '#simulation/aws/answer.ts'
import { policiesOfRole } from '#simulation/aws/authorization.ts'
import { type Action, type Call, textList } from '#simulation/aws/call.ts'
import { currentRole, roleArnOf, roleKey } from '#simulation/aws/roles.ts'
import type { Role } from '#simulation/aws/state.ts'
import { members } from '#simulation/aws/xml.ts'
import { noSuchEntity } from './role-lookup.ts'

function simulatedRole({ world, partition, caller, parameters }: Call): Role | null {
  const asked = readRoleArn(parameters.get('PolicySourceArn') ?? '')
  if (asked === null || asked.accountId !== caller.accountId) return null
  const role = currentRole(world, roleKey({ partition, accountId: asked.accountId, roleName: asked.roleName }))
  return role !== null && roleArnOf(role) === parameters.get('PolicySourceArn') ? role : null
}

const decisions = { allowed: 'allowed', 'explicitly-denied': 'explicitDeny', 'implicitly-denied': 'implicitDeny', unknown: 'implicitDeny' }

/** The role's policies and its boundary. The organization's are left out. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html */
export const simulatePrincipalPolicy: Action = (call) => {
  const { world, parameters } = call
  const actions = textList(parameters, 'ActionNames')
  if (actions.length === 0) return validationError("Value null at 'actionNames' failed to satisfy constraint: Member must not be null")
  const role = simulatedRole(call)
  if (role === null) return noSuchEntity(`The policy source ${parameters.get('PolicySourceArn')} cannot be found.`)
  const resources = parameters.has('ResourceArns.member.1') ? textList(parameters, 'ResourceArns') : ['*']
  const decide = (action: string, resource: string): string => {
    const [identity, boundary] = policiesOfRole(world, role).map((policies) => evaluateIdentityPolicies(policies, { action, resource }))
    const worst = [identity, boundary].find((one) => one !== 'allowed') ?? 'allowed'
    return decisions[worst]
  }
  const results = listOf(actions).flatMap((action) =>
    resources.map((resource) => ({
      EvalActionName: action,
      EvalResourceName: resource,
      EvalDecision: decide(action, resource),
      MatchedStatements: members([]),
      MissingContextValues: members([]),
    })),
  )
  return done({ EvaluationResults: members(results), IsTruncated: false })
}
