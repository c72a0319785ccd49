import * as z from 'zod/mini'
import { parseJson } from '#core/text/strings.ts'

// 32 bytes. https://www.rfc-editor.org/rfc/rfc8037#section-2
const KeyBytes = z.string().check(z.regex(/^[\w-]{43}$/))

/** The part of a key that verifies receipts. A private part is dropped. */
const PublicReceiptKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: KeyBytes })
export type PublicReceiptKey = z.infer<typeof PublicReceiptKey>

const PreviousReceiptKeys = z.union([
  z.pipe(
    z.object({ keys: z.array(PublicReceiptKey) }),
    z.transform(({ keys }): readonly PublicReceiptKey[] => keys),
  ),
  z.pipe(
    PublicReceiptKey,
    z.transform((key): readonly PublicReceiptKey[] => [key]),
  ),
])

/** A private Ed25519 key as JWK. */
export const ReceiptKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: KeyBytes, d: KeyBytes })
export type ReceiptKey = z.infer<typeof ReceiptKey>

/** Null for anything but a private Ed25519 key as JWK. */
export function readReceiptKey(text: string): ReceiptKey | null {
  return ReceiptKey.safeParse(parseJson(text)).data ?? null
}

/** Public or private keys, one as JWK or several as JWK Set. Null for anything else. */
export function readPreviousReceiptKeys(text: string): readonly PublicReceiptKey[] | null {
  return PreviousReceiptKeys.safeParse(parseJson(text)).data ?? null
}
