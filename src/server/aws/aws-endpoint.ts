import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import * as z from 'zod/mini'
import type { Region } from '#core/aws/region.ts'

/** DNS suffixes of AWS by partition, with those of dual-stack endpoints. https://docs.aws.amazon.com/general/latest/gr/rande.html */
const suffix = String.raw`(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|api\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)`
const region = String.raw`[a-z]{2,4}(?:-[a-z]+)+-\d`
/** An interface endpoint in a VPC is AWS's own. https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html */
const vpcEndpoint = String.raw`vpce-[0-9a-z-]+\.`

/** Whole host names: customers of AWS have names of their own under the same suffixes. */
const ownHosts = {
  sts: new RegExp(`^(?:sts(?:-fips)?(?:\\.${region})?\\.|${vpcEndpoint}sts(?:-fips)?\\.${region}\\.vpce\\.)${suffix}$`),
  s3: new RegExp(
    `^(?:s3(?:-fips)?(?:\\.dualstack)?(?:[.-]${region})?\\.|(?:bucket\\.)?${vpcEndpoint}s3(?:-fips)?\\.${region}\\.vpce\\.)${suffix}$`,
  ),
} as const

export type AwsService = keyof typeof ownHosts

/** False for every address that another than AWS may answer at, a request without TLS included. */
export function isOwnEndpoint(service: AwsService, origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin)
  return protocol === 'https:' && port === '' && ownHosts[service].test(hostname)
}

const BuiltRequest = z.object({
  request: z.object({ protocol: z.string(), hostname: z.string(), port: z.optional(z.nullable(z.number())) }),
})

class BuiltAddress extends Error {
  readonly origin: string

  constructor({ request: { protocol, hostname, port } }: z.infer<typeof BuiltRequest>) {
    super('The request was built')
    this.origin = new URL(`${protocol}//${hostname}${port == null ? '' : `:${port}`}`).origin
  }
}

/** The origin that a client would send to. The request is built as ever, and goes no further. */
async function originOf(send: () => Promise<unknown>): Promise<string> {
  try {
    await send()
  } catch (error) {
    if (error instanceof BuiltAddress) return error.origin
    throw error
  }
  throw new Error('The request was sent')
}

const stopBeforeSending = () => async (built: unknown) => {
  throw new BuiltAddress(BuiltRequest.parse(built))
}

/** Resolving an endpoint needs some, and nothing is signed with these. */
const credentials = { accessKeyId: 'none', secretAccessKey: 'none' }

export type EndpointUser = { readonly region: Region; readonly profile: string | undefined }

const withProfile = (profile: string | undefined) => (profile === undefined ? {} : { profile })

/** By the SDK's own rules, whatever of environment and shared config names an endpoint. */
export const configuredOrigins: Readonly<Record<AwsService, (user: EndpointUser) => Promise<string>>> = {
  sts: ({ region, profile }) => {
    const client = new STSClient({ region, credentials, ...withProfile(profile) })
    client.middlewareStack.add(stopBeforeSending, { step: 'build' })
    return originOf(() => client.send(new GetCallerIdentityCommand({})))
  },
  s3: ({ region }) => {
    const client = new S3Client({ region, credentials })
    client.middlewareStack.add(stopBeforeSending, { step: 'build' })
    return originOf(() => client.send(new ListBucketsCommand({})))
  },
}
