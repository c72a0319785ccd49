import type { Failure } from '../api/request.ts'
import { problemWords, shellWords } from './shell.ts'

/** Why a request to our own server brought nothing, as a sentence. */
export function failureWords(failure: Failure): string {
  if (failure.kind === 'unreachable') return shellWords.failure.unreachable
  if (failure.kind === 'unreadable') return shellWords.failure.unreadable
  if (failure.problem.code !== 'rate-limited') return problemWords[failure.problem.code]
  return shellWords.failure.rateLimited(failure.retryAfterMs === null ? null : Math.ceil(failure.retryAfterMs / 1000))
}
