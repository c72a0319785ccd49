import type { Partition } from '#core/partition.ts'
import { outcomeOf } from '#core/verify/evidence.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import type { Log } from './app-dependencies.ts'

/** Null while a verdict says nothing about our side: then the fault before it may go on. */
function faultOf(verdict: Verdict): Diagnosis | 'none' | null {
  if (verdict.kind === 'vendor-fault') return verdict.diagnosis
  return ['assumed', 'denied'].includes(outcomeOf(verdict, 'right-id')) ? 'none' : null
}

/** Logs every change of a fault on the vendor's side once, not with each check that meets it. */
export function vendorFaultReport(log: Log): (partition: Partition, verdict: Verdict) => void {
  const current = new Map<Partition, Diagnosis | 'none'>()
  return (partition, verdict) => {
    const fault = faultOf(verdict)
    const before = current.get(partition) ?? 'none'
    if (fault === null || fault === before) return
    current.set(partition, fault)
    if (fault === 'none') log.info({ partition, diagnosis: before }, 'the fault on our side is over')
    else log.error({ partition, diagnosis: fault, causes: verdict.causes }, 'a fault on our side keeps roles from being verified')
  }
}
