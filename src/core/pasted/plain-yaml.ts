import { readJson } from '#core/policy/json/json-with-positions.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'

type Line = { readonly indent: number; readonly text: string }

const linesOf = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:#|---|\.\.\.|$)/.test(line))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim().replace(/\s+#.*$/, '') }))

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functionName = (tag: string): string => (tag === 'Ref' ? 'Ref' : `Fn::${tag}`)

function scalar(text: string): unknown {
  const [, tag, argument = ''] = /^!(\w+)\s*(.*)$/s.exec(text) ?? []
  if (tag !== undefined) return { [functionName(tag)]: scalar(argument) }
  const [, quote, inner = ''] = /^(["'])(.*)\1$/s.exec(text) ?? []
  if (quote !== undefined) return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1')
  if (/^[[{]/.test(text)) return flow(text)
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** A list or a map on one line, which is JSON but for its quotes. */
function flow(text: string): unknown {
  const quoted = text.replace(/"[^"]*"|'[^']*'|[^\s[\]{},:"'][^[\]{},"']*?(?=\s*(?:[\]},]|:\s|$))/g, (part) =>
    JSON.stringify(part.replace(/^["']|["']$/g, '')),
  )
  const { root, faults } = readJson(quoted)
  return root === null || faults.length > 0 ? text : JSON.parse(quoted)
}

const entry = /^("[^"]+"|'[^']+'|[^\s"'#[{!-][^"'#]*?)\s*:(?:\s+(.*))?$/s

type Parsed = { readonly value: unknown; readonly next: number }

/** The lines of a block scalar. */
function blockText(lines: readonly Line[], at: number, { style, indent }: { style: string; indent: number }): Parsed {
  const end = lines.findIndex((line, place) => place > at && line.indent <= indent)
  const next = end === -1 ? lines.length : end
  return {
    value: lines
      .slice(at + 1, next)
      .map(({ text }) => text)
      .join(style.startsWith('|') ? '\n' : ' '),
    next,
  }
}

/** Lists may be as far to the left as their key. */
const isBelow = (line: Line | undefined, indent: number): line is Line =>
  line !== undefined && (line.indent > indent || (line.indent === indent && line.text.startsWith('- ')))

/** The value of a key: on its line, or in the lines below it. */
function valueAfter(lines: readonly Line[], at: number, rest: string, indent: number): Parsed {
  if (/^[|>][-+]?$/.test(rest)) return blockText(lines, at, { style: rest, indent })
  if (rest !== '' && !/^!\w+$/.test(rest)) return { value: scalar(rest), next: at + 1 }
  const below = lines[at + 1]
  const parsed = isBelow(below, indent) ? blockAt(lines, at + 1, below.indent) : { value: '', next: at + 1 }
  return rest === '' ? parsed : { value: { [functionName(rest.slice(1))]: parsed.value }, next: parsed.next }
}

function listAt(lines: readonly Line[], start: number, indent: number): Parsed {
  const items: unknown[] = []
  let at = start
  for (let line = lines[at]; line?.indent === indent && /^-(?:\s|$)/.test(line.text); line = lines[at]) {
    const rest = line.text.slice(1).trimStart()
    const inner = indent + line.text.length - rest.length
    const isEntry = entry.test(rest)
    const within = [...lines.slice(0, at), { indent: inner, text: rest }, ...lines.slice(at + 1)]
    const parsed = isEntry ? blockAt(within, at, inner) : valueAfter(lines, at, rest, indent)
    items.push(parsed.value)
    at = Math.max(parsed.next, at + 1)
  }
  return { value: items, next: at }
}

function mapAt(lines: readonly Line[], start: number, indent: number): Parsed {
  const entries: [string, unknown][] = []
  let at = start
  for (let line = lines[at]; line?.indent === indent; line = lines[at]) {
    const [, key, rest = ''] = entry.exec(line.text) ?? []
    if (key === undefined) break
    const parsed = valueAfter(lines, at, rest, indent)
    entries.push([key.replace(/^["']|["']$/g, ''), parsed.value])
    at = parsed.next
  }
  return { value: Object.fromEntries(entries), next: at }
}

const blockAt = (lines: readonly Line[], at: number, indent: number): Parsed =>
  /^-(?:\s|$)/.test(lines[at]?.text ?? '') ? listAt(lines, at, indent) : mapAt(lines, at, indent)

/** More is no template of one role. */
const mostLines = 2000

/** The plain forms of YAML that templates are written in. The page has a whole reader, which is too large to be loaded at first. */
export const readPlainYaml: ReadYaml = (text) => {
  const lines = linesOf(text).slice(0, mostLines)
  const first = lines[0]
  if (first === undefined) return null
  const { value, next } = blockAt(lines, 0, first.indent)
  return next < lines.length ? null : readJson(JSON.stringify(value)).root
}

/** Each line a key or an item. A sentence with a colon in it is none. */
export function isYaml(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line))
  const isEntry = (line: string): boolean =>
    /^\s*(?:- )*["']?[A-Za-z][\w:.-]{0,60}["']?:(?: \S{1,200}|\s*[|>]?-?\s*)$|^\s*- \S+$/.test(line)
  /** Objects of programs have such lines too. */
  const isOfProgram = (line: string): boolean => /[,;{[(]\s*$/.test(line)
  return lines.length > 1 && lines.filter((line) => isEntry(line) && !isOfProgram(line)).length * 2 > lines.length
}
