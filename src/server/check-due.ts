import { assembleApp, type Platform } from './assembled-app.ts'
import { checkAllDue } from './aws/scheduled-checks.ts'
import { counted, type Output, said } from './commands/command.ts'
import type { Environment } from './config/environment.ts'
import { readStart } from './read-start.ts'

/** There are no requests, and nothing goes on once all of it is done. */
const platform: Platform = { peerAddress: () => undefined, runsInBackground: false }

/** Until nothing is due, or until the rest has to wait. */
export async function checkDue(environment: Environment): Promise<Output> {
  const { settings, vendor, log } = readStart(undefined, environment)
  const parts = {
    settings: { ...settings, scheduledChecks: 'off' as const },
    vendor,
    log,
    pages: null,
    port: () => settings.port,
    platform,
  }
  const { checkDue: checkSome, deliverAllDue, tellOfUpdates, stop } = await assembleApp(parts)
  await tellOfUpdates(() => true)
  const { checked, delayed } = await checkAllDue(checkSome, () => true)
  await deliverAllDue(() => true)
  await stop()
  return said(`Checked ${counted(checked, 'connection')}.${delayed > 0 ? ' More are due and have to wait.' : ''}`)
}
