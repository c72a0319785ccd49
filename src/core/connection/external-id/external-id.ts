import * as z from 'zod/mini'

/** The limits of STS. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
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

/** 138 bits. */
export const proposedExternalIdLength = 24

export function proposedExternalId(randomBytes: RandomBytes): ExternalId {
  return ExternalId.parse(randomCharacters(proposedExternalIdLength, randomBytes))
}
