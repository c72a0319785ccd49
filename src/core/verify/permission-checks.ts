import { codeMeaning } from '#core/checks/checks.ts'
import type { RequestedCheck } from '#core/connection/requested-checks.ts'
import type { PermissionCheckResult } from './probe-result.ts'
import type { AssumedSession, CheckAnswer } from './sts.ts'

function checkResult(requested: RequestedCheck, answer: CheckAnswer, at: string): PermissionCheckResult {
  const { requestId } = answer
  if (answer.kind === 'passed') return { ...requested, outcome: 'passed', requestId, at }
  const outcome = codeMeaning(requested.call, answer.code) === 'unknown' ? 'error' : 'failed'
  return { ...requested, outcome, code: answer.code, requestId, at }
}

const outOfTime: CheckAnswer = { kind: 'refused', code: 'CheckTimeout', hint: null, requestId: '' }

type Clock = { readonly now: () => Date; readonly deadlineMs: number }

/** All at once: no check depends on another. */
export async function permissionChecks(
  session: AssumedSession,
  requested: readonly RequestedCheck[],
  { now, deadlineMs }: Clock,
): Promise<PermissionCheckResult[]> {
  const isLate = now().getTime() >= deadlineMs
  return Promise.all(
    requested.map(async (check) =>
      checkResult(check, isLate ? outOfTime : await session.check(check.call, check.resource), now().toISOString()),
    ),
  )
}
