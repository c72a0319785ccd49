import { type CompactJWSHeaderParameters, compactVerify, createRemoteJWKSet, errors } from 'jose'
import { parseJson } from '#core/text/strings.ts'
import type { TokenKeys } from '#server/config/environment.ts'

/** Public-key algorithms alone: with a secret among them, a public key could be used as one. */
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

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

type Verified = { readonly payload: Uint8Array; readonly protectedHeader: CompactJWSHeaderParameters }

/** By the present secret, otherwise by the previous one. */
async function verifiedBySecret(token: string, { secret, previous }: Extract<TokenKeys, { kind: 'secret' }>): Promise<Verified> {
  const by = (each: Uint8Array) => compactVerify(token, each, { algorithms: ['HS256'] })
  return previous === undefined ? by(secret) : by(secret).catch(() => by(previous))
}

/** `at+jwt` marks tokens of the vendor API, and no others. https://www.rfc-editor.org/rfc/rfc9068#section-2.1 */
const apiTokenType = /^(application\/)?at\+jwt$/i

export type SignedToken =
  | { readonly kind: 'signed'; readonly payload: unknown; readonly isForApi: boolean }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'keys-unavailable' }

/** Verifies the signature of a token, and nothing else. */
export function signedTokenReader(keys: TokenKeys): (token: string) => Promise<SignedToken> {
  const keySet = keys.kind === 'jwks' ? createRemoteJWKSet(keys.url, { timeoutDuration: 3000 }) : null

  async function verified(token: string): Promise<Verified> {
    if (keys.kind === 'secret') return verifiedBySecret(token, keys)
    if (keySet === null) throw new errors.JOSENotSupported()
    return compactVerify(token, keySet, { algorithms: publicKeyAlgorithms })
  }

  return async (token) => {
    try {
      const { payload, protectedHeader } = await verified(token)
      return { kind: 'signed', payload: payloadJson(payload), isForApi: apiTokenType.test(protectedHeader.typ ?? '') }
    } catch (error) {
      return keys.kind !== 'jwks' || isTokenFault(error) ? { kind: 'unsigned' } : { kind: 'keys-unavailable' }
    }
  }
}
