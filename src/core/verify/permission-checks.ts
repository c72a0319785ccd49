import type { ConnectionTerms } from '#core/connection/connection.ts'
import type { PermissionCheck } from '#core/connection/permission-set.ts'
import { chosenPermissionSets } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { listOf } from '#core/policy/document.ts'
import type { AssumedSession, CheckAnswer } from './sts.ts'
import type { PermissionCheckResult } from './verdict.ts'

export type AskedCheck = {
  readonly id: string
  readonly permissionSet: string
  readonly call: PermissionCheck['call']
  readonly resource: string
}

/** The vendor's checks of the chosen permission sets, one for each value of their parameter. */
export function askedChecks(terms: Pick<ConnectionTerms, 'permissions'>, vendor: Vendor): readonly AskedCheck[] {
  return chosenPermissionSets(terms, vendor).flatMap((set) =>
    set.checks.flatMap(({ id, call, parameter }) =>
      listOf(terms.permissions[set.id]?.[parameter]).map((resource) => ({ id, permissionSet: set.id, call, resource })),
    ),
  )
}

// Answers that speak of the permission or the resource. Any other code leaves the check open.
const failures =
  /^(AccessDenied|AccessDeniedException|Forbidden|403|AllAccessDisabled|NoSuch\w+|NotFound|404|ResourceNotFoundException|KMS\.\w+)$/

function checkResult(asked: AskedCheck, answer: CheckAnswer, at: string): PermissionCheckResult {
  const { requestId } = answer
  if (answer.kind === 'passed') return { ...asked, outcome: 'passed', requestId, at }
  return { ...asked, outcome: failures.test(answer.code) ? 'failed' : 'error', code: answer.code, requestId, at }
}

const outOfTime: CheckAnswer = { kind: 'refused', code: 'CheckTimeout', hint: null, requestId: '' }

type Clock = { readonly now: () => Date; readonly deadlineMs: number }

/** All at once: no check depends on another. */
export async function permissionChecks(
  session: AssumedSession,
  asked: readonly AskedCheck[],
  { now, deadlineMs }: Clock,
): Promise<PermissionCheckResult[]> {
  const isLate = now().getTime() >= deadlineMs
  return Promise.all(
    asked.map(async (check) =>
      checkResult(check, isLate ? outOfTime : await session.check(check.call, check.resource), now().toISOString()),
    ),
  )
}
