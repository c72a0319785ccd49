import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import { type Receipt, receiptAlgorithm, receiptType } from '#core/verify/receipt.ts'
import { type PublicReceiptKey, ReceiptKey } from '#server/config/receipt-key.ts'

type PublicKey = PublicReceiptKey & { readonly kid: string; readonly use: 'sig'; readonly alg: string }

export type Receipts = {
  /** A compact JWS. */
  readonly signed: (receipt: Receipt) => Promise<string>
  /** Public, for verifying receipts. https://www.rfc-editor.org/rfc/rfc7517#section-5 */
  readonly publicKeys: { readonly keys: readonly PublicKey[] }
}

const alg = receiptAlgorithm

export async function newReceiptKey(): Promise<ReceiptKey> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true })
  return ReceiptKey.parse(await exportJWK(privateKey))
}

async function published({ kty, crv, x }: PublicReceiptKey): Promise<PublicKey> {
  return { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }), use: 'sig', alg }
}

/** Signs with one key, and publishes those that signed earlier receipts too. Rejects a public part that does not belong to the private one. */
export async function createReceipts(key: ReceiptKey, previous: readonly PublicReceiptKey[] = []): Promise<Receipts> {
  const { kty, crv, x, d } = key
  const privateKey = await importJWK({ kty, crv, x, d }, alg)
  const current = await published(key)
  const { kid } = current
  const earlier = await Promise.all(previous.filter((each) => each.x !== x).map(published))
  return {
    signed: (receipt) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
        .setProtectedHeader({ alg, kid, typ: receiptType })
        .sign(privateKey),
    publicKeys: { keys: [current, ...earlier] },
  }
}
