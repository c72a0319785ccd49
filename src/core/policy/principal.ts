import { listOf, type PolicyStatement } from './document.ts'
import type { Caller, RequestContext } from './request-context.ts'
import type { Truth } from './truth.ts'

type Principal = NonNullable<PolicyStatement['Principal']>

const everyone = '*'

/** A service, an identity provider and an S3 canonical user are not who signs a call with AWS credentials. */
function awsPrincipals(principal: Principal): readonly string[] {
  if (typeof principal === 'string') return principal === everyone ? [everyone] : []
  return Object.hasOwn(principal, 'AWS') ? listOf(principal['AWS']) : []
}

/** Both name the account: every identity in it that its own policies allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
const accountNames = ({ partition, accountId }: Caller): string[] => [accountId, `arn:${partition}:iam::${accountId}:root`]

/** A role stands for its sessions. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles */
const ownNames = (caller: Caller, context: RequestContext): string[] => [caller.arn, ...(context('aws:PrincipalArn') ?? []).flat()]

/**
 * Compared as they stand: a wildcard is no part of a name, and a unique ID (AROA…, AIDA…) is all that is left of a
 * deleted principal, which nobody is again.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalMatches(principal: Principal, caller: Caller | null, context: RequestContext): boolean {
  const names = caller === null ? [] : [...accountNames(caller), ...ownNames(caller, context)]
  return awsPrincipals(principal).some((name) => name === everyone || names.includes(name))
}

/**
 * Everybody but those named. AWS "might validate the account first, then the role, and then the assumed-role user", so
 * who is named only in part may be meant or not.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function notPrincipalMatches(principal: Principal, caller: Caller | null, context: RequestContext): Truth {
  const named = awsPrincipals(principal)
  if (named.includes(everyone)) return false
  if (caller === null) return true
  const isAccountNamed = accountNames(caller).some((name) => named.includes(name))
  const isNamed = ownNames(caller, context).some((name) => named.includes(name))
  return isAccountNamed === isNamed ? !isNamed : 'unknown'
}
