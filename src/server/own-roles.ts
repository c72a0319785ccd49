import type { Partition } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { canaryFaults } from './aws/canary.ts'
import { refuseLongLivedCredentials } from './aws/live-aws.ts'
import { reportOwnPolicies } from './aws/own-policies.ts'
import type { PartitionSts } from './aws/partition-access.ts'
import { firstRegions } from './aws/readiness.ts'
import type { Settings } from './config/environment.ts'
import type { Log } from './config/log.ts'
import type { SimulatedAws } from './simulated-aws.ts'

type Own = { readonly vendor: Vendor; readonly stsOf: (partition: Partition) => PartitionSts; readonly log: Log }

type OwnRoles = Own & {
  readonly profiles: Settings['profiles']
  readonly simulated: Pick<SimulatedAws, 'endpoint' | 'credentials'> | null
}

/** In each partition, the server checks the policies of the role that it runs as. */
export async function reportAllOwnPolicies({ vendor, stsOf, log, profiles, simulated }: OwnRoles): Promise<void> {
  for (const region of firstRegions(vendor)) {
    const partition = partitionOf(region)
    const identity = await stsOf(partition).stsOfCheck().callerIdentity(region)
    if (identity.kind !== 'identity') continue
    const access = { profile: profiles[partition], credentials: simulated?.credentials, endpoint: simulated?.endpoint ?? null }
    await reportOwnPolicies({ ...access, region, arn: identity.arn }, vendor, log)
  }
}

/** Throws if the server runs as something that is no role, or if its canary says nothing. */
export async function refuseWrongRoles({ settings, vendor, stsOf, log }: Own & { readonly settings: Settings }): Promise<void> {
  const [canaryFault] = canaryFaults(vendor, settings.canaryRoleArns)
  if (canaryFault !== undefined) throw new Error(canaryFault)
  if (settings.aws === 'live') await refuseLongLivedCredentials(vendor, (region) => stsOf(partitionOf(region)).stsOfCheck(), log)
}
