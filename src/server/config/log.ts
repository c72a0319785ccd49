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
const secrets = new Set(['token', 'launchToken', 'externalId', 'authorization', 'accessKeyId', 'secretAccessKey', 'sessionToken'])

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const hasSecret = (fields: Fields): boolean =>
  Object.keys(fields).some((name) => secrets.has(name) || (isFields(fields[name]) && hasSecret(fields[name])))

/** The `redact` of pino copies the fields of each line. This does so only for a line with a secret, so for none. */
function redacted(fields: Fields): Fields {
  if (!hasSecret(fields)) return fields
  const censored = (name: string) => {
    if (secrets.has(name)) return '[redacted]'
    const value = fields[name]
    return isFields(value) ? redacted(value) : value
  }
  return Object.fromEntries(Object.keys(fields).map((name) => [name, censored(name)]))
}

/** With `isAuditKept`, entries of the audit log are written at every level but `silent`. */
export function createLog(level: string, destination: pino.DestinationStream = pino.destination(1), { isAuditKept = false } = {}): Log {
  const log = pino({ level, formatters: { log: redacted }, base: null }, destination)
  if (!isAuditKept || level === 'silent' || log.isLevelEnabled('info')) return log
  const audit = log.child({}, { level: 'info' })
  return {
    info: (fields, message) => fields['audit'] === true && audit.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
}
