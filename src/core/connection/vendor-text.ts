import * as z from 'zod/mini'

/**
 * What the vendor's config says to customers, by language, as `de`; in English always, which artifacts have. A plain text is English.
 * https://www.rfc-editor.org/info/bcp47
 */
export const VendorText = z.union([
  z.pipe(
    z.string(),
    z.transform((en): VendorText => ({ en })),
  ),
  z.catchall(z.object({ en: z.string() }), z.string()),
])
export type VendorText = { readonly en: string; readonly [language: string]: string }
