import * as z from 'zod/mini'

/** Allowed difference between the clocks of two machines. */
const skewSeconds = 60

/** Control characters, and halves of characters: databases reject the one and make all of the other the same. */
const storable = /^[^\p{Cc}\p{Cs}]*$/u

export const text = (maximum: number) => {
  const error = `must be text of 1 to ${maximum} characters`
  const isStorable = z.regex(storable, { error: 'must have no control characters and no incomplete ones' })
  return z.string({ error }).check(z.minLength(1, { error, abort: true }), z.maxLength(maximum, { error, abort: true }), isStorable)
}

/** The `sub` of a launch token: the customer, as the vendor knows it. */
export const Subject = text(256)

const seconds = z.number({ error: 'must be a number: seconds since 1970-01-01T00:00:00Z' })

export const timeClaims = (nowSeconds: number) => ({
  iat: seconds.check(z.maximum(nowSeconds + skewSeconds, { error: 'must not be in the future: is the clock of your server right?' })),
  exp: seconds.check(z.gt(nowSeconds, { error: 'must be in the future: this token has expired' })),
  nbf: z.optional(seconds.check(z.maximum(nowSeconds + skewSeconds, { error: 'must not be in the future' }))),
})

/** The origin that a text names, where it names nothing else. */
function originOf(given: string): string | null {
  if (!URL.canParse(given)) return null
  const { origin, pathname, search, hash, username } = new URL(given)
  return pathname === '/' && search + hash + username === '' ? origin : null
}

/** `aud`, which must name one of the origins. */
export function audience(origins: readonly string[]) {
  const error = `must be ${origins.map((origin) => `"${origin}"`).join(' or ')}, or a list with it`
  return z
    .union([z.string(), z.array(z.string())], { error })
    .check(z.refine((given) => [given].flat().some((entry) => origins.includes(originOf(entry) ?? '')), { error }))
}

/** Tells the engineer who signs each wrong claim and what is expected. It repeats no value of the token. */
export const detailOf = (sentences: readonly string[]): string => `${[...new Set(sentences)].join('. ')}.`
