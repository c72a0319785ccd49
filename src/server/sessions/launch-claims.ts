import * as z from 'zod/mini'
import { Prefill, SessionRole } from '#core/connection/session.ts'
import type { Vendor } from '#core/connection/vendor.ts'

/** A launch token holds for a day at most. */
const longestLifetimeSeconds = 24 * 60 * 60
/** Allowed difference between the clocks of two machines. */
const skewSeconds = 60

/** Rejects invisible characters and those that change the direction of text, except the two joiners, which occur in words and emoji. */
const invisible = /(?![\u200c\u200d])[\p{C}\u2028\u2029]/u

const Name = z.string({ error: 'must be text' }).check(
  z.minLength(1, { error: 'must have 1 to 100 characters' }),
  z.maxLength(100, { error: 'must have 1 to 100 characters' }),
  z.refine((text) => !invisible.test(text) && text.trim() !== '', {
    error: 'must be readable text, without control or bidirectional characters',
  }),
)

/** Control characters, and halves of characters: databases reject the one and make all of the other the same. */
const storable = /^[^\p{Cc}\p{Cs}]*$/u

const text = (maximum: number) => {
  const error = `must be text of 1 to ${maximum} characters`
  const isStorable = z.regex(storable, { error: 'must have no control characters and no incomplete ones' })
  return z.string({ error }).check(z.minLength(1, { error, abort: true }), z.maxLength(maximum, { error, abort: true }), isStorable)
}

const seconds = z.number({ error: 'must be a number: seconds since 1970-01-01T00:00:00Z' })

export type ClaimRules = {
  /** One of them must be in `aud`. */
  readonly audiences: readonly string[]
  readonly vendor: Pick<Vendor, 'returnOrigins' | 'externalId'>
  readonly nowSeconds: number
}

/** The origin that a text names, where it names nothing else. */
function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { origin, pathname, search, hash, username } = new URL(text)
  return pathname === '/' && search + hash + username === '' ? origin : null
}

function audience({ audiences }: ClaimRules) {
  const error = `must be ${audiences.map((origin) => `"${origin}"`).join(' or ')}, or a list with it`
  return z
    .union([z.string(), z.array(z.string())], { error })
    .check(z.refine((given) => [given].flat().some((entry) => audiences.includes(originOf(entry) ?? '')), { error }))
}

function returnUrl({ vendor: { returnOrigins } }: ClaimRules) {
  const error = 'must be an https URL without credentials, whose origin is in "returnOrigins" of the vendor config'
  return z.pipe(
    z.string({ error }).check(
      z.maxLength(2048, { error, abort: true }),
      z.refine((given) => URL.canParse(given), { error, abort: true }),
      z.refine(
        (given) => {
          const { protocol, origin, username, password } = new URL(given)
          return protocol === 'https:' && username + password === '' && returnOrigins.includes(origin)
        },
        { error },
      ),
    ),
    z.transform((given) => new URL(given).href),
  )
}

/** Claims that are not named here are allowed, as every JWT library adds some. */
function launchClaims(rules: ClaimRules) {
  const { nowSeconds, vendor } = rules
  return z
    .object(
      {
        sub: text(256),
        name: Name,
        aud: audience(rules),
        iat: seconds.check(z.maximum(nowSeconds + skewSeconds, { error: 'must not be in the future: is the clock of your server right?' })),
        exp: seconds.check(z.gt(nowSeconds, { error: 'must be in the future: this token has expired' })),
        nbf: z.optional(seconds.check(z.maximum(nowSeconds + skewSeconds, { error: 'must not be in the future' }))),
        jti: text(128),
        role: z._default(z.enum(SessionRole.options, { error: 'must be "editor" or "viewer"' }), 'editor'),
        prefill: z.optional(
          Prefill.check(
            z.refine(({ externalId }) => externalId === undefined || vendor.externalId.mode !== 'issued', {
              error: 'must not be set: the server issues external IDs',
              path: ['externalId'],
            }),
          ),
        ),
        returnUrl: z.optional(returnUrl(rules)),
      },
      { error: 'must be a JSON object' },
    )
    .check(z.refine(({ iat, exp }) => exp <= iat + longestLifetimeSeconds, { error: 'must be at most 24 hours after iat', path: ['exp'] }))
}
type LaunchClaims = z.output<ReturnType<typeof launchClaims>>

export type LaunchReading =
  | { readonly kind: 'claims'; readonly claims: LaunchClaims }
  /** Tells the engineer who signs each wrong claim and what is expected. It repeats no value of the token. */
  | { readonly kind: 'refused'; readonly detail: string }

const prefillKeys = Object.keys(Prefill.shape).join(', ')

function expectation({ path, code, message }: z.core.$ZodIssue): string {
  const [claim = 'payload', ...inner] = path.map(String)
  if (claim !== 'prefill') return `${claim} ${message}`
  if (code === 'unrecognized_keys') return `prefill must have no keys but ${prefillKeys}`
  const name = ['prefill', ...inner.slice(0, 1)].join('.')
  if (code === 'custom') return `${name} ${message}`
  if (code === 'too_big') return `${name} is too long`
  return inner[0] === 'permissions'
    ? `${name} must be an object of permission sets, each with its parameters: text or a list of texts`
    : `${name} must be ${inner.length === 0 ? 'an object' : 'text'}`
}

/** Reads the claims of a token with a valid signature. */
export function readLaunchClaims(payload: unknown, rules: ClaimRules): LaunchReading {
  const reading = z.safeParse(launchClaims(rules), payload)
  if (reading.success) return { kind: 'claims', claims: reading.data }
  return { kind: 'refused', detail: `${[...new Set(reading.error.issues.map(expectation))].join('. ')}.` }
}
