import { type Answer, done, type Refusal, refused } from '#simulation/aws/answer.ts'
import { type Action, type Call, type Constraints, constraintRefusal } from '#simulation/aws/call.ts'
import { toTheSecond } from '#simulation/aws/identifiers.ts'
import { currentRole, roleArnOf, roleKey, withRole } from '#simulation/aws/roles.ts'
import type { Role } from '#simulation/aws/state.ts'
import { members, type Xml } from '#simulation/aws/xml.ts'

const roleName: Constraints = { RoleName: { required: true, minimumLength: 1, maximumLength: 64, pattern: '[\\w+=,.@-]+' } }

export const roleCallRefusal = (call: Call, constraints: Constraints = {}): Refusal | null =>
  constraintRefusal(call.parameters, { ...roleName, ...constraints })

export const keyOf = ({ partition, caller, parameters }: Call): string =>
  roleKey({ partition, accountId: caller.accountId, roleName: parameters.get('RoleName') ?? '' })

export const noSuchEntity = (message: string): Refusal => refused(404, 'NoSuchEntity', message)

export function onRole(constraints: Constraints, act: (role: Role, call: Call) => Answer): Action {
  return (call) => {
    const refusal = roleCallRefusal(call, constraints)
    if (refusal !== null) return refusal
    const role = currentRole(call.world, keyOf(call))
    return role === null ? noSuchEntity(`The role with name ${call.parameters.get('RoleName')} cannot be found.`) : act(role, call)
  }
}

export function changingRole(constraints: Constraints, change: (role: Role, call: Call) => Role | Refusal): Action {
  return onRole(constraints, (role, call) => {
    const changed = change(role, call)
    return 'kind' in changed ? changed : done(null, withRole(call.world, changed))
  })
}

export const tagList = (tags: Role['tags']): Xml => members(Object.entries(tags).map(([Key, Value]) => ({ Key, Value })))

/** IAM returns policies percent-encoded. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export const encodedPolicy = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

export function roleXml(role: Role): Xml {
  const { permissionsBoundary } = role
  return {
    Path: role.path,
    RoleName: role.roleName,
    RoleId: role.roleId,
    Arn: roleArnOf(role),
    CreateDate: toTheSecond(role.createdAt),
    AssumeRolePolicyDocument: encodedPolicy(role.trustPolicy),
    Description: role.description === '' ? undefined : role.description,
    MaxSessionDuration: role.maxSessionDuration,
    PermissionsBoundary:
      permissionsBoundary === null ? undefined : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: permissionsBoundary },
    Tags: Object.keys(role.tags).length === 0 ? undefined : tagList(role.tags),
  }
}
