import * as z from 'zod/mini'

/** As much of a DOM element as is read. */
export type XmlElement = {
  readonly localName: string
  readonly children: Iterable<XmlElement>
  readonly textContent: string | null
}

export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue }

/** Text, a list of `member`s, or a record of the elements within. Empty elements are left out of records: AWS writes them or not. */
export function xmlValue(element: XmlElement): XmlValue {
  const children = [...element.children]
  if (children.length === 0) return element.textContent ?? ''
  if (children.every(({ localName }) => localName === 'member')) return children.map(xmlValue)
  const entries = children.map((child) => [child.localName, xmlValue(child)] as const)
  return Object.fromEntries(entries.filter(([, value]) => !isBlank(value)))
}

const isBlank = (value: XmlValue): boolean => typeof value === 'string' && value.trim() === ''

/** A text that may be absent or empty, which is the same. */
export const XmlText = z._default(z.string(), '')

/** A list that may be absent or empty, which is the same. */
export function xmlList<Item extends z.ZodMiniType>(item: Item) {
  return z._default(z.array(item), [])
}
