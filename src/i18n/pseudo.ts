import { type ChangeText, deriveLanguage } from '#core/text/messages.ts'

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

/** A fact is not mirrored, like a name in a text of another script. */
const isolated = (fact: string): string => (isMirrored(fact) ? fact : `${signs.isolate}${fact}${signs.popIsolate}`)

/** A word with punctuation inside is code, which no language mirrors. */
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

/** The values of a text, those inside an object too. */
function factsOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)].filter((text) => text.trim() !== '')
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (key === 'template' ? [] : factsOf(item)))
}

const inManner =
  (say: Say): ChangeText =>
  (text, values) =>
    text.trim() === '' ? text : say(text, factsOf(values))

/**
 * English made strange, so that it can be read and yet shows what is wrong: accented, what is not from a catalog is outside the
 * brackets, and what has no room for other languages is cut; mirrored, what does not follow the direction of the page stands out.
 */
deriveLanguage('en-XA', inManner(accented))
deriveLanguage('ar-XB', inManner(mirrored))

/** Both derive their texts from the English ones. */
export const loadTexts = async (): Promise<void> => undefined
