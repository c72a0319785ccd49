/**
 * The YAML that AWS's own tools write: mappings and lists by indentation, quoted and plain texts, no anchors, tags or
 * flow style beyond an empty list or mapping.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#yaml-output
 */
type Line = { readonly indent: number; readonly text: string }

type Parsed = { readonly value: unknown; readonly next: number }

type YamlReading = { readonly kind: 'yaml'; readonly value: unknown } | { readonly kind: 'none' }

const none: YamlReading = { kind: 'none' }

const keyed = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s'"#{}[\],&*!|>%@`-][^#]*?|-[^\s#][^#]*?):(?:\s+(.*))?$/s

function linesOf(text: string): readonly Line[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !/^\s*#/.test(line) && line.trim() !== '---')
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }))
}

function doubleQuoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}

function scalar(text: string): unknown {
  if (/^".*"$/s.test(text)) return doubleQuoted(text)
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'")
  if (text === '[]') return []
  if (text === '{}') return {}
  if (/^(true|false)$/.test(text)) return text === 'true'
  if (/^(null|~)$/.test(text)) return null
  return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text
}

/** A long plain text goes on in lines that stand further in. */
function continued(lines: readonly Line[], first: string, from: number, indent: number): Parsed {
  let [text, next] = [first, from]
  for (let line = lines[next]; line !== undefined && line.indent > indent; line = lines[next]) {
    text = `${text} ${line.text}`
    next += 1
  }
  return { value: scalar(text), next }
}

const isItem = (line: Line | undefined): boolean => line !== undefined && /^-(\s|$)/.test(line.text)

function listAt(lines: readonly Line[], start: number, depth: number): Parsed | null {
  const indent = lines[start]?.indent ?? 0
  const values: unknown[] = []
  let next = start
  for (let line = lines[next]; line !== undefined && line.indent === indent && isItem(line); line = lines[next]) {
    const rest = line.text.slice(1).trimStart()
    const inner = { indent: indent + (line.text.length - rest.length), text: rest }
    const parsed =
      rest === '' ? blockAt(lines, next + 1, depth) : itemAt([...lines.slice(0, next), inner, ...lines.slice(next + 1)], next, depth)
    if (parsed === null) return null
    values.push(parsed.value)
    next = parsed.next
  }
  return { value: values, next }
}

function itemAt(lines: readonly Line[], start: number, depth: number): Parsed | null {
  const line = lines[start]
  if (line === undefined) return null
  return isItem(line) || keyed.test(line.text) ? blockAt(lines, start, depth) : continued(lines, line.text, start + 1, line.indent)
}

type Entry = Parsed & { readonly key: string }

/** What stands after a key: on its line, or as a block further in. A list may begin as far out as its key. */
function valueAfter(lines: readonly Line[], at: number, rest: string, depth: number): Parsed | null {
  const indent = lines[at]?.indent ?? 0
  if (rest !== '') return /^[|>&*!]/.test(rest) ? null : continued(lines, rest, at + 1, indent)
  const line = lines[at + 1]
  const hasBlock = line !== undefined && (line.indent > indent || (line.indent === indent && isItem(line)))
  return hasBlock ? blockAt(lines, at + 1, depth) : { value: null, next: at + 1 }
}

function entryAt(lines: readonly Line[], at: number, depth: number): Entry | null {
  const [, key, rest = ''] = keyed.exec(lines[at]?.text ?? '') ?? []
  if (key === undefined) return null
  const parsed = valueAfter(lines, at, rest.trim(), depth)
  return parsed === null ? null : { ...parsed, key: /^['"]/.test(key) ? String(scalar(key)) : key }
}

function mappingAt(lines: readonly Line[], start: number, depth: number): Parsed | null {
  const indent = lines[start]?.indent ?? 0
  const entries: [string, unknown][] = []
  let next = start
  for (let line = lines[next]; line !== undefined && line.indent === indent && !isItem(line); line = lines[next]) {
    const entry = entryAt(lines, next, depth)
    if (entry === null) return null
    entries.push([entry.key, entry.value])
    next = entry.next
  }
  return { value: Object.fromEntries(entries), next }
}

const deepest = 40

function blockAt(lines: readonly Line[], start: number, depth: number): Parsed | null {
  if (depth > deepest || lines[start] === undefined) return null
  return isItem(lines[start]) ? listAt(lines, start, depth + 1) : mappingAt(lines, start, depth + 1)
}

/** More is no output of these tools. */
const mostLines = 2000

export function readBlockYaml(text: string): YamlReading {
  const lines = linesOf(text)
  if (lines.length === 0 || lines.length > mostLines) return none
  const parsed = blockAt(lines, 0, 0)
  return parsed === null || parsed.next < lines.length ? none : { kind: 'yaml', value: parsed.value }
}
