import { hasWildcard, matchesPattern } from './wildcard.ts'

/** What a text that the pattern matches begins with: tells most apart at little cost. */
function literalStart(pattern: string): string {
  const wildcard = pattern.search(/[*?]/)
  return wildcard === -1 ? pattern : pattern.slice(0, wildcard)
}

/** Action names have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function namesAction(pattern: string, action: string): boolean {
  const [wanted, name] = [pattern.toLowerCase(), action.toLowerCase()]
  return name.startsWith(literalStart(wanted)) && (hasWildcard(wanted) ? matchesPattern(name, wanted) : wanted === name)
}

/** `*`, also as `*:*`: every action of every service. */
export const isEveryAction = (pattern: string): boolean => /^\*+(:\*+)?$/.test(pattern)

/** The part before the colon, in small letters; null where there is none. */
export function servicePrefix(action: string): string | null {
  const [, prefix] = /^([^:]*):/.exec(action) ?? []
  return prefix?.toLowerCase() ?? null
}

// Long enough that a pattern of question marks in a real ARN does not reach it.
const manyCharacters = '\ue000'.repeat(200)

/**
 * Whether the pattern matches all that the other one does. Errs on the side of no: what `*` of the other one may stand
 * for is tried with nothing and with many characters that no pattern names.
 */
export function coversPattern(pattern: string, other: string): boolean {
  if (pattern === other) return true
  if (!hasWildcard(pattern) || !other.startsWith(literalStart(pattern))) return false
  return ['', manyCharacters].every((many) => matchesPattern(other.replaceAll('?', '\ue000').replaceAll('*', many), pattern))
}

export const coversAction = (pattern: string, other: string): boolean => coversPattern(pattern.toLowerCase(), other.toLowerCase())

const isSameCharacter = (left: string, right: string): boolean => left === right || left === '?' || right === '?'

type Row = readonly boolean[]

/** What the first characters of `right` can stand for together with one more character of `left`. */
function nextRow(row: Row, character: string, right: string): Row {
  const next = [character === '*' && row[0] === true]
  for (const [index, other] of right.split('').entries()) {
    const isSame = row[index] === true && isSameCharacter(character, other)
    const isTaken = row[index + 1] === true || next[index] === true || row[index] === true
    next.push(character === '*' || other === '*' ? isTaken : isSame)
  }
  return next
}

/** Whether there is a text that both patterns match. */
export function patternsMeet(left: string, right: string): boolean {
  if (!hasWildcard(left) && !hasWildcard(right)) return left === right
  const start: Row = [true, ...right.split('').map((_, index) => /^\*+$/.test(right.slice(0, index + 1)))]
  return (
    left
      .split('')
      .reduce((row, character) => nextRow(row, character, right), start)
      .at(-1) === true
  )
}
