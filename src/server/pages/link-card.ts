import * as z from 'zod/mini'
import type { Vendor } from '#core/connection/vendor.ts'
import { messages } from '#core/text/messages.ts'

/** The name and color that a link to the demo gives, as docs/demo.md has them. */
type LinkedProspect = { readonly name: string | null; readonly accent: string | null }

const ProspectName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const ProspectAccent = z.string().check(z.regex(/^#[\da-f]{6}$/i), z.toLowerCase())

/** Null if the link has neither. What is invalid is ignored, as in the page. */
export function linkedProspect(url: string): LinkedProspect | null {
  const { searchParams } = new URL(url)
  const name = ProspectName.safeParse(searchParams.get('vendor')).data ?? null
  const accent = ProspectAccent.safeParse(searchParams.get('accent')).data ?? null
  return name === null && accent === null ? null : { name, accent }
}

/** A file of the build. It names no vendor unless the vendor generates it with `npm run card`. */
export const cardPath = '/card.png'
export const demoCardPath = '/card-demo.png'
/** In pixels, the size that link previews use. https://ogp.me/#structured */
export const cardSize = { width: 1200, height: 630 } as const

export const oembedPath = '/oembed'

export const pageMessages = messages('page', {
  title: (vendor: string) => `Connect your AWS account to ${vendor}`,
  description: (vendor: string, purpose: string) =>
    `${vendor} ${purpose}. You create one IAM role that only ${vendor} can use, and see that it works. No access keys needed.`,
  demoTitle: (vendor: string) => `Demo: connect an AWS account to ${vendor}`,
  demoDescription: 'See how it works. Everything is simulated: no AWS account, no server, and nothing leaves the page.',
  picture: 'A role in your account, an external ID, and the application that can use the role',
  /** A page without a server has it from index.html. */
  noScript: 'Turn on JavaScript to continue, or ask the vendor for the template and the commands. Nothing has been sent.',
})

/** The card of the page in one language. */
export type LinkCard = {
  /** https://www.rfc-editor.org/info/bcp47 */
  readonly code: string
  readonly title: string
  readonly description: string
  /** The alternative text of the picture. */
  readonly picture: string
  /** For a link with `?demo`. */
  readonly isDemo: boolean
  /** In the link to the demo. Absent or null: the vendor's own name and color. */
  readonly prospect?: LinkedProspect | null
}

/** The card of a demo for this prospect, instead of the vendor. */
export const cardFor = (card: LinkCard, { name }: Vendor, prospect: LinkedProspect): LinkCard => ({
  ...card,
  title: prospect.name === null ? card.title : card.title.replace(name, () => prospect.name ?? name),
  prospect,
})

const given = (name: string, value: string | null | undefined): readonly string[] =>
  value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]

/** The card of a demo is in the color of the prospect. */
function picturePath({ isDemo, prospect }: LinkCard): string {
  const query = given('accent', prospect?.accent).join('')
  return isDemo ? `${demoCardPath}${query === '' ? '' : `?${query}`}` : cardPath
}

/** Escapes text and attributes of HTML and XML. */
export const inMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Open Graph (https://ogp.me) and oEmbed (https://oembed.com/#section4) require absolute URLs, so these tags need the origin. */
function addressed(card: LinkCard, origin: string): readonly string[] {
  // A later visitor with another language gets the same card.
  const query = [
    ...(card.isDemo ? ['demo'] : []),
    ...given('locale', card.code === 'en' ? null : card.code),
    ...given('vendor', card.prospect?.name),
    ...given('accent', card.prospect?.accent),
  ].join('&')
  const page = query === '' ? `${origin}/` : `${origin}/?${query}`
  const discovery = `${origin}${oembedPath}?${new URLSearchParams({ url: page, format: 'json' })}`
  return [
    `<link rel="canonical" href="${inMarkup(page)}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${inMarkup(discovery)}" title="${inMarkup(card.title)}" />`,
    `<meta property="og:url" content="${inMarkup(page)}" />`,
    `<meta property="og:image" content="${inMarkup(origin + picturePath(card))}" />`,
    `<meta property="og:image:width" content="${cardSize.width}" />`,
    `<meta property="og:image:height" content="${cardSize.height}" />`,
    `<meta property="og:image:alt" content="${inMarkup(card.picture)}" />`,
    '<meta name="twitter:card" content="summary_large_image" />',
  ]
}

/** A language with the country that speaks it first, as `de_DE`. https://ogp.me/#optional */
function territorial(code: string): string {
  const { language, region } = new Intl.Locale(code).maximize()
  return `${language}_${region}`
}

/** The card of a link to the wizard, for hosts that allow no frame. */
export function withLinkCard({ name }: Vendor, origin: string | null, card: LinkCard): (html: string) => string {
  const [title, description] = [inMarkup(card.title), inMarkup(card.description)]
  const tags = [
    `<meta name="description" content="${description}" />`,
    '<meta property="og:type" content="website" />',
    `<meta property="og:site_name" content="${inMarkup(card.prospect?.name ?? name)}" />`,
    `<meta property="og:locale" content="${inMarkup(territorial(card.code))}" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    ...(origin === null ? [] : addressed(card, origin)),
  ]
  return (html) => {
    if (!html.includes('</head>')) throw new Error('index.html has no head')
    return html.replace('</head>', () => `${tags.map((tag) => `  ${tag}\n`).join('  ')}  </head>`)
  }
}
