import * as z from 'zod/mini'
import type { PastedFact } from './pasted-fact.ts'
import type { Shape } from './role-shapes.ts'
import { vendorWords } from './vendor-words.ts'

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
const FailedEvent = z.object({
  eventSource: z.string(),
  eventName: z.string(),
  errorCode: z.string(),
  errorMessage: z.optional(z.nullable(z.string())),
  userIdentity: z.optional(z.object({ accountId: z.optional(z.string()) })),
})
type FailedEvent = z.infer<typeof FailedEvent>

const Records = z.object({ Records: z.array(z.unknown()).check(z.minLength(1)) })
const LookedUp = z.object({ Events: z.array(z.object({ CloudTrailEvent: z.string() })).check(z.minLength(1)) })

/** A message with AWS's words is read from the text of the event. */
function factsOf(event: FailedEvent): readonly PastedFact[] {
  const { eventSource, eventName, errorCode, errorMessage, userIdentity } = event
  if (/\bUser: arn:/.test(errorMessage ?? '')) return []
  if (eventSource === 's3.amazonaws.com' && errorCode === 'AccessDenied')
    return [{ kind: 'error-text', code: errorCode, operation: eventName, message: 'Access Denied' }]
  if (errorMessage && !/^AccessDenied/.test(errorCode))
    return [{ kind: 'error-text', code: errorCode, operation: eventName, message: errorMessage }]
  const isCall = eventSource === 'sts.amazonaws.com' && eventName === 'AssumeRole'
  const words = isCall ? vendorWords(JSON.stringify(event)) : null
  return words === null ? [] : [{ ...words, callerAccount: userIdentity?.accountId }]
}

/** A denied call as CloudTrail keeps it, alone or in its log file. */
export const cloudTrailShape: Shape = (value) => {
  const records = Records.safeParse(value)
  const events = records.success ? records.data.Records : [value]
  const failed = events.map((event) => z.safeParse(z.looseObject(FailedEvent.shape), event)).find(({ success }) => success)
  return failed?.success ? factsOf(failed.data) : null
}

/**
 * The newest event of `aws cloudtrail lookup-events` that failed, else the newest.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudtrail/lookup-events.html
 */
export function lookedUpEvent(value: unknown): string | null {
  const lookedUp = LookedUp.safeParse(value)
  if (!lookedUp.success) return null
  const events = lookedUp.data.Events.map(({ CloudTrailEvent }) => CloudTrailEvent)
  return events.find((event) => event.includes('"errorCode"')) ?? events[0] ?? null
}
