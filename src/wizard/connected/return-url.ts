import type { ServedVendor } from '#core/connection/vendor.ts'

type Known = {
  /** Someone who was sent a link, and who never was on a page of the vendor. */
  readonly guest: object | null
  readonly session: { readonly returnUrl?: string | undefined } | null
  readonly vendor: Pick<ServedVendor, 'returnUrl'>
}

/** The page of the vendor to go back to: the one that the launch token names, or else that of the config. */
export const returnUrlOf = ({ guest, session, vendor }: Known): string | undefined =>
  guest === null ? (session?.returnUrl ?? vendor.returnUrl) : undefined
