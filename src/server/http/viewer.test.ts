import { expect, test } from 'vitest'
import { Problem } from '#core/connection/problem.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { launch, launched } from '#server/sessions/launch.test-data.ts'
import { appDouble, asked } from './app-double.test-data.ts'
import { problemsOf } from './operation.ts'
import { operations } from './operations/operations.ts'

/** Operations other than GET that change nothing for a viewer. */
const harmless = ['openSession', 'endSession', 'verifyConnection']

async function connected() {
  const double = appDouble({ launch })
  const editor = await launched(double)
  const connection = await double.connect(editor.token)
  const handoff = await (await double.send('POST', `/api/connections/${connection.id}/handoff`, { token: editor.token, body: {} })).json()
  const viewer = await launched(double, { role: 'viewer' })
  return { ...double, connection, handoffId: String(handoff.handoff.id), editor: editor.token, viewer: viewer.token }
}

const ofTenants = operations.filter(({ access }) => access !== 'vendor')

test.each(ofTenants.filter(({ method, id }) => method !== 'get' && !harmless.includes(id)))(
  'a viewer is denied $method $path',
  async (operation) => {
    const { method, path } = operation
    const { send, connection, handoffId, viewer, editor } = await connected()
    const at = path.replace(':id', path.startsWith('/api/handoffs') ? handoffId : connection.id)
    const state = async () => [
      await (await send('GET', '/api/connections', { token: editor })).json(),
      await (await send('GET', '/api/handoffs', { token: editor })).json(),
    ]
    const before = await state()
    const response = await send(method.toUpperCase(), at, { token: viewer, body: { ...asked, kind: 'asked', draft: {}, accounts: [] } })
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([403, 'viewer-cannot-change'])
    expect(await state()).toEqual(before)
    expect(problemsOf(operation)).toContain('viewer-cannot-change')
  },
)

test.each(ofTenants.filter(({ method, access }) => method === 'get' && access !== 'anyone'))(
  'a viewer may $method $path',
  async ({ path }) => {
    const { send, connection, handoffId, viewer } = await connected()
    const at = path.replace(':id', path.startsWith('/api/handoffs') ? handoffId : connection.id)
    const response = await send('GET', at, { token: viewer })
    expect([200, 409]).toContain(response.status)
  },
)

test('a viewer sees the stored verdict and starts no verification', async () => {
  const { send, sts, roles, connection, editor, viewer } = await connected()
  const path = `/api/connections/${connection.id}/verify`
  const none = await send('POST', path, { token: viewer, body: { now: true } })
  expect([none.status, Problem.parse(await none.json()).code]).toEqual([403, 'viewer-cannot-change'])
  expect(sts.calls).toEqual([])
  roles.set(connection.roleArn, connection.externalId)
  const verdict = Verdict.parse(await (await send('POST', path, { token: editor })).json())
  const calls = sts.calls.length
  expect(Verdict.parse(await (await send('POST', path, { token: viewer, body: { now: true } })).json())).toEqual(verdict)
  expect(sts.calls).toHaveLength(calls)
})

test('a viewer gets the receipt of the stored verdict, and starts no check when it is too old or from the future', async () => {
  const { send, sts, roles, clock, connection, editor, viewer } = await connected()
  roles.set(connection.roleArn, connection.externalId)
  await send('POST', `/api/connections/${connection.id}/verify`, { token: editor })
  const calls = sts.calls.length
  const receipt = () => send('GET', `/api/connections/${connection.id}/receipt`, { token: viewer })
  expect((await receipt()).status).toBe(200)
  for (const ms of [10 * 60_000, -60 * 60_000]) {
    clock.ms += ms
    expect(Problem.parse(await (await receipt()).json()).code).toBe('not-verified')
  }
  expect(sts.calls).toHaveLength(calls)
})

test('a viewer can end the session', async () => {
  const { send, viewer } = await connected()
  expect((await send('DELETE', '/api/sessions/current', { token: viewer })).status).toBe(204)
  expect((await send('GET', '/api/connections', { token: viewer })).status).toBe(401)
})
