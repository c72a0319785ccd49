import { isList } from '#core/text/strings.ts'
/** Content of an element: text, or child elements by name. A list repeats the element, and undefined omits it. */
export type Xml = string | number | boolean | { readonly [name: string]: Xml | readonly Xml[] | undefined }

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' }

// XML 1.0 can't contain other characters, not even escaped: https://www.w3.org/TR/xml/#charsets
const unspeakable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string =>
  text.replace(unspeakable, '\ufffd').replace(/[&<>"'\r]/g, (character) => entities[character] ?? character)

const elements = (name: string, value: Xml | readonly Xml[] | undefined): string => {
  if (value === undefined) return ''
  return isList(value) ? value.map((item) => element(name, item)).join('') : element(name, value)
}

function element(name: string, value: Xml, attributes = ''): string {
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, childValue]) => elements(child, childValue))
          .join('')
      : escaped(String(value))
  return `<${name}${attributes}>${content}</${name}>`
}

export function xmlDocument(root: string, value: Xml, namespace?: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, value, namespace === undefined ? '' : ` xmlns="${escaped(namespace)}"`)}`
}

/** The Query protocol's lists. */
export function members(items: readonly Xml[]): Xml {
  return { member: items }
}
