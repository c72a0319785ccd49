import { behaviourOf } from '#simulation/aws/accounts.ts'
import { done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import type { Action, Call } from '#simulation/aws/call.ts'
import { newRoleId } from '#simulation/aws/identifiers.ts'
import type { Constraints } from '#simulation/aws/query.ts'
import { isNameTaken, withRole } from '#simulation/aws/roles.ts'
import type { Role } from '#simulation/aws/state.ts'
import { editedPolicy } from '#simulation/aws/trust-edits.ts'
import { boundaryRefusal } from './managed-policies.ts'
import { trustPolicyRefusal } from './policy-faults.ts'
import { keyOf, roleCallRefusal, roleXml } from './role-lookup.ts'
import { readTags } from './tags.ts'

/** What IAM allows in a policy: no character above ÿ. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const policyText = {
  required: true,
  minimumLength: 1,
  maximumLength: 131_072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
} as const

const constraints: Constraints = {
  AssumeRolePolicyDocument: policyText,
  Path: { minimumLength: 1, maximumLength: 512 },
  Description: { maximumLength: 1000 },
  MaxSessionDuration: { range: [3600, 43_200] },
  PermissionsBoundary: { minimumLength: 20, maximumLength: 2048 },
}

const pathFault = validationError(
  'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
)

function requestRefusal(call: Call): Refusal | null {
  const { parameters } = call
  const boundary = parameters.get('PermissionsBoundary')
  return (
    roleCallRefusal(call, constraints) ??
    (/^\/$|^\/[!-~]+\/$/.test(parameters.get('Path') ?? '/') ? null : pathFault) ??
    (boundary === null ? null : boundaryRefusal(call, boundary)) ??
    trustPolicyRefusal(call, parameters.get('AssumeRolePolicyDocument') ?? '')
  )
}

function newRole({ parameters, partition, caller, world }: Call, tags: Role['tags']): Role {
  const { accountId } = caller
  const trustPolicy = parameters.get('AssumeRolePolicyDocument') ?? ''
  return {
    partition,
    accountId,
    roleName: parameters.get('RoleName') ?? '',
    path: parameters.get('Path') ?? '/',
    roleId: newRoleId(world.randomBytes),
    createdAt: world.now,
    description: parameters.get('Description') ?? '',
    maxSessionDuration: Number(parameters.get('MaxSessionDuration') ?? 3600),
    trustPolicy: editedPolicy(trustPolicy, behaviourOf(world, accountId).trust, partition),
    trustSetAt: world.now,
    inlinePolicies: {},
    managedPolicyArns: [],
    permissionsBoundary: parameters.get('PermissionsBoundary'),
    tags,
  }
}

export const createRole: Action = (call) => {
  const refusal = requestRefusal(call)
  if (refusal !== null) return refusal
  const read = readTags(call.parameters, {})
  if ('kind' in read) return read
  if (isNameTaken(call.world, keyOf(call))) {
    return refused(409, 'EntityAlreadyExists', `Role with name ${call.parameters.get('RoleName')} already exists.`)
  }
  const role = newRole(call, read.tags)
  return done({ Role: roleXml(role) }, withRole(call.world, role))
}
