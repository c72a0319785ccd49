import { partitionOf, type Region } from '#core/aws/region.ts'
import { offeredRegions } from '#core/connection/offered-regions.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import type { Log } from '#server/config/log.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'

function firstRegions(vendor: Vendor): readonly Region[] {
  const regions = offeredRegions(vendor).map(({ region }) => region)
  return regions.filter((region, index) => regions.findIndex((other) => partitionOf(other) === partitionOf(region)) === index)
}

/** An IAM user or the root user, by the ARN that STS gives. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const isLongLived = (arn: string): boolean => /^arn:[^:]+:iam::\d{12}:(root$|user\/)/.test(arn)

/**
 * Throws where the server runs as an IAM user or as root: their keys do not expire, and customers trust a role. Credentials that cannot be
 * had yet are no reason to stop, since a container may start before they are there.
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
