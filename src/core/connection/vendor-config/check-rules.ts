import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { awsCheck, checkIds } from '#core/checks/checks.ts'
import type { PermissionCheck, PermissionSet } from '#core/connection/permission-set.ts'
import { placeholders } from '#core/connection/placeholders.ts'
import { namesAction } from '#core/rules/action-pattern.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, oneOf, suggestion } from './spelling.ts'

/** Statements of the set that allow the action on what the parameter names, or on more. */
function allows({ statements }: PermissionSet, action: string, parameter: string): boolean {
  return statements.some(
    ({ actions, resources }) =>
      actions.some((pattern) => namesAction(pattern, action)) &&
      resources.some((resource) => placeholders(resource).includes(parameter) || /[*?]/.test(resource)),
  )
}

function checkSpots(set: PermissionSet, { call, parameter }: PermissionCheck): readonly ConfigSpot[] {
  const check = awsCheck(call)
  if (check === undefined) {
    const values = checkIds.map((id) => JSON.stringify(id)).join(', ')
    return [{ path: ['call'], message: `${found(call)} is not allowed here. Use one of ${values}.${suggestion(call, checkIds)}` }]
  }
  const ids = set.parameters.map(({ id }) => id)
  const named = set.parameters.find(({ id }) => id === parameter)
  const { parameter: kind, action, arn } = check
  if (named === undefined) {
    const allowed = ids.length === 0 ? `The set has no parameters: declare one of the kind "${kind}".` : `Use ${oneOf(ids)}.`
    return [
      {
        path: ['parameter'],
        message: `${found(parameter)} is not a parameter of this permission set. ${allowed}${suggestion(parameter, ids)}`,
      },
    ]
  }
  if (named.kind !== kind)
    return [
      {
        path: ['parameter'],
        message: `"${call}" is a check of a parameter of the kind "${kind}", and "${parameter}" is a "${named.kind}". Use a parameter of that kind (for example ${parameterKinds[kind].example}), or remove the check.`,
      },
    ]
  if (allows(set, action, parameter)) return []
  const example = `{ "sid": "Find", "actions": ["${action}"], "resources": ["${arn.replace('{{resource}}', `{{${parameter}}}`)}"] }`
  return [
    {
      path: ['call'],
      message: `"${call}" needs ${action} on {{${parameter}}}, which no statement of this set allows, so the check would always fail. Add ${example}.`,
    },
  ]
}

const brokenCheck: ConfigRule = {
  severity: 'error',
  check: ({ permissionSets }) =>
    permissionSets.flatMap((set, index) =>
      set.checks.flatMap((check, position) =>
        checkSpots(set, check).map(({ path, message }) => ({ path: ['permissionSets', index, 'checks', position, ...path], message })),
      ),
    ),
}

export const checkRules: readonly ConfigRule[] = [brokenCheck]
