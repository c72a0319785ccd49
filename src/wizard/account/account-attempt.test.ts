import { createFormControl } from 'react-hook-form'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { GivenHandoff } from '#core/connection/handoff.ts'
import { RotationRecord } from '#core/connection/rotation.ts'
import { Session } from '#core/connection/session.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { appDouble, asked } from '#server/http/app-double.test-data.ts'
import { replaceTransport } from '#ui/browser/transport.ts'
import { tabSession } from '#wizard/app/kept-session.ts'
import { attempt } from './account-attempt.ts'
import { randomBytes } from './account-draft.ts'
import { type AccountForm, emptyAccountForm } from './account-form.ts'
import { remainingErrors } from './account-rules.ts'
import { proposeExternalId } from './adopted-external-id.ts'

const Listed = z.object({ connections: z.array(z.object({ id: z.string(), accountId: z.string() })) })

const { app, clock, roles, send } = appDouble()
clock.ms = Date.now()
replaceTransport(async (address, init) => app.request(`/${address}`, init))

function formOf(accountId: string, externalId: string) {
  const form = createFormControl<AccountForm>({
    defaultValues: {
      ...emptyAccountForm(vendor, randomBytes),
      accountId,
      externalId,
      parameters: { readSourceImages: { sourceBuckets: 'acme-uploads' } },
    },
  })
  // A form that isn't mounted always reads its default values.
  form.control._state.mount = true
  return form
}

/** Continue on the account screen, in one tab. */
async function proceed(accountId: string, externalId: string) {
  const form = formOf(accountId, externalId)
  const result = await attempt(form, vendor)
  const connection = result.sent?.answer.kind === 'answer' ? result.sent.answer.value : null
  const errors = remainingErrors(result, form.getValues(), vendor).map(({ field }) => field)
  return { connection, errors, shown: form.getValues('externalId') }
}

const ofServer = (method: string, path: string, body: unknown = {}) => send(method, path, { token: tabSession()?.token ?? '', body })

/** The connection is verified, and its role then accepts the new external ID alone. */
async function rotate({ id, roleArn, externalId }: Connection): Promise<string> {
  const verify = () => ofServer('POST', `/api/connections/${id}/verify`)
  roles.set(roleArn, (given) => given === externalId)
  await verify()
  const { newExternalId } = RotationRecord.parse(await (await ofServer('POST', `/api/connections/${id}/rotation`)).json())
  roles.set(roleArn, (given) => given === newExternalId)
  clock.ms += 5000
  await verify()
  return newExternalId
}

function made(connection: Connection | null): Connection {
  if (connection === null) throw new Error('No connection')
  return connection
}

const idsOf = async (accountId: string) => {
  const listed: unknown = await (await send('GET', '/api/connections', { token: tabSession()?.token ?? '' })).json()
  const { connections } = Listed.parse(listed)
  return connections.filter((each) => each.accountId === accountId).map(({ id }) => id)
}

test('a typed external ID that another account has gets an error, and stays as it was typed', async () => {
  const typed = 'acme-production-2026-k7Qm2vK9'
  expect((await proceed('444455556666', typed)).connection).toMatchObject({ externalId: typed })
  expect(await proceed('555566667777', typed)).toEqual({ connection: null, errors: ['externalId'], shown: typed })
})

test('a proposed external ID that another account has is replaced', async () => {
  const proposed = proposeExternalId()
  await proceed('666677778888', proposed)
  const second = await proceed('777788889999', proposed)
  expect(second).toMatchObject({ errors: [], connection: { accountId: '777788889999', externalId: second.shown } })
  expect(second.shown).not.toBe(proposed)
})

test('a proposed external ID that another tab has used is replaced', async () => {
  const proposed = proposeExternalId()
  await ofServer('POST', '/api/connections', { ...asked, accountId: '888899990000', externalId: proposed })
  const answer = await proceed('999900001111', proposed)
  expect(answer.connection).toMatchObject({ accountId: '999900001111' })
  expect(answer.shown).not.toBe(proposed)
})

test.each([
  ['proposed', proposeExternalId(), '121212121212'],
  ['typed', 'acme-staging-2026-v3TpXz8m', '131313131313'],
])('a %s external ID that was rotated leads to the same connection', async (_, before, accountId) => {
  const connection = made((await proceed(accountId, before)).connection)
  const newExternalId = await rotate(connection)
  const again = await proceed(accountId, before)
  expect(again).toMatchObject({ errors: [], shown: newExternalId, connection: { id: connection.id, externalId: newExternalId } })
  expect(await idsOf(accountId)).toEqual([connection.id])
})

test('a proposed external ID of a disconnected connection is replaced, since nothing has it', async () => {
  const proposed = proposeExternalId()
  const { id } = made((await proceed('141414141414', proposed)).connection)
  await ofServer('DELETE', `/api/connections/${id}`)
  clock.ms += 10_000
  await ofServer('DELETE', `/api/connections/${id}`)
  const again = await proceed('141414141414', proposed)
  expect(again.connection?.id).not.toBe(id)
  expect(again.shown).not.toBe(proposed)
})

test('a proposed external ID that a colleague claimed and that was rotated since leads to the connection of the colleague', async () => {
  const proposed = proposeExternalId()
  const accountId = '151515151515'
  const draft = { ...asked, accountId, externalId: proposed }
  const given = GivenHandoff.parse(await (await ofServer('POST', '/api/handoffs', { draft })).json())
  const opening = await send('POST', '/api/sessions', { body: { handoffToken: given.token } })
  const { token: guest } = Session.parse(await opening.json())
  const connection = Connection.parse(await (await send('POST', '/api/connections', { token: guest, body: draft })).json())
  const newExternalId = await rotate(connection)
  const sender = await proceed(accountId, proposed)
  expect(sender).toMatchObject({ errors: [], shown: newExternalId, connection: { id: connection.id, externalId: newExternalId } })
  expect(await idsOf(accountId)).toEqual([connection.id])
  const other = await proceed('161616161616', newExternalId)
  expect(other).toMatchObject({ errors: [], connection: { accountId: '161616161616' } })
  expect([proposed, newExternalId]).not.toContain(other.shown)
})
