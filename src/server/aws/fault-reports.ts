import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { outcomeOf } from '#core/verify/evidence.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
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

/** Null if a verdict says nothing about our side, so that an earlier fault may continue. */
function faultOf(verdict: Verdict): Diagnosis | 'none' | null {
  if (verdict.kind === 'vendor-fault') return verdict.diagnosis
  return ['assumed', 'denied'].includes(outcomeOf(verdict, 'right-id')) ? 'none' : null
}

type CheckedConnection = { readonly id: string; readonly region: Region }

/** A fault can affect only some accounts, so it starts with the first affected connection and ends with the last. */
type Fault = { readonly partition: Partition; readonly diagnosis: Diagnosis; readonly connections: Set<string> }

/** Logs every change of a fault on the vendor's side once, not with each check that meets it. */
export function vendorFaultReport(log: Log): (connection: CheckedConnection, verdict: Verdict) => void {
  const faults: Fault[] = []

  function end(fault: Fault, connectionId: string): void {
    fault.connections.delete(connectionId)
    if (fault.connections.size > 0) return
    faults.splice(faults.indexOf(fault), 1)
    log.info({ partition: fault.partition, diagnosis: fault.diagnosis }, 'the fault on our side is over')
  }

  return ({ id, region }, verdict) => {
    const [partition, diagnosis] = [partitionOf(region), faultOf(verdict)]
    if (diagnosis === null) return
    const met = faults.filter(({ connections }) => connections.has(id))
    const known = faults.find((fault) => fault.partition === partition && fault.diagnosis === diagnosis)
    known?.connections.add(id)
    if (known === undefined && diagnosis !== 'none') {
      faults.push({ partition, diagnosis, connections: new Set([id]) })
      log.error({ partition, diagnosis, causes: verdict.causes }, 'a fault on our side keeps roles from being verified')
    }
    for (const fault of met) if (fault.diagnosis !== diagnosis) end(fault, id)
  }
}
