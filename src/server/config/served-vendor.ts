import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'

type Served = Pick<ServedVendor, 'simulated' | 'launch'> & {
  /** Null where no page stands in for the AWS console. */
  readonly simulatedAws: unknown
}

/** The config as customers' browsers get it. */
export function servedVendor(vendor: Vendor, { simulated, simulatedAws, launch }: Served): ServedVendor {
  return { ...vendor, simulated, launch, ...(simulated && simulatedAws === null ? { hasSimulatedConsole: false } : {}) }
}
