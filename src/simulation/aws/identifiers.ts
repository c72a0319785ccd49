import { sha256 } from '@noble/hashes/sha2.js'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'

const blockLength = 32

/** The same bytes for the same seed, for repeatable demos and tests. Never use it for a secret. */
export function seededBytes(seed: string): RandomBytes {
  let count = 0
  function block(): Uint8Array {
    count += 1
    return sha256(new TextEncoder().encode(`${seed} ${count}`))
  }
  return (length) => {
    const bytes = new Uint8Array(length)
    for (let start = 0; start < length; start += blockLength) bytes.set(block().subarray(0, length - start), start)
    return bytes
  }
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
export const newRoleId = (randomBytes: RandomBytes): string => `AROA${randomCharacters(17, randomBytes, capitals)}`
export const newPolicyId = (randomBytes: RandomBytes): string => `ANPA${randomCharacters(17, randomBytes, capitals)}`
export const newSessionKeyId = (randomBytes: RandomBytes): string => `ASIA${randomCharacters(16, randomBytes, capitals)}`
export const newSecret = (randomBytes: RandomBytes, length: number): string => randomCharacters(length, randomBytes)
export const newNameSuffix = (randomBytes: RandomBytes): string => randomCharacters(12, randomBytes, capitals)

/** A version 4 UUID. Pages that aren't served over https lack `crypto.randomUUID`. */
export function newUuid(randomBytes: RandomBytes): string {
  const hex = randomCharacters(32, randomBytes, '0123456789abcdef')
  const variant = randomCharacters(1, randomBytes, '89ab')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

export const uuidOf = (text: string): string => newUuid(seededBytes(text))

/** The time format of IAM and STS. */
export const toTheSecond = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`
