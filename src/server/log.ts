import pino from 'pino'
import type { Log } from './http/app-dependencies.ts'

/** Nothing that is logged holds these; should it ever, they are struck out. */
const secrets = ['token', 'launchToken', 'externalId', 'authorization', 'accessKeyId', 'secretAccessKey', 'sessionToken']

export function createLog(level: string, destination: pino.DestinationStream = pino.destination(1)): Log {
  const paths = secrets.flatMap((name) => [name, `*.${name}`])
  return pino({ level, redact: { paths, censor: '[struck out]' }, base: null }, destination)
}
