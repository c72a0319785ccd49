import { nearest } from '#core/text/nearest.ts'

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
