import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import { type Receipt, receiptAlgorithm, receiptType } from '#core/connection/receipt.ts'
import { ReceiptKey } from '#server/config/receipt-key.ts'

type PublicKey = Omit<ReceiptKey, 'd'> & { readonly kid: string; readonly use: 'sig'; readonly alg: string }

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

/** Rejects a public part that does not belong to the private one. */
export async function createReceipts({ kty, crv, x, d }: ReceiptKey): Promise<Receipts> {
  const privateKey = await importJWK({ kty, crv, x, d }, alg)
  const kid = await calculateJwkThumbprint({ kty, crv, x })
  return {
    signed: (receipt) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
        .setProtectedHeader({ alg, kid, typ: receiptType })
        .sign(privateKey),
    publicKeys: { keys: [{ kty, crv, x, kid, use: 'sig', alg }] },
  }
}
