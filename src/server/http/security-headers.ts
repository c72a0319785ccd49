import { createMiddleware } from 'hono/factory'
import type { Vendor } from '#core/connection/vendor.ts'
import { cardPath } from '#server/pages/link-card.ts'

function imageSources(vendor: Vendor): string {
  return ["'self'", 'data:', ...(vendor.logoUrl?.startsWith('https://') ? [new URL(vendor.logoUrl).origin] : [])].join(' ')
}

/** The page has one script of its own in it, which is named by its hash. The code editor writes its colours into style elements and attributes, hence 'unsafe-inline' for styles alone. */
function contentSecurityPolicy(vendor: Vendor, scriptHashes: readonly string[]): string {
  const ancestors = vendor.embed.allowedOrigins.map((origin) => origin.replace(/\/$/, ''))
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptHashes].join(' '),
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src ${imageSources(vendor)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`,
  ].join('; ')
}

/** Any page may load the script that embeds the wizard, which says where the wizard itself may not be shown, and show the picture of a link to it. */
const publicFiles = ['/embed.js', cardPath]
const forEveryOrigin = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }

/**
 * A page that isolates itself takes only frames that do so too. `credentialless` still lets the vendor's logo come from elsewhere.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy
 */
const forEmbedding = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cross-Origin-Embedder-Policy': 'credentialless' }

/** Powerful features that no screen uses. A page that frames the wizard can only grant what is left: writing to the clipboard. */
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

/** Browsers heed it over TLS alone, so a header that a client made up does no harm. https://www.rfc-editor.org/rfc/rfc6797#section-8.1 */
const strictTransport = { 'Strict-Transport-Security': 'max-age=31536000' }

const isOverTls = (origin: string | null, request: { readonly header: (name: string) => string | undefined }): boolean =>
  origin?.startsWith('https://') === true || request.header('X-Forwarded-Proto') === 'https'

/** Only the policy says who can frame the wizard: X-Frame-Options knows no list of origins. */
export function securityHeaders(vendor: Vendor, scriptHashes: readonly string[], origin: string | null) {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(vendor, scriptHashes),
    ...(vendor.embed.allowedOrigins.length === 0 ? { 'Cross-Origin-Resource-Policy': 'same-origin' } : forEmbedding),
    // The AWS console opens in a tab without an opener, so nothing needs to reach across.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': [...unusedFeatures.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
  return createMiddleware(async (context, next) => {
    await next()
    const secure = isOverTls(origin, context.req) ? { ...headers, ...strictTransport } : headers
    const own = publicFiles.includes(context.req.path) ? { ...secure, ...forEveryOrigin } : secure
    for (const [name, value] of Object.entries(own)) context.header(name, value)
  })
}
