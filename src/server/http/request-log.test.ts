import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Problem } from '#core/connection/problem.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { createLog } from '#server/config/log.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { launch, launched, launchToken } from '#server/sessions/launch.test-data.ts'
import { appDouble, asked, capturedLog } from './app-double.test-data.ts'
import { surviveRequests } from './app-fuzz.test-data.ts'
import { operations } from './operations/operations.ts'

const tenant = 'tenant-in-clear'
const tenantName = 'Name in Clear'

type Choices = NonNullable<Parameters<typeof appDouble>[0]>

/** An app of one launched tenant, with its log. */
async function logging(choices: Choices = {}) {
  const logged = capturedLog()
  const double = appDouble({ launch, log: createLog('trace', logged.stream), ...choices })
  const { token } = await launched(double, { sub: tenant, name: tenantName })
  const lines = () =>
    logged
      .text()
      .trim()
      .split('\n')
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))
  const audit = () => lines().filter((line) => line['audit'] === true)
  return { ...double, token, text: logged.text, lines, audit }
}

test('says of a verification which tenant, connection and trace it belongs to, and what was found', async () => {
  const { send, connect, token, lines } = await logging()
  const { id: connectionId } = await connect(token)
  await send('POST', `/api/connections/${connectionId}/verify`, { token })
  expect(lines().findLast(({ msg }) => msg === 'answered')).toMatchObject({
    route: '/api/connections/:id/verify',
    status: 200,
    tenant: sha256Hex(`launched:${tenant}`).slice(0, 16),
    role: 'editor',
    connectionId,
    verdict: 'waiting',
    diagnosis: 'propagating',
    traceId: expect.stringMatching(/^[\da-f]{32}$/),
  })
})

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

test.each([`00-${traceId}-00f067aa0ba902b7-01`, `cc-${traceId}-00f067aa0ba902b7-01-more`])(
  'continues the trace of %s in the log, the response and the problem',
  async (traceparent) => {
    const { app, lines } = await logging()
    const response = await app.request('/api/nothing', { headers: { traceparent } })
    expect(Problem.parse(await response.json()).traceId).toBe(traceId)
    expect(response.headers.get('traceresponse')).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-00$`))
    expect(lines().at(-1)).toMatchObject({ traceId })
  },
)

test.each([
  '',
  'anything',
  `00-${traceId}-0000000000000000-01`,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `ff-${traceId}-00f067aa0ba902b7-01`,
  `00-${traceId}-00f067aa0ba902b7-01-more`,
  `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
])('begins a trace of its own instead of %j', async (traceparent) => {
  const { app } = await logging()
  const problems = await Promise.all([1, 2].map(() => app.request('/api/nothing', { headers: { traceparent } })))
  const [one, two] = problems.map(({ headers }) => headers.get('traceresponse')?.slice(3, 35))
  expect(one).toMatch(/^[\da-f]{32}$/)
  expect(await problems[0]?.json()).not.toHaveProperty('traceId')
  expect([traceId, two]).not.toContain(one)
})

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** The secret in the URL and in headers of requests that no route expects. */
const misplaced = (secret: string) => [
  ...methods.map(
    (method) =>
      new Request(`http://localhost/api/connections/${secret}?token=${secret}`, { method, headers: { Authorization: `Bearer ${secret}` } }),
  ),
  new Request(`http://localhost/${secret}`, { headers: { 'User-Agent': secret, Referer: secret, traceparent: secret, Cookie: secret } }),
]

const bodies = [asked, { permissions: asked.permissions }, { accounts: [asked], permissions: {} }, { externalId: 7 }, '{"externalId":']

/** Every operation with this connection in its path and every body, but for the one that ends the session. */
const everything = (id: string) =>
  operations
    .filter(({ path }) => !path.endsWith('/current'))
    .flatMap(({ method, path }) =>
      (method === 'get' ? [undefined] : bodies).map((body) => ({ method: method.toUpperCase(), path: path.replace(':id', id), body })),
    )

test('logs no external ID, credentials or tenant in clear, whatever is requested', async () => {
  const { app, send, connect, token, text, lines } = await logging()
  const used = await launchToken({ sub: tenant, name: tenantName })
  const { id } = await connect(token)
  const guestOf = async (path: string, body: unknown) => {
    const given = z.object({ token: z.string() }).parse(await (await send('POST', path, { token, body })).json())
    const opened = await send('POST', '/api/sessions', { body: { handoffToken: given.token } })
    return [given.token, z.object({ token: z.string() }).parse(await opened.json()).token] as const
  }
  const handedOff = await guestOf(`/api/connections/${id}/handoff`, { purpose: 'create-role', note: 'note-in-clear' })
  const draft = { accountId: asked.accountId, region: asked.region, externalId: 'the-draft-external-id', permissions: asked.permissions }
  const drafted = await guestOf('/api/handoffs', { draft, note: 'note-in-clear' })
  const secrets = [token, used, ...handedOff, ...drafted, asked.externalId, 'the-draft-external-id']
  for (const body of [{ launchToken: used }, { launchToken: used }, { launchToken: 'not-a-token' }, { handoffToken: 'no-handoff' }])
    await send('POST', '/api/sessions', { body })
  for (const request of secrets.flatMap(misplaced)) await app.request(request)
  for (const by of [token, handedOff[1], drafted[1]])
    for (const { method, path, body } of everything(id)) await send(method, path, { token: by, body })
  expect(lines().length).toBeGreaterThan(200)
  for (const secret of [...secrets, tenant, tenantName, 'note-in-clear', asked.accountId, 'acme-uploads', 'not-a-token', 'no-handoff'])
    expect(text()).not.toContain(secret)
})

test('logs no external ID when something breaks', async () => {
  const registry = libsqlRegistry(':memory:')
  const failing = async () => {
    throw Object.assign(new Error(`duplicate key ${asked.externalId} of ${tenant}`), { detail: asked.externalId })
  }
  const { send, token, text, lines } = await logging({ registry: { ...registry, claim: failing } })
  const response = await send('POST', '/api/connections', { token, body: asked })
  const { status, traceId } = Problem.parse(await response.json())
  expect(status).toBe(500)
  const errors = lines().filter(({ level }) => level === 50)
  expect(errors).toEqual([expect.objectContaining({ name: 'Error', tenant: expect.any(String), traceId })])
  for (const secret of [asked.externalId, tenant]) expect(text()).not.toContain(secret)
})

test('logs nothing of arbitrary requests', async () => {
  const logged = capturedLog()
  await surviveRequests(600, { log: createLog('trace', logged.stream) })
  expect(logged.text().split('\n').length).toBeGreaterThan(600)
  for (const secret of [asked.externalId, asked.accountId, 'acme-uploads']) expect(logged.text()).not.toContain(secret)
})

test('every operation that can change something is in the audit log', () => {
  const missing = operations.filter(({ method, audit }) => method !== 'get' && audit === undefined)
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('writes down who claimed, changed, handed off and verified, in order', async () => {
  const { send, connect, token, audit, clock } = await logging()
  const { id: connectionId } = await connect(token)
  await send('PUT', `/api/connections/${connectionId}/permissions`, { token, body: { permissions: asked.permissions } })
  const body = { purpose: 'create-role', note: '' }
  const link = z
    .object({ token: z.string() })
    .parse(await (await send('POST', `/api/connections/${connectionId}/handoff`, { token, body })).json())
  const opened = await send('POST', '/api/sessions', { body: { handoffToken: link.token } })
  const guest = z.object({ token: z.string() }).parse(await opened.json())
  await send('POST', `/api/connections/${connectionId}/verify`, { token: guest.token })
  clock.ms += 1
  await send('POST', `/api/connections/${connectionId}/verify`, { token })
  await send('POST', '/api/connections', { token, body: { ...asked, accountId: '123' } })
  await send('DELETE', '/api/sessions/current', { token })
  const by = { tenant: sha256Hex(`launched:${tenant}`).slice(0, 16), role: 'editor', sessionId: expect.any(String) }
  const { sessionId: _, ...launchedBy } = by
  const colleague = { tenant: by.tenant, role: 'colleague', handoff: expect.stringMatching(/^[\da-f]{16}$/) }
  expect(audit()).toEqual([
    expect.objectContaining({ action: 'session.opened', ...launchedBy }),
    expect.objectContaining({ action: 'connection.claimed', ...by, connectionId }),
    expect.objectContaining({ action: 'connection.changed', ...by, connectionId }),
    expect.objectContaining({ action: 'connection.handed-off', ...by, connectionId, handoff: colleague.handoff }),
    expect.objectContaining({ action: 'session.opened', ...colleague }),
    expect.objectContaining({ action: 'connection.verified', ...colleague, connectionId, verdict: 'waiting' }),
    expect.objectContaining({ action: 'session.ended', ...by }),
  ])
})

test.each([
  ['warn', true, 1],
  ['error', true, 1],
  ['silent', true, 0],
  ['warn', false, 0],
] as const)('at the level %s, where the audit log is kept: %s, writes %d entry', (level, isAuditKept, count) => {
  const logged = capturedLog()
  const log = createLog(level, logged.stream, { isAuditKept })
  log.info({ audit: true, action: 'connection.claimed' }, 'audit')
  log.info({}, 'answered')
  expect(
    logged
      .text()
      .split('\n')
      .filter((line) => line !== ''),
  ).toHaveLength(count)
})

test('redacts a secret that is logged', () => {
  const logged = capturedLog()
  createLog('info', logged.stream).info({ token: 'one-secret', connection: { externalId: 'two-secret' } }, 'words')
  expect(logged.text()).toContain('[redacted]')
  expect(logged.text()).not.toMatch(/one-secret|two-secret/)
})
