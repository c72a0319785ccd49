import type { TextPlace } from './pasted-fact.ts'

type Container = { readonly closes: '}' | ']'; readonly isObject: boolean }

// https://www.rfc-editor.org/rfc/rfc8259: what one token may look like at a place in the text.
const token =
  /\s*(?:([{}[\],:])|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy
const blanks = /\s*/y

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end'

type State = { readonly expected: Expected; readonly open: readonly Container[] }

const afterValue = (open: readonly Container[]): Expected => (open.length === 0 ? 'end' : 'comma-or-close')

function afterClose(state: State, closes: string): State | null {
  const mayClose = ['value-or-close', 'key-or-close', 'comma-or-close'].includes(state.expected)
  if (!mayClose || state.open.at(-1)?.closes !== closes) return null
  const open = state.open.slice(0, -1)
  return { expected: afterValue(open), open }
}

function afterOpen(state: State, container: Container): State | null {
  if (state.expected !== 'value' && state.expected !== 'value-or-close') return null
  return { expected: container.isObject ? 'key-or-close' : 'value-or-close', open: [...state.open, container] }
}

function afterScalar(state: State, isText: boolean): State | null {
  if (state.expected === 'key' || state.expected === 'key-or-close') return isText ? { ...state, expected: 'colon' } : null
  const isValue = state.expected === 'value' || state.expected === 'value-or-close'
  return isValue ? { ...state, expected: afterValue(state.open) } : null
}

const signs: Readonly<Record<string, (state: State) => State | null>> = {
  '{': (state) => afterOpen(state, { closes: '}', isObject: true }),
  '[': (state) => afterOpen(state, { closes: ']', isObject: false }),
  '}': (state) => afterClose(state, '}'),
  ']': (state) => afterClose(state, ']'),
  ':': (state) => (state.expected === 'colon' ? { ...state, expected: 'value' } : null),
  ',': (state) => (state.expected === 'comma-or-close' ? { ...state, expected: state.open.at(-1)?.isObject ? 'key' : 'value' } : null),
}

/** Deeper texts are no policy, and copying the list of what is open would take long. */
const deepest = 200

function faultOffset(text: string): number {
  let state: State = { expected: 'value', open: [] }
  let offset = 0
  while (state.open.length < deepest) {
    blanks.lastIndex = offset
    blanks.exec(text)
    const start = blanks.lastIndex
    token.lastIndex = offset
    const [whole, sign] = token.exec(text) ?? []
    if (whole === undefined || state.expected === 'end') return start
    const next: State | null = sign === undefined ? afterScalar(state, whole.trimStart().startsWith('"')) : (signs[sign]?.(state) ?? null)
    if (next === null) return start
    state = next
    offset = token.lastIndex
  }
  return offset
}

export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Where a text stops to be JSON. The engines name the place in different words, some not at all. */
export function jsonFault(text: string): TextPlace {
  return placeAt(text, faultOffset(text))
}
