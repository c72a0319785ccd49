import type { Connection } from '#core/connection/connection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { createConnection } from '#wizard/api/connection.ts'
import type { Answer } from '#wizard/api/request.ts'
import { ownErrors, serverErrors } from './account-errors.ts'
import type { AccountError, AccountField, AccountForm } from './account-form.ts'
import { readAccountForm } from './account-rules.ts'

/** What came of pressing Continue. */
export type Attempt = {
  /** The fields that were wrong. */
  readonly refusedFields: readonly AccountField[]
  /** What the server said to which form, where it was asked. */
  readonly sent: { readonly form: AccountForm; readonly answer: Answer<Connection> } | null
}

/** What is to be mended before the next attempt: first what we see ourselves, then what the server saw. */
function errors({ refusedFields, sent }: Attempt, now: AccountForm, vendor: Vendor): readonly AccountError[] {
  const reading = readAccountForm(now, vendor)
  const own = reading.kind === 'refused' ? ownErrors(reading.issues, refusedFields) : []
  if (own.length > 0 || sent === null || sent.answer.kind === 'answer') return own
  return serverErrors(sent.answer, sent.form, now)
}

/** What the rules say, and where they have nothing against it, what the server says. */
async function attempt(form: AccountForm, vendor: Vendor): Promise<Attempt> {
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'refused') return { refusedFields: reading.issues.map(({ field }) => field), sent: null }
  return { refusedFields: [], sent: { form, answer: await createConnection(reading.terms) } }
}

/** Everything that pressing Continue takes. */
export const accountSubmission = { attempt, errors }
