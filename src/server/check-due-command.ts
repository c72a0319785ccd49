import { assembleApp } from './assembled-app.ts'
import { checkAllDue } from './aws/scheduled-checks.ts'
import { type Command, counted, said } from './commands/command.ts'
import { readStart } from './read-start.ts'

/** Until nothing is due, or until the rest has to wait. */
export const checkDueCommand: Command<never> = {
  name: 'check-due',
  summary: 'Checks every connection whose scheduled check is due, and sends events, without starting',
  file: 'none',
  options: {},
  failure: 'cannot check the connections that are due',
  run: async (_, environment) => {
    const { settings, vendor, log } = readStart(undefined, environment)
    const parts = { settings: { ...settings, scheduledChecks: 'off' as const }, vendor, log, pages: null, port: () => settings.port }
    const { checkDue: checkSome, deliverAllDue, stop } = await assembleApp(parts)
    const { checked, delayed } = await checkAllDue(checkSome, () => true)
    await deliverAllDue(() => true)
    await stop()
    return said(`Checked ${counted(checked, 'connection')}.${delayed > 0 ? ' More are due and have to wait.' : ''}`)
  },
}
