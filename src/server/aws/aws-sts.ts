import { HeadBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, type AssumeRoleCommandOutput, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Region } from '#core/aws/region.ts'
import type { PermissionCheck } from '#core/connection/permission-set.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, CheckAnswer, Outsider, Sts } from '#core/verify/sts.ts'
import { awsRefusal, incompleteAnswer, lateAnswer, withoutCredentials } from './aws-error.ts'
import { withinDeadline } from './call-deadline.ts'
import { canaryState } from './canary.ts'

export type AwsAccess = {
  /** Of the shared AWS config; undefined for the default credential chain. */
  readonly profile: string | undefined
  /** Credentials of another account of the vendor, if it has one. */
  readonly controlProfile: string | undefined
  /** Credentials of another role in the vendor account, which the trust policy does not name. */
  readonly secondRoleProfile: string | undefined
  /** See docs/vendors.md; null where none is configured. */
  readonly canaryRoleArn: string | null
  /** For an endpoint that has no host names for buckets. */
  readonly forcePathStyle: boolean
  /** The longest that one call takes, retries included. */
  readonly callDeadlineMs?: number
}

// A check sends its last call within 9 s and is dropped after 14.5 s.
const defaultCallDeadlineMs = 5000

/** The shortest that STS gives. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const sessionSeconds = 900

/** Without `throwOnRequestTimeout` the SDK only warns, and waits on. */
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
} as const

type ResponseMetadata = AssumeRoleCommandOutput['$metadata']
type Limits = { readonly forcePathStyle: boolean; readonly deadlineMs: number }
type SessionScope = Limits & { readonly credentials: SessionCredentials; readonly region: Region }
type SessionCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

type S3Success = { readonly requestId: string | undefined; readonly isComplete: boolean }
type S3Call = (client: S3Client, bucket: string, abortSignal: AbortSignal) => Promise<S3Success>

/** A proxy or a sign-in page may say 200 to everything, and the SDK reads any XML as a listing. */
const success = ({ httpStatusCode, requestId }: ResponseMetadata, isComplete = true): S3Success => ({
  requestId,
  isComplete: isComplete && httpStatusCode === 200 && requestId !== undefined,
})

const listObjects: S3Call = async (client, bucket, abortSignal) => {
  const { $metadata, Name } = await client.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 }), { abortSignal })
  return success($metadata, Name === bucket)
}
const headBucket: S3Call = async (client, bucket, abortSignal) => {
  const { $metadata } = await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal })
  return success($metadata)
}

/**
 * The answer to a HEAD request has no body, so a 403 or 400 may be a denial, an expired session or a wrong clock. The same permission is
 * then tried by a call whose answer says which: both need s3:ListBucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 */
const s3Calls: Readonly<
  Record<PermissionCheck['call'], { readonly send: S3Call; readonly isBodyless: boolean; readonly inWords: S3Call | null }>
> = {
  's3-head-bucket': { send: headBucket, isBodyless: true, inWords: listObjects },
  's3-list-objects': { send: listObjects, isBodyless: false, inWords: null },
}

const isUnclear = (error: unknown): boolean => ['AccessDenied', 'BadRequest'].includes(awsRefusal(error, { isBodyless: true }).code)

const bucketAnswer = ({ requestId, isComplete }: S3Success): CheckAnswer =>
  isComplete && requestId !== undefined ? { kind: 'passed', requestId } : incompleteAnswer(requestId)

type S3Attempt = { readonly answer: CheckAnswer; readonly isUnclear: boolean }

async function s3Attempt(send: (signal: AbortSignal) => ReturnType<S3Call>, isBodyless: boolean, deadlineMs: number): Promise<S3Attempt> {
  try {
    const output = await withinDeadline(deadlineMs, send)
    return { answer: output === 'late' ? lateAnswer : bucketAnswer(output), isUnclear: false }
  } catch (error) {
    return { answer: awsRefusal(error, { isBodyless }), isUnclear: isUnclear(error) }
  }
}

/** A bucket may be in another region than the connection. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html */
function sessionCheck({ credentials, region, forcePathStyle, deadlineMs }: SessionScope): AssumedSession['check'] {
  return async (call, resource): Promise<CheckAnswer> => {
    const client = new S3Client({ ...patience, region, credentials, forcePathStyle, followRegionRedirects: true })
    const { send, isBodyless, inWords } = s3Calls[call]
    const attempt = (s3Call: S3Call, hasNoBody: boolean) => s3Attempt((signal) => s3Call(client, resource, signal), hasNoBody, deadlineMs)
    try {
      const first = await attempt(send, isBodyless)
      return inWords !== null && first.isUnclear ? (await attempt(inWords, false)).answer : first.answer
    } finally {
      client.destroy()
    }
  }
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
  return { kind: 'assumed', assumedRoleArn, requestId: requestId ?? '', check: sessionCheck({ ...scope, credentials }) }
}

/** One client a region: it keeps the connection open and the credentials until they must be renewed. */
function clients(profile: string | undefined): (region: Region) => STSClient {
  const byRegion = new Map<Region, STSClient>()
  return (region) => {
    const client = byRegion.get(region) ?? new STSClient({ ...patience, region, ...(profile === undefined ? {} : { profile }) })
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

/** One call with the credentials of a profile. Never rejects, and never takes longer than the deadline. */
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

function roleAssumption(profile: string | undefined, limits: Limits): Sts['assumeRole'] {
  const clientIn = clients(profile)
  return ({ roleArn, externalId, region, sessionName }: AssumeRole) => {
    const client = clientIn(region)
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      DurationSeconds: sessionSeconds,
      ExternalId: externalId,
    })
    return called(client, limits.deadlineMs, async (abortSignal) =>
      assumedSession(await client.send(command, { abortSignal }), { region, ...limits }),
    )
  }
}

function identityCall(profile: string | undefined, { deadlineMs }: Limits): Sts['callerIdentity'] {
  const clientIn = clients(profile)
  return (region) => {
    const client = clientIn(region)
    return called(client, deadlineMs, async (abortSignal): Promise<CallerIdentity> => {
      const { Account: accountId, Arn: arn, $metadata } = await client.send(new GetCallerIdentityCommand({}), { abortSignal })
      if (!accountId || !arn) return incompleteAnswer($metadata.requestId)
      return { kind: 'identity', accountId, arn, requestId: $metadata.requestId ?? '' }
    })
  }
}

/** The port to AWS in one partition, by the AWS SDK. */
export function awsSts(access: AwsAccess): Sts {
  const { profile, controlProfile, secondRoleProfile, canaryRoleArn, forcePathStyle, callDeadlineMs = defaultCallDeadlineMs } = access
  const limits: Limits = { forcePathStyle, deadlineMs: callDeadlineMs }
  const outsider = (name: Outsider['name'], ownProfile: string | undefined): readonly Outsider[] =>
    ownProfile === undefined
      ? []
      : [{ name, callerIdentity: identityCall(ownProfile, limits), assumeRole: roleAssumption(ownProfile, limits) }]
  const assumeRole = roleAssumption(profile, limits)
  return {
    callerIdentity: identityCall(profile, limits),
    assumeRole,
    outsiders: [...outsider('other-account', controlProfile), ...outsider('other-role', secondRoleProfile)],
    canary: async (region) => (canaryRoleArn === null ? 'absent' : canaryState(canaryRoleArn, region, assumeRole)),
  }
}
