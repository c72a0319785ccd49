import type { ConnectionRequest } from '#core/connection/connection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { createConnection } from '#wizard/api/connection.ts'
import type { AccountForm } from './account-form.ts'
import { type Attempt, readAccountForm } from './account-rules.ts'
import {
  adoptExternalId,
  type FormValues,
  isProposed,
  keepClaim,
  keepReplacement,
  proposeExternalId,
  replaceExternalId,
} from './adopted-external-id.ts'
import { policyQuestion } from './policy-question.ts'

type Sent = NonNullable<Attempt['sent']>

async function send(form: AccountForm, vendor: Vendor, terms: ConnectionRequest): Promise<Sent> {
  const answer = await createConnection(terms)
  if (answer.kind !== 'answer') return { form, answer }
  const { externalId } = answer.value
  keepClaim(form)
  if (vendor.externalId.mode !== 'chosen' || externalId === terms.externalId) return { form, answer }
  keepReplacement(form, externalId)
  return { form: { ...form, externalId }, answer }
}

const isTaken = ({ answer }: Sent): boolean => answer.kind === 'problem' && answer.problem.code === 'external-id-taken'

/**
 * A claim that was made before leads to its connection, also after a rotation. Otherwise nothing was made with a proposed ID, so a new one
 * takes its place. Every other ID is left to the customer.
 */
async function claim(form: AccountForm, vendor: Vendor, terms: ConnectionRequest): Promise<Sent> {
  const sent = await send(form, vendor, terms)
  if (!isTaken(sent) || vendor.externalId.mode !== 'chosen' || !isProposed(form.externalId)) return sent
  const externalId = proposeExternalId()
  return send({ ...form, externalId }, vendor, { ...terms, externalId })
}

/** Asks the rules, and where they accept the form, the server. */
async function attemptWith(form: AccountForm, vendor: Vendor): Promise<Attempt> {
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'refused') return { refusedFields: reading.issues.map(({ field }) => field), sent: null, question: null }
  const question = await policyQuestion(form, vendor)
  if (question !== null) return { refusedFields: [], sent: null, question }
  return { refusedFields: [], sent: await claim(form, vendor, reading.terms), question }
}

/** The form then holds what was sent, and an external ID that replaced it. */
export async function attempt(form: FormValues, vendor: Vendor): Promise<Attempt> {
  adoptExternalId(form, vendor, null)
  const result = await attemptWith(form.getValues(), vendor)
  if (result.sent !== null) replaceExternalId(form, result.sent.form.externalId)
  return result
}
