import { jwtVerify, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { type RandomBytes, randomCharacters } from '#core/connection/external-id/external-id.ts'
import { SessionRole } from '#core/connection/session.ts'

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

export const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString()

type TokenOptions = { readonly secret: Uint8Array; readonly now: () => Date; readonly randomBytes: RandomBytes }

/** The tokens that this server signs and reads. */
export function sessionTokens({ secret, now, randomBytes }: TokenOptions) {
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

  async function payloadOf(token: string, expectedIssuer: string): Promise<unknown> {
    try {
      return (await jwtVerify(token, secret, { issuer: expectedIssuer, algorithms: ['HS256'], currentDate: now() })).payload
    } catch {
      return null
    }
  }

  async function read(token: string): Promise<Member | null> {
    const claims = z.safeParse(SessionClaims, await payloadOf(token, issuer))
    if (!claims.success) return null
    const { sub, jti, exp, name = null, role } = claims.data
    return { tenant: sub, name, role, sessionId: jti, expiresAt: isoTime(exp) }
  }

  return {
    sign,
    read,
    signGuest: (handoffId: string): Promise<string> =>
      new SignJWT().setProtectedHeader({ alg: 'HS256' }).setIssuer(guestIssuer).setSubject(handoffId).sign(secret),
    readGuest: async (token: string): Promise<string | null> =>
      z.safeParse(GuestClaims, await payloadOf(token, guestIssuer)).data?.sub ?? null,
  }
}
