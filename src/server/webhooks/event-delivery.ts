import { partitionOf } from '#core/aws/region.ts'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { DeliveryFailure } from '#core/events/delivery.ts'
import type { ProfileCredentials } from '#server/aws/aws-sts.ts'
import type { Settings } from '#server/config/environment.ts'
import type { Log } from '#server/config/log.ts'
import { failureSentence, type SendResult } from '#server/events/send-result.ts'
import type { Metrics } from '#server/http/measurements.ts'
import type { Receipts } from '#server/http/receipts.ts'
import { errorFields } from '#server/http/request-log.ts'
import type { EventRecord, Outcome } from '#server/registry/event-records.ts'
import type { Registry } from '#server/registry/registry.ts'
import { type DeliverDue, type DeliveryRound, deliverAllDue, eventDeliveries, repeatedDelivery } from './deliveries.ts'
import { eventBridgeTarget } from './event-bridge-target.ts'
import { type EventTarget, eventMessage, testMessage } from './event-message.ts'
import { webhookTarget } from './webhook-target.ts'

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
function deliveryReport(metrics: Pick<Metrics, 'countEvent'>, log: Log) {
  const reportChange = changeReport(log)
  return ({ id, connectionId, type, attempts }: EventRecord, result: SendResult, outcome: Outcome): void => {
    metrics.countEvent({ type, result: outcome.kind === 'postponed' ? 'failed' : outcome.kind })
    reportChange(result)
    if (outcome.kind !== 'dead') return
    const fields = { event: id, connectionId, type, attempts, ...fieldsOf(outcome.failure) }
    log.error(fields, 'An event was given up. The vendor API can send it again.')
  }
}

type TargetOptions = {
  readonly settings: Pick<Settings, 'events' | 'profiles'>
  /** Those of the simulator, in place of the shared AWS config. */
  readonly credentials?: ProfileCredentials | undefined
  readonly now: () => Date
}

/** Null: events are off. */
export function eventTarget({ settings: { events, profiles }, credentials, now }: TargetOptions): EventTarget | null {
  if (events.kind === 'none') return null
  if (events.kind === 'webhook') return webhookTarget({ ...events, now })
  const { arn: busArn, region } = events.bus
  return eventBridgeTarget({ busArn, region, profile: profiles[partitionOf(region)], credentials })
}

const testIdLength = 22

/** Sends one event about nothing, without a retry. */
export const sendTest = (target: EventTarget, now: () => Date, randomBytes: RandomBytes): Promise<SendResult> =>
  target.send(testMessage(`evt_test_${randomCharacters(testIdLength, randomBytes)}`, now()))

type DeliveryOptions = TargetOptions & {
  readonly vendor: Vendor
  readonly registry: Registry
  readonly receipts: Receipts
  readonly metrics: Pick<Metrics, 'countEvent'>
  readonly log: Log
  readonly randomBytes: RandomBytes
}

export type EventDelivery = {
  /** Null: events are off. */
  readonly sendTestEvent: (() => Promise<SendResult>) | null
  readonly deliverAllDue: (isTimeLeft: () => boolean) => Promise<DeliveryRound>
  /** Sends events until the returned function is called, which waits for those that are on their way. */
  readonly start: () => () => Promise<void>
}

const off: EventDelivery = {
  sendTestEvent: null,
  deliverAllDue: async () => ({ delivered: 0, failed: 0 }),
  start: () => async () => {},
}

const reportFailed = (log: Log) => (error: unknown) => log.error(errorFields(error), 'Events could not be read from the registry.')

/** The events of the registry, on their way to the vendor's back end. */
export function eventDelivery(options: DeliveryOptions): EventDelivery {
  const { vendor, registry, receipts, metrics, log, now, randomBytes } = options
  const target = eventTarget(options)
  if (target === null) return off
  const onError = reportFailed(log)
  const deliver: DeliverDue = eventDeliveries({
    registry,
    target,
    message: (event, changed) => eventMessage(event, changed, { vendor, receipts, now }),
    now,
    random: Math.random,
    onResult: deliveryReport(metrics, log),
    onError,
  })
  return {
    sendTestEvent: () => sendTest(target, now, randomBytes),
    deliverAllDue: (isTimeLeft) => deliverAllDue(deliver, isTimeLeft),
    start: () => repeatedDelivery(deliver, onError),
  }
}
