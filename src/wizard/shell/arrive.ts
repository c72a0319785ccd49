import { publishAdmission } from '#wizard/app/admission.ts'
import { launchToken } from '#wizard/app/launch-token.ts'

/** Exchanges the launch token while the page loads, not when Continue is chosen. */
export async function arrive(): Promise<void> {
  if (launchToken === null) return
  try {
    await (await import('#wizard/launch/exchange.ts')).exchange()
  } catch {
    publishAdmission({ kind: 'closed', code: 'unreachable' })
  }
}
