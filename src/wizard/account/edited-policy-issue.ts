import { narrowingRules } from '#core/edited-policy.ts'
import { lintPermissionsPolicy } from '#core/lint/lint.ts'
import { say } from '../words/findings.ts'
import { policyEditorWords as words } from '../words/policy-editor.ts'
import { refusalMessage } from '../words/refusals.ts'
import type { AccountIssue } from './account-form.ts'

/** Why AWS would refuse an edited policy, with the place where the linter knows it. */
export function editedPolicyIssue(text: string, code: string): AccountIssue {
  const found = lintPermissionsPolicy(text, { attachment: 'inline' }, say).find(
    ({ severity, rule }) => severity === 'error' && !narrowingRules.includes(rule),
  )
  const message = found === undefined ? refusalMessage(code) : found.message
  return { field: 'permissionsPolicy', code, message: words.refused(found?.range?.start ?? null, message) }
}
