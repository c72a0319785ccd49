import { HeadBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, type AssumeRoleCommandOutput, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Region } from '#core/region.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, CheckAnswer, Sts } from '#core/verify/sts.ts'
import { awsRefusal, incompleteAnswer, withoutCredentials } from './aws-error.ts'

export type AwsAccess = {
  /** Of the shared AWS config; undefined for the default credential chain. */
  readonly profile: string | undefined
  /** Credentials of a second account of the vendor, if it has one. */
  readonly controlProfile: string | undefined
  /** For an endpoint that has no host names for buckets. */
  readonly forcePathStyle: boolean
}

/** The shortest that STS gives. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const sessionSeconds = 900

/** Without `throwOnRequestTimeout` the SDK only warns, and waits on. */
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
} as const

type SessionScope = { readonly credentials: SessionCredentials; readonly region: Region; readonly forcePathStyle: boolean }
type SessionCredentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

const s3Calls = {
  's3-head-bucket': {
    isBodyless: true,
    send: (client: S3Client, bucket: string) => client.send(new HeadBucketCommand({ Bucket: bucket })),
  },
  's3-list-objects': {
    isBodyless: false,
    send: (client: S3Client, bucket: string) => client.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 })),
  },
} as const

/** A bucket may be in another region than the connection. https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html */
function sessionCheck({ credentials, region, forcePathStyle }: SessionScope): AssumedSession['check'] {
  return async (call, resource): Promise<CheckAnswer> => {
    const client = new S3Client({ ...patience, region, credentials, forcePathStyle, followRegionRedirects: true })
    const { send, isBodyless } = s3Calls[call]
    try {
      const { $metadata } = await send(client, resource)
      return { kind: 'passed', requestId: $metadata.requestId ?? '' }
    } catch (error) {
      return awsRefusal(error, { isBodyless })
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
 * Credentials are resolved before the call: a chain may itself assume a role, and when that is refused it must not look
 * as if the customer's role had refused us.
 */
async function hasCredentials(client: STSClient): Promise<boolean> {
  try {
    await client.config.credentials()
    return true
  } catch {
    return false
  }
}

function roleAssumption(profile: string | undefined, forcePathStyle: boolean): Sts['assumeRole'] {
  const clientIn = clients(profile)
  return async ({ roleArn, externalId, region, sessionName }: AssumeRole) => {
    const client = clientIn(region)
    if (!(await hasCredentials(client))) return withoutCredentials
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: sessionName,
      DurationSeconds: sessionSeconds,
      ExternalId: externalId,
    })
    try {
      return assumedSession(await client.send(command), { region, forcePathStyle })
    } catch (error) {
      return awsRefusal(error)
    }
  }
}

function identityCall(profile: string | undefined): Sts['callerIdentity'] {
  const clientIn = clients(profile)
  return async (region): Promise<CallerIdentity> => {
    const client = clientIn(region)
    if (!(await hasCredentials(client))) return withoutCredentials
    try {
      const { Account: accountId, Arn: arn, $metadata } = await client.send(new GetCallerIdentityCommand({}))
      if (!accountId || !arn) return incompleteAnswer($metadata.requestId)
      return { kind: 'identity', accountId, arn, requestId: $metadata.requestId ?? '' }
    } catch (error) {
      return awsRefusal(error)
    }
  }
}

/** The port to AWS in one partition, by the AWS SDK. */
export function awsSts({ profile, controlProfile, forcePathStyle }: AwsAccess): Sts {
  return {
    callerIdentity: identityCall(profile),
    assumeRole: roleAssumption(profile, forcePathStyle),
    assumeRoleFromControlAccount: controlProfile === undefined ? null : roleAssumption(controlProfile, forcePathStyle),
  }
}
