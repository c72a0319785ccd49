import { type RandomBytes, randomCharacters } from './external-id.ts'

const digits = '0123456789'
const hexLetters = 'abcdef'
const lowerLetters = 'abcdefghijklmnopqrstuvwxyz'

/** The kinds of characters that an ID is made of, hexadecimal digits being a kind of their own. */
function charactersLike(text: string): string {
  if (/^[^a-zA-Z]*$/.test(text)) return digits
  if (/^[^g-zA-Z]*$/.test(text)) return digits + hexLetters
  if (/^[^a-zG-Z]*$/.test(text)) return digits + hexLetters.toUpperCase()
  return [/\d/.test(text) ? digits : '', /[a-z]/.test(text) ? lowerLetters : '', /[A-Z]/.test(text) ? lowerLetters.toUpperCase() : ''].join(
    '',
  )
}

/** Of the same length and kinds of characters, with the same signs between them, so that only the value differs. */
export function randomExternalIdLike(externalId: string, randomBytes: RandomBytes): string {
  const random = randomCharacters(externalId.length, randomBytes, charactersLike(externalId))
  const isOfSigns = !/[a-zA-Z\d]/.test(externalId)
  const text = isOfSigns ? random : externalId.replace(/[a-zA-Z\d]/g, (_, position: number) => random[position] ?? '')
  return text === externalId ? randomExternalIdLike(externalId, randomBytes) : text
}

export type NearMissVariant = 'end' | 'start' | 'case'

// Another letter, not the same one in the other case: that would only test whether case counts.
const otherCharacter = (character: string): string => (character.toLowerCase() === 'a' ? 'b' : 'a')

const swappedCase = (text: string): string =>
  text.replace(/[a-zA-Z]/g, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

/**
 * IDs that only a pattern takes for the right one: `prefix*`, `*suffix`, and comparison without regard to case. The
 * last is left out for an ID without letters, since swapping case changes nothing there.
 */
export function nearMisses(externalId: string): readonly { readonly variant: NearMissVariant; readonly externalId: string }[] {
  const misses = [
    { variant: 'end', externalId: externalId.slice(0, -1) + otherCharacter(externalId.slice(-1)) },
    { variant: 'start', externalId: otherCharacter(externalId.slice(0, 1)) + externalId.slice(1) },
    { variant: 'case', externalId: swappedCase(externalId) },
  ] as const
  return misses.filter((miss) => miss.externalId !== externalId)
}
