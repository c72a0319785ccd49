export type Guessability = 'contains-account-id' | 'contains-name' | 'repeated' | 'made-of-words'

const commonWords =
  'access account admin amazon app application aws beef bucket cafe call client cloud company connect connection connector corp cross customer dead default demo dev developer development example external externalid group iam id integration key live myapp name number partner password phone prod production project public role sample secret secure security service shared staging system team tel tenant test testing token trust user vendor web'.split(
    ' ',
  )

const runs = [
  '0123456789',
  '9876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]
const shortestRun = 4
/** Fewer unpredictable characters than this are found by trying. */
const enoughCharacters = 12
const enoughDistinctCharacters = 6

const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const runParts = runs
  .flatMap((run) =>
    Array.from({ length: run.length - shortestRun + 1 }, (_, index) => run.length - index).flatMap((length) =>
      Array.from({ length: run.length - length + 1 }, (_, start) => run.slice(start, start + length)),
    ),
  )
  .sort((a, b) => b.length - a.length)

const withoutRuns = (text: string): string => runParts.reduce((rest, part) => rest.replaceAll(part, ' '), text)

const shortestWord = 2

/** What is left of a text without some words, and without sequences and keyboard rows. */
function remainder(text: string, words: readonly string[]): string {
  const longestFirst = words.filter((word) => word.length >= shortestWord).sort((a, b) => b.length - a.length)
  return lettersAndDigits(withoutRuns(longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text.toLowerCase())))
}

/**
 * Words count only where they make up a good part: a random text may have a short one in it. Digits alone are judged more
 * strictly, since what is left of a telephone number or a date is digits.
 */
function leavesTooLittle(rest: string, whole: string): boolean {
  const removed = whole.length - rest.length
  const isGoodPart = removed >= (/^\d*$/.test(rest) ? 1 : whole.length / 3)
  return rest.length < enoughCharacters && isGoodPart
}

function isRepeated(text: string): boolean {
  const enough = Math.min(enoughDistinctCharacters, text.length / 2)
  return text === '' || new Set(text).size < enough || /^(.+?)\1+$/.test(text)
}

// Half of all pairs of neighbouring letters in English text are one of these, but 7 in 100 of random letters.
const commonPairs = new Set(
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur'.split(
    ' ',
  ),
)
const phraseShare = 0.3
const sayablePhraseShare = 0.1
const shortestMeanWord = 3.5

const pairsIn = (word: string): string[] => Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2))

const isSayable = (word: string): boolean => /[aeiouy]/.test(word) && !/[^aeiouy]{3}/.test(word)

/** Words that one can say, as in a pass phrase, and whatever number comes after them. */
function isPhrase(text: string): boolean {
  const letters = text.replace(/(?<![^a-zA-Z])[^a-zA-Z]+$/, '')
  if (letters === '' || /\d/.test(letters)) return false
  const words = (letters.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase())
  if (words.join('').length / words.length < shortestMeanWord) return false
  const pairs = words.flatMap(pairsIn)
  const share = pairs.filter((pair) => commonPairs.has(pair)).length / pairs.length
  return share >= phraseShare || (share >= sayablePhraseShare && words.length >= 2 && words.every(isSayable))
}

/**
 * Why somebody could guess this external ID, or null. AWS: unique, random, no name and no account number.
 * https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html
 */
export function guessability(
  text: string,
  { names, accountId }: { readonly names: readonly string[]; readonly accountId?: string | undefined },
): Guessability | null {
  const whole = lettersAndDigits(text)
  if (accountId && text.replace(/[^a-zA-Z\d]/g, '').includes(accountId)) return 'contains-account-id'
  if (isRepeated(whole)) return 'repeated'
  const ownNames = names.map(lettersAndDigits)
  if (leavesTooLittle(remainder(whole, ownNames), lettersAndDigits(withoutRuns(whole)))) return 'contains-name'
  if (leavesTooLittle(remainder(whole, [...commonWords, ...ownNames]), whole) || isPhrase(text)) return 'made-of-words'
  return null
}
