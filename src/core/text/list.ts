/** “A, B, and C” in the language. */
export const inList = (items: readonly string[], language = 'en'): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
