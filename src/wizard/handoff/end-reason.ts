import type { Failure } from '#wizard/api/request.ts'

/** Why a link opens nothing any more. */
export type EndedCode = 'handoff-expired' | 'handoff-revoked' | 'handoff-unknown'

/** Null for a failure that has nothing to do with the link. */
export function endedCode(failure: Failure): EndedCode | null {
  if (failure.kind !== 'problem') return null
  const { code } = failure.problem
  return code === 'handoff-expired' || code === 'handoff-revoked' || code === 'handoff-unknown' ? code : null
}
