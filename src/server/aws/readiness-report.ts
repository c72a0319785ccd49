import type { Partition } from '#core/aws/partition.ts'
import type { Log } from '#server/config/log.ts'
import type { Readiness } from './readiness.ts'

/** The same readiness, which logs what keeps a partition from being ready when that begins, changes and ends. */
export function reportedReadiness(readiness: Readiness, log: Log): Readiness {
  const last = new Map<Partition, string>()
  return async () => {
    const partitions = await readiness()
    for (const { partition, fault } of partitions) {
      const before = last.get(partition)
      if (fault === (before ?? null)) continue
      if (fault === null) {
        last.delete(partition)
        log.info({ partition, fault: before }, 'ready again')
      } else {
        last.set(partition, fault)
        log.error({ partition, fault }, 'not ready')
      }
    }
    return partitions
  }
}
