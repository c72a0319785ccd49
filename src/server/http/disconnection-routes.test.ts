import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { DisconnectionRecord } from '#core/connection/disconnection.ts'
import { ApiProblem } from '#core/connection/problem.ts'
import { Vendor } from '#core/connection/vendor.ts'
import type { Sts } from '#core/verify/sts.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { stsDouble } from '#server/aws/sts-double.test-data.ts'
import { createLog } from '#server/config/log.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, asked, capturedLog } from './app-double.test-data.ts'

/** A customer with a verified connection. */
async function connected(choices: Parameters<typeof appDouble>[0] = {}) {
  const double = appDouble({ vendorApi, ...choices })
  const token = await double.signIn()
  const connection = await double.connect(token)
  double.roles.set(connection.roleArn, connection.externalId)
  const at = `/api/connections/${connection.id}`
  const verify = () => double.send('POST', `${at}/verify`, { token, body: {} })
  await verify()
  const record = async (method = 'DELETE', path = at, by = token) =>
    DisconnectionRecord.parse(await (await double.send(method, path, { token: by })).json())
  return { ...double, token, connection, at, verify, record }
}

const codeOf = async (response: Response) => ApiProblem.parse(await response.json()).code

test('says that the removal is not confirmed while AWS still lets the role be assumed, and dates it once AWS does not', async () => {
  const { clock, roles, connection, at, record, send, token } = await connected()
  const { id: connectionId, roleArn } = connection
  const requestedAt = '2026-11-22T08:00:00.000Z'
  const open = { connectionId, roleArn, status: 'disconnecting', requestedAt, disconnectedAt: null }
  expect(await record()).toMatchObject({ ...open, check: { outcome: 'allowed' }, deniedSince: null, nextCheckInMs: 5000 })
  clock.ms += 5000
  roles.delete(roleArn)
  const denied = { check: { outcome: 'denied' }, deniedSince: '2026-11-22T08:00:05.000Z' }
  expect(await record()).toMatchObject({ ...open, ...denied, nextCheckInMs: 10_000 })
  expect(await record('GET', `${at}/disconnection`)).toMatchObject({ ...open, ...denied })
  expect(Connection.parse(await (await send('GET', at, { token })).json()).disconnection).toMatchObject({ requestedAt, ...denied })
  clock.ms += 10_000
  const ended = { ...open, ...denied, status: 'disconnected', disconnectedAt: '2026-11-22T08:00:15.000Z', nextCheckInMs: null }
  expect(await record()).toMatchObject(ended)
  clock.ms += 60_000
  expect([await record(), await record('GET', `${at}/disconnection`)]).toMatchObject([ended, ended])
  expect((await send('GET', at, { token })).status).toBe(404)
})

const several = Vendor.parse({ ...demoVendor, additionalApplicationRoles: [{ name: 'OldApplication' }] })
const untried = ['arn:aws:iam::111122223333:role/OldApplication']

test.each(['customer', 'vendor'] as const)(
  'ends no connection by denials of one of several application roles, until the %s says that the role is deleted',
  async (confirmedBy) => {
    const { clock, roles, connection, at, record, checkDue, registry } = await connected({ vendor: several })
    const path = confirmedBy === 'customer' ? at : `/api/vendor${at.slice(4)}`
    const by = confirmedBy === 'customer' ? undefined : await vendorToken()
    const confirm = () => record('DELETE', `${path}?roleDeleted=true`, by)
    expect(await confirm()).toMatchObject({ status: 'disconnecting', check: { outcome: 'allowed' } })
    roles.delete(connection.roleArn)
    clock.ms += 5000
    expect(await confirm()).toMatchObject({ status: 'disconnecting', check: { outcome: 'denied', untried } })
    clock.ms += 10_000
    expect(await record()).toMatchObject({ status: 'disconnecting', needsConfirmation: true, check: { outcome: 'denied', untried } })
    clock.ms += 60_000
    expect([(await checkDue()).checked, (await record()).status]).toEqual([1, 'disconnecting'])
    expect(await confirm()).toMatchObject({ status: 'disconnected', confirmedBy, check: { untried } })
    expect((await registry.ofAnyTenant(connection.id))?.connection.disconnection).toMatchObject({ confirmedBy, check: { untried } })
  },
)

test('says to repeat a confirmation that no check could take, because another copy checks the connection', async () => {
  const { clock, roles, connection, at, record, send, token, registry } = await connected({ vendor: several, longestRequestMs: 14_900 })
  roles.delete(connection.roleArn)
  await record()
  clock.ms += 10_000
  expect((await record()).needsConfirmation).toBe(true)
  clock.ms += 10_000
  const lease = { holder: 'another copy', now: new Date(clock.ms).toISOString(), until: new Date(clock.ms + 60_000).toISOString() }
  await registry.leases.take(connection.id, lease)
  for (const [path, by] of [
    [at, token],
    [`/api/vendor${at.slice(4)}`, await vendorToken()],
  ] as const) {
    const response = await send('DELETE', `${path}?roleDeleted=true`, { token: by })
    expect([response.status, response.headers.get('retry-after'), await codeOf(response)]).toEqual([429, '5', 'rate-limited'])
  }
  await registry.leases.release(connection.id, 'another copy')
  expect(await record('DELETE', `${at}?roleDeleted=true`)).toMatchObject({ status: 'disconnected', confirmedBy: 'customer' })
})

const refusal = { kind: 'refused', code: 'Throttling', hint: null, requestId: 'request-1' } as const

/** A connection of several application roles whose end needs a confirmation. The test can have AWS throttle, and the limits delay checks. */
async function unconfirmed(choices: Parameters<typeof appDouble>[0] = {}) {
  const state = { isThrottled: false, isDelayed: false, gate: Promise.resolve() }
  const roles = new Map<string, string>()
  const double = stsDouble({ roles })
  const assumeRole: Sts['assumeRole'] = async (call) => {
    await state.gate
    return state.isThrottled ? refusal : double.sts.assumeRole(call)
  }
  const sts = { ...double, sts: { ...double.sts, assumeRole } }
  const checksPerTenantAndAccount = async () =>
    state.isDelayed ? ({ kind: 'refused', retryAfterSeconds: 600 } as const) : ({ kind: 'allowed' } as const)
  const app = await connected({ vendor: several, sts, limits: { checksPerTenantAndAccount }, ...choices })
  await app.record()
  app.clock.ms += 10_000
  expect((await app.record()).needsConfirmation).toBe(true)
  app.clock.ms += 10_000
  const confirm = async () => {
    const response = await app.send('DELETE', `${app.at}?roleDeleted=true`, { token: app.token })
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() }
  }
  return { ...app, state, confirm }
}

test('says why no check could take a confirmation, and when to repeat it, if checks are limited', async () => {
  const { state, confirm } = await unconfirmed()
  state.isDelayed = true
  const detail = 'The limit for checks of this AWS account is reached, so the confirmation isn’t saved. Repeat the request in 600 s.'
  expect(await confirm()).toMatchObject({ status: 429, retryAfter: '600', body: { code: 'rate-limited', detail } })
  state.isDelayed = false
  expect(await confirm()).toMatchObject({ status: 200, body: { status: 'disconnected', confirmedBy: 'customer' } })
})

test.each(['throttles', 'responds too late'] as const)('says of each confirmation that it isn’t saved while AWS %s', async (how) => {
  const { state, clock, confirm, record } = await unconfirmed(how === 'throttles' ? {} : { longestCheckMs: 1000 })
  let release = () => {}
  if (how === 'throttles') state.isThrottled = true
  else
    state.gate = new Promise((open) => {
      release = open
    })
  const body = {
    code: 'rate-limited',
    detail: 'The check has no clear result, so the confirmation isn’t saved. Repeat the request in 5 s.',
  }
  for (const _ of [1, 2]) {
    expect(await confirm()).toMatchObject({ status: 429, retryAfter: '5', body })
    clock.ms += 5000
  }
  state.isThrottled = false
  state.gate = Promise.resolve()
  release()
  expect(await record()).toMatchObject({ status: 'disconnecting', needsConfirmation: true })
  expect(await confirm()).toMatchObject({ status: 200, body: { status: 'disconnected', confirmedBy: 'customer' } })
})

test('takes a confirmation that comes while requests without one check the connection', async () => {
  const { clock, roles, connection, at, record } = await connected({ vendor: several })
  roles.delete(connection.roleArn)
  await record()
  clock.ms += 10_000
  await record()
  clock.ms += 10_000
  const [, confirmed] = await Promise.all([record(), record('DELETE', `${at}?roleDeleted=true`), record(), record()])
  expect(confirmed).toMatchObject({ status: 'disconnected', confirmedBy: 'customer' })
})

test('takes no word for a deleted role while AWS lets it be assumed, or once the connection is kept', async () => {
  const { clock, roles, connection, at, record, send, token } = await connected({ vendor: several })
  roles.delete(connection.roleArn)
  await record()
  clock.ms += 10_000
  expect((await record()).needsConfirmation).toBe(true)
  roles.set(connection.roleArn, connection.externalId)
  clock.ms += 10_000
  expect(await record('DELETE', `${at}?roleDeleted=true`)).toMatchObject({ status: 'disconnecting', check: { outcome: 'allowed' } })
  await send('DELETE', `${at}/disconnection`, { token })
  expect((await send('GET', at, { token })).status).toBe(200)
})

test('never assigns the external ID of a disconnected connection again', async () => {
  const { clock, roles, connection, record, send, signIn, token } = await connected()
  roles.delete(connection.roleArn)
  await record()
  clock.ms += 10_000
  expect((await record()).status).toBe('disconnected')
  for (const by of [token, await signIn()])
    expect(await codeOf(await send('POST', '/api/connections', { token: by, body: asked }))).toBe('external-id-taken')
})

test('neither verifies a role that is being removed nor signs a receipt for it', async () => {
  const { verify, record, send, at, connection, token } = await connected()
  await record()
  const vendor = await vendorToken()
  for (const response of [
    await verify(),
    await send('GET', `${at}/receipt`, { token }),
    await send('POST', `/api/vendor/connections/${connection.id}/verify`, { token: vendor, body: {} }),
    await send('GET', `/api/vendor/connections/${connection.id}/receipt`, { token: vendor }),
  ])
    expect([response.status, await codeOf(response)]).toEqual([409, 'disconnecting'])
})

test('keeps a connection whose removal is not confirmed, and verifies it again', async () => {
  const { clock, verify, record, send, at, connection, token } = await connected()
  await record()
  const kept = await send('DELETE', `${at}/disconnection`, { token })
  expect([kept.status, await kept.json()]).toEqual([200, connection])
  expect(await codeOf(await send('GET', `${at}/disconnection`, { token }))).toBe('not-disconnecting')
  clock.ms += 5000
  expect(await (await verify()).json()).toMatchObject({ kind: 'verified' })
  expect((await send('DELETE', `${at}/disconnection`, { token })).status).toBe(200)
})

test.each(['customer', 'vendor'] as const)('tells the vendor once that the %s began to disconnect, before it tells the end', async (by) => {
  const { clock, roles, connection, record, at, registry } = await connected()
  const repeat = by === 'customer' ? () => record() : async () => record('DELETE', `/api/vendor${at.slice(4)}`, await vendorToken())
  const told = async () => (await registry.events.list({ status: 'pending', after: null, limit: 10 }))?.events.map(({ type }) => type)
  const before = ['connection.created', 'connection.verified', 'connection.disconnecting']
  clock.ms += 1000
  expect([(await repeat()).status, await told()]).toEqual(['disconnecting', before])
  clock.ms += 5000
  roles.delete(connection.roleArn)
  expect([(await repeat()).status, await told()]).toEqual(['disconnecting', before])
  clock.ms += 10_000
  expect([(await repeat()).status, await told()]).toEqual(['disconnected', [...before, 'connection.disconnected']])
})

test('tells the vendor that a role is verified again once the customer keeps its connection, without waiting for the next check', async () => {
  const { clock, verify, record, send, at, token, registry } = await connected()
  const told = async () => (await registry.events.list({ status: 'pending', after: null, limit: 10 }))?.events.map(({ type }) => type)
  clock.ms += 1000
  await record()
  await send('DELETE', `${at}/disconnection`, { token })
  clock.ms += 1
  const kept = ['connection.created', 'connection.verified', 'connection.disconnecting']
  expect(await told()).toEqual(kept)
  expect(await (await verify()).json()).toMatchObject({ kind: 'verified' })
  expect(await told()).toEqual([...kept, 'connection.recovered'])
  await verify()
  expect(await told()).toEqual([...kept, 'connection.recovered'])
})

test('goes on without requests, until the schedule finds the role gone', async () => {
  const { clock, roles, connection, record, checkDue, at } = await connected()
  await record()
  const later = async (minutes: number) => {
    clock.ms += minutes * 60_000
    return (await checkDue()).checked
  }
  expect([await later(1), (await record('GET', `${at}/disconnection`)).check?.outcome]).toEqual([1, 'allowed'])
  roles.delete(connection.roleArn)
  expect([await later(1), await later(1), await later(60)]).toEqual([1, 1, 0])
  expect(await record('GET', `${at}/disconnection`)).toMatchObject({ status: 'disconnected', disconnectedAt: '2026-11-22T08:03:00.000Z' })
})

test('lets the vendor disconnect a connection with the same record, and shows it in the list', async () => {
  const { clock, roles, connection, record, send, at } = await connected()
  const token = await vendorToken()
  const path = `/api/vendor/connections/${connection.id}`
  expect(await record('DELETE', path, token)).toEqual(await record('GET', `${at}/disconnection`))
  expect(await (await send('GET', path, { token })).json()).toMatchObject({ disconnection: { check: { outcome: 'allowed' } } })
  roles.delete(connection.roleArn)
  clock.ms += 5000
  await record('DELETE', path, token)
  clock.ms += 10_000
  expect(await record('DELETE', path, token)).toMatchObject({ status: 'disconnected' })
  const list = await send('GET', '/api/vendor/connections?status=disconnected', { token })
  expect(await list.json()).toMatchObject({ connections: [{ id: connection.id, disconnectedAt: '2026-11-22T08:00:15.000Z' }] })
  const history = await (await send('GET', `${path}/history`, { token })).json()
  expect(history.entries.map(({ kind }: { kind: string }) => kind)).toEqual(['claimed', 'verdict', 'disconnect-requested', 'disconnected'])
})

test('keeps the connections of other tenants from being disconnected, read or kept', async () => {
  const { at, record, send, signIn, registry, connection } = await connected()
  const other = await signIn()
  const all = [
    ['DELETE', at],
    ['GET', `${at}/disconnection`],
    ['DELETE', `${at}/disconnection`],
  ] as const
  for (const [method, path] of all) expect((await send(method, path, { token: other })).status).toBe(404)
  expect((await registry.ofAnyTenant(connection.id))?.connection.disconnection).toBeUndefined()
  await record()
  for (const [method, path] of all) expect((await send(method, path, { token: other })).status).toBe(404)
  expect((await registry.ofAnyTenant(connection.id))?.connection.disconnection?.check?.outcome).toBe('allowed')
  expect((await send('DELETE', '/api/connections/absent', { token: other })).status).toBe(404)
})

test('writes each step into the audit log once', async () => {
  const log = capturedLog()
  const { clock, roles, connection, record, send, at, token } = await connected({ log: createLog('info', log.stream) })
  await record()
  await record()
  await send('DELETE', `${at}/disconnection`, { token })
  roles.delete(connection.roleArn)
  await record()
  clock.ms += 10_000
  await record()
  await record()
  const audited = log
    .text()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ audit, removal }) => audit === true && removal !== undefined)
  expect(audited.map(({ action, removal }) => [action, removal])).toEqual([
    ['connection.disconnected', 'requested'],
    ['connection.changed', 'canceled'],
    ['connection.disconnected', 'requested'],
    ['connection.disconnected', 'confirmed'],
  ])
  expect(log.text()).not.toContain(connection.externalId)
})

test('deletes the record of a disconnected connection, and of no other', async () => {
  const { clock, roles, connection, record, send, token } = await connected()
  const vendor = await vendorToken({ scope: 'tenants:delete' })
  const path = `/api/vendor/connections/${connection.id}/record`
  const remove = () => send('DELETE', path, { token: vendor })
  const detail = 'Only a disconnected connection can be deleted. DELETE /api/vendor/connections/:id starts the disconnection.'
  expect(await (await remove()).json()).toMatchObject({ code: 'not-disconnecting', detail })
  roles.delete(connection.roleArn)
  await record()
  expect(await codeOf(await remove())).toBe('disconnecting')
  clock.ms += 10_000
  expect((await record()).status).toBe('disconnected')
  expect(await (await remove()).json()).toEqual({ connectionId: connection.id })
  expect(await codeOf(await remove())).toBe('not-found')
  expect((await send('GET', `/api/connections/${connection.id}/disconnection`, { token })).status).toBe(404)
  expect(await codeOf(await send('POST', '/api/connections', { token, body: asked }))).toBe('external-id-taken')
})
