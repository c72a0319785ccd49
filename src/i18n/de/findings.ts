import { severityMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import './pasted/application.ts'
import './pasted/attached-policies.ts'
import './pasted/descriptions.ts'
import './pasted/creation.ts'
import './pasted/diagnosis.ts'
import './pasted/documents.ts'
import './pasted/policy-errors.ts'
import './pasted/identity-providers.ts'
import './pasted/other-calls.ts'
import './pasted/refusals.ts'
import './pasted/role-denials.ts'
import './pasted/role.ts'
import './pasted/sessions.ts'
import './pasted/terminal.ts'
import './pasted/tool-configuration.ts'
import './pasted/source-faults.ts'
import './pasted/trust-external-id.ts'
import './pasted/trust-principals.ts'
import './pasted/assessments.ts'
import './pasted/scans.ts'
import './pasted/vendor-failures.ts'
import './rules/permissions-form.ts'
import './rules/templates.ts'
import './rules/permissions-reach.ts'
import './rules/syntax.ts'
import './rules/trust-conditions.ts'
import './rules/trust-external-id.ts'
import './rules/trust-principals.ts'

severityMessages.translate('de', {
  error: 'Fehler',
  critical: 'Kritisch',
  high: 'Hoch',
  medium: 'Mittel',
  warning: 'Warnung',
  info: 'Hinweis',
})
