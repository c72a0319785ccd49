import pino from 'pino'

/** Fields hold no token, no external ID and no message of an error: only what is listed where it is called. */
export type Log = {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void
}
/** A safety net: no code logs these fields. */
const secrets = ['token', 'launchToken', 'externalId', 'authorization', 'accessKeyId', 'secretAccessKey', 'sessionToken']

export function createLog(level: string, destination: pino.DestinationStream = pino.destination(1)): Log {
  const paths = secrets.flatMap((name) => [name, `*.${name}`])
  return pino({ level, redact: { paths, censor: '[redacted]' }, base: null }, destination)
}
