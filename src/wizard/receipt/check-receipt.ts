import { base64url, compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose'
import * as z from 'zod/mini'
import { pastedText } from '#core/text/strings.ts'
import { Receipt, type ReceiptKeys, receiptAlgorithm, receiptType } from '#core/verify/receipt.ts'

export type ReceiptReading =
  | { readonly kind: 'valid'; readonly receipt: Receipt }
  | { readonly kind: 'signature-wrong' }
  /** It may be genuine, from another server or of a key that was replaced. */
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'not-a-receipt' }
  /** The browser has no Ed25519, or the page came without encryption. */
  | { readonly kind: 'browser-cannot' }

type PublicKey = ReceiptKeys['keys'][number]

const Header = z.object({ alg: z.literal(receiptAlgorithm), typ: z.literal(receiptType), kid: z.string() })

function readHeader(jws: string): z.infer<typeof Header> | null {
  try {
    return Header.safeParse(decodeProtectedHeader(jws)).data ?? null
  } catch {
    return null
  }
}

function readPayload(payload: Uint8Array): Receipt | null {
  try {
    return Receipt.safeParse(JSON.parse(new TextDecoder().decode(payload))).data ?? null
  } catch {
    return null
  }
}

/** The last character of a signature has bits that mean nothing: only one of its forms is the one that was signed. */
function isAsWritten(jws: string): boolean {
  const signature = jws.slice(jws.lastIndexOf('.') + 1)
  return base64url.encode(base64url.decode(signature)) === signature
}

async function verified(jws: string, { kty, crv, x }: PublicKey): Promise<ReceiptReading> {
  const key = await importJWK({ kty, crv, x }, receiptAlgorithm)
  const { payload } = await compactVerify(jws, key, { algorithms: [receiptAlgorithm] })
  if (!isAsWritten(jws)) return { kind: 'signature-wrong' }
  const receipt = readPayload(payload)
  return receipt === null ? { kind: 'not-a-receipt' } : { kind: 'valid', receipt }
}

/** Verifies a receipt with these keys. Mail and terminals break long lines, so blanks go. Never throws. */
export async function checkReceipt(text: string, { keys }: ReceiptKeys): Promise<ReceiptReading> {
  const jws = pastedText(text).replace(/\s+/g, '')
  const header = readHeader(jws)
  if (header === null) return { kind: 'not-a-receipt' }
  const key = keys.find(({ kid }) => kid === header.kid)
  if (key === undefined) return { kind: 'unknown-key' }
  try {
    return await verified(jws, key)
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { kind: 'signature-wrong' }
    return { kind: error instanceof errors.JOSEError ? 'not-a-receipt' : 'browser-cannot' }
  }
}
