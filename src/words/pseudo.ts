const pairs = 'aàbƀcçdđeéfƒgĝhĥiîjĵkķlĺmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'.match(/../gu) ?? []
const accents: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([plain = '', accented = '']) => [
    [plain, accented],
    [plain.toUpperCase(), accented.toUpperCase()],
  ]),
)

/** How much longer other languages are than English, at the most. https://www.w3.org/International/articles/article-text-size */
const growth = 0.4

function pseudoText(english: string): string {
  if (english.trim() === '') return english
  const accented = [...english].map((character) => accents.get(character) ?? character).join('')
  const padding = '~'.repeat(Math.ceil(english.length * growth)).replace(/~{6}(?=~)/g, '~~~~~~ ')
  return `⟦${accented} ${padding}⟧`
}

function pseudoValue(english: unknown): unknown {
  if (typeof english === 'string') return pseudoText(english)
  if (typeof english === 'function') return (...facts: readonly unknown[]) => pseudoValue(Reflect.apply(english, undefined, facts))
  if (Array.isArray(english)) return english.map(pseudoValue)
  return typeof english === 'object' && english !== null ? pseudoWords(english) : english
}

/**
 * English made strange, so that it can be read and yet shows what is not from a catalogue: it stands outside the brackets. Forty per
 * cent longer, so that it shows too what has no room for other languages.
 */
export function pseudoWords(english: object): object {
  return Object.fromEntries(Object.entries(english).map(([key, value]) => [key, pseudoValue(value)]))
}
