import type { TextPlace } from '#core/policy/json/json-node.ts'

type Address = { readonly scheme: string; readonly host: string; readonly path: string; readonly query: string }

/** A quick-create link: where its template is said to be. */
export type LinkView = { readonly address: Address | null; readonly templateUrl: string; readonly place: TextPlace }

const parameter = /[?&]templateURL=([^&\s"'<>]*)/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function parsed(text: string): Address | null {
  const [whole, scheme = '', host = '', path = '/', query = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)(\/[^?#\s]*)?(\?[^#\s]*)?$/i.exec(text) ?? []
  return whole === undefined ? null : { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, query }
}

/** Whether a text means to be a link that names a template. */
export const seemsLink = (text: string): boolean => /\/cloudformation\b/i.test(text) && parameter.test(text)

/** Null where the text is no link that names a template. */
export function linkView(text: string): LinkView | null {
  const found = seemsLink(text) ? parameter.exec(text) : null
  if (found === null) return null
  const [whole, written = ''] = found
  const templateUrl = decoded(written)
  const start = found.index + whole.length - written.length
  return { address: parsed(templateUrl), templateUrl, place: { start, end: start + written.length } }
}
