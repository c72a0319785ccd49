import { sha256 } from '@noble/hashes/sha2.js'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'

const blockLength = 32

/** The same bytes for the same seed, where things are to look the same each time. Never for a secret. */
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
