import { type Description, shortestDescription } from '#core/connection/external-id/shortest-description.ts'
import { externalIdMaximumLength } from './external-id.ts'
import { isSequence, treeOf } from './predictable-parts.ts'

export type Guessability = 'too-short' | 'contains-account-id' | 'contains-name' | 'repeated' | 'made-of-words'

/** Twelve hexadecimal digits. With fewer unpredictable bits, an ID is found by trying. */
const enoughBits = 47
/** Short IDs tell by this share of their bits. */
const telltaleShare = 1 / 3
/** Saved by a few characters in no order. */
const telltaleFewBits = 24

const fewCharacters = 6
const shortestName = 2
const shortestNameWord = 4

const lettersAndDigits = (text: string): string => text.replace(/[^a-zA-Z\d]/g, '')

/** Low estimates, since IDs are often made without characters that look alike. */
function characterBits(text: string): number {
  const hasDigits = /\d/.test(text)
  if (!/[a-zA-Z]/.test(text)) return Math.log2(10)
  const isOneCase = !/[a-z]/.test(text) || !/[A-Z]/.test(text)
  if (isOneCase && hasDigits) return Math.log2(/[g-zG-Z]/.test(text) ? 32 : 16)
  return Math.log2(24 * (isOneCase ? 1 : 2) + (hasDigits ? 7 : 0))
}

/** Positions among the letters and digits where a word may begin. */
function wordStarts(text: string, sign: RegExp): ReadonlySet<number> {
  const starts = new Set<number>()
  let position = 0
  for (let index = 0; index < text.length; index++) {
    if (sign.test(text.slice(Math.max(0, index - 1), index + 1))) starts.add(position)
    if (/[a-zA-Z\d]/.test(text.charAt(index))) position++
  }
  return starts
}

const isUpper = (character = ''): boolean => /[A-Z]/.test(character)

const keptCaseBits = 0.2
const droppedCaseBits = 0.6
const changedCaseBits = 2.5

/** Words are in one case, or begin with an uppercase letter. */
function caseBitsAt(text: string, index: number): number {
  const [character, before, twoBefore] = [text[index], text[index - 1], text[index - 2]]
  if (/\d/.test(character ?? '')) return 0
  if (isUpper(character) === isUpper(before)) return keptCaseBits
  if (isUpper(character)) return index === 0 ? 1 : changedCaseBits
  return isUpper(twoBefore) ? changedCaseBits : droppedCaseBits
}

function caseBits(text: string): number[] {
  const isOneCase = text === text.toLowerCase() || text === text.toUpperCase()
  return isOneCase ? [] : text.split('').map((_, index) => caseBitsAt(text, index))
}

/** Names as a whole, and their words. */
function nameWords(names: readonly string[]): readonly string[] {
  const words = names.flatMap((name) => [name, ...name.split(/[^a-zA-Z\d]+/).filter((word) => word.length >= shortestNameWord)])
  return [...new Set(words.map((word) => lettersAndDigits(word).toLowerCase()))].filter((word) => word.length >= shortestName)
}

const isPeriodic = (text: string): boolean => /^(.+?)\1+$/.test(text)

/** Such as aabbccdd and 1q2w3e4r. */
function isWoven(text: string): boolean {
  const collapsed = text.replace(/(.)\1+/g, '$1')
  const [even, odd] = [0, 1].map((parity) => [...text].filter((_, index) => index % 2 === parity).join(''))
  return (
    (collapsed.length * 2 <= text.length && isSequence(collapsed)) || [even, odd].every((half) => half !== undefined && isSequence(half))
  )
}

function isOfFewCharacters(text: string, bits: number): boolean {
  const count = new Set(text).size
  const few = text.length * Math.log2(count) + 4 * count
  return few < enoughBits && text.length * bits - few >= telltaleFewBits
}

type Telltale = { readonly bits: number; readonly share: number; readonly restBits: number }

/** Bits that a description must save to tell. In a million random IDs of each kind, none saves so many. */
function telltaleOf(groups: readonly string[]): Telltale {
  const areAll = (form: RegExp) => groups.every((group) => form.test(group))
  const areWords = areAll(/^([A-Z]?[a-z]+|[A-Z]+|\d+)$/)
  // No generator makes groups of letters that differ in length, but a name may be before random letters.
  if (areWords && new Set(groups.map(({ length }) => length)).size > 1) {
    const bits = groups.length > 2 ? 1 : 4
    return { bits, share: 0, restBits: bits }
  }
  // Hardly one of 10,000 random IDs in mixed case has its capitals where words have them.
  if (areAll(/^[A-Z]?[a-z]{2,}([A-Z][a-z]{2,})+\d*$/)) return { bits: 20, share: 0.5, restBits: 4 }
  if (areAll(/^([A-Z]?[a-z]+|[A-Z]+)\d*$/)) return { bits: 20, share: 0.5, restBits: 5 }
  return { bits: 25, share: 0.5, restBits: 8 }
}

/** The text outside the predictable parts counts as words or digits only if it consists of them. */
function isPredictable(description: Description, randomBits: number, telltale: Telltale): boolean {
  const { bits, unpredictableBits, savedByParts, restBits } = description
  const saved = randomBits - bits
  if (saved < Math.min(telltale.bits + unpredictableBits * telltale.share, randomBits * telltaleShare)) return false
  return (saved - savedByParts >= telltale.restBits ? unpredictableBits : restBits) < enoughBits
}

const allBits = (text: string): number =>
  text
    .split(/[^a-zA-Z\d]+/)
    .flatMap((group) => group.split('').map(() => characterBits(group)))
    .reduce((sum, each) => sum + each, 0)

type Facts = { readonly names: readonly string[]; readonly accountId?: string | undefined }

/** The number adds nothing, so what remains has to be hard to guess without it. For IDs that are in use; a new one has no number at all. */
export function isLittleMoreThan(accountId: string, text: string, { names }: Facts): boolean {
  const number = new RegExp(accountId.split('').join('[^a-zA-Z\\d]*'), 'g')
  const rest = text.replace(number, ' ').trim()
  return allBits(rest) < enoughBits || guessability(rest, { names }) !== null
}

/** All characters of the kinds that a text has: a generator that uses these has at least as many. */
function kinds(text: string): number {
  const [hasDigits, hasLower, hasUpper] = [/\d/, /[a-z]/, /[A-Z]/].map((kind) => kind.test(text))
  if (hasDigits && hasLower !== hasUpper && !/[g-z]/i.test(text)) return 16
  return (hasDigits ? 10 : 0) + (hasLower ? 26 : 0) + (hasUpper ? 26 : 0)
}

/** Letters before or behind a number, as in `id84019375`, are tried apart from it. */
function groupBits(group: string): number {
  const runs = group.match(/\d+|[a-zA-Z]+/g) ?? []
  const isNumber = runs.length <= 2 && runs.some((run) => /\d/.test(run) && run.length * 2 >= group.length)
  const parts = isNumber ? runs : [group]
  return parts.reduce((sum, part) => sum + part.length * Math.log2(kinds(part)), 0)
}

/** Fewer bits than an ID must have, even if every character of it is random. High estimates: what may suffice isn't too short. */
function shortage(text: string): Guessability | null {
  const bits = text.split(/[^a-zA-Z\d]+/).reduce((sum, group) => sum + groupBits(group), 0)
  return bits < enoughBits ? 'too-short' : null
}

/**
 * The reason why someone could guess this external ID, or null. AWS: unique, random, no name and no account number.
 * https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_permissions_share_securely_third_party.html
 */
export function guessability(text: string, { names, accountId }: Facts): Guessability | null {
  const whole = lettersAndDigits(text)
  if (accountId && whole.includes(accountId)) return 'contains-account-id'
  if (text.length > externalIdMaximumLength) return null
  const lowercase = whole.toLowerCase()
  if (whole === '' || isPeriodic(lowercase) || isOfFewCharacters(lowercase, characterBits(whole))) return 'repeated'
  if (isWoven(lowercase)) return 'made-of-words'
  const groups = text.split(/[^a-zA-Z\d]+/).filter((group) => group !== '')
  const randomBits = groups.flatMap((group) => group.split('').map(() => characterBits(group)))
  const description = shortestDescription({
    text: lowercase,
    starts: wordStarts(text, /^.$|^[^a-zA-Z\d]/),
    capitals: wordStarts(text, /[a-z][A-Z]/),
    caseBits: caseBits(whole),
    randomBits,
    names: treeOf(nameWords(names)),
  })
  if (!isPredictable(description, allBits(text), telltaleOf(groups))) return shortage(text)
  if (new Set(lowercase).size < fewCharacters) return 'repeated'
  return description.parts.includes('name') ? 'contains-name' : 'made-of-words'
}
