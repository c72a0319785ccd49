import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { Problem } from '#core/connection/problem.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'
import { createTurns, pageLength } from './connection-page.ts'
import { Connections } from './operations/connection-bodies.ts'
import { limitPer } from './rate-limits.ts'

type Double = ReturnType<typeof appDouble>

async function page({ send }: Double, token: string, cursor?: string) {
  const response = await send('GET', cursor === undefined ? '/api/connections' : `/api/connections?cursor=${cursor}`, { token })
  return Connections.parse(await response.json())
}

async function connectMany(double: Double, token: string, count: number) {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await double.connect(token, { externalId: `k7Qm2vK9dRt4XwB8nZc5Hs2P${index}` })).id)
  return ids
}

test('gives all connections in pages of 100, oldest first, each once', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const ids = await connectMany(double, token, 2 * pageLength + 30)
  await double.send('POST', `/api/connections/${ids[pageLength]}/verify`, { token })
  const first = await page(double, token)
  const second = await page(double, token, first.next)
  const added = await double.connect(token, { accountId: '777788889999', externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' })
  const third = await page(double, token, second.next)
  expect([first, second, third].map(({ connections }) => connections.length)).toEqual([100, 100, 31])
  expect([first, second, third].flatMap(({ connections }) => connections.map(({ id }) => id))).toEqual([...ids, added.id])
  expect([first.lastChecks, third.lastChecks, third.next]).toEqual([[], [], undefined])
  expect(second.lastChecks).toMatchObject([{ connectionId: ids[pageLength], kind: 'waiting', simulated: false }])
})

test("rejects a cursor that isn't from this tenant's list", async () => {
  const double = appDouble()
  const [token, other] = [await double.signIn(), await double.signIn()]
  const [foreign = ''] = await connectMany(double, other, 1)
  for (const cursor of ['', 'absent', foreign, `${foreign}%00`, '%27--', '#', 'x'.repeat(4000)]) {
    const response = await double.send('GET', `/api/connections?cursor=${encodeURIComponent(cursor)}`, { token })
    const { code, issues } = Problem.parse(await response.json())
    expect([cursor, response.status, code, issues?.[0]?.path]).toEqual([cursor, 422, 'invalid', ['cursor']])
  }
})

test('says to begin again where the connection at the cursor was deleted', async () => {
  const double = appDouble()
  const token = await double.signIn()
  await connectMany(double, token, pageLength + 1)
  const { next = '' } = await page(double, token)
  const tenant = (await double.registry.ofAnyTenant(next))?.tenant ?? ''
  await double.registry.disconnect(tenant, next, '2026-11-30T08:00:00.000Z')
  expect((await page(double, token, next)).connections).toHaveLength(1)
  expect(await double.registry.deleteConnection(next)).toBe(true)
  const response = await double.send('GET', `/api/connections?cursor=${next}`, { token })
  const { code, detail } = Problem.parse(await response.json())
  expect([response.status, code, detail]).toEqual([422, 'invalid', expect.stringContaining('Begin again with the first page.')])
})

test('limits reads of one tenant without affecting others', async () => {
  const double = appDouble({ limits: { readsPerTenant: limitPer(60, 3) } })
  const [token, other] = [await double.signIn(), await double.signIn()]
  const [id = ''] = await connectMany(double, token, 1)
  const read = async (path: string, as = token) => (await double.send('GET', path, { token: as })).status
  expect([await read('/api/connections'), await read(`/api/connections/${id}`), await read('/api/connections')]).toEqual([200, 200, 200])
  expect([await read('/api/connections'), await read(`/api/connections/${id}`)]).toEqual([429, 429])
  expect(await read('/api/connections', other)).toBe(200)
})

/** An app over a registry in a file, whose rows can be damaged. */
function damageable() {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const path = join(folder, 'registry.db')
  const registry = libsqlRegistry(path)
  onTestFinished(async () => {
    await registry.close()
    rmSync(folder, { recursive: true })
  })
  const change = (sql: string) => {
    const database = new Database(path)
    database.exec(sql)
    database.close()
  }
  return { ...appDouble({ registry }), change }
}

test('counts an unreadable connection in the list, and returns a problem of its own', async () => {
  const double = damageable()
  const token = await double.signIn()
  const [bad = '', good = ''] = await connectMany(double, token, 2)
  double.change(`update connections set region = 'mars-north-1', permissions = '{' where id = '${bad}'`)
  expect(await page(double, token)).toMatchObject({ connections: [{ id: good }], unreadable: 1 })
  const requests = [
    ['GET', `/api/connections/${bad}`],
    ['POST', `/api/connections/${bad}/verify`],
    ['GET', `/api/connections/${bad}/receipt`],
    ['GET', `/api/connections/${bad}/handoff`],
  ] as const
  for (const [method, path] of requests) {
    const response = await double.send(method, path, { token })
    const { code } = Problem.parse(await response.json())
    expect([path, response.status, code]).toEqual([path, 500, 'connection-unreadable'])
  }
  expect((await double.send('GET', `/api/connections/${bad}`, { token: await double.signIn() })).status).toBe(404)
})

test('an unreadable connection affects only its own line of a batch', async () => {
  const double = damageable()
  const token = await double.signIn()
  const [bad = ''] = await connectMany(double, token, 1)
  double.change(`update connections set region = 'mars-north-1' where id = '${bad}'`)
  const accounts = [asked.accountId, '777788889999'].map((accountId) => ({ accountId, region: 'us-east-1' }))
  const response = await double.send('POST', '/api/connections/batch', { token, body: { accounts, permissions: asked.permissions } })
  expect((await response.json()).lines).toMatchObject([
    { kind: 'refused', issues: [{ code: 'connection-unreadable' }] },
    { kind: 'claimed' },
  ])
})

test('ignores an unreadable verdict: gives no receipt, and verifies the role again', async () => {
  const double = damageable()
  const token = await double.signIn()
  const connection = await double.connect(token)
  double.roles.set(connection.roleArn, connection.externalId)
  const verify = async () => (await (await double.send('POST', `/api/connections/${connection.id}/verify`, { token })).json()).kind
  expect(await verify()).toBe('verified')
  double.change(`update verdicts set verdict = '{"kind":"verified"}'`)
  expect((await page(double, token)).lastChecks).toEqual([])
  expect((await double.send('GET', `/api/connections/${connection.id}/receipt`, { token })).status).toBe(409)
  expect(await verify()).toBe('verified')
  const { lastChecks, lastLooks } = await page(double, token)
  expect(lastChecks).toMatchObject([{ kind: 'verified' }])
  expect(lastLooks).toEqual(lastChecks)
})

test('an unreadable hand-off opens nothing, and the others are listed', async () => {
  const double = damageable()
  const token = await double.signIn()
  const connections: Connection[] = []
  for (const name of ['one', 'two']) connections.push(await double.connect(token, { externalId: `k7Qm2vK9dRt4XwB8nZc5Hs2P${name}` }))
  const given = []
  for (const { id } of connections)
    given.push(await (await double.send('POST', `/api/connections/${id}/handoff`, { token, body: { purpose: 'create-role' } })).json())
  const [bad, good] = given
  double.change(`update handoffs set handoff = 'no JSON' where id = '${bad.handoff.id}'`)
  const opened = await double.send('POST', '/api/sessions', { body: { handoffToken: bad.token } })
  expect(Problem.parse(await opened.json()).code).toBe('handoff-unknown')
  const { handoffs } = await (await double.send('GET', '/api/handoffs', { token })).json()
  expect(handoffs).toMatchObject([{ id: good.handoff.id }])
  const again = await double.send('POST', `/api/connections/${connections[0]?.id}/handoff`, { token, body: { purpose: 'create-role' } })
  expect(again.status).toBe(201)
})

test("repeating a request in issued mode returns the account's connection, however many others there are", async () => {
  const issued = Vendor.parse({ ...vendor, externalId: { ...vendor.externalId, mode: 'issued' } })
  const double = appDouble({ vendor: issued })
  const token = await double.signIn()
  const ask = async (accountId: string) => {
    const response = await double.send('POST', '/api/connections', { token, body: { ...asked, externalId: undefined, accountId } })
    const { id } = await response.json()
    return { status: response.status, id }
  }
  const first = await ask('444455556666')
  const other = await ask('777788889999')
  expect([first.status, other.status]).toEqual([201, 201])
  expect(await ask('444455556666')).toEqual({ status: 200, id: first.id })
})

/** Work that records its start and end, and ends only when the test releases it. */
function recorded() {
  const entries: string[] = []
  const work = (name: string) => async () => {
    entries.push(`${name} begins`)
    await new Promise((resume) => setTimeout(resume, 0))
    entries.push(`${name} ends`)
    return name
  }
  return { entries, work }
}

test('runs work of one key in order, and work of another key in between', async () => {
  const { entries, work } = recorded()
  const inTurn = createTurns()
  const results = [inTurn('one', work('first')), inTurn('one', work('second')), inTurn('two', work('other'))]
  expect(await Promise.all(results)).toEqual(['first', 'second', 'other'])
  const of = (name: string) => entries.filter((entry) => entry.startsWith(name))
  expect(entries.indexOf('second begins')).toBeGreaterThan(entries.indexOf('first ends'))
  expect(entries.indexOf('other begins')).toBeLessThan(entries.indexOf('first ends'))
  expect(of('other')).toEqual(['other begins', 'other ends'])
})

test('continues after work that fails', async () => {
  const inTurn = createTurns()
  const failed = inTurn('one', () => Promise.reject(new Error('broken')))
  const next = inTurn('one', async () => 'done')
  await expect(failed).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
