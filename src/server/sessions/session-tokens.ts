import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import { SessionRole } from '#core/connection/session.ts'
import { boundedCache } from '#server/registry/bounded-cache.ts'

/** The tenant of a session, and what the session can do in its name. */
export type Member = {
  readonly tenant: string
  /** The display name of the tenant. Null: an anonymous one. */
  readonly name: string | null
  readonly role: SessionRole
  readonly sessionId: string
  readonly expiresAt: string
}

const issuer = 'rolebridge'
/** Another one for guests, so that neither kind is taken for the other. */
const guestIssuer = 'rolebridge-handoff'
/** Long enough to finish after the weekend. */
const sessionSeconds = 7 * 24 * 60 * 60
/** 126 bits. */
const sessionIdLength = 22

const SessionClaims = z.object({
  sub: z.string().check(z.minLength(1)),
  jti: z.string().check(z.minLength(1)),
  exp: z.number(),
  name: z.optional(z.string()),
  role: SessionRole,
})
const GuestClaims = z.object({ sub: z.string() })

/** A token whose signature was checked. */
type Signed =
  | { readonly kind: 'member'; readonly expiresAtSeconds: number; readonly member: Member }
  | { readonly kind: 'guest'; readonly expiresAtSeconds: number; readonly handoffId: string }

const signedMaximum = 10_000

export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString()

type TokenOptions = {
  readonly secret: Uint8Array
  /** Signs nothing. Its tokens are valid until they expire. */
  readonly previousSecret?: Uint8Array | null
  readonly now: () => Date
  readonly randomBytes: RandomBytes
}

function signedOf(payload: JWTPayload): Signed | null {
  const expiresAtSeconds = payload.exp ?? Number.POSITIVE_INFINITY
  if (payload.iss === guestIssuer) {
    const handoffId = GuestClaims.safeParse(payload).data?.sub
    return handoffId === undefined ? null : { kind: 'guest', expiresAtSeconds, handoffId }
  }
  const claims = SessionClaims.safeParse(payload)
  if (!claims.success) return null
  const { sub, jti, exp, name = null, role } = claims.data
  return { kind: 'member', expiresAtSeconds, member: { tenant: sub, name, role, sessionId: jti, expiresAt: isoTime(exp) } }
}

/** The tokens that this server signs and reads. */
export function sessionTokens({ secret, previousSecret = null, now, randomBytes }: TokenOptions) {
  const secrets = previousSecret === null ? [secret] : [secret, previousSecret]

  async function sign({ tenant, name, role }: Pick<Member, 'tenant' | 'name' | 'role'>) {
    const issuedAt = Math.floor(now().getTime() / 1000)
    const expiresAt = issuedAt + sessionSeconds
    const token = await new SignJWT({ role, ...(name === null ? {} : { name }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setSubject(tenant)
      .setJti(randomCharacters(sessionIdLength, randomBytes))
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(secret)
    return { token, expiresAt: isoTime(expiresAt) }
  }

  // A token is all of its bytes, and this cache lives no longer than the secrets, so a signature that was right once is always right.
  const known = boundedCache<Signed>(signedMaximum)

  async function checked(token: string): Promise<Signed | null> {
    const options = { issuer: [issuer, guestIssuer], algorithms: ['HS256'], currentDate: now() }
    for (const each of secrets) {
      const payload = await jwtVerify(token, each, options).then(
        (verified) => verified.payload,
        () => null,
      )
      if (payload === null) continue
      const found = signedOf(payload)
      if (found !== null) known.set(token, found)
      return found
    }
    return null
  }

  async function signed(token: string): Promise<Signed | null> {
    const found = known.get(token) ?? (await checked(token))
    if (found !== null && found.expiresAtSeconds <= Math.floor(now().getTime() / 1000)) return null
    return found
  }

  return {
    sign,
    read: async (token: string): Promise<Member | null> => {
      const found = await signed(token)
      return found?.kind === 'member' ? found.member : null
    },
    signGuest: (handoffId: string): Promise<string> =>
      new SignJWT().setProtectedHeader({ alg: 'HS256' }).setIssuer(guestIssuer).setSubject(handoffId).sign(secret),
    readGuest: async (token: string): Promise<string | null> => {
      const found = await signed(token)
      return found?.kind === 'guest' ? found.handoffId : null
    },
  }
}
