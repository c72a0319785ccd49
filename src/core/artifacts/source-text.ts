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
export function visible(text: string, escaped: (codePoint: number) => string): string {
  return text.replace(unseen, (character) => escaped(character.codePointAt(0) ?? 0))
}

export const hexadecimal = (codePoint: number, digits: number): string => codePoint.toString(16).padStart(digits, '0')

/** JSON whose characters are all ASCII: it survives every encoding that a file or a terminal may have. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^ -~\n]/g, (unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`)
}
