import { type ParameterKind, type PermissionCheck, type PermissionSet, parameterKinds } from '#core/connection/permission-set.ts'
import { placeholders } from '#core/connection/placeholders.ts'
import { namesAction } from '#core/policy/action-pattern.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found, oneOf, suggestion } from './spelling.ts'

/** The resource and the permission that each call needs. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
const calls: Readonly<Record<PermissionCheck['call'], { readonly kind: ParameterKind; readonly action: string }>> = {
  's3-head-bucket': { kind: 's3-bucket', action: 's3:ListBucket' },
  's3-list-objects': { kind: 's3-bucket', action: 's3:ListBucket' },
}

/** Statements of the set that allow the action on what the parameter names, or on more. */
function allows({ statements }: PermissionSet, action: string, parameter: string): boolean {
  return statements.some(
    ({ actions, resources }) =>
      actions.some((pattern) => namesAction(pattern, action)) &&
      resources.some((resource) => placeholders(resource).includes(parameter) || /[*?]/.test(resource)),
  )
}

function checkSpots(set: PermissionSet, { call, parameter }: PermissionCheck): readonly ConfigSpot[] {
  const ids = set.parameters.map(({ id }) => id)
  const named = set.parameters.find(({ id }) => id === parameter)
  const { kind, action } = calls[call]
  if (named === undefined) {
    const allowed = ids.length === 0 ? 'The set has no parameters: declare one of the kind "s3-bucket".' : `Use ${oneOf(ids)}.`
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
  const example = `{ "sid": "Find", "actions": ["${action}"], "resources": ["arn:{{partition}}:s3:::{{${parameter}}}"] }`
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
