import * as z from 'zod/mini'
import type { TokenKeys } from '#server/config/environment.ts'
import { audience, detailOf, text, timeClaims } from './claims.ts'
import { signedTokenReader } from './signed-tokens.ts'

export const VendorScope = z.enum(['connections:read', 'connections:write', 'tenants:delete'])
export type VendorScope = z.infer<typeof VendorScope>

/** Back ends sign a token for each run or each hour, so a stolen one is soon worthless. */
const longestLifetimeSeconds = 60 * 60

export type VendorCaller = {
  /** The service or the person of the vendor who signed. */
  readonly subject: string
  readonly scopes: ReadonlySet<string>
}

export type VendorTokenReading =
  | { readonly kind: 'caller'; readonly caller: VendorCaller }
  | { readonly kind: 'vendor-token-invalid'; readonly detail: string }
  | { readonly kind: 'vendor-token-audience'; readonly detail: string }
  | { readonly kind: 'keys-unavailable' }

export type VendorTokenReader = (token: string) => Promise<VendorTokenReading>

type ClaimRules = { readonly audiences: readonly string[]; readonly nowSeconds: number }

/** Claims that are not named here are allowed, as every JWT library adds some. Unknown scopes are those of other services. */
function vendorClaims({ audiences, nowSeconds }: ClaimRules) {
  return z
    .object(
      {
        sub: text(256),
        aud: audience(audiences),
        ...timeClaims(nowSeconds),
        scope: z._default(z.string({ error: 'must be text: scopes with a space between them' }), ''),
      },
      { error: 'must be a JSON object' },
    )
    .check(z.refine(({ iat, exp }) => exp <= iat + longestLifetimeSeconds, { error: 'must be at most 1 hour after iat', path: ['exp'] }))
}

function readVendorClaims(payload: unknown, rules: ClaimRules): VendorTokenReading {
  const reading = z.safeParse(vendorClaims(rules), payload)
  if (reading.success) {
    const { sub, scope } = reading.data
    return { kind: 'caller', caller: { subject: sub, scopes: new Set(scope.split(' ')) } }
  }
  const faults = reading.error.issues.map(({ path: [claim = 'payload'], message }) => ({ claim: String(claim), message }))
  const kind = faults.every(({ claim }) => claim === 'aud') ? 'vendor-token-audience' : 'vendor-token-invalid'
  return { kind, detail: detailOf(faults.map(({ claim, message }) => `${claim} ${message}`)) }
}

const unsigned = {
  secret: 'The token must be a JWT signed with HS256 and the value of ROLEBRIDGE_VENDOR_SECRET.',
  jwks: 'The token must be a JWT signed with a key of ROLEBRIDGE_VENDOR_JWKS, and name it with kid.',
} as const

const wrongType = 'The header must have typ "at+jwt", which distinguishes it from launch tokens.'

type VendorTokenOptions = {
  readonly keys: TokenKeys
  /** Origins that `aud` can name. A function, because the port can be known only once the server listens. */
  readonly audiences: () => readonly string[]
  readonly now: () => Date
}

/** Reads tokens of the vendor's back end: the signature first, so that nothing is said of claims that someone else wrote. Null: the API is off. */
export function vendorTokenReader({ keys, audiences, now }: VendorTokenOptions): VendorTokenReader | null {
  if (keys.kind === 'none') return null
  const read = signedTokenReader(keys)
  const detail = unsigned[keys.kind]
  return async (token) => {
    const reading = await read(token)
    if (reading.kind === 'keys-unavailable') return reading
    if (reading.kind === 'unsigned') return { kind: 'vendor-token-invalid', detail }
    if (!reading.isForApi) return { kind: 'vendor-token-invalid', detail: wrongType }
    return readVendorClaims(reading.payload, { audiences: audiences(), nowSeconds: now().getTime() / 1000 })
  }
}
