import { done, refused } from '#simulation/aws/answer.ts'
import type { Action } from '#simulation/aws/call.ts'
import { rolesIn, withRoleVersions } from '#simulation/aws/roles.ts'
import { members } from '#simulation/aws/xml.ts'
import { createPolicy } from './create-policy.ts'
import { createRole, policyText } from './create-role.ts'
import { inlinePolicyActions } from './inline-policies.ts'
import { managedPolicyActions } from './managed-policies.ts'
import { trustPolicyRefusal } from './policy-faults.ts'
import { changingRole, keyOf, onRole, roleXml } from './role-lookup.ts'
import { tagActions } from './tags.ts'

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
  // Later than the creation even within the same millisecond, since what was put in place is kept.
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
  ...managedPolicyActions,
  ...tagActions,
}
