import { errorMarkers } from './error-markers.ts'
import type { ErrorTextFact } from './pasted-fact.ts'

// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html and the form of botocore's ClientError.
const called =
  /An error occurred \(([\w.]+)\) when calling the (\w+) operation(?: \(reached max retries: \d+\))?:\s*([^\n]+(?:\n(?!\s*(?:\$|An error occurred))[^\n]+)*)/g

/** Terraform draws a line beside its errors. */
const withoutFrame = (text: string): string => text.replace(/^[│╷╵][ \t]?/gm, '')

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

const onOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')

/**
 * What the console shows in the place of an answer. Its words are in the language of the user; the action and who may not
 * do it are the same in all. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function consoleDenial(text: string): ErrorTextFact | null {
  const [, user] = /^\p{L}[^\n:]{1,40}: *(arn:[\w-]+:(?:iam|sts)::\d{12}:(?:user|assumed-role)\S*)$/mu.exec(text) ?? []
  const [, action, rest = ''] = /^\p{L}[^\n:]{1,40}: *([a-z][\w-]*:[A-Z]\w+)$([\s\S]{0,1000})/mu.exec(text) ?? []
  if (user === undefined || action === undefined) return null
  const message = `User: ${user} is not authorized to perform: ${action} ${onOneLine(rest)}`
  return { kind: 'error-text', code: 'AccessDenied', operation: null, message }
}

function unnamedError(text: string): ErrorTextFact | null {
  for (const { code, pattern } of errorMarkers) {
    const [message] = pattern.exec(text) ?? []
    if (message !== undefined) return { kind: 'error-text', code, operation: null, message: onOneLine(message) }
  }
  return consoleDenial(text)
}

/** The errors in a text that was copied from a terminal, the console or a log. */
export function errorTexts(pasted: string): readonly ErrorTextFact[] {
  const text = withoutBreaks(withoutFrame(pasted))
  const named = [...text.matchAll(called)].map(
    ([, code = null, operation = null, message = '']): ErrorTextFact => ({
      kind: 'error-text',
      code,
      operation,
      message: onOneLine(message),
    }),
  )
  if (named.length > 0) return named
  const unnamed = unnamedError(text)
  return unnamed === null ? [] : [unnamed]
}
