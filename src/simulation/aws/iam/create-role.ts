import { behaviorOf } from '#simulation/aws/accounts.ts'
import { done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import { type Action, type Call, type Constraints, memberList } from '#simulation/aws/call.ts'
import { newRoleId } from '#simulation/aws/identifiers.ts'
import { isNameTaken, withRole } from '#simulation/aws/roles.ts'
import type { Role } from '#simulation/aws/state.ts'
import { editedPolicy } from '#simulation/aws/trust-edits.ts'
import { boundaryRefusal } from './managed-policies.ts'
import { policyText, trustPolicyRefusal } from './policy-faults.ts'
import { changingRole, keyOf, onRole, roleCallRefusal, roleXml, tagList } from './role-lookup.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
const mostTags = 50
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

function tagFault({ Key = '', Value }: Readonly<Record<string, string>>): string | null {
  if (Key === '' || Key.length > 128 || !tagText.test(Key)) return `Value '${Key}' at 'tags.1.member.key' failed to satisfy constraint`
  if (Value === undefined || Value.length > 256 || !tagText.test(Value))
    return `Value '${Value ?? ''}' at 'tags.1.member.value' failed to satisfy constraint`
  return null
}

/** Existing tags and those of the call, or the error of IAM. */
function readTags(parameters: URLSearchParams, existing: Role['tags']): { readonly tags: Role['tags'] } | Refusal {
  const asked = memberList(parameters, 'Tags')
  const fault = asked.map(tagFault).find((text) => text !== null)
  if (fault !== undefined && fault !== null) return validationError(`1 validation error detected: ${fault}`)
  const keys = asked.map(({ Key = '' }) => Key)
  if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length) {
    return refused(400, 'InvalidInput', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.')
  }
  const tags = { ...existing, ...Object.fromEntries(asked.map(({ Key = '', Value = '' }) => [Key, Value])) }
  return Object.keys(tags).length > mostTags ? refused(409, 'LimitExceeded', `Cannot exceed quota for TagsPerRole: ${mostTags}`) : { tags }
}

const tagRole = changingRole({}, (role, { parameters }) => {
  const read = readTags(parameters, role.tags)
  return 'kind' in read ? read : { ...role, ...read }
})

const listRoleTags = onRole({}, ({ tags }) => done({ Tags: tagList(tags), IsTruncated: false }))

export const tagActions: Readonly<Record<string, Action>> = { TagRole: tagRole, ListRoleTags: listRoleTags }

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
    trustPolicy: editedPolicy(trustPolicy, behaviorOf(world, accountId).trust, partition),
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
