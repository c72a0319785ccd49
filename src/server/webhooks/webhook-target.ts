import { lookup } from 'node:dns/promises'
import { webhookSignature } from '#core/events/webhook-signature.ts'
import { withinDeadline } from '#server/config/call-deadline.ts'
import type { AllowedNetworks } from '#server/config/public-address.ts'
import { failed, sendDeadlineMs } from '#server/events/send-result.ts'
import type { EventTarget } from './event-message.ts'
import { postTo } from './guarded-post.ts'
import type { Resolve } from './judged-addresses.ts'

type WebhookTargetOptions = {
  readonly url: URL
  /** Receivers accept a signature with any one, so that secrets can be replaced. */
  readonly keys: readonly Uint8Array[]
  readonly allowedNetworks: AllowedNetworks
  readonly now: () => Date
  readonly resolve?: Resolve
  readonly deadlineMs?: number
}

const resolveName: Resolve = (host) => lookup(host, { all: true })

/** Sends events as Standard Webhooks. https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
export function webhookTarget(options: WebhookTargetOptions): EventTarget {
  const { url, keys, allowedNetworks, now, resolve = resolveName, deadlineMs = sendDeadlineMs } = options
  const guard = { url, allowedNetworks, resolve }
  return {
    send: async ({ id, text: body }) => {
      // The time of the attempt: receivers reject old ones, so that no one can repeat a request.
      const timestamp = String(Math.floor(now().getTime() / 1000))
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Rolebridge',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': keys.map((key) => webhookSignature(key, { id, timestamp, body })).join(' '),
      }
      const result = await withinDeadline(deadlineMs, (signal) => postTo(guard, { headers, body, signal }))
      return result === 'late' ? failed({ code: 'timeout' }) : result
    },
  }
}
