import pino from 'pino'

/**
 * Fields hold no token, no external ID and no message of an error: only what is listed where it is called. An entry with `audit: true` says
 * who did something.
 */
export type Log = {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void
}
/** A safety net: no code logs these fields. */
const secrets = ['token', 'launchToken', 'externalId', 'authorization', 'accessKeyId', 'secretAccessKey', 'sessionToken']

/** With `isAuditKept`, entries of the audit log are written at every level but `silent`. */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(1), { isAuditKept = false } = {}): Log {
  const paths = secrets.flatMap((name) => [name, `*.${name}`])
  const log = pino({ level, redact: { paths, censor: '[redacted]' }, base: null }, destination)
  if (!isAuditKept || level === 'silent' || log.isLevelEnabled('info')) return log
  const audit = log.child({}, { level: 'info' })
  return {
    info: (fields, message) => fields['audit'] === true && audit.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
}
