/** The page of the simulated console, in the same single page app. */
export const simulatedConsolePath = '#/simulated-aws/console'

export const isSimulatedConsoleHash = (hash: string): boolean =>
  hash === simulatedConsolePath || hash.startsWith(`${simulatedConsolePath}?`)
