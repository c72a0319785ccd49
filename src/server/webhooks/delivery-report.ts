import type { DeliveryFailure } from '#core/events/delivery.ts'
import type { Log } from '#server/config/log.ts'
import { failureSentence, type SendResult } from '#server/events/send-result.ts'
import type { Metrics } from '#server/http/measurements.ts'
import type { EventRecord, Outcome } from '#server/registry/event-records.ts'

type Fields = Readonly<Record<string, string | number>>

function fieldsOf({ code, status, reason }: DeliveryFailure): Fields {
  return { failure: code, ...(status === undefined ? {} : { status }), ...(reason === undefined ? {} : { reason }) }
}

/** Logs when attempts begin and cease to fail, not each one that does. */
function changeReport(log: Log): (result: SendResult) => void {
  let trouble: DeliveryFailure['code'] | null = null
  return (result) => {
    const before = trouble
    trouble = result.kind === 'failed' ? result.failure.code : null
    if (trouble === before) return
    if (result.kind === 'accepted') log.info({ failure: before }, 'Events are delivered again.')
    else log.warn(fieldsOf(result.failure), `An event was not accepted. ${failureSentence(result.failure)}`)
  }
}

/** Counts each attempt, and logs every event that is given up. */
export function deliveryReport(metrics: Pick<Metrics, 'countEvent'>, log: Log) {
  const reportChange = changeReport(log)
  return ({ id, connectionId, type, attempts }: EventRecord, result: SendResult, outcome: Outcome): void => {
    metrics.countEvent({ type, result: outcome.kind === 'postponed' ? 'failed' : outcome.kind })
    reportChange(result)
    if (outcome.kind !== 'dead') return
    const fields = { event: id, connectionId, type, attempts, ...fieldsOf(outcome.failure) }
    log.error(fields, 'An event was given up. The vendor API can send it again.')
  }
}
