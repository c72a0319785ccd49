import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Vendor } from '#core/connection/vendor.ts'
import { cardPath } from '#server/pages/link-card.ts'

function imageSources({ logoUrl }: Vendor): string[] {
  return ["'self'", 'data:', ...(logoUrl?.startsWith('https://') ? [new URL(logoUrl).origin] : [])]
}

/** The wizard in the frame of the config editor. It runs on its own simulated server, so this page of ours can show it. */
const isPreview = ({ req }: Context): boolean => req.query('demo') === 'preview'

/** The one inline script is named by its hash. The code editor writes its colors into style elements and attributes, hence 'unsafe-inline' for styles. */
function contentSecurityPolicy(vendor: Vendor, scriptHashes: readonly string[]) {
  const allowed = vendor.embed.allowedOrigins.map((origin) => origin.replace(/\/$/, ''))
  const ancestors = (context: Context): string => [...(isPreview(context) ? ["'self'"] : []), ...allowed].join(' ') || "'none'"
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'", ...scriptHashes],
    workerSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: imageSources(vendor),
    connectSrc: ["'self'"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: [ancestors],
  }
}

/** Any page can load the embed script, which contains no wizard, and show the picture of a link. */
const publicFiles = ['/embed.js', cardPath]

/** Powerful features that no screen uses. A page that frames the wizard can grant only the rest: writing to the clipboard. */
const unusedFeatures = [
  'accelerometer',
  'camera',
  'displayCapture',
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

/** Defaults of hono that no browser needs here. X-Frame-Options cannot list origins, so only the policy says who can frame the wizard. */
const off = {
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

export function securityHeaders(vendor: Vendor, scriptHashes: readonly string[], origin: string | null) {
  const isEmbeddable = vendor.embed.allowedOrigins.length > 0
  const headers = (isSecure: boolean, isPublic: boolean) =>
    secureHeaders({
      ...off,
      contentSecurityPolicy: contentSecurityPolicy(vendor, scriptHashes),
      crossOriginResourcePolicy: isEmbeddable || isPublic ? 'cross-origin' : 'same-origin',
      // A page that isolates itself accepts only frames that do so too. With credentialless the vendor's logo can still come from elsewhere.
      // https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy
      crossOriginEmbedderPolicy: isEmbeddable && 'credentialless',
      permissionsPolicy: { ...Object.fromEntries(unusedFeatures.map((name) => [name, []])), clipboardWrite: ['self'] },
      strictTransportSecurity: isSecure && 'max-age=31536000',
    })
  const plain = { own: headers(false, false), public: headers(false, true) }
  const strict = { own: headers(true, false), public: headers(true, true) }
  return createMiddleware(async (context, next) => {
    const kinds = isOverTls(origin, context.req) ? strict : plain
    if (!publicFiles.includes(context.req.path)) return kinds.own(context, next)
    await kinds.public(context, next)
    context.res.headers.set('Access-Control-Allow-Origin', '*')
  })
}
