import { refusalMessage } from '#core/connection/refusals.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { failureMessages } from '#wizard/api/failure-messages.ts'
import { failureText } from '#wizard/api/failure-text.ts'
import type { Failure } from '#wizard/api/request.ts'
import type { AccountError, AccountField, AccountForm, AccountIssue } from './account-form.ts'
import { accountField } from './account-rules.ts'

/** What is wrong now, of the fields that were wrong when Continue was pressed: errors go as they are mended and none comes while typing. */
export function ownErrors(issues: readonly AccountIssue[], refusedFields: readonly AccountField[]): AccountError[] {
  return issues
    .filter(({ field }) => refusedFields.includes(field))
    .map(({ field, code, message }) => ({ field, message: message ?? refusalMessage(code, currentLanguage().code) }))
}

function saidByServer(failure: Failure): AccountError[] {
  if (failure.kind !== 'problem') return [{ field: null, message: failureText(failure) }]
  const { code, issues = [] } = failure.problem
  if (code === 'external-id-taken') return [{ field: 'externalId', message: localized(failureMessages).problems[code] }]
  if (issues.length === 0) return [{ field: null, message: failureText(failure) }]
  return issues.map((issue) => ({ field: accountField(issue.path), message: refusalMessage(issue.code, currentLanguage().code) }))
}

function typedIn(form: AccountForm, field: AccountField): string | boolean | undefined {
  if (field === 'accountId' || field === 'externalId' || field === 'region' || field === 'permissionsPolicy') return form[field]
  if (field === 'role.path' || field === 'role.permissionsBoundary' || field === 'role.tags' || field === 'role.maxSessionDuration')
    return JSON.stringify(form.role)
  const [kind, setId = '', parameterId = ''] = field.split('.')
  return kind === 'chosen' ? form.chosen[setId] : form.parameters[setId]?.[parameterId]
}

/** What the server refused, as long as the field still says what was sent. */
export function serverErrors(failure: Failure, sent: AccountForm, now: AccountForm): AccountError[] {
  return saidByServer(failure).filter(({ field }) => field === null || typedIn(sent, field) === typedIn(now, field))
}
