import { HeadBucketCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import * as z from 'zod/mini'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import type { CheckRequest } from '#core/checks/aws-check.ts'

/** DNS suffixes of AWS by partition, with those of dual-stack endpoints. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const suffix = String.raw`(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)`
const region = String.raw`[a-z]{2,4}(?:-[a-z]+)+-\d`
/** An interface endpoint in a VPC is AWS's own. https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html */
const vpcEndpoint = String.raw`vpce-[0-9a-z-]+\.`

/** Whole host names: customers of AWS have names of their own under the same suffixes. */
function ownHost(service: string): RegExp {
  if (service === 's3')
    return new RegExp(
      `^(?:s3(?:-fips)?(?:\\.dualstack)?(?:[.-]${region})?\\.|(?:bucket\\.)?${vpcEndpoint}s3(?:-fips)?\\.${region}\\.vpce\\.)${suffix}$`,
    )
  return new RegExp(`^(?:${service}(?:-fips)?(?:\\.${region})?\\.|${vpcEndpoint}${service}(?:-fips)?\\.${region}\\.vpce\\.)${suffix}$`)
}

/** False for every URL that someone other than AWS could serve, and for every URL without TLS. */
export function isOwnEndpoint(service: string, origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin)
  const isOwn = ownHost(service).test(hostname) || (service === 'iam' && Object.values(iamHosts).includes(hostname))
  return protocol === 'https:' && port === '' && isOwn
}

const BuiltRequest = z.object({
  request: z.object({ protocol: z.string(), hostname: z.string(), port: z.optional(z.nullable(z.number())), path: z.string() }),
})

class BuiltAddress extends Error {
  readonly url: URL

  constructor({ request: { protocol, hostname, port, path } }: z.infer<typeof BuiltRequest>) {
    super('The request was built')
    this.url = new URL(`${protocol}//${hostname}${port == null ? '' : `:${port}`}${path}`)
  }
}

/** The URL that a client would send to. The request is built as usual and not sent. */
export async function builtUrl(send: () => Promise<unknown>): Promise<URL> {
  try {
    await send()
  } catch (error) {
    if (error instanceof BuiltAddress) return error.url
    throw error
  }
  throw new Error('The request was sent')
}

export const stopBeforeSending = () => async (built: unknown) => {
  throw new BuiltAddress(BuiltRequest.parse(built))
}

/** Resolving an endpoint needs some, and nothing is signed with these. */
const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }

export type EndpointUser = { readonly region: Region; readonly profile: string | undefined }

const withProfile = (profile: string | undefined) => (profile === undefined ? {} : { profile })

function s3Client(options: { readonly region: Region; readonly forcePathStyle?: boolean }): S3Client {
  const client = new S3Client({ ...options, credentials })
  client.middlewareStack.add(stopBeforeSending, { step: 'build' })
  return client
}

function stsOrigin({ region, profile }: EndpointUser): Promise<URL> {
  const client = new STSClient({ region, credentials, ...withProfile(profile) })
  client.middlewareStack.add(stopBeforeSending, { step: 'build' })
  return builtUrl(() => client.send(new GetCallerIdentityCommand({})))
}

const isTrue = (text: string | undefined): boolean => text?.toLowerCase() === 'true'

/** Names that differ from the host's. https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html */
const variableNames: Readonly<Record<string, string>> = {
  secretsmanager: 'SECRETS_MANAGER',
  logs: 'CLOUDWATCH_LOGS',
  ce: 'COST_EXPLORER',
}

/** The variables of the SDKs, for services whose client isn't used. https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function endpointVariable(service: string): string | undefined {
  if (isTrue(process.env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'])) return undefined
  return process.env[`AWS_ENDPOINT_URL_${variableNames[service] ?? service.toUpperCase()}`] ?? process.env['AWS_ENDPOINT_URL']
}

/** IAM has one endpoint in each partition. https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
const iamHosts: Readonly<Record<Partition, string>> = {
  aws: 'iam.amazonaws.com',
  'aws-us-gov': 'iam.us-gov.amazonaws.com',
  'aws-cn': 'iam.cn-north-1.amazonaws.com.cn',
  'aws-eusc': 'iam.eusc-de-east-1.amazonaws.eu',
}

/** The Region that calls of IAM are signed for. */
export const iamRegions: Readonly<Record<Partition, string>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-cn': 'cn-north-1',
  'aws-eusc': 'eusc-de-east-1',
}

/** The endpoint of AWS GovCloud (US) is a FIPS one, and the other partitions have none. */
const iamHost = (partition: Partition): string =>
  partition === 'aws' && isTrue(process.env['AWS_USE_FIPS_ENDPOINT']) ? 'iam-fips.amazonaws.com' : iamHosts[partition]

export const iamUrl = (partition: Partition): URL => new URL(endpointVariable('iam') ?? `https://${iamHost(partition)}/`)

function serviceUrl(service: string, region: Region): URL {
  const fips = isTrue(process.env['AWS_USE_FIPS_ENDPOINT']) ? '-fips' : ''
  return new URL(endpointVariable(service) ?? `https://${service}${fips}.${region}.${partitions[partitionOf(region)].dnsSuffix}/`)
}

/** The origin that calls of a service go to: for STS and S3 by the SDK's own rules, whatever of environment and shared config names it. */
export async function configuredOrigin(service: string, user: EndpointUser): Promise<string> {
  if (service === 'sts') return (await stsOrigin(user)).origin
  if (service === 's3') return (await builtUrl(() => s3Client({ region: user.region }).send(new ListBucketsCommand({})))).origin
  return (service === 'iam' ? iamUrl(partitionOf(user.region)) : serviceUrl(service, user.region)).origin
}

type CheckedResource = { readonly resource: string; readonly region: Region; readonly forcePathStyle: boolean }

/** The URL of a check. A bucket has a host name of its own where S3 gives it one. */
export async function checkUrl({ service, path }: CheckRequest, { resource, region, forcePathStyle }: CheckedResource): Promise<URL> {
  if (service !== 's3') return new URL(path, serviceUrl(service, region))
  const url = await builtUrl(() => s3Client({ region, forcePathStyle }).send(new HeadBucketCommand({ Bucket: resource })))
  url.search = new URL(path, url).search
  return url
}
