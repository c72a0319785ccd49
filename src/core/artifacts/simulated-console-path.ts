export const simulatedConsolePath = '#/simulated-aws/console'

/** Whether the hash is that of the page which stands in for the AWS console. */
export const isSimulatedConsoleHash = (hash: string): boolean =>
  hash === simulatedConsolePath || hash.startsWith(`${simulatedConsolePath}?`)
