import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import * as z from 'zod/mini'
import { builtUrl, isOwnEndpoint, stopBeforeSending } from '#server/config/aws-endpoint.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'

const connectionTimeout = 1000
const requestTimeoutMs = 5000
/** DynamoDB Local runs one transaction at a time, so many at once wait for each other. */
export const localDeadlineMs = 60_000
const maxAttempts = 5

const Failure = z.object({ name: z.string(), code: z.optional(z.string()) })

/** Errors that the SDK repeats in vain. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const outages = [
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]

/** For example `THROTTLING_EXCEPTION` or `ECONNREFUSED`: DynamoDB can't be used at present. Null for every other error. */
export function outageCode(error: unknown): string | null {
  const { name = '', code = '' } = Failure.safeParse(error).data ?? {}
  if (/^E[A-Z_]{4,}$/.test(code)) return code
  return outages.includes(name) ? name.replace(/([a-z])(?=[A-Z])/g, '$1_').toUpperCase() : null
}

/** The endpoint by the SDK's own rules, whatever of environment and shared config names it. */
async function configuredEndpoint(region: string): Promise<string> {
  const client = new DynamoDBClient({
    region,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    accountIdEndpointMode: 'disabled',
  })
  client.middlewareStack.add(stopBeforeSending, { step: 'build' })
  return (await builtUrl(() => client.send(new ListTablesCommand({})))).origin
}

async function required<Value>(what: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch {
    throw new StartRefusal([
      `The registry in DynamoDB has no ${what}.`,
      'It uses those of the environment, also with the simulator: set AWS_REGION, and run the server as a role or with a profile.',
    ])
  }
}

export type TableClient = {
  readonly client: DynamoDBClient
  readonly region: string
  /** True where the endpoint isn't AWS's own, for example DynamoDB Local. */
  readonly isLocal: boolean
  /** True for credentials of a role, which are asked for again when they have expired. */
  readonly expires: boolean
}

/** Reads region, endpoint and credentials now, because the simulator later replaces those of the environment. */
export async function tableClient(): Promise<TableClient> {
  const ofEnvironment = new DynamoDBClient({})
  const region = await required('Region', () => ofEnvironment.config.region())
  const { expiration } = await required('credentials', () => ofEnvironment.config.credentials())
  const endpoint = await configuredEndpoint(region)
  const { credentials } = ofEnvironment.config
  const isLocal = !isOwnEndpoint('dynamodb', endpoint)
  const requestTimeout = isLocal ? localDeadlineMs : requestTimeoutMs
  const requestHandler = { connectionTimeout, requestTimeout, throwOnRequestTimeout: true }
  const client = new DynamoDBClient({ region, endpoint, credentials, requestHandler, maxAttempts })
  return { client, region, isLocal, expires: expiration !== undefined }
}
