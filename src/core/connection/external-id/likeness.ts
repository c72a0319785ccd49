import { externalIdMaximumLength, type RandomBytes, randomCharacters } from './external-id.ts'

const digits = '0123456789'
const hexLetters = 'abcdef'
const lowerLetters = 'abcdefghijklmnopqrstuvwxyz'

/** The kinds of characters that an ID is made of, hexadecimal digits being a kind of their own. */
function charactersLike(text: string): string {
  if (/^[^a-zA-Z]*$/.test(text)) return digits
  if (/^[^g-zA-Z]*$/.test(text)) return digits + hexLetters
  if (/^[^a-zG-Z]*$/.test(text)) return digits + hexLetters.toUpperCase()
  return [/\d/.test(text) ? digits : '', /[a-z]/.test(text) ? lowerLetters : '', /[A-Z]/.test(text) ? lowerLetters.toUpperCase() : ''].join(
    '',
  )
}

/** Has the same length, kinds of characters and separators, so that only the value differs. */
export function randomExternalIdLike(externalId: string, randomBytes: RandomBytes): string {
  const random = randomCharacters(externalId.length, randomBytes, charactersLike(externalId))
  const isOfSigns = !/[a-zA-Z\d]/.test(externalId)
  const text = isOfSigns ? random : externalId.replace(/[a-zA-Z\d]/g, (_, position: number) => random[position] ?? '')
  return text === externalId ? randomExternalIdLike(externalId, randomBytes) : text
}

/** Kinds of near miss. Permanent: stored verdicts and signed receipts name them. */
export const nearMissVariants = [
  'end',
  'start',
  'case',
  'lowercase',
  'uppercase',
  'longer-end',
  'longer-start',
  'middle',
  'quarter-1',
  'quarter-2',
  'quarter-3',
  'quarter-4',
] as const
export type NearMissVariant = (typeof nearMissVariants)[number]

export type NearMiss = { readonly variant: NearMissVariant; readonly externalId: string }

// Another letter, not the same one in the other case: that would only test whether case counts.
const otherCharacter = (character: string): string => (character.toLowerCase() === 'a' ? 'b' : 'a')

const swappedCase = (text: string): string =>
  text.replace(/[a-zA-Z]/g, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))

const changedAt = (text: string, position: number): string =>
  text.slice(0, position) + otherCharacter(text.charAt(position)) + text.slice(position + 1)

/** An ID with letters of both cases has two other spellings and a third with each letter swapped; any other ID has one at most. */
function otherCases(externalId: string): { readonly first: readonly NearMiss[]; readonly last: readonly NearMiss[] } {
  const [lowercase, uppercase] = [externalId.toLowerCase(), externalId.toUpperCase()]
  const swapped: NearMiss = { variant: 'case', externalId: swappedCase(externalId) }
  if (lowercase === externalId || uppercase === externalId) return { first: [swapped], last: [] }
  return {
    first: [
      { variant: 'lowercase', externalId: lowercase },
      { variant: 'uppercase', externalId: uppercase },
    ],
    last: [swapped],
  }
}

type Quarter = 0 | 1 | 2 | 3

const quarterVariants = ['quarter-1', 'quarter-2', 'quarter-3', 'quarter-4'] as const
const quarters: readonly Quarter[] = [0, 1, 2, 3]

const quarterStart = (length: number, quarter: number): number => Math.floor((quarter * length) / 4)

/** The second quarter is changed next to the middle, because an even length has two middles; the others at their own middle. */
function quarterPosition(length: number, quarter: Quarter): number {
  const [start, end] = [quarterStart(length, quarter), quarterStart(length, quarter + 1)]
  return quarter === 1 ? Math.max(start, end - 1) : Math.floor((start + end) / 2)
}

const quarterMiss = (externalId: string, quarter: Quarter, position: number): NearMiss => ({
  variant: quarterVariants[quarter],
  externalId: changedAt(externalId, Math.min(position, externalId.length - 1)),
})

function distinct(misses: readonly NearMiss[], externalId: string): readonly NearMiss[] {
  return misses.filter(
    (miss, index) =>
      miss.externalId !== externalId &&
      miss.externalId.length <= externalIdMaximumLength &&
      misses.findIndex((other) => other.externalId === miss.externalId) === index,
  )
}

/**
 * IDs that only a pattern takes for the right one (`prefix*`, `*suffix`, `first*last`, `ID*`, `?` for one character), or a comparison that
 * ignores case. The most telling come first, so that a caller with fewer calls to spend can take the beginning of the list.
 */
export function nearMisses(externalId: string): readonly NearMiss[] {
  const { length } = externalId
  const cases = otherCases(externalId)
  const misses: readonly NearMiss[] = [
    { variant: 'end', externalId: changedAt(externalId, length - 1) },
    { variant: 'start', externalId: changedAt(externalId, 0) },
    ...cases.first,
    { variant: 'longer-end', externalId: externalId + otherCharacter(externalId.slice(-1)) },
    { variant: 'longer-start', externalId: otherCharacter(externalId.charAt(0)) + externalId },
    { variant: 'middle', externalId: changedAt(externalId, Math.floor(length / 2)) },
    ...([0, 1, 3, 2] as const).map((quarter) => quarterMiss(externalId, quarter, quarterPosition(length, quarter))),
    ...cases.last,
  ]
  return distinct(misses, externalId)
}

/** Random bytes for `routineNearMisses`. */
export const routineBytesLength = 1 + 2 * quarters.length

/** One random position in each of three random quarters, so that repeated checks reach every character in time. */
function randomQuarterMisses(externalId: string, randomBytes: RandomBytes): readonly NearMiss[] {
  // Two bytes for each: a quarter of the longest ID has more characters than one byte can number.
  const [skipped = 0, ...bytes] = randomBytes(routineBytesLength)
  const offsetIn = (quarter: Quarter) => (bytes[2 * quarter] ?? 0) * 256 + (bytes[2 * quarter + 1] ?? 0)
  const { length } = externalId
  return quarters
    .filter((quarter) => quarter !== skipped % quarters.length)
    .map((quarter) => {
      const [start, end] = [quarterStart(length, quarter), quarterStart(length, quarter + 1)]
      return quarterMiss(externalId, quarter, start + (offsetIn(quarter) % Math.max(1, end - start)))
    })
}

const edges: readonly NearMissVariant[] = ['end', 'start', 'case']
const lengthsAndMiddle: readonly NearMissVariant[] = ['longer-end', 'longer-start', 'middle']

/** Three near misses for a routine check, others than in the check before, whose variants are `tried`: edges, then lengths, then quarters. */
export function routineNearMisses(externalId: string, tried: readonly NearMissVariant[], randomBytes: RandomBytes): readonly NearMiss[] {
  const [triedEdges, triedMiddle] = [tried.includes('end'), tried.includes('middle')]
  if (triedMiddle && !triedEdges) return distinct(randomQuarterMisses(externalId, randomBytes), externalId)
  const chosen = triedEdges && !triedMiddle ? lengthsAndMiddle : edges
  return nearMisses(externalId).filter(({ variant }) => chosen.includes(variant))
}
