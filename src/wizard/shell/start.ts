import { whenVendorIsKnown } from '#wizard/api/vendor.ts'
import { publishAdmission } from '#wizard/app/admission.ts'
// Imported first, so that the token leaves the address immediately.
import { launchToken } from '#wizard/app/kept-session.ts'
import { isFramed } from '#wizard/app/page-options.ts'

/** Tells the page around this one, if there is one, that the wizard is here. */
export function startEmbedding(): void {
  if (!isFramed) return
  whenVendorIsKnown((vendor) => {
    // If it fails to load, the page around this one hears nothing and shows its link instead.
    void import('./embedding.ts').then(
      ({ announceWizard }) => announceWizard(vendor),
      () => null,
    )
  })
}

/** Exchanges the launch token while the page loads, not when Continue is chosen. */
export async function startSession(): Promise<void> {
  if (launchToken === null) return
  try {
    await (await import('#wizard/launch/exchange.ts')).exchange()
  } catch {
    publishAdmission({ kind: 'closed', code: 'unreachable' })
  }
}
