import { whenVendorIsKnown } from './api/vendor.ts'
// At once, so that the token does not stay in the address.
import './launch-token.ts'
import { isFramed, pageOptions } from './page-options.ts'

/** What has to be so before the first render, and the word to the page around this one, if there is one. */
export function fitIntoPage(): void {
  const { dataset } = document.documentElement
  if (pageOptions.theme !== null) dataset['theme'] = pageOptions.theme
  if (!isFramed) return
  dataset['framed'] = ''
  whenVendorIsKnown((vendor) => {
    // Where it does not load nobody is told anything, and the page around this one shows its link instead.
    void import('./embedding.ts').then(
      ({ announceWizard }) => announceWizard(vendor),
      () => null,
    )
  })
}
