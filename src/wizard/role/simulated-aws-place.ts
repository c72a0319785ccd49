import { createContext } from 'react'
import { type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'

/** Where the page that stands in for the AWS console opens. */
export type SimulatedAwsPlace = {
  readonly kind: 'new-tab' | 'beside'
  readonly href: (address: SimulatedConsoleAddress) => string
}

/** A new tab, as the AWS console does, unless what surrounds the wizard has a place for it. */
export const SimulatedAwsPlace = createContext<SimulatedAwsPlace>({ kind: 'new-tab', href: simulatedConsoleHash })
