/** A piece of a policy's text: `*` and `?` are wildcards in what the author wrote, plain characters in what a variable stood for. */
export type TextPart = { readonly kind: 'written' | 'literal'; readonly text: string }

type Token = { readonly kind: 'one' | 'many' } | { readonly kind: 'character'; readonly character: string }

const wildcards: ReadonlyMap<string, Token> = new Map([
  ['*', { kind: 'many' }],
  ['?', { kind: 'one' }],
])

function tokens({ kind, text }: TextPart): Token[] {
  return text.split('').map((character) => (kind === 'written' ? wildcards.get(character) : undefined) ?? { kind: 'character', character })
}

const takes = (token: Token | undefined, character: string | undefined): boolean =>
  token?.kind === 'one' || (token?.kind === 'character' && token.character === character)

/** Goes back to the last `*` only, so a hostile pattern costs its length times the text's, never more. */
function matchesTokens(text: string, pattern: readonly Token[]): boolean {
  let position = 0
  let at = 0
  let lastMany: { readonly at: number; position: number } | null = null
  while (position < text.length) {
    const token = pattern[at]
    if (token?.kind === 'many') {
      lastMany = { at, position }
      at += 1
    } else if (takes(token, text[position])) {
      position += 1
      at += 1
    } else if (lastMany !== null) {
      lastMany.position += 1
      position = lastMany.position
      at = lastMany.at + 1
    } else return false
  }
  return pattern.slice(at).every((token) => token.kind === 'many')
}

/** Most patterns are plain text, whose comparison is a hundred times faster. */
export const hasWildcard = (text: string): boolean => text.includes('*') || text.includes('?')

/** The text between one `*` and the next. */
function segments(parts: readonly TextPart[]): readonly string[] {
  const found = ['']
  for (const { kind, text } of parts) {
    const [first = '', ...others] = kind === 'written' ? text.split('*') : [text]
    found.push(`${found.pop()}${first}`, ...others)
  }
  return found
}

/** The first and the last segment are at the ends, each other one at the first place that is left. Native searches make hostile patterns fast. */
function matchesSegments(text: string, [first = '', ...others]: readonly string[]): boolean {
  const last = others.pop()
  if (last === undefined) return text === first
  const end = text.length - last.length
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false
  let position = first.length
  for (const segment of others) {
    const found = text.indexOf(segment, position)
    if (found === -1 || found + segment.length > end) return false
    position = found + segment.length
  }
  return true
}

const matches = (text: string, parts: readonly TextPart[]): boolean =>
  parts.some((part) => part.kind === 'written' && part.text.includes('?'))
    ? matchesTokens(text, parts.flatMap(tokens))
    : matchesSegments(text, segments(parts))

/** `*` stands for any characters, also none; `?` for exactly one. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export function matchesPattern(text: string, pattern: string): boolean {
  return hasWildcard(pattern) ? matches(text, [{ kind: 'written', text: pattern }]) : text === pattern
}

export function matchesParts(text: string, parts: readonly TextPart[]): boolean {
  const isPlain = parts.every((part) => part.kind === 'literal' || !hasWildcard(part.text))
  return isPlain ? text === plainText(parts) : matches(text, parts)
}

/** The characters as they stand, for comparisons in which `*` is a `*`. */
export function plainText(parts: readonly TextPart[]): string {
  const [first, ...others] = parts
  return others.length === 0 ? (first?.text ?? '') : parts.map((part) => part.text).join('')
}
