import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64, readBase64 } from '#core/text/base64.ts'

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#signature-scheme */
const secretPrefix = 'whsec_'
const [secretMinimumBytes, secretMaximumBytes] = [24, 64]

/** The key of a text such as `whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`. Null for any other text. */
export function readWebhookSecret(text: string): Uint8Array | null {
  const key = text.startsWith(secretPrefix) ? readBase64(text.slice(secretPrefix.length)) : null
  return key !== null && key.length >= secretMinimumBytes && key.length <= secretMaximumBytes ? key : null
}

export type SignedContent = {
  /** The header `webhook-id`. */
  readonly id: string
  /** The header `webhook-timestamp`, in seconds since the epoch. */
  readonly timestamp: string
  readonly body: string | Uint8Array
}

const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? utf8ToBytes(body) : body)

/** One signature of the header `webhook-signature`, which has one for each secret with a space between them. */
export function webhookSignature(key: Uint8Array, { id, timestamp, body }: SignedContent): string {
  return `v1,${base64(hmac(sha256, key, concatBytes(utf8ToBytes(`${id}.${timestamp}.`), bytesOf(body))))}`
}

/** Takes as long for every wrong text of one length, so that its time says nothing about the right one. */
function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index % (other.length || 1))
  return difference === 0
}

/** True if the header has a signature with one of the keys. Signatures of other versions are ignored. */
export function hasWebhookSignature(header: string, keys: readonly Uint8Array[], content: SignedContent): boolean {
  const expected = keys.map((key) => webhookSignature(key, content))
  return header.split(' ').some((given) => expected.some((signature) => isEqual(signature, given)))
}
