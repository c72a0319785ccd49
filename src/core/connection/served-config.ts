import { accentProperties } from './accent.ts'
import type { Vendor } from './vendor.ts'
import { ServedVendor, VendorFields } from './vendor-fields.ts'

type FromServer = Pick<ServedVendor, 'simulated' | 'launch' | 'hasSimulatedConsole'>

/** The config as a browser gets it, with colors that the first screen need not compute. */
export const servedConfig = (vendor: Vendor, fromServer: FromServer): ServedVendor => ({
  ...vendor,
  ...fromServer,
  accentProperties: accentProperties(vendor.accentColor),
})

const ofConfig = new Set(Object.keys(VendorFields.shape))
const ofServer = Object.keys(ServedVendor.shape).filter((name) => !ofConfig.has(name))

/** The fields of the config file, and unknown ones, so that they are reported. */
export const withoutServedFields = (served: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(served).filter(([name]) => !ofServer.includes(name)))
