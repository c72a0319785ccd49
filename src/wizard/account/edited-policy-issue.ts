import { readEditedPolicy } from '#core/connection/edited-policy.ts'
import type { Finding, Path } from '#core/policy/form/finding.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import { findingsLanguage } from '#wizard/words/findings.ts'
import { policyEditorWords as words } from '#wizard/words/policy-editor.ts'
import { refusalMessage } from '#wizard/words/refusals.ts'
import type { AccountIssue } from './account-form.ts'

/** The place that AWS would refuse, or the statement around it. */
const isAbout = ({ path }: Finding, refused: Path): boolean => refused.every((step, at) => path[at] === step)

/** Why AWS would refuse an edited policy, with the place where the linter knows it. */
export function editedPolicyIssue(text: string, code: string): AccountIssue {
  const reading = readEditedPolicy(text)
  const [fault] = reading.kind === 'refused' ? reading.faults : []
  const errors = lintPermissionsPolicy(text, { attachment: 'inline' }, findingsLanguage()).filter(({ severity }) => severity === 'error')
  const found = fault === undefined ? undefined : errors.find((finding) => isAbout(finding, fault.path))
  return {
    field: 'permissionsPolicy',
    code,
    message: words.refused(found?.range?.start ?? null, found?.message ?? refusalMessage(code)),
  }
}
