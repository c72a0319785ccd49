export type Guessability = 'contains-account-id' | 'contains-name' | 'repeated' | 'made-of-words'

const commonWords =
  'access account admin amazon app application aws bucket client cloud company connect connection connector corp cross customer default demo dev developer development example external externalid group iam id integration key live myapp name number partner password prod production project public role sample secret secure security service shared staging system team tenant test testing token trust user vendor web'.split(
    ' ',
  )

const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const shortestRun = 4
/** Fewer unpredictable characters than this are found by trying. */
const enoughCharacters = 12
const enoughDistinctCharacters = 6

const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

const runParts = runs.flatMap((run) =>
  Array.from({ length: run.length - shortestRun + 1 }, (_, index) => run.length - index).flatMap((length) =>
    Array.from({ length: run.length - length + 1 }, (_, start) => run.slice(start, start + length)),
  ),
)

const withoutRuns = (text: string): string => runParts.reduce((rest, part) => rest.replaceAll(part, ' '), text)

function remainder(text: string, words: readonly string[]): string {
  const longestFirst = [...words].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length)
  const lower = text.toLowerCase()
  return lettersAndDigits(withoutRuns(longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), lower)))
}

const isRepeated = (text: string): boolean => new Set(text).size < enoughDistinctCharacters || /^(.+?)\1+$/.test(text)

/** Several words of letters that one can say, as in a pass phrase, and nothing else. */
function isPhrase(text: string): boolean {
  const words = text.split(/[^a-zA-Z]+/).filter(Boolean)
  return words.length >= 2 && !/\d/.test(text) && words.every((word) => /[aeiouy]/i.test(word) && /^[A-Z]?[a-z]+$|^[A-Z]+$/.test(word))
}

/**
 * Why somebody could guess this external ID, or null. AWS: unique, random, no name and no account number.
 * https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html
 */
export function guessability(
  text: string,
  { names, accountId }: { readonly names: readonly string[]; readonly accountId?: string | undefined },
): Guessability | null {
  if (accountId && text.replace(/\D/g, '').includes(accountId)) return 'contains-account-id'
  if (isRepeated(lettersAndDigits(text))) return 'repeated'
  const withoutNames = remainder(text, names.map(lettersAndDigits))
  if (withoutNames.length < enoughCharacters && withoutNames.length < lettersAndDigits(withoutRuns(text.toLowerCase())).length)
    return 'contains-name'
  if (remainder(text, [...commonWords, ...names.map(lettersAndDigits)]).length < enoughCharacters || isPhrase(text)) return 'made-of-words'
  return null
}
