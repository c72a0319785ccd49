/** Makes a text of the English one strange. The facts are what the program puts into it. */
type Say = (english: string, facts: readonly string[]) => string

const pairs = 'aàbƀcçdđeéfƒgĝhĥiîjĵkķlĺmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'.match(/../gu) ?? []
const accents: ReadonlyMap<string, string> = new Map(
  pairs.flatMap(([plain = '', accented = '']) => [
    [plain, accented],
    [plain.toUpperCase(), accented.toUpperCase()],
  ]),
)

/** How much longer other languages are than English, at the most. https://www.w3.org/International/articles/article-text-size */
const growth = 0.4

/** In brackets, accented and longer. */
const accented: Say = (english) => {
  const letters = [...english].map((character) => accents.get(character) ?? character).join('')
  const padding = '~'.repeat(Math.ceil(english.length * growth)).replace(/~{6}(?=~)/g, '~~~~~~ ')
  return `⟦${letters} ${padding}⟧`
}

/** The signs that turn a text round. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const signs = { rightToLeftMark: '\u200f', rightToLeftOverride: '\u202e', popFormatting: '\u202c', isolate: '\u2068', popIsolate: '\u2069' }

const isMirrored = (text: string): boolean => text.includes(signs.rightToLeftOverride)

/** A word of the language. What has marks inside or no letters is code or a number, which no language turns round. */
const isWord = (text: string): boolean => /\p{L}/u.test(text) && !/[\w}][:/*_.@=][\w{]|[<>{}]/.test(text)

const mirroredWord = (word: string): string =>
  isWord(word) && !isMirrored(word)
    ? `${signs.rightToLeftMark}${signs.rightToLeftOverride}${word}${signs.popFormatting}${signs.rightToLeftMark}`
    : word

/** A fact stands as it is, as a name does in a text of another script. */
const isolated = (fact: string): string => (isMirrored(fact) ? fact : `${signs.isolate}${fact}${signs.popIsolate}`)

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Each word runs from right to left, as those of Arabic and Hebrew do. */
const mirrored: Say = (english, facts) => {
  const longestFirst = facts.toSorted((one, other) => other.length - one.length).map(escaped)
  const parts =
    longestFirst.length === 0
      ? [english]
      : english.split(new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'u'))
  return parts.map((part, index) => (index % 2 === 1 ? isolated(part) : part.replace(/\S+/g, mirroredWord))).join('')
}

/** How each pseudo-locale speaks. */
export const pseudoSays = { accented, mirrored } as const

/** The texts among what a function of a catalogue is told, those of a sentence too. */
function factsOf(told: unknown): readonly string[] {
  if (typeof told === 'string' || typeof told === 'number') return [String(told)].filter((text) => text.trim() !== '')
  if (typeof told !== 'object' || told === null) return []
  return Object.entries(told).flatMap(([key, value]) => (key === 'template' ? [] : factsOf(value)))
}

function pseudoValue(english: unknown, say: Say, facts: readonly string[]): unknown {
  if (typeof english === 'string') return english.trim() === '' ? english : say(english, facts)
  if (typeof english === 'function')
    return (...told: readonly unknown[]) => pseudoValue(Reflect.apply(english, undefined, told), say, factsOf(told))
  if (Array.isArray(english)) return english.map((item) => pseudoValue(item, say, facts))
  return typeof english === 'object' && english !== null ? pseudoEntries(english, say, facts) : english
}

const pseudoEntries = (english: object, say: Say, facts: readonly string[]): object =>
  Object.fromEntries(Object.entries(english).map(([key, value]) => [key, pseudoValue(value, say, facts)]))

/**
 * English made strange, so that it can be read and yet shows what is wrong: accented, what is not from a catalogue stands outside the
 * brackets, and what has no room for other languages is cut; mirrored, what does not follow the direction of the page stands out.
 */
export const pseudoWords = (english: object, say: Say): object => pseudoEntries(english, say, [])
