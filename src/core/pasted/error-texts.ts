import { consoleDenial, consoleEvent } from './console-errors.ts'
import { enclosedErrors, onOneLine, withoutConciseView, withoutMarkup } from './enclosed-errors.ts'
import type { Marker } from './error-marker.ts'
import { errorMarkers, skippedTags } from './error-markers.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { withoutPersonalLines } from './words-of-aws.ts'

/** The reason of a failure says more than the event of the tags before it. */
const hasFailed = /\b(?:CREATE|UPDATE)_FAILED\b|\bROLLBACK_/

/** It decides, wherever the tags are told. */
const otherDenial = /\bnot authorized to perform: iam:(?!TagRole\b)/

// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html and the form of botocore's ClientError.
const called =
  /An error occurred \(([\w.]+)\) when calling the (\w+) operation(?: \(reached max retries: \d+\))?(?::\s*|\s*\n)([^\n]+(?:\n(?![ \t]*\$|[^\n]{0,300}An error occurred \(|[^\n]{0,100}[$#%][ \t]*(?:\n|$))[^\n]+)*)/g

/** Programs draw a line to the left of their errors. Rows of a table have more than one. */
const withoutFrame = (text: string): string =>
  text
    .replace(/^[│╷╵][ \t]?/gm, '')
    .replace(/^[ \t]*(?:- )?\| [^|\n]*(?:\n[ \t]*\| [^|\n]*)*$/gm, (lines) =>
      lines.replace(/^[ \t]*(?:- )?\| /, '').replace(/\n[ \t]*\| /g, ' '),
    )

const narrowest = 60

/** Lines of one length are those of a terminal, which breaks in the middle of words; the last of them is shorter. */
function withoutBreaks(text: string): string {
  const lines = text.split('\n')
  const isFull = (at: number): boolean => {
    const length = lines[at]?.length ?? 0
    const isLikeNext = lines[at + 1]?.length === length && (lines[at + 2] ?? '') !== ''
    return length >= narrowest && (isLikeNext || lines[at - 1]?.length === length) && (lines[at + 1] ?? '') !== ''
  }
  return lines.map((line, at) => (isFull(at) && (lines[at + 1]?.length ?? 0) <= line.length ? line : `${line}\n`)).join('')
}

/** Only programs call AssumeRole, so the token is theirs. */
const codeOf = (code: string | null, message: string, text: string): string | null =>
  /security token included/.test(message) && text.includes('AssumeRole') ? 'NoApplicationCredentials' : code

/** A text may tell of more, but then it is a log whose first errors decide. */
const mostErrors = 6

/** The lines that a match is on, blanked, so that no other marker finds a part of the same error. */
function withoutLines(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end)
  return text.slice(0, from) + text.slice(from, to).replace(/[^\n]/g, ' ') + text.slice(to)
}

const ofCredentials: readonly (string | null)[] = ['NoCredentials', 'NoApplicationCredentials']

const ofParameters: readonly (string | null)[] = ['WrongCommand', 'WrongParameters']

/** One program often tells in several ways that it has no credentials, and repeats an error for each attempt. */
const isTold = ({ code, message }: ErrorTextFact, errors: readonly ErrorTextFact[]): boolean =>
  errors.some(
    (before) =>
      before.message === message ||
      (ofCredentials.includes(code) && ofCredentials.includes(before.code)) ||
      (ofParameters.includes(code) && before.code === 'WrongParameter'),
  )

type Reading = { readonly left: string; readonly errors: readonly ErrorTextFact[] }

/** From the start of the line, or what is near. */
const lineBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 600, text.lastIndexOf('\n', at) + 1), at)

function readMarked(text: string, { left, errors }: Reading, { code, pattern, isOf, isWholeLine, operationIn }: Marker): Reading | null {
  const found = errors.length < mostErrors ? pattern.exec(left) : null
  if (found === null || isOf?.(text, found.index) === false) return null
  const [end] = found
  const before = lineBefore(left, found.index)
  const message = isWholeLine ? `${before}${end}` : end
  const operation = operationIn?.(before) ?? null
  const error: ErrorTextFact = { kind: 'error-text', code: codeOf(code, message, text), operation, message: onOneLine(message) }
  const next = withoutLines(left, found.index, found.index + end.length)
  return { left: next, errors: isTold(error, errors) ? errors : [...errors, error] }
}

function markedErrors(text: string): readonly ErrorTextFact[] {
  let reading: Reading = { left: text, errors: [] }
  for (const marker of errorMarkers) {
    let next = readMarked(text, reading, marker)
    for (let attempt = 1; next !== null && attempt < mostErrors; attempt += 1) {
      reading = next
      next = readMarked(text, reading, marker)
    }
    reading = next ?? reading
  }
  return reading.errors
}

function unnamedErrors(text: string): readonly ErrorTextFact[] {
  const [skipped] = hasFailed.test(text) || otherDenial.test(text) ? [] : (skippedTags.exec(text) ?? [])
  if (skipped !== undefined) return [{ kind: 'error-text', code: null, operation: null, message: onOneLine(skipped) }]
  const marked = markedErrors(text)
  if (marked.length > 0) return marked
  const ofConsole = consoleEvent(text) ?? consoleDenial(text)
  return ofConsole === null ? [] : [ofConsole]
}

/** The text around the errors that name their calls. */
const withoutCalls = (text: string): string => {
  const calls = [...text.matchAll(called)]
  return calls.reduce((left, { 0: message, index }) => withoutLines(left, index, index + message.length), text)
}

const writtenRole =
  /\bIAM Role \(([\w+=,.@-]{1,64})\)|\b(?:create-role|update-assume-role-policy)\b[^\n]{0,300}--role-name[ =]["']?([\w+=,.@-]{1,64})|\bRoleName["']?\s{0,4}[:=]\s{0,4}["']([\w+=,.@-]{1,64})["']/g

/** The role that the text tells to create or to change, unless there are several. */
function withRole(errors: readonly ErrorTextFact[], text: string): readonly ErrorTextFact[] {
  const names = [
    ...new Set([...text.matchAll(writtenRole)].map(([, ofTerraform, ofCommand, ofCall]) => ofTerraform ?? ofCommand ?? ofCall)),
  ]
  const [roleName] = names
  return names.length === 1 && roleName !== undefined ? errors.map((error) => ({ ...error, roleName })) : errors
}

/** An option or a setting whose name says that it is one, and options of time with a number of seconds that a session can have. */
const durations: readonly RegExp[] = [
  /(?<!Max(?:imum)?[-_ ]?)\b(?:[a-z]{1,20}[-_])*(?:session[-_ ]?)?duration(?:[-_]?seconds)?["']?\s*[:= ]\s*["']?(\d{1,6}) ?(h(?:ours?)?|m(?:in(?:utes?)?)?|s(?:ec(?:onds?)?)?)?\b/i,
  /\s(?:-[td]|--?[a-z-]{0,20}(?:sess|ttl|valid|lifetime)[a-z-]{0,20})[ =](\d{4,5})()(?=\s|$)/im,
]

/** Seconds. The maximum of a role is at least one hour, and at most twelve. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const [shortestMaximum, longestSession] = [3600, 43_200]

const units: readonly (readonly [unit: RegExp, seconds: number])[] = [
  [/^h/i, 3600],
  [/^m/i, 60],
  [/^/, 1],
]

function durationIn(text: string): number | null {
  for (const form of durations) {
    const [, written, unit = ''] = form.exec(text) ?? []
    const seconds = Number(written) * (units.find(([name]) => name.test(unit))?.[1] ?? 1)
    if (seconds > shortestMaximum && seconds <= longestSession) return seconds
  }
  return null
}

function withDuration(errors: readonly ErrorTextFact[], text: string): readonly ErrorTextFact[] {
  const seconds = durationIn(text)
  if (seconds === null) return errors
  return errors.map((error) => (error.message.includes('DurationSeconds') ? { ...error, requestedDuration: seconds } : error))
}

/** CloudFormation says that it failed, or passes on a service's answer. */
const ofStack =
  /\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\bROLLBACK_|\bHandlerErrorCode: |\bResource handler returned message\b|\bAPI: [a-z]\w+/i

const withStack = (errors: readonly ErrorTextFact[], text: string): readonly ErrorTextFact[] =>
  ofStack.test(text) ? errors.map((error) => ({ ...error, isOfStack: true })) : errors

/** The errors in a text that was copied from a terminal, the console or a log. */
export function errorTexts(pasted: string): readonly ErrorTextFact[] {
  const text = withoutBreaks(withoutFrame(withoutConciseView(pasted)))
  return withStack(withDuration(withRole(errorsIn(text), text), text), text)
}

/** Up to the quote that closes the one before the error. */
function withoutClosing(message: string, before: string): string {
  const closing = before === '“' ? '”' : before
  const end = /["'`”]/.test(closing) ? message.search(new RegExp(`${closing}[.,]?(?:\\n|$)`)) : -1
  return end > 0 ? message.slice(0, end) : message
}

function errorsIn(text: string): readonly ErrorTextFact[] {
  const named = [...text.matchAll(called)].map(
    ({ 1: code = null, 2: operation = null, 3: message = '', index }): ErrorTextFact => ({
      kind: 'error-text',
      code,
      operation,
      message: onOneLine(withoutPersonalLines(withoutClosing(message, text[index - 1] ?? ''))),
    }),
  )
  const unnamed = unnamedErrors(named.length > 0 ? withoutCalls(text) : text).map((error) => ({
    ...error,
    message: withoutMarkup(error.message),
  }))
  if (named.length === 0) return unnamed.length > 0 ? unnamed : enclosedErrors(text)
  return [...named, ...unnamed]
}
