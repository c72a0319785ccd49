import { edited } from '#core/policy/form/edit.ts'
import { lintText } from '#core/policy/form/lint-text.ts'
import type { Finding, Match, Rule } from '#core/policy/form/rule.ts'
import { type JsonValue, jsonText } from '#core/policy/json/json-node.ts'
import type { HostingContext, HostingRule } from './hosting/assumable-roles.ts'
import { hostingRules } from './hosting/hosting-rules.ts'
import type { PermissionsContext } from './permissions/permissions-rule.ts'
import { identityFormRules, permissionsRules } from './permissions/permissions-rules.ts'
import { allowsCalls, ownCalls } from './trust/tried-calls.ts'
import { anyPolicyRules, trustRules } from './trust/trust-rules.ts'
import { isSafe } from './trust-signature.ts'
import { intendedPolicy, readTrustPolicy, type TrustContext, type TrustSubject, trustSubject, withStatement } from './trust-subject.ts'

/** A longer text is replaced as a whole. */
const editedMaximum = 20_000

/** Later places first, so that what goes from a list does not move what is still to go. */
function editedDocument(spots: readonly Match[], { value, text }: TrustSubject): JsonValue | null {
  if (text.length > editedMaximum || !spots.every(({ fix }) => fix !== undefined)) return null
  return spots.toReversed().reduce<JsonValue>((document, { fix = [] }) => edited(document, fix), value)
}

/** Roles of the customer's own account that may assume this one stay allowed, without the external ID if they need none. */
function withOwnRoles(intended: JsonValue | null, calls: ReturnType<typeof ownCalls>): JsonValue | null {
  if (intended === null || calls.length === 0) return null
  const [withId] = calls.filter(({ externalId }) => externalId !== undefined)
  const isIdNeeded = calls.every(({ externalId }) => externalId !== undefined)
  return withStatement(intended, {
    Effect: 'Allow',
    Principal: { AWS: [...new Set(calls.map(({ callerArn }) => callerArn))] },
    Action: 'sts:AssumeRole',
    ...(isIdNeeded ? { Condition: { StringEquals: { 'sts:ExternalId': withId?.externalId ?? '' } } } : {}),
  })
}

/**
 * The document with all that the rule found fixed: by its edits where they make a safe policy of it, otherwise the
 * policy that the context asks for. Null where neither is safe, or where it locks a role out that may assume this one.
 */
function trustFix(rule: Rule<TrustSubject>, spots: readonly Match[], subject: TrustSubject): JsonValue | null {
  if (spots.length === 0) return null
  const ofOwnRoles = ownCalls(subject)
  const isRight = (value: JsonValue | null): boolean => {
    const after = value === null ? null : readTrustPolicy(jsonText(value), subject.context)
    return after !== null && isSafe(after.signature) && rule.check(after).length === 0 && allowsCalls(after, ofOwnRoles)
  }
  // A finding without a fix needs no other policy.
  const intended = rule.severity === 'info' ? null : subject.intended
  const candidates = [editedDocument(spots, subject), intended, withOwnRoles(intended, ofOwnRoles)]
  return candidates.find(isRight) ?? null
}

/** What is wrong with the trust policy of an account access role. Never throws, whatever the text is. */
export function lintTrustPolicy(text: string, context: TrustContext, language = 'en'): Finding[] {
  return lintText(text, {
    language,
    rules: trustRules,
    subject: (view) => trustSubject(view, context),
    fixed: trustFix,
    otherwise: intendedPolicy(context, context.partition ?? 'aws'),
  })
}

/** What is wrong with the permissions policy of an account access role. Never throws, whatever the text is. */
export function lintPermissionsPolicy(text: string, context: PermissionsContext = {}, language = 'en'): Finding[] {
  return lintText(text, { language, rules: [...anyPolicyRules, ...permissionsRules], subject: (view) => ({ ...view, context }) })
}

/** What is wrong with the permissions policy of the application role, on the vendor's side. Never throws, whatever the text is. */
export function lintHostingPolicy(text: string, language = 'en', context: HostingContext = null): Finding[] {
  const attached = { attachment: 'inline', partition: context?.assumableRoles[0]?.split(':')[1] } as const
  const formRules = identityFormRules.map((rule): HostingRule => ({ ...rule, check: (view) => rule.check({ ...view, context: attached }) }))
  return lintText(text, { language, rules: [...anyPolicyRules, ...formRules, ...hostingRules], subject: (view) => ({ ...view, context }) })
}
