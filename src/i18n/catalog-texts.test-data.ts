type Text = readonly [keyPath: string, text: unknown]

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every text of a catalog with its key path: a text, a list of texts, or a function that returns one of them. */
export const textsOf = (texts: object, prefix = ''): readonly Text[] =>
  Object.entries(texts).flatMap(([key, value]): readonly Text[] =>
    isBranch(value) ? textsOf(value, `${prefix}${key}.`) : [[prefix + key, value]],
  )

/** Values to call a text with. Numbers are too small for separators, and plural in every language. */
const samples = [(index: number) => `«${index}»`, (index: number) => 71 + index, (index: number) => [`«${index}»`, `«${index}»`]] as const

function called(text: (...values: readonly unknown[]) => unknown, sample: (index: number) => unknown): string | null {
  try {
    return JSON.stringify(text(...[0, 1, 2, 3, 4].map(sample))) ?? null
  } catch {
    return null
  }
}

const isFunction = (text: unknown): text is (...values: readonly unknown[]) => unknown => typeof text === 'function'

/** A text for each kind of values; null for a kind that it can't be called with. */
export const wordings = (text: unknown): readonly (string | null)[] =>
  samples.map((sample) => (isFunction(text) ? called(text, sample) : (JSON.stringify(text) ?? '')))

const valuesIn = (wording: string): string => [...new Set(wording.match(/«\d»|\b7[1-5]\b/g))].sort().join(' ')

/** True when a translation shows the same values as the original, wherever both can be called. */
export function showsSameValues(original: unknown, translation: unknown): boolean {
  const translated = wordings(translation)
  return wordings(original).every((wording, index) => {
    const other = translated[index] ?? null
    return wording === null || other === null || valuesIn(wording) === valuesIn(other)
  })
}
