import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Settings } from '#server/config/environment.ts'
import { failureSentence } from '#server/events/send-result.ts'
import { eventTarget, sendTest } from './event-delivery.ts'

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
const now = () => new Date()

const off =
  'Events are off, so nothing was sent. Set ROLEBRIDGE_WEBHOOK_URL and ROLEBRIDGE_WEBHOOK_SECRET, or ROLEBRIDGE_EVENTBRIDGE_BUS, to what the server has.'

const simulated =
  'With the simulator, only the running server reaches EventBridge, so nothing was sent. Send POST /api/vendor/events/test to it, or set ROLEBRIDGE_AWS=live.'

/** Says no more of the URL than its origin: its path can be a secret. */
const placeOf = ({ events }: Pick<Settings, 'events'>): string => {
  if (events.kind === 'webhook') return events.url.origin
  return events.kind === 'eventbridge' ? events.bus.arn : ''
}

type Report = { readonly isAccepted: boolean; readonly lines: readonly string[] }

/** `rolebridge webhook test`. */
export async function testReport(settings: Pick<Settings, 'events' | 'profiles' | 'aws'>): Promise<Report> {
  if (settings.events.kind === 'eventbridge' && settings.aws === 'simulator') return { isAccepted: false, lines: [simulated] }
  const target = eventTarget({ settings, now })
  if (target === null) return { isAccepted: false, lines: [off] }
  const result = await sendTest(target, now, randomBytes)
  const place = placeOf(settings)
  if (result.kind === 'accepted')
    return { isAccepted: true, lines: [`${place} accepted a test event of the type webhook.test with status ${result.status}.`] }
  return { isAccepted: false, lines: [`${place} did not accept the test event. ${failureSentence(result.failure)}`] }
}
