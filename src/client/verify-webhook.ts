import { WebhookEvent } from '#core/events/webhook-event.ts'
import { hasWebhookSignature, readWebhookSecret } from '#core/events/webhook-signature.ts'
import { parseJson } from '#core/text/strings.ts'

const headerNames = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
type HeaderName = (typeof headerNames)[number]

/** Those of a request in Node.js, or of a `Request`. Names are in lowercase. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** Process only an `event`. Respond to `unknown-event` with 2xx too: a retry can't change it. To all others respond with 401. */
export type WebhookReading =
  /** Repeated attempts have the same ID. */
  | { readonly kind: 'event'; readonly id: string; readonly event: WebhookEvent }
  /** It is signed, and this version of the client doesn't know its type or its form. */
  | { readonly kind: 'unknown-event'; readonly id: string; readonly json: unknown }
  | { readonly kind: 'header-missing'; readonly header: HeaderName }
  /** Older or newer than five minutes: someone may repeat what they recorded, or a clock is wrong. */
  | { readonly kind: 'timestamp-rejected'; readonly timestamp: string }
  | { readonly kind: 'signature-rejected' }
  /** None of the given secrets can be read. */
  | { readonly kind: 'secret-invalid' }

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#verifying-webhook-authenticity */
const toleranceMs = 5 * 60_000

function headerOf(headers: WebhookHeaders, name: HeaderName): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function isRecent(timestamp: string, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now.getTime()) <= toleranceMs
}

type Options = { readonly now?: () => Date }

/**
 * Reads an event of Rolebridge. `body` is what was received, byte by byte: a parsed and written body can differ. Give the new secret and the
 * previous one while it is being replaced.
 */
export function verifyWebhook(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secrets: string | readonly string[],
  { now = () => new Date() }: Options = {},
): WebhookReading {
  const missing = headerNames.find((name) => headerOf(headers, name) === '')
  if (missing !== undefined) return { kind: 'header-missing', header: missing }
  const keys = [secrets].flat().flatMap((secret) => readWebhookSecret(secret) ?? [])
  if (keys.length === 0) return { kind: 'secret-invalid' }
  const [id, timestamp] = [headerOf(headers, 'webhook-id'), headerOf(headers, 'webhook-timestamp')]
  if (!hasWebhookSignature(headerOf(headers, 'webhook-signature'), keys, { id, timestamp, body })) return { kind: 'signature-rejected' }
  if (!isRecent(timestamp, now())) return { kind: 'timestamp-rejected', timestamp }
  const json = parseJson(typeof body === 'string' ? body : new TextDecoder().decode(body))
  const event = WebhookEvent.safeParse(json)
  return event.success ? { kind: 'event', id, event: event.data } : { kind: 'unknown-event', id, json }
}
