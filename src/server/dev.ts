import { assembleApp } from './assembled-app.ts'
import { readEnvironment } from './config/environment.ts'
import { createLog } from './config/log.ts'
import { readVendorFile } from './config/vendor-file.ts'

declare global {
  /** The app that this module made before it was loaded anew: its port must be free first. */
  var stopEarlierApp: (() => Promise<void>) | undefined
}

async function developmentApp() {
  await globalThis.stopEarlierApp?.()
  const reading = readEnvironment(process.env)
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  const { settings } = reading
  const file = readVendorFile(settings.vendorPath ?? 'public/vendor.json')
  if (file.kind === 'faults') throw new Error(file.faults.map((fault) => `${file.path}: ${fault}`).join('\n'))
  const log = createLog(settings.logLevel)
  for (const warning of [...reading.warnings, ...file.warnings.map((text) => `${file.path}: ${text}`)]) log.warn({}, warning)
  const { app: assembled, stop } = await assembleApp({ settings, vendor: file.vendor, log, pages: null, port: () => settings.port })
  globalThis.stopEarlierApp = stop
  return assembled
}

/** For the development server, which serves the pages itself. */
export const app = await developmentApp()
