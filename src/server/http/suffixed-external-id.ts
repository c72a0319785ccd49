import { ExternalId, externalIdMaximumLength, proposedExternalId, type RandomBytes } from '#core/connection/external-id/external-id.ts'

const isSuffix = (text: string, length: number): boolean => text.length === length && /^[0-9A-Za-z]+$/.test(text)

/** The words that a customer entered, for an ID of the mode `chosen-with-suffix`. An ID of another mode is whole. */
export function wordsOf(externalId: string, suffixLength: number): string {
  const hyphen = externalId.lastIndexOf('-')
  return hyphen > 0 && isSuffix(externalId.slice(hyphen + 1), suffixLength) ? externalId.slice(0, hyphen) : externalId
}

/** With other random characters after the same words, so that a repeated request with those words still leads to the connection. */
export function resuffixed(externalId: string, randomBytes: RandomBytes): ExternalId {
  const suffix = proposedExternalId(randomBytes)
  const whole = `${wordsOf(externalId, suffix.length)}-${suffix}`
  return whole.length > externalIdMaximumLength ? suffix : ExternalId.parse(whole)
}
