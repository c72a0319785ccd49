import { hexadecimal, visible } from './source-text.ts'

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
