import * as z from 'zod/mini'

/** The public keys that receipts are checked with. https://www.rfc-editor.org/rfc/rfc8037#section-2 */
export const ReceiptKeys = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })),
})
export type ReceiptKeys = z.infer<typeof ReceiptKeys>
