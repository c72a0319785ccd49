import { Connection, type ConnectionRequest } from '#core/connection/connection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { createConnection } from '#wizard/api/connection.ts'
import { requestInSession } from '#wizard/api/session.ts'
import type { AccountForm } from './account-form.ts'
import { type Attempt, readAccountForm } from './account-rules.ts'
import {
  adoptExternalId,
  claimedConnection,
  type FormValues,
  isProposed,
  keepClaim,
  proposeExternalId,
  replaceExternalId,
} from './adopted-external-id.ts'
import { policyQuestion } from './policy-question.ts'

type Sent = NonNullable<Attempt['sent']>

async function send(form: AccountForm, terms: ConnectionRequest): Promise<Sent> {
  const answer = await createConnection(terms)
  if (answer.kind === 'answer') keepClaim(form, answer.value.id)
  return { form, answer }
}

const isTaken = ({ answer }: Sent): boolean => answer.kind === 'problem' && answer.problem.code === 'external-id-taken'

type Held = { readonly kind: 'held'; readonly externalId: string } | { readonly kind: 'none' } | { readonly kind: 'unknown' }

/** This tab's connection of the account, whose external ID was replaced since. */
async function heldByTab(form: AccountForm): Promise<Held> {
  const id = claimedConnection(form)
  if (id === null) return { kind: 'none' }
  const answer = await requestInSession({ method: 'GET', path: `api/connections/${encodeURIComponent(id)}`, schema: Connection })
  if (answer.kind === 'answer') return { kind: 'held', externalId: answer.value.externalId }
  return answer.kind === 'problem' && answer.problem.code === 'not-found' ? { kind: 'none' } : { kind: 'unknown' }
}

/** The next ID to try in place of one that is taken. Null where the customer is to decide. */
async function secondExternalId(form: AccountForm): Promise<string | null> {
  const held = await heldByTab(form)
  if (held.kind === 'held') return held.externalId
  return held.kind === 'none' && isProposed(form.externalId) ? proposeExternalId() : null
}

/**
 * A claim that this tab made before leads to its connection, also after a rotation. Otherwise nothing was made with a proposed ID, so a
 * new one takes its place. Every other ID is left to the customer.
 */
async function claim(form: AccountForm, vendor: Vendor, terms: ConnectionRequest): Promise<Sent> {
  const sent = await send(form, terms)
  if (!isTaken(sent) || vendor.externalId.mode !== 'chosen') return sent
  const externalId = await secondExternalId(form)
  return externalId === null ? sent : send({ ...form, externalId }, { ...terms, externalId })
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
export async function attempt(form: FormValues, vendor: Vendor): Promise<Attempt> {
  adoptExternalId(form, vendor, null)
  const result = await attemptWith(form.getValues(), vendor)
  if (result.sent !== null) replaceExternalId(form, result.sent.form.externalId)
  return result
}
