import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { unwrapped } from './json-text.ts'
import type { PermissionsPolicyFact, TrustPolicyFact } from './pasted-fact.ts'

const isTrusting = ({ Principal, NotPrincipal }: PolicyStatement): boolean => Principal !== undefined || NotPrincipal !== undefined
const isOnResources = ({ Resource, NotResource }: PolicyStatement): boolean => Resource !== undefined || NotResource !== undefined

/** A policy document, encoded as often as it may be. */
export function policyDocument(value: unknown): PolicyDocument | null {
  const parsed = PolicyDocument.safeParse(unwrapped(value))
  return parsed.success ? parsed.data : null
}

/** A trust policy names who, a permissions policy names what; a policy that names both is that of a resource. */
export function policyFact(document: PolicyDocument, policyName: string | null): TrustPolicyFact | PermissionsPolicyFact | null {
  const statements = listOf(document.Statement)
  if (statements.length === 0) return null
  if (statements.some(isTrusting)) return statements.some(isOnResources) ? null : { kind: 'trust-policy', document }
  if (statements.some(isOnResources)) return { kind: 'permissions-policy', policyName, document }
  const isAboutSts = statements.every(({ Action }) => listOf(Action).some((action) => /^sts:/i.test(action)))
  return isAboutSts ? { kind: 'trust-policy', document } : { kind: 'permissions-policy', policyName, document }
}
