import { SignJWT } from 'jose'
import { launchAudience } from '#server/http/app-double.test-data.ts'
import { start } from './launch.test-data.ts'
import { VendorScope } from './vendor-tokens.ts'

export const vendorSecret = new TextEncoder().encode('the secret of the vendor’s own services')

/** Option of `appDouble` for a server with the vendor API. */
export const vendorApi = { kind: 'secret', secret: vendorSecret } as const

/** The claims of a token that is accepted everywhere. */
export const vendorClaims = (change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  sub: 'image-worker',
  aud: launchAudience,
  iat: start,
  exp: start + 3600,
  scope: VendorScope.options.join(' '),
  ...change,
})

type Signature = { readonly secret?: Uint8Array; readonly header?: { readonly alg: string; readonly typ?: string } }

export function vendorToken(
  change: Readonly<Record<string, unknown>> = {},
  { secret = vendorSecret, header = { alg: 'HS256', typ: 'at+jwt' } }: Signature = {},
): Promise<string> {
  const claims = JSON.parse(JSON.stringify(vendorClaims(change)))
  return new SignJWT(claims).setProtectedHeader(header).sign(secret)
}
