import { behaviorOf } from '#simulation/aws/accounts.ts'
import { done, refused } from '#simulation/aws/answer.ts'
import type { Action, Constraints } from '#simulation/aws/call.ts'
import { rolesIn, withRoleVersions } from '#simulation/aws/roles.ts'
import { editedPolicy } from '#simulation/aws/trust-edits.ts'
import { members } from '#simulation/aws/xml.ts'
import { createRole, tagActions } from './create-role.ts'
import { createPolicy, managedPolicyActions } from './managed-policies.ts'
import { permissionsPolicyRefusal, policyText, trustPolicyRefusal } from './policy-faults.ts'
import { changingRole, encodedPolicy, keyOf, noSuchEntity, onRole, roleXml } from './role-lookup.ts'
import { simulatePrincipalPolicy } from './simulate-policy.ts'
import { userPolicyActions } from './user-policies.ts'

const policyName: Constraints = { PolicyName: { required: true, minimumLength: 1, maximumLength: 128, pattern: '[\\w+=,.@-]+' } }

const notFound = (name: string) => noSuchEntity(`The role policy with name ${name} cannot be found.`)

const putRolePolicy = changingRole({ ...policyName, PolicyDocument: policyText }, (role, { parameters, world }) => {
  const name = parameters.get('PolicyName') ?? ''
  const text = parameters.get('PolicyDocument') ?? ''
  const { [name]: replaced, ...others } = role.inlinePolicies
  const refusal = permissionsPolicyRefusal(text, Object.values(others), role.roleName)
  const edit = replaced === undefined ? behaviorOf(world, role.accountId).permissions : undefined
  return refusal ?? { ...role, inlinePolicies: { ...role.inlinePolicies, [name]: editedPolicy(text, edit, role.partition) } }
})

const getRolePolicy = onRole(policyName, ({ roleName, inlinePolicies }, { parameters }) => {
  const name = parameters.get('PolicyName') ?? ''
  const text = Object.hasOwn(inlinePolicies, name) ? inlinePolicies[name] : undefined
  return text === undefined ? notFound(name) : done({ RoleName: roleName, PolicyName: name, PolicyDocument: encodedPolicy(text) })
})

const listRolePolicies = onRole({}, ({ inlinePolicies }) => done({ PolicyNames: members(Object.keys(inlinePolicies)), IsTruncated: false }))

const deleteRolePolicy = changingRole(policyName, (role, { parameters }) => {
  const name = parameters.get('PolicyName') ?? ''
  if (!Object.hasOwn(role.inlinePolicies, name)) return notFound(name)
  const { [name]: _, ...inlinePolicies } = role.inlinePolicies
  return { ...role, inlinePolicies }
})

const inlinePolicyActions: Readonly<Record<string, Action>> = {
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: getRolePolicy,
  ListRolePolicies: listRolePolicies,
  DeleteRolePolicy: deleteRolePolicy,
}

const getRole = onRole({}, (role) => done({ Role: roleXml(role) }))

const listRoles: Action = ({ world, partition, caller }) =>
  done({ Roles: members(rolesIn(world, partition, caller.accountId).map(roleXml)), IsTruncated: false })

const deleteRole = onRole({}, (role, call) => {
  if (Object.keys(role.inlinePolicies).length > 0)
    return refused(409, 'DeleteConflict', 'Cannot delete entity, must delete policies first.')
  if (role.managedPolicyArns.length > 0) return refused(409, 'DeleteConflict', 'Cannot delete entity, must detach all policies first.')
  return done(null, withRoleVersions(call.world, keyOf(call), [{ from: call.world.now, role: null }]))
})

const updateAssumeRolePolicy = changingRole({ PolicyDocument: policyText }, (role, call) => {
  const trustPolicy = call.parameters.get('PolicyDocument') ?? ''
  // Later than the creation even within the same millisecond, so that a scenario doesn't replace the new policy.
  return trustPolicyRefusal(call, trustPolicy) ?? { ...role, trustPolicy, trustSetAt: Math.max(call.world.now, role.createdAt + 1) }
})

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html */
export const iamActions: Readonly<Record<string, Action>> = {
  CreateRole: createRole,
  GetRole: getRole,
  ListRoles: listRoles,
  DeleteRole: deleteRole,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  ...inlinePolicyActions,
  CreatePolicy: createPolicy,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  ...managedPolicyActions,
  ...tagActions,
  ...userPolicyActions,
}
