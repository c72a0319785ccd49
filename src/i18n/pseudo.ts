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

/** A fact stands as it is, as a name does in a text of another script. */
const isolated = (fact: string): string => (isMirrored(fact) ? fact : `${signs.isolate}${fact}${signs.popIsolate}`)

/** What has marks inside is code, which no language turns round. */
const isCode = (text: string): boolean => /[\w}][:/*_.@=][\w{]|\w-\d|[<>{}]/.test(text)

function mirroredWord(word: string): string {
  if (!/\p{L}/u.test(word) || isMirrored(word)) return word
  if (isCode(word)) return word.replace(/^["“(]*(.*?)[",.;)”]*$/, (whole, code: string) => whole.replace(code, () => isolated(code)))
  return `${signs.rightToLeftMark}${signs.rightToLeftOverride}${word}${signs.popFormatting}${signs.rightToLeftMark}`
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The facts in a text, each with the code that it is a part of, as an account ID is of an ARN. */
function factsIn(facts: readonly string[]): RegExp {
  const longestFirst = facts.toSorted((one, other) => other.length - one.length).map(escaped)
  return new RegExp(
    `(?<![\\p{L}\\p{N}])((?:[\\w:/*@=-]*[:/*@=-])?(?:${longestFirst.join('|')})(?:[:/*@=-][\\w:/*@=-]*[\\w*])?)(?![\\p{L}\\p{N}])`,
    'u',
  )
}

/** Each word runs from right to left, as those of Arabic and Hebrew do. */
const mirrored: Say = (english, facts) => {
  const parts = facts.length === 0 ? [english] : english.split(factsIn(facts))
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
