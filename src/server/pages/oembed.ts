import * as z from 'zod/mini'
import type { Vendor } from '#core/connection/vendor.ts'
import { cardPath, cardSize, inMarkup } from './link-card.ts'

const Pixels = z.optional(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,4}$/, { error: 'a whole number of pixels' })), z.transform(Number)))

/** https://oembed.com/#section2.2 */
export const OembedQuery = z.object({
  url: z.string().check(z.maxLength(4096, { error: 'an address of this site' })),
  format: z._default(z.enum(['json', 'xml'], { error: 'json or xml' }), 'json'),
  maxwidth: Pixels,
  maxheight: Pixels,
})
export type OembedQuery = z.output<typeof OembedQuery>

/** https://oembed.com/#section2.3 */
export type Oembed = Readonly<Record<string, string | number>>

/** Parameters that anyone can pass to a frame. A launch token never gets here: it is in the fragment. */
const passedOn = ['view', 'locale', 'theme', 'region', 'demo', 'scenario', 'step', 'pace']

const widest = 960
const sizes = { wizard: 1100, artifact: 480 } as const

/** The URL for a frame. Null for a URL of another site. Accepts http and https, because a proxy can terminate TLS. */
function frameUrl(url: string, origin: string): URL | null {
  if (!URL.canParse(url)) return null
  const asked = new URL(url)
  const isOurs = asked.host === new URL(origin).host && /^https?:$/.test(asked.protocol) && asked.username === '' && asked.password === ''
  if (!isOurs || !['/', '/index.html'].includes(asked.pathname)) return null
  const frame = new URL('/', asked)
  for (const name of passedOn) {
    const value = asked.searchParams.get(name)
    if (value !== null) frame.searchParams.set(name, value)
  }
  return frame
}

type Size = { readonly width: number; readonly height: number }

const frameMarkup = (src: string, title: string, { width, height }: Size): string =>
  `<iframe src="${inMarkup(src)}" title="${inMarkup(title)}" width="${width}" height="${height}" allow="clipboard-write" loading="lazy" style="border:0;max-width:100%"></iframe>`

function sizeOf(frame: URL, { maxwidth = widest, maxheight }: OembedQuery): Size {
  const view = frame.searchParams.get('view') ?? 'wizard'
  const height = view === 'wizard' ? sizes.wizard : sizes.artifact
  return { width: Math.min(widest, maxwidth), height: Math.min(height, maxheight ?? height) }
}

type OembedPage = { readonly vendor: Vendor; readonly origin: string; readonly titleFor: (locale: string | null) => string }

/** A frame if pages can show one, otherwise a link with a picture. Null for a URL of another site. */
export function oembed({ vendor, origin, titleFor }: OembedPage, query: OembedQuery): Oembed | null {
  const frame = frameUrl(query.url, origin)
  if (frame === null) return null
  const title = titleFor(frame.searchParams.get('locale'))
  const common = {
    version: '1.0',
    title,
    provider_name: vendor.name,
    provider_url: `${frame.origin}/`,
    cache_age: 3600,
    thumbnail_url: `${frame.origin}${cardPath}`,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
  }
  if (vendor.embed.allowedOrigins.length === 0) return { ...common, type: 'link' }
  const size = sizeOf(frame, query)
  return { ...common, type: 'rich', ...size, html: frameMarkup(frame.href, title, size) }
}

export function oembedXml(answer: Oembed): string {
  const elements = Object.entries(answer).map(([name, value]) => `<${name}>${inMarkup(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`
}
