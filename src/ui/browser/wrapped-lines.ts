/** How wide characters are, in em, and where a text may be broken. */
export type Lettering = {
  readonly widthOf: (character: string) => number
  /** The parts that stay whole where they fit into a line. */
  readonly parts: RegExp
}

/** The widest of a kind in the bold of DejaVu Sans, which is the widest of the fonts that systems have: what fits in it fits in all. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}\p{Cf}]/u, 0],
  [/^[\u1100-\u11ff\u2e80-\u{10ffff}—…]/u, 1],
  [/^[Iijl .,:;'|!]/, 0.4],
  [/^[Jfrt()[\]/-]/, 0.5],
  [/^[MWmw@%&+~=]/, 1.1],
  [/^\p{Lu}/u, 0.8],
]

/** The text face of the page, at any weight: words stay whole. */
export const textLettering: Lettering = {
  widthOf: (character) => widths.find(([kind]) => kind.test(character.normalize('NFD')))?.[1] ?? 0.7,
  parts: /\S+\s*/g,
}

/** The face of code, for names: broken after a mark or before a capital, `Acme|Monitoring-|Role`. */
export const nameLettering: Lettering = { widthOf: () => 0.61, parts: /\p{Lu}*[^\p{Lu}\W_]*[\W_]*/gu }

/** Cuts what is wider than a line, by characters. */
function cut(part: string, room: number, { widthOf }: Lettering): string[] {
  const pieces = ['']
  let width = 0
  for (const character of part) {
    const isFull = width + widthOf(character) > room && width > 0 && character.trim() !== ''
    width = (isFull ? 0 : width) + widthOf(character)
    pieces.push(isFull ? character : `${pieces.pop() ?? ''}${character}`)
  }
  return pieces
}

/** The lines of a text where nothing breaks it by itself, as in a drawing. Room is the width of a line in em. */
export function wrappedLines(text: string, room: number, lettering: Lettering): readonly string[] {
  const widthOf = (line: string): number => [...line.trimEnd()].reduce((sum, character) => sum + lettering.widthOf(character), 0)
  const lines: string[] = []
  for (const part of (text.trim().match(lettering.parts) ?? []).flatMap((whole) => cut(whole, room, lettering))) {
    const line = lines.at(-1) ?? ''
    if (lines.length > 0 && widthOf(line + part) <= room) lines.splice(-1, 1, line + part)
    else lines.push(part)
  }
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '')
}
