type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null
}

/** `read` is what parsing made of `stored`, element by element. */
function elements(stored: unknown, read: unknown, next: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(stored) || !Array.isArray(read) || stored.length !== read.length) return next
  const places = new Map(read.map((element, index) => [element, index]))
  return next.map((element) => {
    const place = typeof element === 'object' && element !== null ? places.get(element) : undefined
    return place === undefined ? element : stored[place]
  })
}

type Places = { readonly [name: string]: Places }

/**
 * The value to write over `stored`: `next`, with the fields that a newer version wrote and that parsing dropped on the way to `read`. A part that
 * did not change stays as it is stored. A part that did is replaced as a whole, because a field of the old value can be wrong for the new one,
 * except in `within`, where the fields inside are compared as well.
 */
export function withUnknownFields<Next extends object>(stored: unknown, read: unknown, next: Next, within: Places = {}): Next {
  const [before, parsed] = [fieldsOf(stored), fieldsOf(read)]
  if (before === null || parsed === null) return next
  const unknown = Object.entries(before).filter(([name]) => !Object.hasOwn(parsed, name))
  const known = Object.entries(next).map(([name, value]: [string, unknown]): readonly [string, unknown] => {
    if (!Object.hasOwn(before, name) || !Object.hasOwn(parsed, name)) return [name, value]
    if (value === parsed[name]) return [name, before[name]]
    if (Array.isArray(value)) return [name, elements(before[name], parsed[name], value)]
    const places = within[name]
    const isInside = places !== undefined && fieldsOf(value) !== null && typeof value === 'object' && value !== null
    return [name, isInside ? withUnknownFields(before[name], parsed[name], value, places) : value]
  })
  return { ...Object.fromEntries(unknown), ...next, ...Object.fromEntries(known) }
}
