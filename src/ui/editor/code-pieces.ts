/** The meaning of a token; the colors are in `code-view.css`. */
export type TokenRole = 'key' | 'string' | 'value' | 'quiet' | 'plain'
export type CodeToken = { readonly role: TokenRole; readonly text: string }

type CodePart = CodeToken & { readonly at: number }

/** A stretch of the text that is marked as a whole or not at all. */
export type CodePiece = { readonly key: string; readonly mark: string | null; readonly parts: readonly CodePart[] }

type Stretch = { readonly start: number; readonly end: number; readonly mark: string | null }

/**
 * The text cut at the edges of marks first and of tokens second. Keys hang on the marks alone, so a mark that stays keeps its
 * element when the colours arrive, and one that is new gets a new element.
 */
export function codePieces(tokens: readonly CodeToken[], marks: readonly string[]): readonly CodePiece[] {
  const text = tokens.map((token) => token.text).join('')
  const parts = positioned(tokens)
  const seen = new Map<string, number>()
  return stretches(text, marks).map(({ start, end, mark }) => {
    const name = mark === null ? 'text' : `mark ${mark}`
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { key: `${name} ${nth}`, mark, parts: parts.flatMap((part) => clipped(part, start, end)) }
  })
}

function positioned(tokens: readonly CodeToken[]): readonly CodePart[] {
  let at = 0
  return tokens.map((token) => {
    const part = { ...token, at }
    at += token.text.length
    return part
  })
}

function clipped(part: CodePart, start: number, end: number): readonly CodePart[] {
  const from = Math.max(part.at, start)
  const to = Math.min(part.at + part.text.length, end)
  return from < to ? [{ role: part.role, at: from, text: part.text.slice(from - part.at, to - part.at) }] : []
}

function stretches(text: string, marks: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = []
  const wanted = marks.filter((mark) => mark !== '')
  let at = 0
  while (at < text.length) {
    const next = nextMark(text, wanted, at)
    const start = next?.start ?? text.length
    if (start > at) found.push({ start: at, end: start, mark: null })
    if (next !== null) found.push(next)
    at = next?.end ?? text.length
  }
  return found
}

/** The first occurrence after a position; of several that begin there, the longest. */
function nextMark(text: string, marks: readonly string[], from: number): Stretch | null {
  return marks.reduce<Stretch | null>((best, mark) => {
    const start = text.indexOf(mark, from)
    if (start < 0) return best
    const isBetter = best === null || start < best.start || (start === best.start && start + mark.length > best.end)
    return isBetter ? { start, end: start + mark.length, mark } : best
  }, null)
}
