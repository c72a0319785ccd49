import { assembleApp } from './assembled-app.ts'
import { readEnvironment } from './config/environment.ts'
import { createLog } from './config/log.ts'
import { readVendorFile, usedVendorPath } from './config/vendor-file.ts'

declare global {
  /** Stops the app of the previous load of this module, to free its port. */
  var stopEarlierApp: (() => Promise<void>) | undefined
}

async function developmentApp() {
  await globalThis.stopEarlierApp?.()
  const reading = readEnvironment(process.env)
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  const { settings } = reading
  const file = readVendorFile(usedVendorPath(settings.vendorPath))
  if (file.kind === 'faults') throw new Error(file.faults.map((fault) => `${file.path}: ${fault}`).join('\n'))
  const log = createLog(settings.logLevel)
  for (const warning of [...reading.warnings, ...file.warnings.map((text) => `${file.path}: ${text}`)]) log.warn({}, warning)
  const { app: assembled, stop } = await assembleApp({ settings, vendor: file.vendor, log, pages: null, port: () => settings.port })
  globalThis.stopEarlierApp = stop
  return assembled
}

/** The app of the development server, which serves the pages itself. */
export const app = await developmentApp()
