import { AssumeRoleCommand, type AssumeRoleCommandOutput, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { readRoleArn } from '#core/aws/arn.ts'
import type { Region } from '#core/aws/region.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, Outsider, Sts } from '#core/verify/sts.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { awsRefusal, incompleteAnswer, lateAnswer, withoutCredentials } from './aws-error.ts'
import { canaryState } from './canary.ts'
import { type SessionScope, sessionCheck } from './session-check.ts'
import { sessionIam } from './session-iam.ts'
import type { SessionCredentials } from './signed-request.ts'
import type { Permit, UnlimitedSts } from './sts-calls.ts'

/** Takes the credentials of a profile from where a machine or a container gets them. The SDK asks again before they expire. */
/** Temporary credentials of a role, or the key of an IAM user, which doesn't expire. */
export type ProfileCredentials = (profile: string) => () => Promise<UserKey | (SessionCredentials & { readonly expiration: Date })>

type UserKey = Pick<SessionCredentials, 'accessKeyId' | 'secretAccessKey'>

export type AwsAccess = {
  /** The profile in the shared AWS config. Undefined: the default credential chain. */
  readonly profile: string | undefined
  /** Credentials of another account of the vendor, if it has one. */
  readonly controlProfile: string | undefined
  /** Credentials of another role in the vendor account, which the trust policy does not name. */
  readonly secondRoleProfile: string | undefined
  /** See docs/vendors.md; null where none is configured. */
  readonly canaryRoleArn: string | null
  /** In place of the shared AWS config. */
  readonly credentials?: ProfileCredentials | undefined
  /** For endpoints without host names for buckets. */
  readonly forcePathStyle: boolean
  /** The deadline of a call, including retries. */
  readonly callDeadlineMs?: number
}

// A check sends its last call within 9 s and is dropped after 14.5 s.
const defaultCallDeadlineMs = 5000

/** The shortest that STS gives. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const sessionSeconds = 900

/** Without `throwOnRequestTimeout` the SDK only warns and continues to wait. */
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
} as const

type Limits = {
  readonly forcePathStyle: boolean
  readonly deadlineMs: number
  readonly credentials: ProfileCredentials | undefined
}

function credentialsOf({ Credentials: given }: AssumeRoleCommandOutput): SessionCredentials | null {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {}
  return accessKeyId && secretAccessKey && sessionToken ? { accessKeyId, secretAccessKey, sessionToken } : null
}

/** The credentials live on in the closure of `check` alone. */
function assumedSession(output: AssumeRoleCommandOutput, scope: Omit<SessionScope, 'credentials'>): AssumedSession | AwsRefusal {
  const { requestId } = output.$metadata
  const assumedRoleArn = output.AssumedRoleUser?.Arn
  const credentials = credentialsOf(output)
  if (!assumedRoleArn || credentials === null) return incompleteAnswer(requestId)
  const own = { ...scope, credentials }
  return { kind: 'assumed', assumedRoleArn, requestId: requestId ?? '', check: sessionCheck(own), iam: sessionIam(own) }
}

/** Options of a client of the SDK. */
export const identityOf = (profile: string, credentials: ProfileCredentials | undefined) =>
  credentials === undefined ? { profile } : { credentials: credentials(profile) }

/** At the end of this step the request is signed, and each attempt of the SDK passes it. */
const beforeEachAttempt = { step: 'finalizeRequest', priority: 'low' } as const

const permitted =
  (permit: Permit) =>
  <Args, Output>(next: (args: Args) => Promise<Output>) =>
  async (args: Args): Promise<Output> => {
    if (!(await permit())) throw new Error('There is no time for the call')
    return next(args)
  }

/** One client a region: it keeps the connection open and the credentials until they must be renewed. */
function clients(profile: string | undefined, { credentials }: Limits): (region: Region) => STSClient {
  const byRegion = new Map<Region, STSClient>()
  const named = profile === undefined ? {} : identityOf(profile, credentials)
  return (region) => {
    const client = byRegion.get(region) ?? new STSClient({ ...patience, region, ...named })
    byRegion.set(region, client)
    return client
  }
}

/**
 * Credentials are resolved before the call: a chain may itself assume a role, and when that is denied it must not look
 * as if the customer's role had denied us.
 */
async function credentialRefusal(client: STSClient): Promise<AwsRefusal | null> {
  try {
    await client.config.credentials()
    return null
  } catch (error) {
    return withoutCredentials(error)
  }
}

/** Calls with the credentials of a profile. Never rejects, and never takes longer than the deadline. */
async function called<Answer>(
  client: STSClient,
  deadlineMs: number,
  send: (abortSignal: AbortSignal) => Promise<Answer | AwsRefusal>,
): Promise<Answer | AwsRefusal> {
  try {
    const answer = await withinDeadline(deadlineMs, async (signal) => (await credentialRefusal(client)) ?? send(signal))
    return answer === 'late' ? lateAnswer : answer
  } catch (error) {
    return awsRefusal(error)
  }
}

type Assumption = (request: AssumeRole, permit?: Permit) => ReturnType<Sts['assumeRole']>
type Identification = (region: Region, permit?: Permit) => Promise<CallerIdentity>

const unlimited: Permit = async () => true

function roleAssumption(profile: string | undefined, limits: Limits): Assumption {
  const clientIn = clients(profile, limits)
  const { forcePathStyle, deadlineMs } = limits
  return ({ roleArn, externalId, region, sessionName, sessionPolicy }: AssumeRole, permit = unlimited) => {
    const client = clientIn(region)
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      DurationSeconds: sessionSeconds,
      ExternalId: externalId,
      Policy: sessionPolicy,
    })
    command.middlewareStack.add(permitted(permit), beforeEachAttempt)
    return called(client, deadlineMs, async (abortSignal) =>
      assumedSession(await client.send(command, { abortSignal }), {
        accountId: readRoleArn(roleArn)?.accountId ?? '',
        forcePathStyle,
        deadlineMs,
      }),
    )
  }
}

function identityCall(profile: string | undefined, limits: Limits): Identification {
  const clientIn = clients(profile, limits)
  return (region, permit = unlimited) => {
    const client = clientIn(region)
    const command = new GetCallerIdentityCommand({})
    command.middlewareStack.add(permitted(permit), beforeEachAttempt)
    return called(client, limits.deadlineMs, async (abortSignal): Promise<CallerIdentity> => {
      const { Account: accountId, Arn: arn, $metadata } = await client.send(command, { abortSignal })
      if (!accountId || !arn) return incompleteAnswer($metadata.requestId)
      return { kind: 'identity', accountId, arn, requestId: $metadata.requestId ?? '' }
    })
  }
}

/** The port to AWS in one partition, by the AWS SDK. */
export function awsSts(access: AwsAccess): Sts & UnlimitedSts {
  const { profile, controlProfile, secondRoleProfile, canaryRoleArn, forcePathStyle, callDeadlineMs = defaultCallDeadlineMs } = access
  const limits: Limits = { forcePathStyle, deadlineMs: callDeadlineMs, credentials: access.credentials }
  const outsider = (name: Outsider['name'], ownProfile: string | undefined): readonly Outsider[] =>
    ownProfile === undefined
      ? []
      : [{ name, callerIdentity: identityCall(ownProfile, limits), assumeRole: roleAssumption(ownProfile, limits) }]
  const assumeRole = roleAssumption(profile, limits)
  return {
    callerIdentity: identityCall(profile, limits),
    assumeRole,
    outsiders: [...outsider('other-account', controlProfile), ...outsider('other-role', secondRoleProfile)],
    canary: async (region: Region, by: Sts['assumeRole'] = assumeRole) =>
      canaryRoleArn === null ? 'absent' : canaryState(canaryRoleArn, region, by),
  }
}
