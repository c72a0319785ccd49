import type { PolicyDocument } from '#core/policy/document.ts'
import { evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { behaviourOf } from './accounts.ts'
import type { Caller } from './caller.ts'
import { readPolicy } from './policy-text.ts'
import { propagatedRole } from './roles.ts'
import type { World } from './world.ts'

type Asked = { readonly action: string; readonly resource: string; readonly context?: Readonly<Record<string, string | readonly string[]>> }

type Permission = { readonly kind: 'allowed' } | { readonly kind: 'denied'; readonly isExplicit: boolean; readonly reason: string }

const everything: PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

function identityPolicies(world: World, caller: Caller): readonly PolicyDocument[] {
  if (caller.kind === 'administrator') return [everything]
  const role = propagatedRole(world, caller.roleKey)
  return Object.values(role?.inlinePolicies ?? {}).flatMap((text) => readPolicy(text) ?? [])
}

function sessionPolicies(caller: Caller): readonly PolicyDocument[] {
  const text = caller.kind === 'session' ? caller.session.sessionPolicy : null
  return text === null ? [everything] : [readPolicy(text) ?? []].flat()
}

function permissionBy(policies: readonly PolicyDocument[], words: string, asked: Asked): Permission {
  const evaluation = evaluateIdentityPolicies(policies, asked)
  if (evaluation === 'allowed') return { kind: 'allowed' }
  const isExplicit = evaluation === 'explicitly-denied'
  const reason = isExplicit
    ? `with an explicit deny in ${words}`
    : `because no ${words.replace(/^an? /, '')} allows the ${asked.action} action`
  return { kind: 'denied', isExplicit, reason }
}

/** AWS attaches one that allows everything, so a policy here only takes away. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
function organizationPolicies(world: World, { accountId }: Caller): readonly PolicyDocument[] {
  const { serviceControlPolicy } = behaviourOf(world, accountId)
  return serviceControlPolicy === undefined ? [everything] : [everything, serviceControlPolicy]
}

/**
 * The organization of the caller's account, the role's policies and the session's own policy must all allow; a Deny in any of
 * them is looked for, and told, before an Allow that is missing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function permission(world: World, caller: Caller, asked: Asked): Permission {
  const layers = [
    permissionBy(organizationPolicies(world, caller), 'a service control policy', asked),
    permissionBy(identityPolicies(world, caller), 'an identity-based policy', asked),
    permissionBy(sessionPolicies(caller), 'a session policy', asked),
  ]
  const denials = layers.filter((layer) => layer.kind === 'denied')
  return denials.find(({ isExplicit }) => isExplicit) ?? denials[0] ?? { kind: 'allowed' }
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
export const notAuthorized = (caller: Pick<Caller, 'arn'>, { action, resource }: Asked, reason = ''): string =>
  `User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resource}${reason === '' ? '' : ` ${reason}`}`
