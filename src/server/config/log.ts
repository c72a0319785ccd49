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

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const holdsSecret = (value: unknown): boolean => (Array.isArray(value) ? value.some(holdsSecret) : isFields(value) && hasSecret(value))

const hasSecret = (fields: Fields): boolean => Object.keys(fields).some((name) => secrets.has(name) || holdsSecret(fields[name]))

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  return isFields(value) ? redacted(value) : value
}

/** The `redact` of pino copies the fields of each line. This does so only for a line with a secret, so for none. */
function redacted(fields: Fields): Fields {
  if (!hasSecret(fields)) return fields
  const censored = (name: string) => (secrets.has(name) ? '[redacted]' : withoutSecrets(fields[name]))
  return Object.fromEntries(Object.keys(fields).map((name) => [name, censored(name)]))
}

export type LogOutput = pino.DestinationStream & {
  /** Writes the lines that it still holds. */
  readonly flush?: () => void
}

const longestHoldMs = 10
const heldMaximum = 64 * 1024

/**
 * One write for the lines of some milliseconds: a write for each costs more than the rest of a short request. The writes are synchronous,
 * so that a process that exits or crashes leaves no line in a queue. Only SIGKILL can lose lines, those that are held at the time.
 */
export function linesTogether(output: pino.DestinationStream = pino.destination({ dest: 1, sync: true })): Required<LogOutput> {
  let lines = ''
  const flush = () => {
    if (lines === '') return
    const text = lines
    lines = ''
    output.write(text)
  }
  process.on('exit', flush)
  const write = (line: string) => {
    if (lines === '') setTimeout(flush, longestHoldMs)
    lines += line
    if (lines.length > heldMaximum) flush()
  }
  return { write, flush }
}

/** The numbers of pino, which programs that read such lines know. https://github.com/pinojs/pino/blob/main/docs/api.md#levels */
const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: Number.POSITIVE_INFINITY } as const

export type LogLevel = keyof typeof levels

/** JSON has no form for some values, such as a BigInt or an object that contains itself. A log must not end the request that it is about. */
function jsonOrNull(fields: () => Fields): string | null {
  try {
    return JSON.stringify(fields())
  } catch {
    return null
  }
}

const canBeWritten = (fields: Fields, name: string): boolean => jsonOrNull(() => redacted({ [name]: fields[name] })) !== null

/** The line of pino for the same fields. Pino makes a text of each field, which takes twice as long as one call of JSON.stringify. */
function lineOf(level: number, fields: Fields, message: string): string {
  const written = (given: Fields) => ({ level, time: Date.now(), ...redacted(given), msg: message })
  const whole = jsonOrNull(() => written(fields))
  if (whole !== null) return `${whole}\n`
  const names = Object.keys(fields).filter((name) => canBeWritten(fields, name))
  return `${JSON.stringify(written(Object.fromEntries(names.map((name) => [name, fields[name]]))))}\n`
}

/**
 * With `isAuditKept`, entries of the audit log are written at every level but `silent`. Those, warnings and errors are never held: the
 * response says that something was done, so its entry must be written before.
 */
export function createLog(level: LogLevel, output: LogOutput = pino.destination(1), { isAuditKept = false } = {}): Log {
  const least = levels[level]
  const leastOfAudit = isAuditKept && level !== 'silent' ? levels.info : least
  const held =
    (number: number): Log['info'] =>
    (fields, message) => {
      if (number >= least) output.write(lineOf(number, fields, message))
    }
  const atOnce =
    (number: number, from = least): Log['info'] =>
    (fields, message) => {
      if (number < from) return
      output.write(lineOf(number, fields, message))
      output.flush?.()
    }
  const [line, auditEntry] = [held(levels.info), atOnce(levels.info, leastOfAudit)]
  return {
    info: (fields, message) => (fields['audit'] === true ? auditEntry : line)(fields, message),
    warn: atOnce(levels.warn),
    error: atOnce(levels.error),
  }
}
