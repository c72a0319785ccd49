import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { ApiProblem } from '#core/connection/problem.ts'
import { RotationRecord } from '#core/connection/rotation.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { createLog } from '#server/config/log.ts'
import type { Registry } from '#server/registry/registry.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, capturedLog, vendor } from './app-double.test-data.ts'

/** A customer with a verified connection. */
async function connected(choices: Parameters<typeof appDouble>[0] = {}, change: Readonly<Record<string, unknown>> = {}) {
  const double = appDouble({ vendorApi, ...choices })
  const { send, roles, clock } = double
  const token = await double.signIn()
  const connection = await double.connect(token, change)
  const { id, roleArn } = connection
  const [at, ofVendor] = [`/api/connections/${id}`, `/api/vendor/connections/${id}`]
  const accept = (...ids: readonly string[]) => roles.set(roleArn, (externalId) => externalId !== undefined && ids.includes(externalId))
  accept(connection.externalId)
  const start = async (path = at, by = token): Promise<RotationRecord> =>
    RotationRecord.parse(await (await send('POST', `${path}/rotation`, { token: by })).json())
  const found = async () => Connection.parse(await (await send('GET', at, { token })).json())
  const verifyAfter = async (seconds: number) => {
    clock.ms += seconds * 1000
    return Verdict.parse(await (await send('POST', `${at}/verify`, { token, body: {} })).json())
  }
  await verifyAfter(0)
  return { ...double, token, connection, at, ofVendor, accept, start, found, verifyAfter }
}

const codeOf = async (response: Response) => ApiProblem.parse(await response.json()).code

async function eventTypes(registry: Registry, id: string): Promise<readonly string[]> {
  const types: string[] = []
  for (;;) {
    const [event] = await registry.events.take({ now: '2026-11-25T08:00:00.000Z', until: '2026-11-25T08:01:00.000Z', limit: 1 })
    if (event === undefined) return types
    if (event.connectionId === id) types.push(event.type)
    await registry.events.settle(event, { kind: 'delivered', at: '2026-11-25T08:00:00.000Z' })
  }
}

const inMode = (mode: Vendor['externalId']['mode']): Vendor => ({ ...vendor, externalId: { mode, minimumLength: 16 } })
const twentyFour = '[0-9A-Za-z]{24}'

test.each(['chosen', 'chosen-with-suffix', 'issued'] as const)(
  'finds the connection by a repeated claim after each of two rotations in mode %s',
  async (mode) => {
    const change = mode === 'issued' ? { externalId: undefined } : { externalId: 'acme-k7Qm2vK9dRt4XwB8nZc5' }
    const { connection, accept, start, found, verifyAfter, connect, send, token } = await connected({ vendor: inMode(mode) }, change)
    for (let round = 0; round < 2; round += 1) {
      const { newExternalId } = await start()
      accept(newExternalId)
      for (let check = 0; check < 3; check += 1) await verifyAfter(11)
      expect(await found()).toMatchObject({ externalId: newExternalId })
      expect((await found()).rotation).toBeUndefined()
      expect(newExternalId).toMatch(
        mode === 'chosen-with-suffix' ? new RegExp(`^acme-k7Qm2vK9dRt4XwB8nZc5-${twentyFour}$`) : new RegExp(`^${twentyFour}$`),
      )
      expect(await connect(token, change)).toMatchObject({ id: connection.id, externalId: newExternalId })
    }
    expect((await (await send('GET', '/api/connections', { token })).json()).connections).toHaveLength(1)
  },
)

test('finds the connection by the whole external ID that a rotation has replaced, where words get a suffix', async () => {
  const { connection, accept, start, verifyAfter, connect, token } = await connected(
    { vendor: inMode('chosen-with-suffix') },
    { externalId: 'acme-prod' },
  )
  const { newExternalId } = await start()
  accept(newExternalId)
  for (let check = 0; check < 3; check += 1) await verifyAfter(11)
  expect(await connect(token, { externalId: connection.externalId })).toMatchObject({ id: connection.id, externalId: newExternalId })
  expect((await connect(token, { externalId: 'acme-test' })).id).not.toBe(connection.id)
})

const objectId = '507f1f77bcf86cd799439011'

test('makes one connection of words that end like a suffix, also after a rotation', async () => {
  const change = { externalId: `acme-${objectId}` }
  const { connection, accept, start, verifyAfter, connect, token } = await connected({ vendor: inMode('chosen-with-suffix') }, change)
  expect(connection.externalId).toMatch(new RegExp(`^acme-${objectId}-${twentyFour}$`))
  expect(await connect(token, change)).toMatchObject({ id: connection.id, externalId: connection.externalId })
  const { newExternalId } = await start()
  accept(newExternalId)
  for (let check = 0; check < 3; check += 1) await verifyAfter(11)
  expect(newExternalId).toMatch(new RegExp(`^acme-${objectId}-${twentyFour}$`))
  for (const externalId of [change.externalId, connection.externalId, newExternalId])
    expect(await connect(token, { externalId })).toMatchObject({ id: connection.id, externalId: newExternalId })
})

test('makes another connection of words that are those of an earlier one with 24 other characters', async () => {
  const { connection, accept, start, verifyAfter, connect, token, found } = await connected(
    { vendor: inMode('chosen-with-suffix') },
    { externalId: 'acme' },
  )
  const { newExternalId } = await start()
  accept(newExternalId)
  for (let check = 0; check < 3; check += 1) await verifyAfter(11)
  const before = await found()
  const other = await connect(token, { externalId: `acme-${objectId}`, region: 'eu-west-1' })
  expect(other.id).not.toBe(connection.id)
  expect(other.externalId).toMatch(new RegExp(`^acme-${objectId}-${twentyFour}$`))
  expect(await found()).toEqual(before)
  expect((await connect(token, { externalId: `acme-${objectId}` })).id).toBe(other.id)
  expect((await connect(token, { externalId: connection.externalId })).id).toBe(connection.id)
})

test('replaces an external ID with no moment in which the one in use is denied', async () => {
  const { connection, accept, start, found, verifyAfter, at, ofVendor, send, registry, token } = await connected()
  const { id, externalId: old } = connection
  const record = await start()
  expect(record).toMatchObject({ connectionId: id, stage: 'adding', externalId: old, oldExternalId: old, confirmedAt: null })
  expect(record.newExternalId).not.toBe(old)
  expect(await start()).toEqual(record)
  expect(await verifyAfter(5)).toMatchObject({ kind: 'verified', rotation: { stage: 'adding', outcome: 'denied' } })
  accept(old, record.newExternalId)
  expect(await verifyAfter(10)).toMatchObject({ kind: 'verified', rotation: { stage: 'adding', outcome: 'assumed' } })
  expect((await found()).externalId).toBe(old)
  expect(await verifyAfter(10)).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'assumed' } })
  expect(await found()).toMatchObject({ externalId: record.newExternalId, rotation: { externalId: old } })
  expect(await start()).toMatchObject({ stage: 'removing', externalId: record.newExternalId, oldExternalId: old })
  expect(await (await send('GET', ofVendor, { token: await vendorToken() })).json()).toMatchObject({
    externalId: record.newExternalId,
    verdict: { kind: 'verified', current: true },
  })
  accept(record.newExternalId)
  expect(await verifyAfter(10)).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'denied' } })
  const last = await verifyAfter(10)
  expect([last.kind, last.rotation]).toEqual(['verified', undefined])
  const { rotation, ...rotated } = await found()
  expect([rotation, rotated]).toEqual([undefined, { ...connection, externalId: record.newExternalId }])
  expect((await send('GET', `${at}/receipt`, { token })).status).toBe(200)
  expect(await eventTypes(registry, id)).toEqual([
    'connection.created',
    'connection.verified',
    'external-id.rotated',
    'external-id.rotated',
  ])
  const history = await (await send('GET', `${ofVendor}/history`, { token: await vendorToken() })).json()
  expect(history.entries.map(({ kind }: { kind: string }) => kind)).toEqual([
    'claimed',
    'verdict',
    'rotation-started',
    'verdict',
    'rotation-confirmed',
    'rotation-completed',
  ])
})

test('uses the new ID with the first check of a role that accepts it alone', async () => {
  const { accept, start, found, verifyAfter } = await connected()
  const { newExternalId } = await start()
  accept(newExternalId)
  expect(await verifyAfter(5)).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'denied' } })
  expect((await found()).externalId).toBe(newExternalId)
  expect(await verifyAfter(10)).not.toHaveProperty('rotation')
  expect(await found()).not.toHaveProperty('rotation')
})

test('goes on without requests: the schedule confirms the new ID and finds the old one denied', async () => {
  const { clock, connection, accept, start, found, checkDue } = await connected()
  const { newExternalId } = await start()
  const later = async (minutes: number) => {
    clock.ms += minutes * 60_000
    return (await checkDue()).checked
  }
  expect(await later(0)).toBe(1)
  accept(connection.externalId, newExternalId)
  expect([await later(6), await later(1), (await found()).externalId]).toEqual([1, 1, newExternalId])
  accept(newExternalId)
  expect([await later(10), await later(1)]).toEqual([1, 1])
  expect(await found()).not.toHaveProperty('rotation')
})

test('cancels a rotation until its new ID is confirmed, and never uses that ID again', async () => {
  const { connection, accept, start, found, verifyAfter, at, send, token } = await connected()
  const { newExternalId } = await start()
  const canceled = await send('DELETE', `${at}/rotation`, { token })
  const rotation = { externalId: newExternalId, canceledAt: expect.any(String) }
  expect([canceled.status, await canceled.json()]).toMatchObject([200, { ...connection, rotation }])
  expect((await send('DELETE', `${at}/rotation`, { token })).status).toBe(200)
  expect(await start()).toMatchObject({ stage: 'removing', externalId: connection.externalId, newExternalId })
  for (const seconds of [10, 10]) expect((await verifyAfter(seconds)).kind).toBe('verified')
  expect(await found()).toEqual(connection)
  const second = await start()
  expect(second.newExternalId).not.toBe(newExternalId)
  accept(second.newExternalId)
  await verifyAfter(10)
  expect(await codeOf(await send('DELETE', `${at}/rotation`, { token }))).toBe('rotation-confirmed')
  expect((await found()).externalId).toBe(second.newExternalId)
})

test('a canceled rotation is over, without an event, only once the role has denied the new ID in two checks', async () => {
  const { connection, accept, start, found, verifyAfter, at, ofVendor, send, token, registry } = await connected()
  const { newExternalId } = await start()
  accept(connection.externalId, newExternalId)
  await verifyAfter(5)
  await send('DELETE', `${at}/rotation`, { token })
  for (const seconds of [10, 10, 10])
    expect(await verifyAfter(seconds)).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'assumed' } })
  expect(await codeOf(await send('GET', `${at}/receipt`, { token }))).toBe('rotating')
  expect((await found()).externalId).toBe(connection.externalId)
  accept(connection.externalId)
  expect(await verifyAfter(10)).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'denied' } })
  expect(await found()).toHaveProperty('rotation')
  expect(await verifyAfter(10)).not.toHaveProperty('rotation')
  expect(await found()).toEqual(connection)
  expect((await send('GET', `${at}/receipt`, { token })).status).toBe(200)
  expect(await eventTypes(registry, connection.id)).toEqual(['connection.created', 'connection.verified'])
  const history = await (await send('GET', `${ofVendor}/history`, { token: await vendorToken() })).json()
  expect(history.entries.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'verdict')).toEqual([
    'claimed',
    'rotation-started',
    'rotation-canceled',
    'rotation-completed',
  ])
})

test('lets the vendor start and cancel a rotation with the scope for changes alone', async () => {
  const { start, found, ofVendor, send, connection } = await connected()
  const reader = await vendorToken({ scope: 'connections:read' })
  expect(await codeOf(await send('POST', `${ofVendor}/rotation`, { token: reader }))).toBe('insufficient-scope')
  const token = await vendorToken()
  const record = await start(ofVendor, token)
  expect([record, await start()]).toEqual([record, record])
  expect(await (await send('GET', ofVendor, { token })).json()).toMatchObject({
    externalId: connection.externalId,
    rotation: { externalId: record.newExternalId, confirmedAt: null },
  })
  expect((await send('DELETE', `${ofVendor}/rotation`, { token })).status).toBe(200)
  expect(await found()).toMatchObject({ ...connection, rotation: { externalId: record.newExternalId, canceledAt: expect.any(String) } })
})

test('signs no receipt while the role may accept two IDs, and rotates nothing that is being disconnected', async () => {
  const { start, at, ofVendor, send, token } = await connected()
  await start()
  expect(await codeOf(await send('GET', `${at}/receipt`, { token }))).toBe('rotating')
  expect(await codeOf(await send('GET', `${ofVendor}/receipt`, { token: await vendorToken() }))).toBe('rotating')
  await send('DELETE', `${at}/rotation`, { token })
  await send('DELETE', at, { token })
  for (const [path, by] of [
    [at, token],
    [ofVendor, await vendorToken()],
  ] as const)
    expect(await codeOf(await send('POST', `${path}/rotation`, { token: by }))).toBe('disconnecting')
})

test('cancels no rotation of a connection that is being disconnected, so that both IDs are tried until the role denies both', async () => {
  const { clock, connection, accept, start, found, at, ofVendor, send, token } = await connected()
  const { newExternalId } = await start()
  accept(connection.externalId, newExternalId)
  await send('DELETE', at, { token })
  for (const [path, by] of [
    [at, token],
    [ofVendor, await vendorToken()],
  ] as const) {
    const response = await send('DELETE', `${path}/rotation`, { token: by })
    expect([response.status, await codeOf(response)]).toEqual([409, 'disconnecting'])
  }
  expect((await found()).rotation?.externalId).toBe(newExternalId)
  accept(newExternalId)
  clock.ms += 10_000
  const disconnection = await (await send('DELETE', at, { token })).json()
  expect(disconnection).toMatchObject({ status: 'disconnecting', check: { outcome: 'allowed' } })
})

test('keeps the connections of other tenants from being rotated', async () => {
  const { at, send, signIn, found, connection } = await connected()
  const other = await signIn()
  for (const method of ['POST', 'DELETE']) expect((await send(method, `${at}/rotation`, { token: other })).status).toBe(404)
  expect(await found()).toEqual(connection)
})

test('writes each request and each step into the audit log, without an external ID', async () => {
  const log = capturedLog()
  const { start, accept, verifyAfter, at, send, token, connection } = await connected({ log: createLog('info', log.stream) })
  const { newExternalId } = await start()
  await start()
  for (const _ of [1, 2]) await send('DELETE', `${at}/rotation`, { token })
  for (const seconds of [5, 10]) await verifyAfter(seconds)
  const second = await start()
  accept(second.newExternalId)
  for (const seconds of [5, 10]) await verifyAfter(seconds)
  const audited = log
    .text()
    .split('\n')
    .filter((line) => line.includes('"action":"connection.rotated"'))
  expect(audited.map((line) => /"rotation":"\w+"/.exec(line)?.[0])).toEqual([
    '"rotation":"started"',
    '"rotation":"canceled"',
    '"rotation":"completed"',
    '"rotation":"started"',
    '"rotation":"confirmed"',
    '"rotation":"completed"',
  ])
  for (const id of [connection.externalId, newExternalId, second.newExternalId]) expect(log.text()).not.toContain(id)
})
