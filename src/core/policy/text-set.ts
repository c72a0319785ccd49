import type { Truth } from './truth.ts'
import { plainText, type TextPart } from './wildcard.ts'

/** All the texts that a value of a call can be, when only its form is known. */
export type TextSet = {
  /** The characters of each text; `anyText` and `otherAccount` stand for those that differ. */
  readonly form: string
  /** Texts that aren't among them. A number of twelve digits isn't in the place of `otherAccount` either. */
  readonly but: ReadonlySet<string>
}

/** Any characters, also none. No policy can contain this character: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const anyText = '\uE001'

const digit = '\uE000'
const digits = 12

/** The number of any account but those of `but`. */
export const otherAccount = digit.repeat(digits)

const [one, many] = [-1, -2]

const wildcards: Readonly<Record<string, number>> = { '*': many, '?': one }

/** The characters by their codes, which are no objects because patterns are read in every evaluation. */
function codesOf(pattern: readonly TextPart[]): Int32Array {
  const codes = new Int32Array(pattern.reduce((length, { text }) => length + text.length, 0))
  let at = 0
  for (const { kind, text } of pattern) {
    for (let index = 0; index < text.length; index += 1) {
      const wildcard = kind === 'written' ? wildcards[text.charAt(index)] : undefined
      codes[at] = wildcard ?? text.charCodeAt(index)
      at += 1
    }
  }
  return codes
}

const [digitCode, anyCode] = [digit.charCodeAt(0), anyText.charCodeAt(0)]

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57

/** Digits of a whole account number that the set leaves out, which stand for no digit of another account. */
function excludedDigits(pattern: readonly TextPart[], { form, but }: TextSet): ReadonlySet<number> {
  if (!form.includes(digit)) return new Set()
  const runs = [...plainText(pattern).matchAll(/\d{12,}/g)].filter(([run]) => run.length > digits || but.has(run))
  return new Set(runs.flatMap(({ index, 0: run }) => Array.from(run, (_, offset) => index + offset)))
}

type Fits = (code: number | undefined, unit: number, at: number) => boolean

/** True where the characters before the first wildcard differ already. */
function startsOtherwise(codes: Int32Array, form: string, fits: Fits): boolean {
  for (let at = 0; at < codes.length && at < form.length; at += 1) {
    const [code = 0, unit] = [codes[at], form.charCodeAt(at)]
    if (code < 0 || unit === anyCode) return false
    if (!fits(code, unit, at)) return true
  }
  return false
}

type Walk = { readonly form: string; readonly isFilled: boolean; readonly fits: Fits }

/** For each place of the form, that the pattern from this character on meets the form from there on. `after` has it from the next character on. */
function rowOf(code: number | undefined, at: number, after: Uint8Array, { form, isFilled, fits }: Walk): Uint8Array {
  const row = new Uint8Array(form.length + 2)
  row[form.length] = code === undefined ? 1 : 0
  for (let position = form.length; position >= 0; position -= 1) {
    const unit = form.charCodeAt(position)
    const isFree = code === many || (isFilled && unit === anyCode)
    const [skipped, taken, both] = [after[position], row[position + 1], after[position + 1]]
    if ((isFree && skipped === 1) || (isFree && taken === 1) || (both === 1 && fits(code, unit, at))) row[position] = 1
  }
  return row
}

/**
 * True if pattern and form can be walked to both their ends: `*` of the pattern takes any part of the form, and `anyText` any part of the
 * pattern where the form may be filled in.
 */
function meets(codes: Int32Array, walk: Walk): boolean {
  if (startsOtherwise(codes, walk.form, walk.fits)) return false
  let row: Uint8Array = new Uint8Array(walk.form.length + 2)
  for (let at = codes.length; at >= 0; at -= 1) row = rowOf(codes[at], at, row, walk)
  return row[0] === 1
}

/** That one of the texts matches. */
function canMatch(pattern: readonly TextPart[], codes: Int32Array, set: TextSet): boolean {
  const excluded = excludedDigits(pattern, set)
  const fits: Fits = (code, unit, at) => {
    if (unit === anyCode || code === undefined) return false
    return code === one || (unit === digitCode ? isDigit(code) && !excluded.has(at) : code === unit)
  }
  return meets(codes, { form: set.form, isFilled: true, fits })
}

/** That each of the texts matches: true only where the pattern shows it, character by character. */
const mustMatch = (codes: Int32Array, { form }: TextSet): boolean =>
  meets(codes, { form, isFilled: false, fits: (code, unit) => unit !== anyCode && (code === one || (code === unit && unit !== digitCode)) })

/** `*` and `?` are wildcards in what the author wrote. */
export function setMatches(set: TextSet, pattern: readonly TextPart[]): Truth {
  const codes = codesOf(pattern)
  const isPlain = codes.every((code) => code >= 0)
  if ((isPlain && set.but.has(plainText(pattern))) || !canMatch(pattern, codes, set)) return false
  return mustMatch(codes, set) || 'unknown'
}

const literal = (text: string): readonly TextPart[] => [{ kind: 'literal', text }]

/** `*` is a `*`. */
export const setEquals = (set: TextSet, pattern: readonly TextPart[]): Truth => setMatches(set, literal(plainText(pattern)))

/** A text left out may still be meant in other capitalization. */
export function setEqualsIgnoringCase({ form }: TextSet, pattern: readonly TextPart[]): Truth {
  const text = literal(plainText(pattern).toLowerCase())
  return canMatch(text, codesOf(text), { form: form.toLowerCase(), but: new Set() }) && 'unknown'
}
