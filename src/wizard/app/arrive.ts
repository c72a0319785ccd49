import { publishAdmission } from './admission.ts'
import { launchToken } from './launch-token.ts'

/** Exchanges the launch token while the page loads, not when Continue is chosen. */
export async function arrive(): Promise<void> {
  if (launchToken === null) return
  try {
    await (await import('#wizard/api/exchange.ts')).exchange()
  } catch {
    publishAdmission({ kind: 'closed', code: 'unreachable' })
  }
}
