import { localized } from '#i18n/language.ts'
import { failureMessages } from './failure-messages.ts'
import type { Failure } from './request.ts'

/** Why a request to our own server brought nothing, as a sentence. */
export function failureText(failure: Failure): string {
  const words = localized(failureMessages)
  if (failure.kind === 'unreachable') return words.unreachable
  if (failure.kind === 'unreadable') return words.unreadable
  if (failure.problem.code !== 'rate-limited') return words.problems[failure.problem.code]
  return words.rateLimited(failure.retryAfterMs === null ? null : Math.ceil(failure.retryAfterMs / 1000))
}
