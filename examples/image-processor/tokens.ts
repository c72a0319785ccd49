import { SignJWT } from 'jose'
import type { Settings } from './settings.ts'

const lifetimeSeconds = 600

/** Tokens of the vendor API with the one scope that this worker needs. Each is used until a minute before it expires. */
export function tokens({ origin, vendorSecret }: Pick<Settings, 'origin' | 'vendorSecret'>): () => Promise<string> {
  const key = new TextEncoder().encode(vendorSecret)
  let known: { readonly token: Promise<string>; readonly until: number } | null = null

  const signed = (): Promise<string> =>
    new SignJWT({ scope: 'connections:read' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setSubject('image-processor')
      .setAudience(origin)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds} seconds`)
      .sign(key)

  return () => {
    if (known === null || known.until < Date.now()) known = { token: signed(), until: Date.now() + (lifetimeSeconds - 60) * 1000 }
    return known.token
  }
}
