import { compactVerify, createRemoteJWKSet, errors } from 'jose'
import { parseJson } from '#core/text/strings.ts'
import type { LaunchKeys } from '#server/config/environment.ts'
import { type ClaimRules, type LaunchReading, readLaunchClaims } from './launch-claims.ts'

const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

const unsigned = {
  none: 'No launch tokens are expected: neither ROLEBRIDGE_LAUNCH_SECRET nor ROLEBRIDGE_LAUNCH_JWKS is set.',
  secret: 'The token must be a JWT signed with HS256 and the value of ROLEBRIDGE_LAUNCH_SECRET.',
  jwks: 'The token must be a JWT signed with a key of ROLEBRIDGE_LAUNCH_JWKS, and name it with kid.',
} as const satisfies Readonly<Record<LaunchKeys['kind'], string>>

const utf8 = new TextDecoder('utf-8', { fatal: true })

function payloadJson(payload: Uint8Array): unknown {
  try {
    return parseJson(utf8.decode(payload))
  } catch {
    return undefined
  }
}

/** Everything else that jose throws here says that the key set could not be fetched or read. */
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  )
}

/** By the present secret, otherwise by the previous one. */
async function verifiedBySecret(token: string, { secret, previous }: Extract<LaunchKeys, { kind: 'secret' }>): Promise<Uint8Array> {
  const by = async (each: Uint8Array) => (await compactVerify(token, each, { algorithms: ['HS256'] })).payload
  return previous === undefined ? by(secret) : by(secret).catch(() => by(previous))
}

export type LaunchTokenReading = LaunchReading | { readonly kind: 'keys-unavailable' }

/** Reads launch tokens: first the signature, then the claims, so that nothing is said of claims that someone else wrote. */
export function launchTokenReader(launch: LaunchKeys): (token: string, rules: ClaimRules) => Promise<LaunchTokenReading> {
  const keys = launch.kind === 'jwks' ? createRemoteJWKSet(launch.url, { timeoutDuration: 3000 }) : null

  async function payloadOf(token: string): Promise<unknown> {
    if (launch.kind === 'secret') return payloadJson(await verifiedBySecret(token, launch))
    if (keys === null) throw new errors.JOSENotSupported()
    return payloadJson((await compactVerify(token, keys, { algorithms: publicKeyAlgorithms })).payload)
  }

  return async (token, rules) => {
    try {
      return readLaunchClaims(await payloadOf(token), rules)
    } catch (error) {
      const isRefused = launch.kind !== 'jwks' || isTokenFault(error)
      return isRefused ? { kind: 'refused', detail: unsigned[launch.kind] } : { kind: 'keys-unavailable' }
    }
  }
}
