import { assembleApp } from './assembled-app.ts'
import { checkAllDue } from './aws/scheduled-checks.ts'
import { counted, type Output, said } from './commands/command.ts'
import type { Environment } from './config/environment.ts'
import { readStart } from './read-start.ts'

/** Until nothing is due, or until the rest has to wait. */
export async function checkDue(environment: Environment): Promise<Output> {
  const { settings, vendor, log } = readStart(undefined, environment)
  const parts = { settings: { ...settings, scheduledChecks: 'off' as const }, vendor, log, pages: null, port: () => settings.port }
  const { checkDue: checkSome, deliverAllDue, stop } = await assembleApp(parts)
  const { checked, delayed } = await checkAllDue(checkSome, () => true)
  await deliverAllDue(() => true)
  await stop()
  return said(`Checked ${counted(checked, 'connection')}.${delayed > 0 ? ' More are due and have to wait.' : ''}`)
}
