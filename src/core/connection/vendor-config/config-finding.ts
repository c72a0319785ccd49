import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { nearest } from '#core/text/nearest.ts'

/** From the top of the config: names of keys and indexes of list items. */
export type ConfigPath = readonly (string | number)[]

const plainKey = /^[\w$-]+$/

function step(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  return plainKey.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
}

/** `permissionSets[0].statements[1].actions`, or `(top level)`. */
export const pathText = (path: ConfigPath): string => path.map(step).join('').replace(/^\./, '') || '(top level)'

/** `permissionSets[].statements[].actions`: the same for every item of a list. */
export const fieldOf = (path: ConfigPath): string =>
  path
    .map((key) => (typeof key === 'number' ? '[]' : `.${key}`))
    .join('')
    .replace(/^\./, '')

/** `error`: the server does not start. `warning`: it starts and logs the message. */
export type ConfigSeverity = 'error' | 'warning'

/** One place of the config, and a sentence about it: what is wrong, what is allowed, an example. */
export type ConfigSpot = { readonly path: ConfigPath; readonly message: string }

export type ConfigFinding = ConfigSpot & { readonly severity: ConfigSeverity }

/** A rule over a config in which every field has its form. */
export type ConfigRule = {
  readonly severity: ConfigSeverity
  readonly check: (vendor: VendorFields) => readonly ConfigSpot[]
}

export const findingText = ({ path, message }: ConfigSpot): string => `${pathText(path)}: ${message}`

/** ` Did you mean "statements"?`, or nothing where no candidate is near. */
export function suggestion(text: string, candidates: readonly string[]): string {
  const meant = nearest(text, candidates)
  return meant === null ? '' : ` Did you mean ${JSON.stringify(meant)}?`
}

/** `"a", "b" or "c"` */
export function oneOf(values: readonly string[]): string {
  const quoted = values.map((value) => JSON.stringify(value))
  const last = quoted.at(-1) ?? ''
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`
}

const foundMaximum = 80

/** A value as the config has it, cut where it is long. */
export function found(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > foundMaximum ? `${text.slice(0, foundMaximum)}…` : text
}
