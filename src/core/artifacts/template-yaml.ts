import { isList } from '#core/text/strings.ts'
import type { TemplateMapping, TemplateValue } from './template-value.ts'

/** By the path of the key that they stand above, for example `Parameters.ExternalId`; list entries count from 0. */
export type TemplateComments = ReadonlyMap<string, string>

const commentWidth = 110

/** Without quotes, YAML 1.1 or one of its readers would not read these as strings. CloudFormation uses YAML 1.1. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|e[+-]?\d+)$/i
/** Starts with a letter and holds nothing that YAML could take for syntax, a number or a date. */
const plain = /^[A-Za-z][A-Za-z0-9:./_-]*$/
const printableAscii = /^[ -~]*$/
/** Control, format and unassigned characters: YAML refuses some, others change how a line looks. https://yaml.org/spec/1.2.2/#51-character-set */
const unprintable = /[\p{C}\u2028\u2029]/gu

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}

/** Quoted unless it is a plain safe word. JSON strings are YAML strings too; only some control characters need more. */
export function yamlText(text: string): string {
  if (plain.test(text) && !reserved.test(text) && !text.endsWith(':')) return text
  if (printableAscii.test(text)) return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(unprintable, escaped)
}

/** A comment ends at the first line end, of which Unicode and the words of a vendor may hold many kinds. */
function commentLines(text: string, pad: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/[\s\p{C}]+/u).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= commentWidth) lines.push(`${pad}# ${word}`)
    else lines.splice(-1, 1, `${last} ${word}`)
  }
  return lines
}

/** Paragraphs are separated by an empty line. */
export function yamlComment(text: string, pad = ''): string[] {
  return text.split('\n\n').flatMap((paragraph, index) => [...(index > 0 ? [`${pad}#`] : []), ...commentLines(paragraph, pad)])
}

type Tagged = { readonly tag: string; readonly value: TemplateValue }

/** `{ 'Fn::Sub': … }` is written `!Sub …`. */
function tagged(value: TemplateValue): Tagged {
  if (typeof value !== 'object' || isList(value)) return { tag: '', value }
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0) return { tag: '', value }
  const name = /^(?:Fn::)?(\w+)$/.exec(entry[0])?.[1]
  const isFunction = entry[0].startsWith('Fn::') || entry[0] === 'Ref' || entry[0] === 'Condition'
  return isFunction && name !== undefined ? { tag: `!${name}`, value: entry[1] } : { tag: '', value }
}

/** The value on one line, or null where it needs lines of its own. */
function inline(value: TemplateValue): string | null {
  if (typeof value === 'string') return yamlText(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return value.length === 0 ? '[]' : null
  return Object.keys(value).length === 0 ? '{}' : null
}

type Place = { readonly indent: number; readonly path: string; readonly comments: TemplateComments }

const inner = (place: Place, key: string | number): Place => ({
  ...place,
  indent: place.indent + 2,
  path: place.path === '' ? String(key) : `${place.path}.${key}`,
})

function commentAbove(place: Place): string[] {
  const text = place.comments.get(place.path)
  if (text === undefined) return []
  const lines = yamlComment(text, ' '.repeat(place.indent - 2))
  return place.indent === 2 ? ['', ...lines] : lines
}

/** `start` is `key:` or `-`; a value that needs lines follows below it. */
function entryLines(start: string, value: TemplateValue, place: Place): string[] {
  const { tag, value: content } = tagged(value)
  const head = [start, tag, inline(content) ?? ''].filter((part) => part !== '').join(' ')
  return inline(content) === null ? [head, ...yamlLines(content, place)] : [head]
}

function mappingLines(mapping: TemplateMapping, place: Place): string[] {
  const pad = ' '.repeat(place.indent)
  return Object.entries(mapping).flatMap(([key, value]) => [
    ...commentAbove(inner(place, key)),
    ...entryLines(`${pad}${yamlText(key)}:`, value, inner(place, key)),
  ])
}

function itemLines(value: TemplateValue, place: Place): string[] {
  const pad = ' '.repeat(place.indent - 2)
  const { tag, value: content } = tagged(value)
  if (tag !== '' || inline(content) !== null) return entryLines(`${pad}-`, value, place)
  const [first = '', ...rest] = yamlLines(content, place)
  return [`${pad}- ${first.slice(place.indent)}`, ...rest]
}

function yamlLines(value: TemplateValue, place: Place): string[] {
  if (typeof value !== 'object') return []
  if (!isList(value)) return mappingLines(value, place)
  return value.flatMap((item, index) => {
    const below = inner(place, index)
    return [...commentAbove(below), ...itemLines(item, below)]
  })
}

/** The lines of a template as YAML: block style, short function names, keys in their order. */
export function templateYaml(template: TemplateMapping, comments: TemplateComments): string[] {
  return mappingLines(template, { indent: 0, path: '', comments })
}
