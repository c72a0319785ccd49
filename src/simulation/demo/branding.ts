import * as z from 'zod/mini'
import { withoutServedFields } from '#core/connection/served-config.ts'
import { readVendorConfig, type Vendor } from '#core/connection/vendor.ts'
import { findingText } from '#core/connection/vendor-config/config-finding.ts'
import { parseJson } from '#core/text/strings.ts'

/** Maximum length of a config, and of a logo as a URL, so that a link with both can still be sent. */
export const brandingLimit = 16_384

const Logo = z.string().check(z.maxLength(brandingLimit), z.regex(/^data:image\/(?:png|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/))

const Branding = z.strictObject({ config: z.optional(z.unknown()), logo: z.optional(Logo) })

/** Pasted, dropped, or from a link. Null: not given. */
export type Branding = { readonly config: Vendor | null; readonly logo: string | null }

export const noBranding: Branding = { config: null, logo: null }

/** `faults`: sentences that say what to fix, each with its place in the config. */
export type BrandingReading =
  | { readonly kind: 'branding'; readonly branding: Branding }
  | { readonly kind: 'not-json' | 'too-large' | 'unreadable' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

/** Reads the text of a `vendor.json`. Also of one that a server served. */
export function readBrandingConfig(text: string, logo: string | null): BrandingReading {
  const served = z.looseObject({}).safeParse(parseJson(text))
  if (!served.success) return { kind: 'not-json' }
  const config = withoutServedFields(served.data)
  if (JSON.stringify(config).length > brandingLimit) return { kind: 'too-large' }
  const { vendor, findings } = readVendorConfig(config)
  if (vendor === null) return { kind: 'faults', faults: findings.filter(({ severity }) => severity === 'error').map(findingText) }
  return { kind: 'branding', branding: { config: vendor, logo } }
}

function fromBase64Url(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0) ?? 0)
  return new TextDecoder().decode(bytes)
}

function toBase64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte))
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const prefix = '#branding='

/** In the fragment, which no browser sends to a server. Empty if there is no branding. */
export function brandingHash({ config, logo }: Branding): string {
  if (config === null && logo === null) return ''
  const said = { ...(config === null ? {} : { config }), ...(logo === null ? {} : { logo }) }
  return `${prefix}${toBase64Url(JSON.stringify(said))}`
}

function decoded(hash: string): unknown {
  // Twice the limit, as base64.
  if (hash.length > brandingLimit * 3) return null
  try {
    return parseJson(fromBase64Url(hash.slice(prefix.length)))
  } catch {
    return null
  }
}

/** Null if the link has no branding. */
export function readBrandingHash(hash: string): BrandingReading | null {
  if (!hash.startsWith(prefix)) return null
  const { success, data } = Branding.safeParse(decoded(hash))
  if (!success) return { kind: 'unreadable' }
  const { config, logo = null } = data
  return config === undefined ? { kind: 'branding', branding: { config: null, logo } } : readBrandingConfig(JSON.stringify(config), logo)
}
