import type * as z from 'zod/mini'
import { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigSpot } from './config-finding.ts'
import { type ConfigPath, fieldOf } from './config-path.ts'
import { formAt, keysIn } from './field-forms.ts'
import { formHint, unservedPartition } from './form-hints.ts'
import { found, suggestion } from './spelling.ts'
import { unsupportedKey } from './unsupported-keys.ts'

type Issue = z.core.$ZodIssue

const pathOf = ({ path }: Issue): ConfigPath => path.map((key) => (typeof key === 'symbol' ? String(key) : key))

function valueAt(config: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === String(key))?.[1]
  }, config)
}

function unknownKey(path: ConfigPath, key: string): ConfigSpot {
  const allowed = keysIn(fieldOf(path))
  const known = unservedPartition(key) ?? unsupportedKey(key)
  const meant = suggestion(key, allowed)
  const sentence = `This key is unknown.${meant} Allowed here: ${[...allowed].sort().join(', ')}.`
  const isMisspelled = meant !== '' && key.startsWith('$')
  return { path: [...path, key], message: known === null || isMisspelled ? sentence : known }
}

function wrongValue(issue: Issue, config: unknown): ConfigSpot {
  const path = pathOf(issue)
  if (path.length === 0)
    return { path, message: `The config is ${found(config)}. It has to be a JSON object, for example { "name": "Acme Images", … }.` }
  const value = valueAt(config, path)
  const form = formAt(path)
  // Origins are explained where they are parsed.
  if (form === undefined || (fieldOf(path) === 'embed.allowedOrigins[]' && typeof value === 'string'))
    return { path, message: issue.message }
  const use = `${form.allowed}, for example ${form.example}.`
  if (value === undefined) return { path, message: `This key is missing. Add ${use}` }
  return { path, message: `${found(value)} is not allowed here. Use ${use}${formHint(path, value)}` }
}

const spotsOf = (issue: Issue, config: unknown): readonly ConfigSpot[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(pathOf(issue), key)) : [wrongValue(issue, config)]

function without(config: unknown, unknownPaths: ReadonlySet<string>, path: ConfigPath = []): unknown {
  if (typeof config !== 'object' || config === null) return config
  if (Array.isArray(config)) return config.map((item, index) => without(item, unknownPaths, [...path, index]))
  const known = Object.entries(config).filter(([key]) => !unknownPaths.has(JSON.stringify([...path, key])))
  return Object.fromEntries(known.map(([key, value]) => [key, without(value, unknownPaths, [...path, key])]))
}

export type FormReading = {
  /** Null where a value does not have its form, so that no rule can be applied. */
  readonly fields: VendorFields | null
  readonly spots: readonly ConfigSpot[]
}

/** Every key that is unknown, and every value that does not have the form of its field. */
export function readForm(config: unknown): FormReading {
  const parsed = VendorFields.safeParse(config)
  if (parsed.success) return { fields: parsed.data, spots: [] }
  const { issues } = parsed.error
  const spots = issues.flatMap((issue) => spotsOf(issue, config))
  if (issues.some(({ code }) => code !== 'unrecognized_keys')) return { fields: null, spots }
  const unknownPaths = new Set(spots.map(({ path }) => JSON.stringify(path)))
  return { fields: VendorFields.safeParse(without(config, unknownPaths)).data ?? null, spots }
}
