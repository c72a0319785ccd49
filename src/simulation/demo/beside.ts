import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { type Route, readRoute, routeHash } from '#wizard/app/routes.ts'

const consoleHash = simulatedConsoleHash({ accountId: null, link: null })

/** A step of the wizard with the simulated AWS beside it: one address, so that Back and Forward open and close it. */
export function besideHash(route: Route, address: SimulatedConsoleAddress): string {
  return `${routeHash(route)}?${simulatedConsoleHash(address).slice(consoleHash.length + 1)}`
}

/** The order of a table stands behind a question mark too. */
const besidePart = /\?(?:(?:account|url)=.*)?$/

/** Null where nothing is beside the step. */
export function readBeside(hash: string): SimulatedConsoleAddress | null {
  const [part] = besidePart.exec(hash) ?? []
  return part === undefined ? null : readSimulatedConsoleHash(`${consoleHash}${part}`)
}

/** Where the wizard goes on to another step of the same connection, what was beside it stays; null where nothing is to be kept. */
export function keptBeside(before: string, after: string): string | null {
  const address = readBeside(before)
  const [from, to] = [readRoute(before), readRoute(after)]
  if (address === null || readBeside(after) !== null || !('connectionId' in from) || !('connectionId' in to)) return null
  return from.connectionId === to.connectionId && from.kind !== to.kind ? besideHash(to, address) : null
}
