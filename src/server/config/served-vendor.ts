import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import type { AppDependencies } from '#server/http/app-dependencies.ts'

/** The config as customers' browsers get it. */
export function servedVendor(
  vendor: Vendor,
  { simulated, simulatedAws, launch }: Pick<AppDependencies, 'simulated' | 'simulatedAws' | 'launch'>,
): ServedVendor {
  return { ...vendor, simulated, launch, ...(simulated && simulatedAws === null ? { hasSimulatedConsole: false } : {}) }
}
