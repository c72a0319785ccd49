import { partitionOf, type Region } from '#core/aws/region.ts'
import { offeredRegions } from '#core/connection/offered-regions.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type AwsIdentity, ownAws, type Settings } from '#server/config/environment.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { type AwsService, configuredOrigins, type EndpointUser, isOwnEndpoint } from './aws-endpoint.ts'

type Live = Pick<Settings, 'profiles' | 'controlProfiles' | 'secondRoleProfiles' | 'allowedStsEndpoint'>

/** One region of each partition that the vendor serves: an endpoint that is configured counts for all of them. */
function regionsToAsk(vendor: Vendor): readonly Region[] {
  return [...new Map(offeredRegions(vendor).map(({ region }) => [partitionOf(region), region])).values()]
}

function usersOf(vendor: Vendor, { profiles, controlProfiles, secondRoleProfiles }: Live): readonly EndpointUser[] {
  return regionsToAsk(vendor).flatMap((region) => {
    const partition = partitionOf(region)
    const others = [controlProfiles[partition], secondRoleProfiles[partition]].filter((profile) => profile !== undefined)
    return [profiles[partition], ...others].map((profile) => ({ region, profile }))
  })
}

const serviceNames: Readonly<Record<AwsService, string>> = { sts: 'STS', s3: 'S3' }

/** Null where there is none, such as S3 with FIPS in China: what is sent nowhere is answered by nobody. */
async function origin(service: AwsService, user: EndpointUser): Promise<string | null> {
  try {
    return await configuredOrigins[service](user)
  } catch {
    if (service === 's3') return null
    throw new StartRefusal([
      `The endpoint of ${serviceNames[service]} in ${user.region} cannot be resolved.`,
      'Check AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_STS, and endpoint_url and services in the AWS config file.',
    ])
  }
}

function refused(service: AwsService, other: string): StartRefusal {
  return new StartRefusal([
    `${serviceNames[service]} would be called at ${other}, which is not an endpoint of AWS.`,
    'What answers there says nothing about roles in AWS, and ROLEBRIDGE_AWS=live means AWS.',
    'Remove the endpoint: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL_S3, or endpoint_url in the AWS config file.',
    `If you mean it, set ROLEBRIDGE_STS_ENDPOINT_ALLOWED=${other}. Every verdict and receipt is then marked as simulated.`,
  ])
}

/** AWS itself, or the one other endpoint that is allowed. Throws `StartRefusal` for any other. */
export async function liveAws(vendor: Vendor, settings: Live): Promise<AwsIdentity> {
  const { allowedStsEndpoint: allowed } = settings
  let identity = ownAws
  for (const service of ['sts', 's3'] as const) {
    for (const user of usersOf(vendor, settings)) {
      const used = await origin(service, user)
      if (used === null || isOwnEndpoint(service, used)) continue
      if (used !== allowed) throw refused(service, used)
      identity = used
    }
  }
  return identity
}
