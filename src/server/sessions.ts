import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose'
import { type RandomBytes, randomCharacters } from '#core/external-id.ts'
import type { Session } from '#core/problem.ts'

/** How the vendor's back end signs launch tokens, if it does. */
export type LaunchKeys =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret'; readonly secret: Uint8Array }
  | { readonly kind: 'jwks'; readonly url: URL }

export type OpenedSession =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'launch-token-refused' }
  | { readonly kind: 'launch-keys-unavailable' }

export type Sessions = {
  /** For the tenant of a launch token; without one, for a new anonymous tenant. */
  readonly open: (launchToken: string | undefined) => Promise<OpenedSession>
  /** Null for a token that is not ours, was changed or has expired. */
  readonly tenantOf: (token: string) => Promise<string | null>
  /** For who came by the link of a hand-off. It lasts as long as the hand-off, which is looked at with each request. */
  readonly guestToken: (handoffId: string) => Promise<string>
  /** The hand-off of such a session. Null for every other token. */
  readonly handoffOf: (token: string) => Promise<string | null>
}

type SessionOptions = {
  /** 32 bytes or more. */
  readonly secret: Uint8Array
  readonly launch: LaunchKeys
  readonly now: () => Date
  readonly randomBytes: RandomBytes
}

const issuer = 'rolebridge'
/** Of the sessions of guests, so that neither kind is taken for the other. */
const guestIssuer = 'rolebridge-handoff'
/** A customer may well finish after the weekend. */
const sessionSeconds = 7 * 24 * 60 * 60
const longestSubject = 256
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

type LaunchReading = { readonly kind: 'tenant'; readonly tenant: string } | Exclude<OpenedSession, { kind: 'session' }>

function launchTokens(launch: LaunchKeys, now: () => Date): (token: string) => Promise<LaunchReading> {
  const options = () => ({ requiredClaims: ['sub', 'exp'], currentDate: now() })
  const keys = launch.kind === 'jwks' ? createRemoteJWKSet(launch.url, { timeoutDuration: 3000 }) : null
  async function payloadOf(token: string): Promise<JWTPayload | null> {
    if (launch.kind === 'secret') return (await jwtVerify(token, launch.secret, { ...options(), algorithms: ['HS256'] })).payload
    return keys === null ? null : (await jwtVerify(token, keys, { ...options(), algorithms: publicKeyAlgorithms })).payload
  }
  return async (token) => {
    try {
      const subject = (await payloadOf(token))?.sub ?? ''
      const isUsable = subject !== '' && subject.length <= longestSubject
      return isUsable ? { kind: 'tenant', tenant: `launched:${subject}` } : { kind: 'launch-token-refused' }
    } catch (error) {
      return { kind: keys === null || isTokenFault(error) ? 'launch-token-refused' : 'launch-keys-unavailable' }
    }
  }
}

/** Everything else that jose throws here says that the key set could not be fetched or read. */
function isTokenFault(error: unknown): boolean {
  return (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  )
}

/** Bearer tokens, not cookies: the wizard also runs in other sites' frames. */
export function createSessions({ secret, launch, now, randomBytes }: SessionOptions): Sessions {
  const tenantOfLaunch = launchTokens(launch, now)

  async function sessionOf(tenant: string): Promise<OpenedSession> {
    const issuedAt = Math.floor(now().getTime() / 1000)
    const expiresAt = issuedAt + sessionSeconds
    const token = await new SignJWT()
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject(tenant)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(secret)
    return { kind: 'session', session: { token, expiresAt: new Date(expiresAt * 1000).toISOString() } }
  }

  async function subject(token: string, claims: Pick<JWTVerifyOptions, 'issuer' | 'requiredClaims'>): Promise<string | null> {
    try {
      return (await jwtVerify(token, secret, { ...claims, algorithms: ['HS256'], currentDate: now() })).payload.sub ?? null
    } catch {
      return null
    }
  }

  return {
    open: async (launchToken) => {
      if (launchToken === undefined) return sessionOf(`anonymous:${randomCharacters(24, randomBytes)}`)
      const reading = await tenantOfLaunch(launchToken)
      return reading.kind === 'tenant' ? sessionOf(reading.tenant) : reading
    },
    tenantOf: (token) => subject(token, { issuer, requiredClaims: ['sub', 'exp'] }),
    guestToken: (handoffId) => new SignJWT().setProtectedHeader({ alg: 'HS256' }).setIssuer(guestIssuer).setSubject(handoffId).sign(secret),
    handoffOf: (token) => subject(token, { issuer: guestIssuer, requiredClaims: ['sub'] }),
  }
}
