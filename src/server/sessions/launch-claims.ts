import * as z from 'zod/mini'
import { Prefill, SessionRole } from '#core/connection/session.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { audience, detailOf, Subject, text, timeClaims } from './claims.ts'

/** A launch token holds for a day at most. */
const longestLifetimeSeconds = 24 * 60 * 60

/** Rejects invisible characters and those that change the direction of text, except the two joiners, which occur in words and emoji. */
const invisible = /(?![\u200c\u200d])[\p{C}\u2028\u2029]/u

const Name = z.string({ error: 'must be text' }).check(
  z.minLength(1, { error: 'must have 1 to 100 characters' }),
  z.maxLength(100, { error: 'must have 1 to 100 characters' }),
  z.refine((text) => !invisible.test(text) && text.trim() !== '', {
    error: 'must be readable text, without control or bidirectional characters',
  }),
)

export type ClaimRules = {
  /** One of them must be in `aud`. */
  readonly audiences: readonly string[]
  readonly vendor: Pick<Vendor, 'returnOrigins' | 'externalId'>
  readonly nowSeconds: number
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
  const { audiences, nowSeconds, vendor } = rules
  return z
    .object(
      {
        sub: Subject,
        name: Name,
        aud: audience(audiences),
        ...timeClaims(nowSeconds),
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
  return { kind: 'refused', detail: detailOf(reading.error.issues.map(expectation)) }
}
