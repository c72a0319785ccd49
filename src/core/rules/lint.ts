import { anyPolicyRules } from '#core/policy/form/every-policy-rules.ts'
import type { Finding } from '#core/policy/form/finding.ts'
import { lintText } from '#core/policy/form/lint-text.ts'
import { hostingRules } from './hosting/hosting-rules.ts'
import type { PermissionsContext } from './permissions/permissions-rule.ts'
import { permissionsRules } from './permissions/permissions-rules.ts'
import { trustRules } from './trust/trust-rules.ts'
import { trustFix } from './trust-fix.ts'
import { intendedPolicy, type TrustContext, trustSubject } from './trust-subject.ts'

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
export function lintHostingPolicy(text: string, language = 'en'): Finding[] {
  return lintText(text, { language, rules: [...anyPolicyRules, ...hostingRules], subject: (view) => view })
}
