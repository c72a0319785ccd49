import type { Vendor } from '#core/connection/vendor.ts'
import { inAccent } from './card-colors.ts'
import { cardFor, demoCardPath, type LinkCard, linkedProspect } from './link-card.ts'

type Answer = (request: Request) => Promise<Response | null>
/** The page with the card that is made of its own. Null if the request isn't for the demo. */
type PageWith = (request: Request, change: (card: LinkCard) => LinkCard) => string | null

async function recolored(request: Request, files: Answer, accent: string): Promise<Response | null> {
  const plain = await files(new Request(new URL(demoCardPath, request.url)))
  if (plain === null) return null
  const picture = inAccent(new Uint8Array(await plain.arrayBuffer()), accent)
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'no-cache' } })
}

/** Changes by a link for a prospect: the card of the page, and the color of its picture. Null for any other request. */
export function demoAnswers(vendor: Vendor, files: Answer, pageWith: PageWith): Answer {
  return async (request) => {
    const prospect = linkedProspect(request.url)
    const { pathname } = new URL(request.url)
    if (pathname === demoCardPath && prospect?.accent) return recolored(request, files, prospect.accent)
    return pathname === '/' && prospect !== null ? page(pageWith(request, (card) => cardFor(card, vendor, prospect))) : null
  }
}

function page(html: string | null): Response | null {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', Vary: 'Accept-Language' }
  return html === null ? null : new Response(html, { headers })
}
