import { isDigit, lettersLike, type PredictablePart, partsAt, type WordTree } from '#core/connection/external-id/predictable-parts.ts'

export type DescribedText = {
  /** Lowercase letters and digits. */
  readonly text: string
  /** Positions after a sign. */
  readonly starts: ReadonlySet<number>
  /** Positions where uppercase follows lowercase. */
  readonly capitals: ReadonlySet<number>
  /** Bits that the case of each character costs in words, given the one before. */
  readonly caseBits: readonly number[]
  /** Bits of each character, if all are random. */
  readonly randomBits: readonly number[]
  readonly names: WordTree
}

/** A way to describe the beginning of a text. */
export type Description = {
  readonly bits: number
  /** Bits of the characters that nothing predicts, and of digits. */
  readonly unpredictableBits: number
  readonly parts: readonly PredictablePart['kind'][]
  /** Bits that those parts save. */
  readonly savedByParts: number
  /** Bits of all other characters, if they are random. */
  readonly restBits: number
}

const unexpectedStartBits = 4
const joinedStartBits = 1.5
const separateStartBits = 1
const swappedLetterBits = 3
const digitBits = Math.log2(10)

const impossible: Description = { bits: Number.POSITIVE_INFINITY, unpredictableBits: 0, parts: [], savedByParts: 0, restBits: 0 }

const shorter = (left: Description, right: Description): Description => (right.bits < left.bits ? right : left)

function longerBy(description: Description, bits: number, unpredictableBits = 0, restBits = 0): Description {
  return {
    bits: description.bits + bits,
    unpredictableBits: description.unpredictableBits + unpredictableBits,
    parts: description.parts,
    savedByParts: description.savedByParts,
    restBits: description.restBits + restBits,
  }
}

/** The shortest description up to a position, by what its last character is part of. */
type Position = {
  readonly any: Description
  readonly part: Description
  readonly random: Description
  readonly letters: Description
  readonly digits: Description
}

const beginning: Description = { bits: 0, unpredictableBits: 0, parts: [], savedByParts: 0, restBits: 0 }

/** Words and digits are expected after a sign and after a word. */
function begun({ any, part, letters }: Position, isStart: boolean): Description {
  const joined = longerBy(shorter(part, letters), joinedStartBits)
  return shorter(joined, longerBy(any, isStart ? separateStartBits : unexpectedStartBits))
}

function nextRandom({ any, random }: Position, { randomBits }: DescribedText, index: number): Description {
  const bits = randomBits[index] ?? 0
  return longerBy(shorter(random, longerBy(any, unexpectedStartBits)), bits, bits, bits)
}

function nextDigits(position: Position, { text, starts, randomBits }: DescribedText, index: number): Description {
  if (!isDigit(text[index] ?? '')) return impossible
  return longerBy(shorter(position.digits, begun(position, starts.has(index))), digitBits, digitBits, randomBits[index])
}

function nextLetters(position: Position, { text, starts, capitals, caseBits, randomBits }: DescribedText, index: number): Description {
  const character = text[index] ?? ''
  const isStart = starts.has(index)
  const before = isStart || capitals.has(index) ? '' : (lettersLike(text[index - 1] ?? '')[0] ?? '')
  const first = begun(position, isStart)
  return lettersLike(character).reduce((best, letter) => {
    const extra = (letter === character ? 0 : swappedLetterBits) + (caseBits[index] ?? 0)
    const continuing = longerBy(position.letters, letterBits(before, letter) + extra, 0, randomBits[index])
    return shorter(best, shorter(continuing, longerBy(first, letterBits('', letter) + extra, 0, randomBits[index])))
  }, impossible)
}

const sumOf = (numbers: readonly number[], start: number, end: number): number =>
  numbers.slice(start, end).reduce((sum, each) => sum + each, 0)

function withPart(
  first: Description,
  { end, bits, kind }: PredictablePart,
  start: number,
  { randomBits, caseBits }: DescribedText,
): Description {
  const added = bits + sumOf(caseBits, start, end)
  const saved = sumOf(randomBits, start, end) - added
  return { ...longerBy(first, added), parts: [...first.parts, kind], savedByParts: first.savedByParts + saved }
}

/** The shortest description of a text as random characters, letters as in words, digits, and parts that a guesser tries first. */
export function shortestDescription(described: DescribedText): Description {
  const { text, names, starts } = described
  const ended: Description[] = text.split('').map(() => impossible)
  let position: Position = { any: beginning, part: impossible, random: beginning, letters: impossible, digits: impossible }
  for (let index = 0; index < text.length; index++) {
    const first = begun(position, starts.has(index))
    for (const part of partsAt(text, index, names, starts.has(index))) {
      ended[part.end - 1] = shorter(ended[part.end - 1] ?? impossible, withPart(first, part, index, described))
    }
    const part = ended[index] ?? impossible
    const random = nextRandom(position, described, index)
    const letters = nextLetters(position, described, index)
    const digits = nextDigits(position, described, index)
    position = { part, random, letters, digits, any: [random, letters, digits].reduce(shorter, part) }
  }
  return position.any
}

/**
 * Bits that each letter costs after another one in English and German words and names: a row for the start of a word, then one a
 * letter from a to z. Rounded from the frequencies of 40,000 words, so that a row nearly adds up to one as probabilities.
 */
const rows = (
  '44444555566545648434655987 75455656596353759343566868 35882868479378489356477968 38693992494588399574589979 ' +
  '35552556376556559446566968 45445655587453759335766777 36873468387467388464487878 45552554477555559445566968 ' +
  '36662666377555368454576967 56453648997452469544859997 26662666566666366666366666 36562666376465468444576868 ' +
  '35653667397356469645566949 24672766378746449646587968 45443536485665559533665977 66555666696442559345455879 ' +
  '37763685497477349355597979 56666666566666666666166666 35552656386555469544566968 45363665476656558533565977 ' +
  '35552664387566469444566967 55453557598443859334998988 38871888288888388777888878 28672674388675378556566878 ' +
  '36464655366556536643566666 44444545565555548534655976 45562666367677557654375766'
).split(' ')

const bitsOfRows = rows.map((row) => [...row].map(Number))

const indexOf = (letter: string): number => letter.charCodeAt(0) - 96

/** `before` is empty at the start of a word. Both are lowercase. */
const letterBits = (before: string, letter: string): number =>
  bitsOfRows[before === '' ? 0 : indexOf(before)]?.[indexOf(letter) - 1] ?? Number.POSITIVE_INFINITY
