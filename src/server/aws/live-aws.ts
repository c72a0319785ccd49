import { partitionOf, type Region } from '#core/aws/region.ts'
import { awsCheck } from '#core/checks/checks.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import { configuredOrigin, type EndpointUser, isOwnEndpoint } from '#server/config/aws-endpoint.ts'
import { type AwsIdentity, ownAws, type Settings } from '#server/config/environment.ts'
import type { Log } from '#server/config/log.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { firstRegions } from './readiness.ts'

/** STS returns the ARN of an IAM user or the root user. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const isLongLived = (arn: string): boolean => /^arn:[^:]+:iam::\d{12}:(root$|user\/)/.test(arn)

/**
 * Throws if the server runs as an IAM user or as root: their keys don't expire, and customers trust a role. Missing credentials don't stop
 * the start, because a container can start before it has them.
 */
export async function refuseLongLivedCredentials(
  vendor: Vendor,
  stsIn: (region: Region) => Pick<Sts, 'callerIdentity'>,
  log: Log,
): Promise<void> {
  const answers = await Promise.all(
    firstRegions(vendor).map(async (region) => ({ region, identity: await stsIn(region).callerIdentity(region) })),
  )
  for (const { region, identity } of answers) {
    const partition = partitionOf(region)
    if (identity.kind === 'refused') log.warn({ partition, code: identity.code }, 'not ready: AWS did not say who this server is')
    else if (isLongLived(identity.arn))
      throw new StartRefusal([
        `In ${partition} this server has the credentials of ${identity.arn.endsWith(':root') ? 'the root user' : 'an IAM user'}.`,
        'Their access keys do not expire, and customers’ roles trust a role of yours.',
        'Run it as a role: an EC2 instance role, an ECS task role, an EKS pod identity, a Lambda execution role, or a profile with role_arn.',
      ])
  }
}

type Live = Pick<Settings, 'profiles' | 'controlProfiles' | 'secondRoleProfiles' | 'allowedStsEndpoint'>

function usersOf(vendor: Vendor, { profiles, controlProfiles, secondRoleProfiles }: Live): readonly EndpointUser[] {
  return firstRegions(vendor).flatMap((region) => {
    const partition = partitionOf(region)
    const others = [controlProfiles[partition], secondRoleProfiles[partition]].filter((profile) => profile !== undefined)
    return [profiles[partition], ...others].map((profile) => ({ region, profile }))
  })
}

/** STS, S3, what the vendor's checks call, and IAM if roles are read. */
function servicesOf({ permissionSets, roleInspection }: Vendor): readonly string[] {
  const checked = permissionSets.flatMap(({ checks }) => checks.flatMap(({ call }) => awsCheck(call)?.request.service ?? []))
  return [...new Set(['sts', 's3', ...checked, ...(roleInspection === 'none' ? [] : ['iam'])])]
}

const nameOf = (service: string): string => service.toUpperCase()

/** Null if there is no endpoint, such as S3 with FIPS in China, so that nothing can be sent elsewhere. */
async function origin(service: string, user: EndpointUser): Promise<string | null> {
  try {
    return await configuredOrigin(service, user)
  } catch {
    if (service === 's3') return null
    throw new StartRefusal([
      `The endpoint of ${nameOf(service)} in ${user.region} cannot be resolved.`,
      'Check AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_STS, and endpoint_url and services in the AWS config file.',
    ])
  }
}

function refused(service: string, other: string): StartRefusal {
  return new StartRefusal([
    `${nameOf(service)} would be called at ${other}, which is not an endpoint of AWS.`,
    'Its responses say nothing about roles in AWS, and ROLEBRIDGE_AWS=live requires AWS.',
    'Remove the endpoint: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL_S3 and the like, or endpoint_url in the AWS config file.',
    `If you mean it, set ROLEBRIDGE_STS_ENDPOINT_ALLOWED=${other}. Every verdict and receipt is then marked as simulated.`,
  ])
}

/** AWS itself, or the one other endpoint that is allowed. Throws `StartRefusal` for any other. */
export async function liveAws(vendor: Vendor, settings: Live): Promise<AwsIdentity> {
  const { allowedStsEndpoint: allowed } = settings
  let identity = ownAws
  for (const service of servicesOf(vendor)) {
    for (const user of usersOf(vendor, settings)) {
      const used = await origin(service, user)
      if (used === null || isOwnEndpoint(service, used)) continue
      if (used !== allowed) throw refused(service, used)
      identity = used
    }
  }
  return identity
}
