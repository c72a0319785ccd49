import { readRoleArn } from '#core/aws/arn.ts'
import { sendsSourceIdentity } from '#core/connection/role-policies.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { behaviorOf } from '#simulation/aws/accounts.ts'
import { type Answer, done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import { notAuthorized, type PolicyKind, permission } from '#simulation/aws/authorization.ts'
import { type Call, type Constraints, constraintRefusal, memberList } from '#simulation/aws/call.ts'
import { newSecret, toTheSecond } from '#simulation/aws/identifiers.ts'
import { propagatedRole, roleKey } from '#simulation/aws/roles.ts'
import { newSession } from '#simulation/aws/sessions.ts'
import type { Role } from '#simulation/aws/state.ts'
import { readPolicy } from '#simulation/aws/trust-edits.ts'
import { requestKeys } from './request-keys.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
const assumeRoleConstraints: Constraints = {
  RoleArn: { required: true, minimumLength: 20, maximumLength: 2048 },
  RoleSessionName: { required: true, minimumLength: 2, maximumLength: 64, pattern: '[\\w+=,.@-]*' },
  ExternalId: { minimumLength: 2, maximumLength: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  DurationSeconds: { range: [900, 43_200] },
  SourceIdentity: { minimumLength: 2, maximumLength: 64, pattern: '[\\w+=,.@-]*' },
  Policy: { minimumLength: 1 },
}

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: chained roles are limited to one hour.
const longestChainedSession = 3600

/** The plain text has this limit. STS also packs it into a form with a limit of its own, which isn't simulated. */
const longestSessionPolicy = 2048

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors
const policyTooLarge = refused(
  400,
  'PackedPolicyTooLarge',
  'Packed policy consumes more than 100% of allotted space, please use smaller policy.',
)

type Target = {
  readonly arn: string
  readonly partition: string
  readonly accountId: string
  readonly roleName: string
  readonly path: string
}

type AssumeRoleCall = Call & {
  readonly target: Target
  readonly externalId: string | undefined
  readonly durationSeconds: number
  readonly actions: readonly string[]
}

function readTarget(arn: string): Target | null {
  const role = readRoleArn(arn)
  return role === null ? null : { arn, ...role }
}

/** A session by IAM Roles Anywhere has one, and keeps it when it assumes another role. */
const hasSourceIdentity = ({ world, caller, partition }: Call): boolean =>
  sendsSourceIdentity(world.vendor) && caller.kind === 'session' && caller.accountId === world.vendor.accounts[partition]

function askedActions(call: Call): readonly string[] {
  const { parameters } = call
  return [
    'sts:AssumeRole',
    ...(memberList(parameters, 'Tags').length > 0 ? ['sts:TagSession'] : []),
    ...(parameters.has('SourceIdentity') || hasSourceIdentity(call) ? ['sts:SetSourceIdentity'] : []),
  ]
}

function sessionPolicyRefusal(policy: string | null): Refusal | null {
  if (policy === null) return null
  if (policy.length > longestSessionPolicy) return policyTooLarge
  return readPolicy(policy) === null ? refused(400, 'MalformedPolicyDocument', 'Syntax errors in policy.') : null
}

function readCall(call: Call): AssumeRoleCall | Refusal {
  const { parameters, caller } = call
  const refusal = constraintRefusal(parameters, assumeRoleConstraints)
  if (refusal !== null) return refusal
  const target = readTarget(parameters.get('RoleArn') ?? '')
  if (target === null) return validationError('Request ARN is invalid')
  const durationSeconds = Number(parameters.get('DurationSeconds') ?? 3600)
  if (caller.kind === 'session' && durationSeconds > longestChainedSession) {
    return validationError('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.')
  }
  const policyRefusal = sessionPolicyRefusal(parameters.get('Policy'))
  if (policyRefusal !== null) return policyRefusal
  return { ...call, target, externalId: parameters.get('ExternalId') ?? undefined, durationSeconds, actions: askedActions(call) }
}

const denied = ({ caller, target }: AssumeRoleCall, action: string, reason = ''): Refusal =>
  refused(403, 'AccessDenied', notAuthorized(caller, { action, resource: target.arn }, reason))

/** STS finds no role by an ARN with different capitalization, path, or partition. */
function targetRole({ world, partition, target }: AssumeRoleCall): Role | null {
  if (target.partition !== partition) return null
  const role = propagatedRole(world, roleKey({ partition, accountId: target.accountId, roleName: target.roleName }))
  return role !== null && role.roleName === target.roleName && role.path === target.path ? role : null
}

const trustEvaluation = (asked: AssumeRoleCall, policy: PolicyDocument, action: string) =>
  evaluateTrustPolicy(policy, { callerArn: asked.caller.arn, action, context: requestKeys(asked) })

const principalsOf = ({ Principal }: PolicyStatement): readonly string[] => (typeof Principal === 'object' ? listOf(Principal['AWS']) : [])

function trusts(
  asked: AssumeRoleCall,
  policy: PolicyDocument,
  action: string,
  isCounted: (principals: readonly string[]) => boolean,
): boolean {
  const Statement = listOf(policy.Statement).filter((statement) => statement.Effect === 'Deny' || isCounted(principalsOf(statement)))
  return trustEvaluation(asked, { ...policy, Statement }, action) === 'allowed'
}

/**
 * Kinds of policies that needn't allow a call within one account. Trusting the whole account leaves the decision to the account's
 * own policies; trusting the role replaces its identity-based policies; trusting the session replaces what limits it, too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
function replacedByTrust(asked: AssumeRoleCall, role: Role | null, action: string): readonly PolicyKind[] {
  const { partition, accountId, arn } = asked.caller
  const policy = readPolicy(role?.trustPolicy ?? '')
  if (policy === null || accountId !== asked.target.accountId) return []
  if (trusts(asked, policy, action, (principals) => principals.includes(arn))) {
    return ['identity-based policy', 'permissions boundary', 'session policy']
  }
  const wholeAccount = [accountId, `arn:${partition}:iam::${accountId}:root`]
  const isRoleTrusted = trusts(asked, policy, action, (principals) => !principals.some((principal) => wholeAccount.includes(principal)))
  return isRoleTrusted ? ['identity-based policy'] : []
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html */
function identityRefusal(asked: AssumeRoleCall, role: Role | null): Refusal | null {
  const { world, caller, target, actions } = asked
  const context = requestKeys(asked)
  for (const action of actions) {
    const needless = replacedByTrust(asked, role, action)
    const byIdentity = permission(world, caller, { action, resource: target.arn, context, needless })
    if (byIdentity.kind === 'denied') return denied(asked, action, byIdentity.reason)
  }
  return null
}

function hasRightId({ externalId }: AssumeRoleCall, role: Role | null): boolean {
  const statements = listOf(readPolicy(role?.trustPolicy ?? '')?.Statement)
  return statements.some((statement) => listOf(statement.Condition?.['StringEquals']?.['sts:ExternalId']).some((id) => id === externalId))
}

function sinceSessionMs({ world }: AssumeRoleCall, role: Role): number | null {
  const own = Object.values(world.state.sessions).filter((session) => session.roleId === role.roleId && roleKey(session) === roleKey(role))
  return own.length === 0 ? null : world.now - Math.max(...own.map(({ startedAt }) => startedAt))
}

function accountRefusal(asked: AssumeRoleCall, role: Role | null): Refusal | null {
  const { region, partition, target, caller } = asked
  const facts = {
    region,
    partition,
    accountId: target.accountId,
    callerArn: caller.arn,
    roleArn: target.arn,
    roleExists: role !== null,
    hasRightId: hasRightId(asked, role),
    sinceSessionMs: role === null ? null : sinceSessionMs(asked, role),
  }
  return behaviorOf(asked.world, target.accountId).refusal?.(facts) ?? null
}

/** AWS attaches this policy everywhere, and no one can detach it. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html */
const fullAccess: PolicyStatement = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }

/** Denies what isn't known to be allowed. */
function organizationRefusal(asked: AssumeRoleCall): Refusal | null {
  const { resourceControlPolicy: policy } = behaviorOf(asked.world, asked.target.accountId)
  if (policy === undefined || asked.caller.accountId === asked.target.accountId) return null
  const whole = { ...policy, Statement: [fullAccess, ...listOf(policy.Statement)] }
  const isAllowed = asked.actions.every((action) => trustEvaluation(asked, whole, action) === 'allowed')
  return isAllowed ? null : denied(asked, 'sts:AssumeRole', 'with an explicit deny in a resource control policy')
}

/** STS uses the same words for a missing role and for one that denies the caller. */
function trustRefusal(asked: AssumeRoleCall, role: Role | null): Refusal | null {
  const policy = role === null ? null : readPolicy(role.trustPolicy)
  if (policy === null) return denied(asked, 'sts:AssumeRole')
  const { namesTrustPolicy: isNamed, passedOn = [] } = behaviorOf(asked.world, asked.target.accountId)
  for (const action of [...asked.actions, ...passedOn]) {
    const evaluation = trustEvaluation(asked, policy, action)
    if (evaluation === 'explicitly-denied') return denied(asked, action, 'with an explicit deny in the role trust policy')
    if (evaluation === 'allowed') continue
    return denied(asked, action, isNamed ? `because no role trust policy allows the ${action} action` : '')
  }
  return null
}

function assumed(asked: AssumeRoleCall, role: Role): Answer {
  const { world, parameters, durationSeconds } = asked
  if (durationSeconds > role.maxSessionDuration) {
    return validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')
  }
  const { partition, accountId, roleName, roleId } = role
  const sessionName = parameters.get('RoleSessionName') ?? ''
  const expiresAt = world.now + durationSeconds * 1000
  const session = newSession(world, role, { sessionName, sessionPolicy: parameters.get('Policy'), expiresAt })
  const result = {
    AssumedRoleUser: {
      AssumedRoleId: `${roleId}:${sessionName}`,
      Arn: `arn:${partition}:sts::${accountId}:assumed-role/${behaviorOf(world, accountId).answeredRoleName ?? roleName}/${sessionName}`,
    },
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: newSecret(world.randomBytes, 40),
      SessionToken: session.sessionToken,
      Expiration: toTheSecond(expiresAt),
    },
    SourceIdentity: parameters.get('SourceIdentity') ?? undefined,
    PackedPolicySize: parameters.has('Policy') ? 6 : undefined,
  }
  return done(result, session.state)
}

export function assumeRole(call: Call): Answer {
  const asked = readCall(call)
  if ('kind' in asked) return asked
  const role = targetRole(asked)
  const refusal = identityRefusal(asked, role) ?? accountRefusal(asked, role) ?? organizationRefusal(asked) ?? trustRefusal(asked, role)
  if (refusal !== null || role === null) return refusal ?? denied(asked, 'sts:AssumeRole')
  return assumed(asked, role)
}
