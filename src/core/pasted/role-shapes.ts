import * as z from 'zod/mini'
import type { PolicyDocument } from '#core/policy/document.ts'
import { attachedIn, attachedShape } from './attached-policies.ts'
import { isResourcePolicy, policyDocument, policyFact } from './json-text.ts'
import type { PastedFact, RoleFact } from './pasted-fact.ts'
import { isStatement, salvagedPolicy } from './rejection.ts'

const Role = z.object({
  RoleName: z.string(),
  Arn: z.optional(z.string()),
  Path: z.optional(z.string()),
  AssumeRolePolicyDocument: z.optional(z.unknown()),
  MaxSessionDuration: z.optional(z.number()),
  AttachedManagedPolicies: z.optional(z.unknown()),
  PermissionsBoundary: z.optional(z.object({ PermissionsBoundaryArn: z.optional(z.string()) })),
})
type Role = z.infer<typeof Role>

const RolePolicy = z.object({ RoleName: z.optional(z.string()), PolicyName: z.string(), PolicyDocument: z.unknown() })
const Caller = z.object({ Account: z.string().check(z.regex(/^\d{12}$/)), Arn: z.string(), UserId: z.string() })
/** What AssumeRole answers, and what CloudTrail keeps of it. https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html */
const Session = z.object({ AssumedRoleUser: z.object({ Arn: z.string() }) })
const AssumeRoleEvent = z.object({
  userIdentity: z.optional(z.object({ accountId: z.optional(z.string()) })),
  requestParameters: z.optional(z.object({ roleArn: z.string(), externalId: z.optional(z.string()) })),
  responseElements: z.object({ assumedRoleUser: z.object({ arn: z.string() }) }),
})
const Names = z.object({ PolicyNames: z.array(z.string()) })

/** `list-roles` leaves the boundary out, so its absence says nothing where the duration is absent too. */
function roleFact(role: Role): RoleFact {
  const parts = roleArnParts(role.Arn ?? '')
  const saysAll = role.AssumeRolePolicyDocument !== undefined && role.MaxSessionDuration !== undefined
  return {
    kind: 'role',
    arn: role.Arn ?? null,
    partition: parts?.partition ?? null,
    accountId: parts?.accountId ?? null,
    roleName: role.RoleName,
    path: role.Path ?? parts?.path ?? null,
    maxSessionDuration: role.MaxSessionDuration ?? null,
    permissionsBoundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? (saysAll ? null : undefined),
    trustPolicy: policyDocument(role.AssumeRolePolicyDocument),
    attachedPolicies: attachedIn(new Map([['attachedmanagedpolicies', role.AttachedManagedPolicies]])),
  }
}

/** A role of which the ARN alone is known. */
export function roleOfArn(arn: string): RoleFact | null {
  const parts = roleArnParts(arn)
  return parts === null ? null : { kind: 'role', ...parts, maxSessionDuration: null, permissionsBoundary: undefined, trustPolicy: null }
}

/** The ARN of a session names its role without the path. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleOfSession(arn: string): RoleFact | null {
  const role = roleOfArn(arn.replace(/:sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/, ':iam::$1:role/$2'))
  return role === null || !arn.includes(':assumed-role/') ? role : { ...role, arn: null, path: null }
}

/** One form that AWS gives an answer about roles. Null: it is not this form. */
export type Shape = (value: unknown) => readonly PastedFact[] | null

const shaped =
  <Value>(form: z.ZodMiniType<Value>, facts: (value: Value) => readonly PastedFact[]): Shape =>
  (value) => {
    const parsed = form.safeParse(value)
    return parsed.success ? facts(parsed.data) : null
  }

function rolePolicyFacts({ PolicyName, PolicyDocument }: z.infer<typeof RolePolicy>): readonly PastedFact[] {
  const document = policyDocument(PolicyDocument)
  return document === null ? [] : [{ kind: 'permissions-policy', policyName: PolicyName, document }]
}

function assumedFacts({ userIdentity, requestParameters, responseElements }: z.infer<typeof AssumeRoleEvent>): readonly PastedFact[] {
  const { arn } = responseElements.assumedRoleUser
  const role = roleOfSession(arn)
  const { accountId: callerAccount } = userIdentity ?? {}
  if (role === null || requestParameters === undefined || callerAccount === undefined) return role === null ? [] : [role]
  const { roleArn, externalId = null } = requestParameters
  return [{ kind: 'assumed', roleArn, callerAccount, externalId, sessionName: arn.slice(arn.lastIndexOf('/') + 1) }, role]
}

/** A statement that was copied out of its policy. */
const statementDocument = (value: unknown): PolicyDocument | null => (isStatement(value) ? salvagedPolicy(value) : null)

function policyShape(value: unknown): readonly PastedFact[] | null {
  const document = policyDocument(value) ?? statementDocument(value)
  const fact = document === null ? null : policyFact(document, null)
  if (fact !== null) return [fact]
  return document !== null && isResourcePolicy(document) ? [{ kind: 'resource-policy' }] : null
}

/** The answers of IAM, first match first. https://docs.aws.amazon.com/cli/latest/reference/iam/get-role.html */
export const roleShapes: readonly Shape[] = [
  shaped(z.object({ Role }), ({ Role: role }) => [roleFact(role)]),
  shaped(z.object({ Roles: z.array(Role) }), ({ Roles }) => Roles.map(roleFact)),
  // Before the bare role, whose name it carries as well.
  shaped(RolePolicy, rolePolicyFacts),
  shaped(Role, (role) => [roleFact(role)]),
  shaped(z.array(Role).check(z.minLength(1)), (roles) => roles.map(roleFact)),
  shaped(Caller, ({ Account, Arn }) => [{ kind: 'caller', accountId: Account, arn: Arn }]),
  shaped(Session, ({ AssumedRoleUser }) => [roleOfSession(AssumedRoleUser.Arn)].filter((role) => role !== null)),
  shaped(AssumeRoleEvent, assumedFacts),
  attachedShape,
  shaped(Names, ({ PolicyNames }) => [{ kind: 'policy-names', names: PolicyNames }]),
  shaped(
    z.object({ AssumeRolePolicyDocument: z.unknown() }),
    ({ AssumeRolePolicyDocument }) => policyShape(AssumeRolePolicyDocument) ?? [],
  ),
  // https://docs.aws.amazon.com/cli/latest/reference/s3api/get-bucket-policy.html
  shaped(z.object({ Policy: z.string() }), ({ Policy }) => policyShape(Policy) ?? []),
  policyShape,
]

export type RoleArnParts = {
  readonly arn: string
  readonly partition: string
  readonly accountId: string
  readonly path: string
  readonly roleName: string
}

const roleArn = /^arn:([\w-]+):iam::(\d{12}):role(\/(?:[!-~]+\/)?)([\w+=,.@-]{1,64})$/

/** The path is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArnParts(arn: string): RoleArnParts | null {
  const [, partition, accountId, path, roleName] = roleArn.exec(arn) ?? []
  return partition && accountId && path && roleName ? { arn, partition, accountId, path, roleName } : null
}
