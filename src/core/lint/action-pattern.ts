import { matchesPattern } from '../policy/wildcard.ts'

/** Action names have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function namesAction(pattern: string, action: string): boolean {
  return matchesPattern(action.toLowerCase(), pattern.toLowerCase())
}

export const hasWildcard = (text: string): boolean => /[*?]/.test(text)

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
  return ['', manyCharacters].every((many) => matchesPattern(other.replaceAll('?', '\ue000').replaceAll('*', many), pattern))
}

export const coversAction = (pattern: string, other: string): boolean => coversPattern(pattern.toLowerCase(), other.toLowerCase())

/** Whether there is a text that both patterns match. */
export function patternsMeet(left: string, right: string): boolean {
  // `reachable[j]`: whether the part of `left` so far and the first j characters of `right` can stand for the same text.
  let reachable = [true, ...Array.from(right, (_, index) => /^\*+$/.test(right.slice(0, index + 1)))]
  for (const character of left) {
    const next: boolean[] = [character === '*' && reachable[0] === true]
    for (const [index, other] of [...right].entries()) {
      const isWild = character === '*' || other === '*'
      const step = isWild ? reachable[index + 1] === true || next[index] === true || reachable[index] === true : false
      const isSame = !isWild && reachable[index] === true && (character === other || character === '?' || other === '?')
      next.push(step || isSame)
    }
    reachable = next
  }
  return reachable.at(-1) === true
}
