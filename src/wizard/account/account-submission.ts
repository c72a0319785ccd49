import type { QueryClient } from '@tanstack/react-query'
import type { Connection, ConnectionRequest } from '#core/connection.ts'
import type { Vendor } from '#core/vendor.ts'
import { createConnection, rememberConnection } from '../api/connection.ts'
import type { Answer } from '../api/request.ts'
import { ownErrors, serverErrors } from './account-errors.ts'
import type { AccountError, AccountField, AccountForm } from './account-form.ts'
import { readAccountForm } from './account-rules.ts'

/** What was sent, and what the server said to it. */
export type Sent = { readonly request: ConnectionRequest; readonly form: AccountForm }

type Shown = {
  readonly vendor: Vendor
  readonly now: AccountForm
  /** The fields that were wrong when Continue was pressed. */
  readonly refusedFields: readonly AccountField[]
  readonly sent: Sent | undefined
  readonly answer: Answer<Connection> | undefined
}

/** What is to be mended before the next attempt: first what we see ourselves, then what the server saw. */
function errors({ vendor, now, refusedFields, sent, answer }: Shown): readonly AccountError[] {
  const reading = readAccountForm(now, vendor)
  const own = reading.kind === 'refused' ? ownErrors(reading.issues, refusedFields) : []
  if (own.length > 0 || sent === undefined || answer === undefined || answer.kind === 'answer') return own
  return serverErrors(answer, sent.form, now)
}

async function send(client: QueryClient, request: ConnectionRequest): Promise<Answer<Connection>> {
  const answer = await createConnection(request)
  if (answer.kind === 'answer') rememberConnection(client, answer.value)
  return answer
}

/** Everything that pressing Continue takes. */
export const accountSubmission = { read: readAccountForm, errors, send }
