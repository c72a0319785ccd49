import type { Context } from 'hono'
import type { VendorCaller, VendorScope, VendorTokenReader, VendorTokenReading } from '#server/sessions/vendor-tokens.ts'
import { bearer, type Guard } from './authentication.ts'
import { problem } from './problems.ts'
import { type Identified, note, shortHash } from './request-facts.ts'

/** A request of the vendor's back end, which sees all tenants. */
export type OfVendor = { readonly Variables: Identified['Variables'] & { caller: VendorCaller } }

/** https://www.rfc-editor.org/rfc/rfc6750#section-3 */
const challenge = (attributes: string) => ({ 'WWW-Authenticate': `Bearer realm="rolebridge-vendor"${attributes}` })

const off = 'Set ROLEBRIDGE_VENDOR_JWKS to the URL of your public keys, or ROLEBRIDGE_VENDOR_SECRET, and restart the server.'

function refusal(reading: Exclude<VendorTokenReading, { kind: 'caller' }>): Response {
  if (reading.kind === 'keys-unavailable') return problem('not-ready', { detail: 'The keys of ROLEBRIDGE_VENDOR_JWKS can’t be fetched.' })
  return problem(reading.kind, { detail: reading.detail, headers: challenge(', error="invalid_token"') })
}

function insufficient(scope: VendorScope): Response {
  const headers = challenge(`, error="insufficient_scope", scope="${scope}"`)
  return problem('insufficient-scope', { detail: `This request needs the scope ${scope}.`, headers })
}

/** Admits tokens of the vendor's back end that have the scope, and no token of a session, a launch or a link. */
export function vendorAuthentication(read: VendorTokenReader | null, scope: VendorScope): Guard<OfVendor> {
  return async (context: Context<OfVendor>) => {
    if (read === null) return problem('vendor-api-off', { detail: off })
    const token = bearer(context.req.raw)
    if (token === undefined) return problem('vendor-token-missing', { headers: challenge('') })
    const reading = await read(token)
    if (reading.kind !== 'caller') return refusal(reading)
    const { caller } = reading
    note(context, { role: 'vendor', caller: shortHash(caller.subject) })
    if (!caller.scopes.has(scope)) return insufficient(scope)
    context.set('caller', caller)
    return null
  }
}
