import { type Partition, partitionIds } from '#core/aws/partition.ts'
import type { Sts } from '#core/verify/sts.ts'
import type { Settings } from '#server/config/environment.ts'
import type { StsSlots } from '#server/registry/sts-slots.ts'
import { awsSts, type ProfileCredentials } from './aws-sts.ts'
import { type CheckQueue, checkQueue } from './check-queue.ts'
import { type StsBudget, stsBudget } from './sts-budget.ts'
import type { StsCall } from './sts-calls.ts'

type Access = Pick<Settings, 'profiles' | 'controlProfiles' | 'secondRoleProfiles' | 'canaryRoleArns' | 'stsPerSecond'> & {
  /** True for an endpoint without a host name for each bucket. */
  readonly forcePathStyle: boolean
  readonly credentials?: ProfileCredentials
  readonly slots: StsSlots
  readonly onCall: (call: StsCall & { readonly partition: Partition }) => void
}

export type PartitionSts = Pick<StsBudget, 'waitingCalls'> & { readonly stsOfCheck: () => Sts; readonly queue: CheckQueue }

const nowMs = () => Date.now()
const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

function accessIn(partition: Partition, access: Access): PartitionSts {
  const { stsPerSecond: callsPerSecond, slots, onCall } = access
  const observe = (call: StsCall) => onCall({ ...call, partition })
  const budget = stsBudget({ partition, callsPerSecond, slots, nowMs, wait: pause, observe })
  const sts = awsSts({
    profile: access.profiles[partition],
    controlProfile: access.controlProfiles[partition],
    secondRoleProfile: access.secondRoleProfiles[partition],
    canaryRoleArn: access.canaryRoleArns[partition] ?? null,
    forcePathStyle: access.forcePathStyle,
    credentials: access.credentials,
  })
  return { stsOfCheck: budget.limited(sts), queue: checkQueue({ callsPerSecond, budget, nowMs }), waitingCalls: budget.waitingCalls }
}

/** Each partition has its own credentials and its own budget. */
export function stsByPartition(access: Access): (partition: Partition) => PartitionSts {
  const byPartition = new Map(partitionIds.map((partition) => [partition, accessIn(partition, access)]))
  return (partition) => {
    const found = byPartition.get(partition)
    if (found === undefined) throw new Error(`No access to ${partition}`)
    return found
  }
}
