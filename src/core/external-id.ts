import * as z from 'zod/mini'

/** What STS accepts. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
export const externalIdPattern = /^[\w+=,.@:/-]*$/
export const externalIdMaximumLength = 1224
export const externalIdMinimumLength = 2

/**
 * An external ID as STS accepts it. Not a secret: everybody who may read the role sees it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html
 */
export const ExternalId = z
  .string({ error: 'external-id-empty' })
  .check(
    z.minLength(externalIdMinimumLength, { error: ({ input }) => (input === '' ? 'external-id-empty' : 'external-id-too-short') }),
    z.maxLength(externalIdMaximumLength, { error: 'external-id-too-long' }),
    z.regex(externalIdPattern, { error: 'external-id-characters' }),
  )
  .brand<'ExternalId'>()
export type ExternalId = z.infer<typeof ExternalId>

/** Fills an array of the given length with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (length: number) => Uint8Array

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz'

/** `length` characters without look-alikes (0 O 1 l I), each 5.75 bits. */
export function randomCharacters(length: number, randomBytes: RandomBytes, characters: string = alphabet): string {
  const unbiased = 256 - (256 % characters.length)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < unbiased && text.length < length) text += characters[byte % characters.length] ?? ''
    }
  }
  return text
}

/** 24 characters: 138 bits. */
export function proposedExternalId(randomBytes: RandomBytes): ExternalId {
  return ExternalId.parse(randomCharacters(24, randomBytes))
}

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
