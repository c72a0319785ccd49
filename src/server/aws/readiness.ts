import { assumedRole, isCallerOf } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { applicationPrincipalArns, vendorAccountId } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import type { CallerIdentity, CanaryState, Sts } from '#core/verify/sts.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'

export type PartitionReadiness = {
  readonly partition: Partition
  readonly fault: string | null
  /** AWS said that the server is someone else. Any other fault says nothing about the server, and can be over at the next request. */
  readonly isWrongIdentity: boolean
}

export type Readiness = () => Promise<readonly PartitionReadiness[]>

type ReadinessOptions = {
  readonly vendor: Vendor
  readonly stsIn: (region: Region) => Pick<Sts, 'callerIdentity' | 'canary'>
  readonly now: () => Date
}

/** Anyone can call /readyz, so AWS is called at most this often. */
const lifetimeMs = 10_000

/** A load balancer often waits for one second. Later answers count for the next request. Without an earlier one, more is at stake. */
const patienceMs = { first: 2000, next: 500 }

type Identity = Extract<CallerIdentity, { kind: 'identity' }>

/** Says what is wrong without naming who we are. */
function identityFault(identity: Identity, vendor: Vendor, partition: Partition): string | null {
  const applications = applicationPrincipalArns(vendor, partition)
  if (identity.accountId !== vendorAccountId(vendor, partition)) return 'the credentials are not of the configured vendor account'
  if (applications.some((arn) => isCallerOf(identity.arn, arn))) return null
  if (vendor.applicationUser !== undefined) return 'the credentials are not those of the configured IAM user'
  if (assumedRole(identity.arn) === null) return 'the credentials are not those of a role'
  if (applications.length > 1) return 'the credentials are not those of an application role that the config names'
  return applications.length === 0 ? null : 'the credentials are not those of the application role'
}

const canaryFaults: Readonly<Record<CanaryState, string | null>> = {
  absent: null,
  sighted: null,
  blind: 'a policy of the vendor blocks the calls that a secure role must deny: the canary role cannot be assumed without the external ID',
  unknown: 'AWS gave no clear answer for the canary role',
}

/** The first offered Region of each partition, for questions that have one answer per partition. */
export function firstRegions(vendor: Vendor): readonly Region[] {
  const regions = offeredRegions(vendor).map(({ region }) => region)
  return regions.filter((region, index) => regions.findIndex((other) => partitionOf(other) === partitionOf(region)) === index)
}

const notYet = (region: Region): PartitionReadiness => ({
  partition: partitionOf(region),
  fault: 'AWS has not responded yet',
  isWrongIdentity: false,
})

/** Tests in each served partition that the credentials are the application's in the vendor account. Answers in time, also when AWS does not. */
export function createReadiness({ vendor, stsIn, now }: ReadinessOptions): Readiness {
  const regions = firstRegions(vendor)
  let last: { readonly at: number; readonly answer: Promise<readonly PartitionReadiness[]> } | null = null
  let known: readonly PartitionReadiness[] | null = null

  async function ask(region: Region): Promise<PartitionReadiness> {
    const partition = partitionOf(region)
    const { callerIdentity, canary } = stsIn(region)
    const identity = await callerIdentity(region)
    if (identity.kind === 'refused') return { partition, fault: `AWS returned no identity (${identity.code})`, isWrongIdentity: false }
    const fault = identityFault(identity, vendor, partition)
    return { partition, fault: fault ?? canaryFaults[await canary(region)], isWrongIdentity: fault !== null }
  }

  async function askAll(): Promise<readonly PartitionReadiness[]> {
    const found = await Promise.all(regions.map(ask))
    known = found
    return found
  }

  return async () => {
    const at = now().getTime()
    if (last === null || at - last.at >= lifetimeMs) last = { at, answer: askAll() }
    const { answer } = last
    const inTime = await withinDeadline(known === null ? patienceMs.first : patienceMs.next, () => answer)
    return inTime === 'late' ? (known ?? regions.map(notYet)) : inTime
  }
}
