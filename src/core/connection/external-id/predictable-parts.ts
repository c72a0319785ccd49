import { commonWords } from './common-words.ts'

/** A part that a guesser finds in a list instead of trying every character. */
export type PredictablePart = {
  readonly end: number
  readonly bits: number
  readonly kind: 'name' | 'word' | 'sequence' | 'repeat' | 'date'
}

const rows = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  'qaywsxedcrfvtgbzhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]
const sequences = rows.flatMap((row) => [row, [...row].reverse().join('')])
const sequencePairs = new Set(sequences.flatMap((sequence) => [...sequence].map((_, index) => sequence.slice(index, index + 2))))

export const isSequence = (text: string): boolean => text.length >= shortestPart && sequences.some((sequence) => sequence.includes(text))

const bitsOf = { name: 5, word: 10 } as const
const swappedBits = 1.5
const sequenceBits = 10
const repeatBits = 9
const shortestPart = 3
const shortestSequence = 4
const yearBits = 8
const dateBits = 17
/** How far back repeats are searched for. */
const farthestRepeat = 64
/** Longer ones are made of several. */
const longestPart = 32

export const isDigit = (character: string): boolean => character >= '0' && character <= '9'

// Digits that people write for letters.
const lettersOfDigits = ['o', 'il', 'z', 'e', 'a', 's', 'g', 't', 'b', 'g'].map((letters) => [...letters])
const letters = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, [letter]]))

/** The letters that a letter or digit may stand for. */
export const lettersLike = (character: string): readonly string[] =>
  (isDigit(character) ? lettersOfDigits[Number(character)] : letters.get(character)) ?? []

export type WordTree = { readonly branches: Map<string, WordTree>; isWord: boolean }

export function treeOf(words: readonly string[]): WordTree {
  const tree: WordTree = { branches: new Map(), isWord: false }
  for (const word of words) {
    let branch = tree
    for (const letter of word) {
      const next = branch.branches.get(letter) ?? { branches: new Map(), isWord: false }
      branch.branches.set(letter, next)
      branch = next
    }
    branch.isWord = true
  }
  return tree
}

const commonTree = treeOf(commonWords)

type Reached = { readonly branch: WordTree; readonly swapped: number }

const nowhere: readonly Reached[] = []

function step({ branch, swapped }: Reached, character: string): readonly Reached[] {
  const exact = branch.branches.get(character)
  const same = exact === undefined ? nowhere : [{ branch: exact, swapped }]
  if (!isDigit(character)) return same
  const others = lettersLike(character).flatMap((letter) => branch.branches.get(letter) ?? [])
  return [...same, ...others.map((other) => ({ branch: other, swapped: swapped + 1 }))]
}

/** Words that begin at a position, also with digits in the place of letters. */
function wordsAt(text: string, start: number, tree: WordTree, kind: 'name' | 'word'): PredictablePart[] {
  const parts: PredictablePart[] = []
  let reached: readonly Reached[] = [{ branch: tree, swapped: 0 }]
  for (let end = start + 1; end <= text.length && reached.length > 0; end++) {
    const character = text.charAt(end - 1)
    const [only] = reached
    reached = reached.length === 1 && only !== undefined ? step(only, character) : reached.flatMap((each) => step(each, character))
    for (const { branch, swapped } of reached) if (branch.isWord) parts.push({ end, bits: bitsOf[kind] + swapped * swappedBits, kind })
  }
  return parts
}

/** Every end that a part can have: it need not go as far as it can. */
const endsUpTo = (start: number, length: number, shortest: number): number[] =>
  Array.from({ length: Math.max(0, length - shortest + 1) }, (_, index) => start + shortest + index)

function commonLength(text: string, start: number, other: string, from: number): number {
  let length = 0
  while (length < longestPart && start + length < text.length && text[start + length] === other[from + length]) length++
  return length
}

function sequencesAt(text: string, start: number): PredictablePart[] {
  if (!sequencePairs.has(text.slice(start, start + 2))) return []
  const length = Math.max(
    ...sequences.map((sequence) => {
      const from = sequence.indexOf(text[start] ?? '')
      return from === -1 ? 0 : commonLength(text, start, sequence, from)
    }),
  )
  return endsUpTo(start, length, shortestSequence).map((end) => ({ end, bits: sequenceBits, kind: 'sequence' }))
}

function repeatsAt(text: string, start: number): PredictablePart[] {
  let length = 0
  for (let from = Math.max(0, start - farthestRepeat); from < start; from++) {
    if (text[from] === text[start]) length = Math.max(length, commonLength(text, start, text, from))
  }
  return endsUpTo(start, length, shortestPart).map((end) => ({ end, bits: repeatBits, kind: 'repeat' }))
}

const dates: readonly (readonly [pattern: RegExp, bits: number])[] = [
  [/(?:19|20)\d\d/y, yearBits],
  [/(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/y, dateBits],
  [/(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d/y, dateBits],
]

function datesAt(text: string, start: number): PredictablePart[] {
  return dates.flatMap(([pattern, bits]) => {
    pattern.lastIndex = start
    return pattern.test(text) ? [{ end: pattern.lastIndex, bits, kind: 'date' }] : []
  })
}

/** All predictable parts that begin at a position. The text and the names are lowercase letters and digits. */
export function partsAt(text: string, start: number, names: WordTree, isStart: boolean): readonly PredictablePart[] {
  return [
    ...wordsAt(text, start, names, 'name'),
    ...wordsAt(text, start, commonTree, 'word'),
    ...sequencesAt(text, start),
    ...repeatsAt(text, start),
    ...(isStart || !isDigit(text.charAt(start - 1)) ? datesAt(text, start) : []),
  ]
}
