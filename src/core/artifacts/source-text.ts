/** Control, format, private and unassigned characters and line ends of Unicode: they would hide or reorder what a reader sees. */
const unseen = /[\p{C}\u2028\u2029]/gu

/** Text on one line, for a comment: whatever could end the line or change how it looks becomes a blank. */
export function commentText(text: string): string {
  return text
    .split(/[\s\p{C}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}

/** Every character that cannot be seen as it is goes through `escaped`, by its code point. */
function visible(text: string, escaped: (codePoint: number) => string): string {
  return text.replace(unseen, (character) => escaped(character.codePointAt(0) ?? 0))
}

const hexadecimal = (codePoint: number, digits: number): string => codePoint.toString(16).padStart(digits, '0')

/** JSON whose characters are all ASCII: it survives every encoding that a file or a terminal may have. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^ -~\n]/g, (unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`)
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

const unicodeEscape = (codePoint: number): string =>
  codePoint > 0xffff ? `\\U${hexadecimal(codePoint, 8)}` : `\\u${hexadecimal(codePoint, 4)}`

/** A run of signs before a brace: only the last one is doubled, because `$$${` would open an interpolation again. */
function literalSigns(signs: string): string {
  const last = signs.slice(-1)
  return `${[...signs.slice(0, -1)].map((sign) => unicodeEscape(sign.charCodeAt(0))).join('')}${last}${last}`
}

/**
 * A quoted string that stands for the very text: `${` and `%{` open no template in it.
 * https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function hclText(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (character) => escapes.get(character) ?? character)
  const literal = escaped.replace(/([$%]+)(?=\{)/g, (_, signs: string) => literalSigns(signs))
  return `"${visible(literal, unicodeEscape)}"`
}

const keywords = ['for', 'if', 'in', 'true', 'false', 'null']

/** In ASCII, so that `terraform fmt` counts its columns as we do. */
function hclKey(key: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(key) && !keywords.includes(key)) return key
  return hclText(key).replace(/[^ -~]/gu, (character) => unicodeEscape(character.codePointAt(0) ?? 0))
}

export type HclEntry = readonly [name: string, value: string]

/** A value of several lines has none to stand under, so it ends a column of equals signs. https://developer.hashicorp.com/terraform/language/style#code-formatting */
function columns(entries: readonly HclEntry[]): number[] {
  const widths = entries.map(([name, value]) => (value.includes('\n') ? 0 : name.length))
  return entries.map(([name, value], index) => {
    if (value.includes('\n')) return name.length
    const after = entries.findIndex(([, other], position) => position > index && other.includes('\n'))
    const before = entries.findLastIndex(([, other], position) => position < index && other.includes('\n'))
    return Math.max(...widths.slice(before + 1, after < 0 ? undefined : after))
  })
}

/** Lines of `name = value` in the format of `terraform fmt`. */
export function hclEntries(entries: readonly HclEntry[], pad: string): string {
  const width = columns(entries)
  return entries.map(([name, value], index) => `${pad}${name.padEnd(width[index] ?? 0)} = ${value}`).join('\n')
}

/** A list, object, text, number or boolean as an expression; further lines are indented by `pad`. */
export function hclValue(value: unknown, pad = ''): string {
  if (typeof value === 'string') return hclText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${pad}  `
  if (Array.isArray(value)) return hclList(value, pad)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, part]): HclEntry => [hclKey(key), hclValue(part, inner)])
  return `{\n${hclEntries(lines, inner)}\n${pad}}`
}

function hclList(values: readonly unknown[], pad: string): string {
  const inner = `${pad}  `
  const items = values.map((value) => hclValue(value, inner))
  const [only] = items
  if (only === undefined) return '[]'
  if (items.length === 1 && !only.includes('\n')) return `[${only}]`
  return `[\n${items.map((item) => `${inner}${item}`).join(',\n')}\n${pad}]`
}

/** A string literal that stands for the very text, with nothing unseen in it. */
export function typescriptText(text: string): string {
  return visible(JSON.stringify(text), (codePoint) => `\\u{${hexadecimal(codePoint, 1)}}`)
}

/** In brackets where a plain key would set the prototype. https://tc39.es/ecma262/#sec-__proto__-property-names-in-object-initializers */
function typescriptKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]'
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : typescriptText(key)
}

/** A list, object, text, number or boolean as an expression; further lines are indented by `pad`. */
export function typescriptValue(value: unknown, pad = ''): string {
  if (typeof value === 'string') return typescriptText(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return typescriptList(value, pad)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, part]) => `${pad}  ${typescriptKey(key)}: ${typescriptValue(part, `${pad}  `)},\n`)
  return `{\n${lines.join('')}${pad}}`
}

function typescriptList(values: readonly unknown[], pad: string): string {
  const items = values.map((value) => typescriptValue(value, `${pad}  `))
  const [only] = items
  if (only === undefined) return '[]'
  if (items.length === 1 && !only.includes('\n')) return `[${only}]`
  return `[\n${items.map((item) => `${pad}  ${item},\n`).join('')}${pad}]`
}
