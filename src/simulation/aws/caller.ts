import type { Partition } from '#core/aws/partition.ts'
import { callerKeys, readCaller, type StatedContext } from '#core/policy/request-context.ts'
import { expiredToken, type Refusal, unknownToken } from './answer.ts'
import { currentRole, roleArnOf, roleKey } from './roles.ts'
import type { Session, World } from './state.ts'
import { userOfKey } from './vendor-user.ts'

/** From the Authorization header, or from the query of a pre-signed URL. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html */
export type Credential = {
  readonly accessKeyId: string
  readonly sessionToken: string | null
  readonly region: string
  readonly service: string
}

const scope = /^([\w-]{1,128})\/\d{8}\/([a-z0-9-]{1,40})\/([a-z0-9-]{1,40})\/aws4_request$/

export function readCredential(request: Request, url: URL): Credential | null {
  const header = /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+)/.exec(request.headers.get('authorization') ?? '')?.[1]
  const [, accessKeyId, region, service] = scope.exec(header ?? url.searchParams.get('X-Amz-Credential') ?? '') ?? []
  if (accessKeyId === undefined || region === undefined || service === undefined) return null
  const sessionToken = request.headers.get('x-amz-security-token') ?? url.searchParams.get('X-Amz-Security-Token')
  return { accessKeyId, sessionToken, region, service }
}

type Account = { readonly partition: Partition; readonly accountId: string; readonly arn: string; readonly userId: string }

export type Caller =
  | (Account & { readonly kind: 'administrator' })
  | (Account & { readonly kind: 'user'; readonly policy: string })
  | (Account & { readonly kind: 'session'; readonly roleKey: string; readonly session: Session })

function administrator(partition: Partition, accountId: string): Caller {
  return {
    kind: 'administrator',
    partition,
    accountId,
    arn: `arn:${partition}:iam::${accountId}:user/Administrator`,
    userId: `AIDASIMULATED${accountId}`,
  }
}

function sessionCaller(session: Session): Caller {
  const { partition, accountId, roleName, roleId, sessionName } = session
  return {
    kind: 'session',
    partition,
    accountId,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
    userId: `${roleId}:${sessionName}`,
    roleKey: roleKey(session),
    session,
  }
}

/** Ignores secrets and signatures: the access key contains the account number. */
export function authenticate(world: World, partition: Partition, credential: Credential): Caller | Refusal {
  const administered = /^SIM(\d{12})$/.exec(credential.accessKeyId)?.[1]
  if (administered !== undefined) return administrator(partition, administered)
  const user = credential.sessionToken === null ? userOfKey(world.vendor, partition, credential.accessKeyId) : null
  if (user !== null) return { kind: 'user', partition, ...user }
  const { sessions } = world.state
  const session = Object.hasOwn(sessions, credential.accessKeyId) ? sessions[credential.accessKeyId] : undefined
  if (session === undefined || session.partition !== partition || session.sessionToken !== credential.sessionToken) return unknownToken
  if (session.expiresAt !== null && session.expiresAt <= world.now) return expiredToken
  return sessionCaller(session)
}

/** The ARN of a session has the role's name without its path. */
function principalKeys(world: World, caller: Caller): StatedContext {
  const derived = readCaller(caller.arn)
  const keys = Object.fromEntries((derived === null ? [] : callerKeys(derived)).map(([key, [values]]) => [key, values ?? []]))
  const role = caller.kind === 'session' ? currentRole(world, caller.roleKey) : null
  return role === null ? keys : { ...keys, 'aws:PrincipalArn': roleArnOf(role) }
}

/**
 * Keys that AWS sets on every signed call. Simulated accounts belong to no organization.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function callerContext(world: World, caller: Caller): StatedContext {
  return {
    ...principalKeys(world, caller),
    'aws:TokenIssueTime': caller.kind === 'session' ? new Date(caller.session.startedAt).toISOString() : [],
    'aws:CurrentTime': new Date(world.now).toISOString(),
    'aws:EpochTime': String(Math.floor(world.now / 1000)),
    'aws:SecureTransport': 'true',
    'aws:PrincipalOrgID': [],
    'aws:PrincipalOrgPaths': [],
    'aws:ResourceOrgID': [],
    'aws:ResourceOrgPaths': [],
    'aws:ResourceAccount': caller.accountId,
    'aws:userid': caller.userId,
  }
}
