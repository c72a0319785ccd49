import type { UseFormReturn } from 'react-hook-form'
import type { ConnectionRequest } from '#core/connection/connection.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { createConnection } from '#wizard/api/connection.ts'
import { randomBytes } from './account-draft.ts'
import type { AccountForm } from './account-form.ts'
import { type Attempt, readAccountForm } from './account-rules.ts'
import { adoptExternalId, isTyped, keepClaim, replaceExternalId } from './adopted-external-id.ts'
import { policyQuestion } from './policy-question.ts'

type Sent = NonNullable<Attempt['sent']>

async function send(form: AccountForm, terms: ConnectionRequest): Promise<Sent> {
  const answer = await createConnection(terms)
  if (answer.kind === 'answer') keepClaim(form)
  return { form, answer }
}

const isTaken = ({ answer }: Sent): boolean => answer.kind === 'problem' && answer.problem.code === 'external-id-taken'

/** Nothing was made with a proposed external ID yet, so where it is taken, a new one takes its place. A typed one is left to the customer. */
async function claim(form: AccountForm, vendor: Vendor, terms: ConnectionRequest): Promise<Sent> {
  const sent = await send(form, terms)
  if (!isTaken(sent) || vendor.externalId.mode !== 'chosen' || isTyped(form.externalId)) return sent
  const externalId = proposedExternalId(randomBytes)
  return send({ ...form, externalId }, { ...terms, externalId })
}

/** Asks the rules, and where they accept the form, the server. */
async function attemptWith(form: AccountForm, vendor: Vendor): Promise<Attempt> {
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'refused') return { refusedFields: reading.issues.map(({ field }) => field), sent: null, question: null }
  const question = await policyQuestion(form, vendor)
  if (question !== null) return { refusedFields: [], sent: null, question }
  return { refusedFields: [], sent: await claim(form, vendor, reading.terms), question }
}

/** The form then holds what was sent. */
export async function attempt(form: UseFormReturn<AccountForm>, vendor: Vendor): Promise<Attempt> {
  adoptExternalId(form, vendor, null)
  const result = await attemptWith(form.getValues(), vendor)
  if (result.sent !== null) replaceExternalId(form, result.sent.form.externalId)
  return result
}
