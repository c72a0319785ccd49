import { type CheckPlace, checkArn } from '#core/checks/aws-check.ts'
import { awsCheck } from '#core/checks/checks.ts'
import type { RequestedCheck } from '#core/connection/role-policies.ts'
import type { PolicyStatement } from '#core/policy/document.ts'

/**
 * A session policy has at most 2,048 characters, and a packed form with a limit of its own that only AWS knows: it answers with how much
 * of it was used. Half of the characters leaves room for both. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
const longestPolicy = 1024

/** One permission on resources, as ARNs. */
export type Permission = { readonly action: string; readonly arns: readonly string[] }

const policyText = (Statement: readonly PolicyStatement[]): string => JSON.stringify({ Version: '2012-10-17', Statement })

/** For a session that makes no call. */
export const noPermissions = policyText([{ Effect: 'Deny', Action: '*', Resource: '*' }])

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)]

/**
 * Allows the calls and nothing else. Where the ARNs do not fit, the actions are allowed on all resources. A session never has more than
 * its role. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session
 */
export function sessionPolicy(permissions: readonly Permission[]): string {
  if (permissions.length === 0) return noPermissions
  const actions = unique(permissions.map(({ action }) => action))
  const arnsOf = (action: string) => unique(permissions.flatMap((one) => (one.action === action ? one.arns : [])))
  const exact = policyText(actions.map((action) => ({ Effect: 'Allow', Action: action, Resource: [...arnsOf(action)] })))
  return exact.length <= longestPolicy ? exact : policyText([{ Effect: 'Allow', Action: [...actions], Resource: '*' }])
}

/** The permissions that the checks of a connection need. */
export function checkPermissions(requested: readonly RequestedCheck[], place: CheckPlace): readonly Permission[] {
  return requested.flatMap(({ call, resource }) => {
    const check = awsCheck(call)
    return check === undefined ? [] : [{ action: check.action, arns: [checkArn(check, resource, place)] }]
  })
}
