import type { ServedVendor, Vendor } from '#core/vendor.ts'
import type { AppDependencies } from './app-dependencies.ts'

/** The config as customers' browsers get it. */
export function servedVendor(
  vendor: Vendor,
  { simulated, simulatedAws }: Pick<AppDependencies, 'simulated' | 'simulatedAws'>,
): ServedVendor {
  return { ...vendor, simulated, ...(simulated && simulatedAws === null ? { hasSimulatedConsole: false } : {}) }
}
