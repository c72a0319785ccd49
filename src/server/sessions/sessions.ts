import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import type { Session } from '#core/connection/session.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import type { TokenKeys } from '#server/config/environment.ts'
import type { SessionRecords } from '#server/registry/records.ts'
import { type ClaimRules, type LaunchReading, readLaunchClaims } from './launch-claims.ts'
import { isoTime, type Member, sessionTokens } from './session-tokens.ts'
import { signedTokenReader } from './signed-tokens.ts'

const unsigned = {
  none: 'No launch tokens are expected: neither ROLEBRIDGE_LAUNCH_SECRET nor ROLEBRIDGE_LAUNCH_JWKS is set.',
  secret: 'The token must be a JWT signed with HS256 and the value of ROLEBRIDGE_LAUNCH_SECRET.',
  jwks: 'The token must be a JWT signed with a key of ROLEBRIDGE_LAUNCH_JWKS, and name it with kid.',
} as const satisfies Readonly<Record<TokenKeys['kind'], string>>

type LaunchTokenReading = LaunchReading | { readonly kind: 'keys-unavailable' }

/** Reads launch tokens: first the signature, then the claims, so that nothing is said of claims that someone else wrote. */
function launchTokenReader(launch: TokenKeys): (token: string, rules: ClaimRules) => Promise<LaunchTokenReading> {
  const read = signedTokenReader(launch)
  return async (token, rules) => {
    const reading = await read(token)
    if (reading.kind === 'keys-unavailable') return reading
    if (reading.kind === 'unsigned') return { kind: 'refused', detail: unsigned[launch.kind] }
    if (reading.isForApi) return { kind: 'refused', detail: 'The token is for the vendor API: its header must not have typ "at+jwt".' }
    return readLaunchClaims(reading.payload, rules)
  }
}

export type OpenedSession =
  | { readonly kind: 'session'; readonly tenant: string; readonly session: Session }
  | { readonly kind: 'launch-token-required' }
  | { readonly kind: 'launch-token-refused'; readonly detail: string }
  | { readonly kind: 'launch-token-used' }
  | { readonly kind: 'launch-keys-unavailable' }

export type Sessions = {
  /** Redeems a launch token and opens a session for its tenant. Without one, for a new anonymous tenant. */
  readonly open: (launchToken: string | undefined) => Promise<OpenedSession>
  /** Null for a token that is invalid, expired or revoked, and for an anonymous one if those are denied. */
  readonly memberOf: (token: string) => Promise<Member | null>
  /** Revokes its token, for every copy of the server that shares the registry. */
  readonly end: (member: Member) => Promise<void>
  /** False for an anonymous tenant if those are denied. */
  readonly admits: (tenant: string) => boolean
  /** The token of a hand-off guest. It is valid as long as the hand-off, which every request reads again. */
  readonly guestToken: (handoffId: string) => Promise<string>
  /** The hand-off of a guest's token. Null for every other token. */
  readonly handoffOf: (token: string) => Promise<string | null>
}

type SessionOptions = {
  /** 32 bytes or more. */
  readonly secret: Uint8Array
  /** While the secret is being replaced. */
  readonly previousSecret?: Uint8Array | null
  readonly launch: TokenKeys
  readonly anonymous: 'allowed' | 'denied'
  /** Origins that `aud` can name. A function, because the port can be known only once the server listens. */
  readonly audiences: () => readonly string[]
  readonly vendor: Pick<Vendor, 'returnOrigins' | 'externalId'>
  readonly records: SessionRecords
  readonly now: () => Date
  readonly randomBytes: RandomBytes
}

/** Values of a launch token that only the page uses. */
const destination = ({ prefill, returnUrl }: Pick<Session, 'prefill' | 'returnUrl'>): Pick<Session, 'prefill' | 'returnUrl'> => ({
  ...(prefill === undefined ? {} : { prefill }),
  ...(returnUrl === undefined ? {} : { returnUrl }),
})

/** Bearer tokens, not cookies: the wizard also runs in other sites' frames. */
export function createSessions(options: SessionOptions): Sessions {
  const { launch, anonymous, audiences, vendor, records, now, randomBytes } = options
  const readLaunchToken = launchTokenReader(launch)
  const tokens = sessionTokens(options)
  const admits = (tenant: string): boolean => anonymous === 'allowed' || !isAnonymous(tenant)

  async function openLaunched(launchToken: string): Promise<OpenedSession> {
    const reading = await readLaunchToken(launchToken, { audiences: audiences(), vendor, nowSeconds: now().getTime() / 1000 })
    if (reading.kind === 'keys-unavailable') return { kind: 'launch-keys-unavailable' }
    if (reading.kind === 'refused') return { kind: 'launch-token-refused', detail: reading.detail }
    const { sub, jti, exp, name, role, ...claims } = reading.claims
    // The ID includes the subject, so that two back ends of the vendor can't collide.
    const id = sha256Hex(JSON.stringify([sub, jti]))
    if (!(await records.redeem({ id, expiresAt: isoTime(exp) }, now().toISOString()))) return { kind: 'launch-token-used' }
    const tenant = launchedTenant(sub)
    const signed = await tokens.sign({ tenant, name, role })
    return { kind: 'session', tenant, session: { ...signed, role, tenant: { id: sha256Hex(tenant), name }, ...destination(claims) } }
  }

  async function openAnonymous(): Promise<OpenedSession> {
    if (anonymous === 'denied') return { kind: 'launch-token-required' }
    const tenant = newAnonymousTenant(randomBytes)
    return { kind: 'session', tenant, session: { ...(await tokens.sign({ tenant, name: null, role: 'editor' })), role: 'editor' } }
  }

  async function memberOf(token: string): Promise<Member | null> {
    const member = await tokens.read(token)
    return member === null || !admits(member.tenant) || (await records.isRevoked(member.sessionId, now().toISOString())) ? null : member
  }

  return {
    open: (launchToken) => (launchToken === undefined ? openAnonymous() : openLaunched(launchToken)),
    memberOf,
    end: ({ sessionId, expiresAt }) => records.revoke({ id: sessionId, expiresAt }, now().toISOString()),
    admits,
    guestToken: tokens.signGuest,
    handoffOf: tokens.readGuest,
  }
}

const anonymousPrefix = 'anonymous:'
const launchedPrefix = 'launched:'

const newAnonymousTenant = (randomBytes: RandomBytes): string => `${anonymousPrefix}${randomCharacters(24, randomBytes)}`

const isAnonymous = (tenant: string): boolean => tenant.startsWith(anonymousPrefix)

/** The tenant that launch tokens with this `sub` open. */
export const launchedTenant = (subject: string): string => `${launchedPrefix}${subject}`

/** The customer, as the vendor knows it. Null: an anonymous tenant. */
export const subjectOf = (tenant: string): string | null => (tenant.startsWith(launchedPrefix) ? tenant.slice(launchedPrefix.length) : null)
