import type { Vendor } from '#core/vendor.ts'

/** In the build. It names no vendor unless the vendor made it anew with `npm run card`. */
export const cardPath = '/card.png'
/** Pixels: what the places where links are shared ask for. https://ogp.me/#structured */
export const cardSize = { width: 1200, height: 630 } as const

export const oembedPath = '/oembed'

export const cardWords = {
  title: (vendor: string) => `Connect your AWS account to ${vendor}`,
  description: (vendor: string, purpose: string) =>
    `${vendor} ${purpose}. You create one IAM role that only ${vendor} can use, and see that it works. No access keys are asked for.`,
  picture: 'A role in your account, an external ID between, and the application that may use it',
} as const

/** For text and attributes of HTML and XML. */
export const inMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** https://ogp.me and https://oembed.com/#section4: both want absolute addresses, so what has an address needs the origin. */
function addressed(vendor: Vendor, origin: string): readonly string[] {
  const page = `${origin}/`
  const discovery = `${origin}${oembedPath}?${new URLSearchParams({ url: page, format: 'json' })}`
  return [
    `<link rel="canonical" href="${inMarkup(page)}" />`,
    `<link rel="alternate" type="application/json+oembed" href="${inMarkup(discovery)}" title="${inMarkup(cardWords.title(vendor.name))}" />`,
    `<meta property="og:url" content="${inMarkup(page)}" />`,
    `<meta property="og:image" content="${inMarkup(origin + cardPath)}" />`,
    `<meta property="og:image:width" content="${cardSize.width}" />`,
    `<meta property="og:image:height" content="${cardSize.height}" />`,
    `<meta property="og:image:alt" content="${inMarkup(cardWords.picture)}" />`,
    '<meta name="twitter:card" content="summary_large_image" />',
  ]
}

/** What a link to the wizard looks like where links are shown with a card: for hosts that allow no frame. */
export function withLinkCard(vendor: Vendor, origin: string | null): (html: string) => string {
  const title = inMarkup(cardWords.title(vendor.name))
  const description = inMarkup(cardWords.description(vendor.name, vendor.purpose.en))
  const tags = [
    `<meta name="description" content="${description}" />`,
    '<meta property="og:type" content="website" />',
    `<meta property="og:site_name" content="${inMarkup(vendor.name)}" />`,
    `<meta property="og:title" content="${title}" />`,
    `<meta property="og:description" content="${description}" />`,
    ...(origin === null ? [] : addressed(vendor, origin)),
  ]
  return (html) => {
    if (!html.includes('</head>')) throw new Error('index.html has no head')
    return html.replace('</head>', () => `${tags.map((tag) => `  ${tag}\n`).join('  ')}  </head>`)
  }
}
