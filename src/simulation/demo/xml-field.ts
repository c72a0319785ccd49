const entities: Readonly<Record<string, string>> = { quot: '"', '#39': "'", '#13': '\r', lt: '<', gt: '>', amp: '&' }

/** The text of the first element of that name, in any namespace; undefined where there is none. */
export function xmlField(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]
  return text?.replace(/&([a-z]+|#\d+);/g, (whole, entity: string) => entities[entity] ?? whole)
}
