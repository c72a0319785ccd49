import type { Context } from 'hono'
import type { Vendor } from '#core/connection/vendor.ts'
import { cardPath, demoCardPath } from '#server/pages/link-card.ts'
import type { ResponseHeaders } from './request-facts.ts'

function imageSources({ logoUrl }: Vendor): string[] {
  return ["'self'", 'data:', ...(logoUrl?.startsWith('https://') ? [new URL(logoUrl).origin] : [])]
}

/** The wizard in the frame of the config editor. It runs on its own simulated server, so this page of ours can show it. */
const isPreview = ({ req }: Context): boolean => req.query('demo') === 'preview'

/** The one inline script is named by its hash. The code editor writes its colors into style elements and attributes, hence 'unsafe-inline' for styles. */
function contentSecurityPolicy(vendor: Vendor, scriptHashes: readonly string[], isPreviewed: boolean): string {
  const allowed = vendor.embed.allowedOrigins.map((origin) => origin.replace(/\/$/, ''))
  const ancestors = [...(isPreviewed ? ["'self'"] : []), ...allowed]
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes],
    'worker-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': imageSources(vendor),
    'connect-src': ["'self'"],
    'frame-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ancestors.length === 0 ? ["'none'"] : ancestors,
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** Any page can load the embed script, which contains no wizard, and show the picture of a link. */
const publicFiles: readonly string[] = ['/embed.js', '/embed-module.js', cardPath, demoCardPath]
const pinnedEmbed = /^\/embed\/[\w.-]+\/embed\.js$/
const isPublicFile = (path: string): boolean => publicFiles.includes(path) || pinnedEmbed.test(path)

/** Powerful features that no screen uses. A page that frames the wizard can grant only the rest: writing to the clipboard. */
const unusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/** Browsers apply it only over TLS, so a forged header does no harm. https://www.rfc-editor.org/rfc/rfc6797#section-8.1 */
const isOverTls = (origin: string | null, request: { readonly header: (name: string) => string | undefined }): boolean =>
  origin?.startsWith('https://') === true || request.header('X-Forwarded-Proto') === 'https'

type Kind = { readonly isSecure: boolean; readonly isPublic: boolean; readonly isPreviewed: boolean }

/** X-Frame-Options cannot list origins, so only the policy says who can frame the wizard. */
function headersFor(vendor: Vendor, scriptHashes: readonly string[], { isSecure, isPublic, isPreviewed }: Kind): ResponseHeaders {
  const isEmbeddable = vendor.embed.allowedOrigins.length > 0
  return {
    // A page that isolates itself accepts only frames that do so too. With credentialless the vendor's logo can still come from elsewhere.
    // https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy
    ...(isEmbeddable ? { 'Cross-Origin-Embedder-Policy': 'credentialless' } : {}),
    'Cross-Origin-Resource-Policy': isEmbeddable || isPublic ? 'cross-origin' : 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': contentSecurityPolicy(vendor, scriptHashes, isPreviewed),
    'Permissions-Policy': [...unusedFeatures.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', '),
    ...(isPublic ? { 'Access-Control-Allow-Origin': '*' } : {}),
  }
}

/** The headers of the response to each request. Each kind of them is made once. */
export function securityHeaders(vendor: Vendor, scriptHashes: readonly string[], origin: string | null) {
  const made = new Map<string, ResponseHeaders>()
  return (context: Context): ResponseHeaders => {
    const { path } = context.req
    const isApi = path.startsWith('/api/')
    const kind = { isSecure: isOverTls(origin, context.req), isPublic: isPublicFile(path), isPreviewed: isPreview(context) }
    const key = `${kind.isSecure} ${kind.isPublic} ${kind.isPreviewed} ${isApi}`
    const headers = made.get(key) ?? { ...headersFor(vendor, scriptHashes, kind), ...(isApi ? { 'Cache-Control': 'no-store' } : {}) }
    made.set(key, headers)
    return headers
  }
}
