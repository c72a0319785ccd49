import { eventBus } from '#server/aws/event-bus.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import { failed, sendDeadlineMs } from '#server/events/send-result.ts'
import type { EventTarget } from './event-message.ts'

/** The source that rules match. */
const source = 'rolebridge'

/** Without a signature and headers, so the ID is a part of the detail. */
const withId = (id: string, text: string): string => JSON.stringify({ id, ...JSON.parse(text) })

/** Puts events on an Amazon EventBridge bus. */
export function eventBridgeTarget(access: Parameters<typeof eventBus>[0]): EventTarget {
  const put = eventBus(access)
  return {
    send: async ({ id, type, timestamp, roleArn, text }) => {
      const entry = {
        Source: source,
        DetailType: type,
        Detail: withId(id, text),
        Resources: roleArn === null ? [] : [roleArn],
        Time: Math.floor(Date.parse(timestamp) / 1000),
      }
      const result = await withinDeadline(sendDeadlineMs, (signal) => put(entry, signal))
      return result === 'late' ? failed({ code: 'timeout' }) : result
    },
  }
}
