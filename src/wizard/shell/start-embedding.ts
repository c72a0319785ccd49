import { whenVendorIsKnown } from '#wizard/api/vendor.ts'
// At once, so that the token does not stay in the address.
import '#wizard/app/launch-token.ts'
import { isFramed } from '#wizard/app/page-options.ts'

/** The word to the page around this one, if there is one. */
export function fitIntoPage(): void {
  if (!isFramed) return
  whenVendorIsKnown((vendor) => {
    // Where it does not load nobody is told anything, and the page around this one shows its link instead.
    void import('./embedding.ts').then(
      ({ announceWizard }) => announceWizard(vendor),
      () => null,
    )
  })
}
