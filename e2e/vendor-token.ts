import { SignJWT } from 'jose'

/** The secret of the server that the tests share. */
export const vendorSecret = 'the secret of the vendor’s own services'

/** A token of the vendor API, as the vendor's back end signs it for its support. */
export function vendorToken(baseURL: string, scope = 'connections:read connections:write'): Promise<string> {
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject('support')
    .setAudience(new URL(baseURL).origin)
    .setIssuedAt()
    .setExpirationTime('30 minutes')
    .sign(new TextEncoder().encode(vendorSecret))
}
