import { behaviourOf } from '#simulation/aws/accounts.ts'
import { done } from '#simulation/aws/answer.ts'
import type { Action } from '#simulation/aws/call.ts'
import type { Constraints } from '#simulation/aws/query.ts'
import { editedPolicy } from '#simulation/aws/trust-edits.ts'
import { members } from '#simulation/aws/xml.ts'
import { policyText } from './create-role.ts'
import { permissionsPolicyRefusal } from './policy-faults.ts'
import { changingRole, encodedPolicy, noSuchEntity, onRole } from './role-lookup.ts'

const policyName: Constraints = { PolicyName: { required: true, minimumLength: 1, maximumLength: 128, pattern: '[\\w+=,.@-]+' } }

const notFound = (name: string) => noSuchEntity(`The role policy with name ${name} cannot be found.`)

const putRolePolicy = changingRole({ ...policyName, PolicyDocument: policyText }, (role, { parameters, world }) => {
  const name = parameters.get('PolicyName') ?? ''
  const text = parameters.get('PolicyDocument') ?? ''
  const { [name]: replaced, ...others } = role.inlinePolicies
  const refusal = permissionsPolicyRefusal(text, Object.values(others), role.roleName)
  const edit = replaced === undefined ? behaviourOf(world, role.accountId).permissions : undefined
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

export const inlinePolicyActions: Readonly<Record<string, Action>> = {
  PutRolePolicy: putRolePolicy,
  GetRolePolicy: getRolePolicy,
  ListRolePolicies: listRolePolicies,
  DeleteRolePolicy: deleteRolePolicy,
}
