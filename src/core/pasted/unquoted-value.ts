import { mark, withoutInnerQuotes } from './open-value.ts'

/**
 * Objects as Terraform, TypeScript and Python write them, in a whole file or a plan: bare keys, `=` and `:`, calls,
 * comments, signs of a plan. What an expression would give is not known, so it is left out.
 * https://developer.hashicorp.com/terraform/language/syntax/configuration
 */
type Token = { readonly kind: 'string' | 'word' | 'sign'; readonly text: string }

/** Also left out: what a plan would change a value to, because the role has the first. */
const blank = /\s+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]{0,2000}?\*\/|->\s*"[^"\n]*"|[-+~](?=\s)|=>?(?=\s*=)|\bnew\b/
const string = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/
const sign = /[{}[\]():=,]/
const word = /[^\s{}[\]():=,"'`]+|["'`]/
const lexeme = new RegExp(`${blank.source}|(?<string>${string.source})|(?<sign>${sign.source})|(?<word>${word.source})`, 'g')

/** More is no file about one role. */
const mostTokens = 20_000

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { groups = {} } of text.matchAll(lexeme)) {
    const kind = (['string', 'sign', 'word'] as const).find((name) => groups[name] !== undefined)
    if (kind !== undefined) tokens.push({ kind, text: groups[kind] ?? '' })
    if (tokens.length >= mostTokens) break
  }
  return tokens
}

type Parsed = { readonly value: unknown; readonly next: number }

/** A value to fill in is marked by its expression. The variables of a policy belong to the text. */
function stringValue(text: string): string {
  const inner = text.slice(1, -1)
  const plain = inner
    .replaceAll("\\'", "'")
    .replace(/(^|[^$])\$\{(?!aws:|[*?$]\})([^{}]*)\}/g, (_, before: string, expression: string) => `${before}${mark(expression.trim())}`)
    .replaceAll('$${', '${')
  try {
    return String(JSON.parse(`"${text.startsWith("'") ? plain.replaceAll('"', '\\"') : plain}"`))
  } catch {
    return inner
  }
}

const literals: ReadonlyMap<string, unknown> = new Map([
  ['true', true],
  ['false', false],
  ['True', true],
  ['False', false],
])

/** `var.external_id`, `props.externalId`, `data.aws_caller_identity.current.account_id`. */
const reference = /^[A-Za-z_]\w*(?:\??\.[A-Za-z_*][\w-]*)+!?$/

function wordValue(text: string): unknown {
  if (reference.test(text)) return mark(text)
  return /^\d{1,15}$/.test(text) ? Number(text) : literals.get(text)
}

const deepest = 60
const transparent = /^(jsonencode|JSON\.stringify|toset|tolist|tostring|compact|distinct|flatten)$/

/** Signs after a value that make it part of an expression. */
const continues = /^(?:[?+*/<>!&|-]|if$|for$|in$)/

function listAt(tokens: readonly Token[], start: number, depth: number): Parsed {
  const values: unknown[] = []
  let next = start
  for (let token = tokens[next]; token !== undefined && !/^[\])}]$/.test(token.text); token = tokens[next]) {
    const parsed = token.text === ',' ? { value: undefined, next: next + 1 } : itemAt(tokens, next, depth)
    if (token.text !== ',') values.push(parsed.value)
    next = parsed.next
  }
  return { value: values, next: next + 1 }
}

const nesting: ReadonlyMap<string, number> = new Map([
  ['(', 1],
  ['[', 1],
  ['{', 1],
  [')', -1],
  [']', -1],
  ['}', -1],
])

/** Up to the comma or bracket that ends an item. */
function endOfItem(tokens: readonly Token[], start: number): number {
  let depth = 0
  for (const [offset, { kind, text }] of tokens.slice(start).entries()) {
    const isSign = kind === 'sign'
    if (isSign && depth === 0 && /^[,\])}]$/.test(text)) return start + offset
    depth += isSign ? (nesting.get(text) ?? 0) : 0
  }
  return tokens.length
}

/** A value, or an expression that isn't carried out, by its text. */
function itemAt(tokens: readonly Token[], at: number, depth: number): Parsed {
  const parsed = tokens[at]?.text === 'for' ? null : valueAt(tokens, at, depth)
  const isReference = tokens[at]?.kind === 'word' && reference.test(tokens[at]?.text ?? '')
  const following = parsed === null ? undefined : tokens[parsed.next]?.text
  if (parsed !== null && !continues.test(following ?? '') && !(isReference && /^(?:\[|\.)/.test(following ?? ''))) return parsed
  const end = endOfItem(tokens, at)
  return {
    value: mark(
      tokens
        .slice(at, end)
        .map(({ text }) => text)
        .join(' ')
        .replace(/ ?([[\].]) ?/g, '$1')
        .slice(0, 80),
    ),
    next: end,
  }
}

function callAt(tokens: readonly Token[], at: number, depth: number): Parsed {
  const { value, next } = listAt(tokens, at + 2, depth)
  const isAsItIs = transparent.test(tokens[at]?.text ?? '') && Array.isArray(value)
  if (isAsItIs) return { value: value[0], next }
  // Its arguments are no value of it, unless they are the object itself.
  const isText = Array.isArray(value) && !value.some((part) => typeof part === 'object' && part !== null)
  return { value: isText ? mark(`${tokens[at]?.text ?? ''}()`) : value, next }
}

function valueAt(tokens: readonly Token[], at: number, depth: number): Parsed {
  const token = tokens[at]
  if (token === undefined || depth > deepest) return { value: undefined, next: at + 1 }
  if (token.text === '{') return bodyAt(tokens, at + 1, depth + 1)
  if (token.text === '[' || token.text === '(') return listAt(tokens, at + 1, depth + 1)
  if (token.kind === 'word' && tokens[at + 1]?.text === '(') return callAt(tokens, at, depth + 1)
  if (token.kind === 'string') return { value: stringValue(token.text), next: at + 1 }
  return { value: token.kind === 'word' ? wordValue(token.text) : undefined, next: at + 1 }
}

type Entry = { readonly key: string; readonly valueAt: number }

/** `key = …`, `key: …`, or a block with its labels, `key "label" { …`. */
function entryAt(tokens: readonly Token[], at: number): Entry | null {
  const [token, following] = [tokens[at], tokens[at + 1]]
  if (token === undefined || token.kind === 'sign' || following === undefined) return null
  const key = token.kind === 'string' ? stringValue(token.text) : token.text
  if (/^[:=]$/.test(following.text)) return { key, valueAt: at + 2 }
  const labels = tokens.slice(at + 1, at + 3).findIndex(({ kind }) => kind !== 'string')
  const opening = at + 1 + (labels === -1 ? 2 : labels)
  const label = key === 'dynamic' && labels > 0 ? ` ${stringValue(following.text)}` : ''
  return token.kind === 'word' && tokens[opening]?.text === '{' ? { key: `${key}${label}`, valueAt: opening } : null
}

/** Also `externalId` in `{ 'sts:ExternalId': externalId }`. */
function memberAt(tokens: readonly Token[], at: number, depth: number): Parsed {
  const { value, next } = valueAt(tokens, at, depth)
  const token = tokens[at]
  const isName = token?.kind === 'word' && /^(?!null$|None$|undefined$)[A-Za-z_$][\w$]*$/.test(token.text)
  return { value: value ?? (isName && /^[,}]$/.test(tokens[next]?.text ?? '') ? mark(token.text) : undefined), next }
}

/** What is no entry is passed over, but for what stands in it. */
function bodyAt(tokens: readonly Token[], start: number, depth: number): Parsed {
  const entries: [string, unknown][] = []
  let next = start
  for (let token = tokens[next]; token !== undefined && token.text !== '}'; token = tokens[next]) {
    const entry = entryAt(tokens, next)
    const isValue = entry !== null || /^[{[]$/.test(token.text)
    const { value, next: after } = isValue ? memberAt(tokens, entry?.valueAt ?? next, depth) : { value: undefined, next: next + 1 }
    if (value !== undefined) entries.push([entry?.key ?? `at ${next}`, value])
    next = after
  }
  return { value: withBlocks(entries), next: next + 1 }
}

/** Blocks of one name are a list. */
function withBlocks(entries: readonly (readonly [string, unknown])[]): unknown {
  const found = new Map<string, unknown>()
  for (const [key, value] of entries) {
    const before = found.get(key)
    found.set(key, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value])
  }
  return Object.fromEntries(found)
}

/** The whole text as the body of one object. */
export function looseValue(text: string): unknown {
  const tokens = tokensOf(withoutInnerQuotes(text))
  const bodies: unknown[] = []
  for (let next = 0; next < tokens.length; ) {
    const body = bodyAt(tokens, next, 0)
    bodies.push(body.value)
    next = body.next
  }
  return bodies
}
