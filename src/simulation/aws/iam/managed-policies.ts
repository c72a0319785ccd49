import { done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import { type Action, type Call, type Constraints, constraintRefusal } from '#simulation/aws/call.ts'
import { newPolicyId, toTheSecond } from '#simulation/aws/identifiers.ts'
import { members } from '#simulation/aws/xml.ts'
import { managedPolicyRefusal, policyText } from './policy-faults.ts'
import { changingRole, noSuchEntity, onRole } from './role-lookup.ts'

const constraints: Constraints = {
  PolicyName: { required: true, minimumLength: 1, maximumLength: 128, pattern: '[\\w+=,.@-]+' },
  Path: { minimumLength: 1, maximumLength: 512, pattern: '\\/|\\/[!-~]+\\/' },
  PolicyDocument: policyText,
}

export const newPolicyArn = ({ partition, caller, parameters }: Call): string =>
  `arn:${partition}:iam::${caller.accountId}:policy${parameters.get('Path') ?? '/'}${parameters.get('PolicyName') ?? ''}`

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const createPolicy: Action = (call) => {
  const { world, parameters } = call
  const text = parameters.get('PolicyDocument') ?? ''
  const refusal = constraintRefusal(parameters, constraints) ?? managedPolicyRefusal(text)
  if (refusal !== null) return refusal
  const [arn, name] = [newPolicyArn(call), parameters.get('PolicyName') ?? '']
  const { managedPolicies } = world.state
  if (Object.hasOwn(managedPolicies, arn)) {
    return refused(409, 'EntityAlreadyExists', `A policy called ${name} already exists. Duplicate names are not allowed.`)
  }
  const createdAt = toTheSecond(world.now)
  const described = {
    PolicyName: name,
    PolicyId: newPolicyId(world.randomBytes),
    Arn: arn,
    Path: parameters.get('Path') ?? '/',
    DefaultVersionId: 'v1',
    IsAttachable: 'true',
    CreateDate: createdAt,
    UpdateDate: createdAt,
  }
  return done({ Policy: described }, { ...world.state, managedPolicies: { ...managedPolicies, [arn]: text } })
}

const policyArn: Constraints = { PolicyArn: { required: true, minimumLength: 20, maximumLength: 2048 } }

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const mostAttachedPolicies = 10

/** Policies of AWS and of the account exist, unless their name starts with `missing-`. */
function isAttachable({ partition, caller }: Call, arn: string): boolean {
  const [, owner, name] = new RegExp(`^arn:${partition}:iam::(aws|\\d{12}):policy/(?:.*/)?([\\w+=,.@-]{1,128})$`).exec(arn) ?? []
  return name !== undefined && !name.startsWith('missing-') && (owner === 'aws' || owner === caller.accountId)
}

const isArn = (arn: string): boolean => /^arn:[\w-]+:iam::/.test(arn)

function attachmentRefusal(call: Call, arn: string): Refusal | null {
  if (!isArn(arn)) return validationError(`ARN ${arn} is not valid.`)
  return isAttachable(call, arn) ? null : noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)
}

export function boundaryRefusal(call: Call, arn: string): Refusal | null {
  if (!isArn(arn)) return validationError(`ARN ${arn} is not valid.`)
  return isAttachable(call, arn) ? null : noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`)
}

const attachRolePolicy = changingRole(policyArn, (role, call) => {
  const arn = call.parameters.get('PolicyArn') ?? ''
  const refusal = attachmentRefusal(call, arn)
  if (refusal !== null) return refusal
  const managedPolicyArns = [...new Set([...role.managedPolicyArns, arn])]
  const isTooMany = managedPolicyArns.length > mostAttachedPolicies
  return isTooMany
    ? refused(409, 'LimitExceeded', `Cannot exceed quota for PoliciesPerRole: ${mostAttachedPolicies}`)
    : { ...role, managedPolicyArns }
})

const detachRolePolicy = changingRole(policyArn, (role, { parameters }) => {
  const arn = parameters.get('PolicyArn') ?? ''
  if (!role.managedPolicyArns.includes(arn)) return noSuchEntity(`Policy ${arn} was not found.`)
  return { ...role, managedPolicyArns: role.managedPolicyArns.filter((attached) => attached !== arn) }
})

const listAttachedRolePolicies = onRole({}, ({ managedPolicyArns }) =>
  done({
    AttachedPolicies: members(managedPolicyArns.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }))),
    IsTruncated: false,
  }),
)

const putRolePermissionsBoundary = changingRole(
  { PermissionsBoundary: { required: true, minimumLength: 20, maximumLength: 2048 } },
  (role, call) => {
    const permissionsBoundary = call.parameters.get('PermissionsBoundary') ?? ''
    return boundaryRefusal(call, permissionsBoundary) ?? { ...role, permissionsBoundary }
  },
)

const deleteRolePermissionsBoundary = changingRole({}, (role) => ({ ...role, permissionsBoundary: null }))

export const managedPolicyActions: Readonly<Record<string, Action>> = {
  AttachRolePolicy: attachRolePolicy,
  DetachRolePolicy: detachRolePolicy,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  PutRolePermissionsBoundary: putRolePermissionsBoundary,
  DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
}
