import { createContext } from 'react'
import { type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'

/** Opens the simulated AWS console. */
export type SimulatedAwsPlace = {
  readonly kind: 'new-tab' | 'beside'
  readonly href: (address: SimulatedConsoleAddress) => string
}

/** A new tab, as the AWS console does, unless what surrounds the wizard has a place for it. */
export const SimulatedAwsPlace = createContext<SimulatedAwsPlace>({ kind: 'new-tab', href: simulatedConsoleHash })
