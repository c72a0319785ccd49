import { readArn } from '#core/aws/arn.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import type { Call } from '#simulation/aws/call.ts'
import { currentRole, roleKey } from '#simulation/aws/roles.ts'

type Scope = Pick<Call, 'world' | 'partition'>

const roleResource = /^(?:role\/(?:.*\/)?|assumed-role\/)([\w+=,.@-]+)(?:\/[\w+=,.@-]+)?$/

/** Accounts are always there; roles must have been created, and of users there is one. */
function identityExists({ world, partition }: Scope, accountId: string, resource: string): boolean {
  if (resource === 'root' || resource === 'user/Administrator') return true
  const isSession = resource.startsWith('assumed-role/')
  const roleName = (isSession ? /^assumed-role\/([^/]+)\// : /^role\/(?:.*\/)?([^/]+)$/).exec(resource)?.[1]
  if (roleName === undefined || !roleResource.test(resource)) return false
  return currentRole(world, roleKey({ partition, accountId, roleName }))?.roleName === roleName
}

function isAwsPrincipal(scope: Scope, principal: string): boolean {
  if (principal === '*' || /^\d{12}$/.test(principal)) return true
  const arn = readArn(principal)
  if (arn?.partition !== scope.partition || !/^(iam|sts)$/.test(arn.service) || arn.region !== '') return false
  return /^\d{12}$/.test(arn.accountId) && identityExists(scope, arn.accountId, arn.resource)
}

/** The kinds of principal, and the word that IAM has for each in an error. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const principalKinds: Readonly<Record<string, { readonly word: string; readonly isValid: (scope: Scope, principal: string) => boolean }>> =
  {
    AWS: { word: 'AWS', isValid: isAwsPrincipal },
    Service: { word: 'SERVICE', isValid: (_, principal) => /^[\w.-]+\.amazonaws\.(com(\.cn)?|eu)$/.test(principal) },
    Federated: { word: 'FEDERATED', isValid: (_, principal) => principal !== '*' && principal !== '' },
  }

/** Null where every principal exists. */
export function invalidPrincipal(scope: Scope, document: PolicyDocument): string | null {
  const named = listOf(document.Statement).flatMap(({ Principal }) =>
    typeof Principal === 'object'
      ? Object.entries(Principal).flatMap(([kind, values]) => listOf(values).map((value) => ({ kind, value })))
      : [],
  )
  const invalid = named.find(({ kind, value }) => !(Object.hasOwn(principalKinds, kind) && principalKinds[kind]?.isValid(scope, value)))
  if (invalid === undefined) return null
  return `Invalid principal in policy: "${principalKinds[invalid.kind]?.word ?? invalid.kind}":"${invalid.value}"`
}
