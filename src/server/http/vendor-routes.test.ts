import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { ApiProblem } from '#core/connection/problem.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { ConnectionHistory } from '#core/verify/connection-history.ts'
import { VendorConnection, VendorConnections } from '#core/verify/vendor-connection.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { claimed, claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { launch, launched } from '#server/sessions/launch.test-data.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble } from './app-double.test-data.ts'

const path = '/api/vendor/connections'

/** Two customers with a connection each, of which the first is verified. */
async function twoCustomers() {
  const double = appDouble({ launch, vendorApi })
  const token = await vendorToken()
  const acme = await launched(double)
  const globex = await launched(double, { sub: 'globex' })
  const first = await double.connect(acme.token)
  double.clock.ms += 1000
  const second = await double.connect(globex.token, { accountId: '777788889999', externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' })
  double.clock.ms += 1000
  double.roles.set(first.roleArn, first.externalId)
  await double.send('POST', `/api/connections/${first.id}/verify`, { token: acme.token })
  const get = (rest: string) => double.send('GET', `${path}${rest}`, { token })
  const listed = async (query = '') => VendorConnections.parse(await (await get(query)).json())
  const ids = async (query = '') => (await listed(query)).connections.map(({ id }) => id)
  return { ...double, token, acme, globex, first, second, get, listed, ids }
}

const ofCustomer = (connection: Connection, tenant: string) => ({ ...connection, tenant, tenantId: sha256Hex(`launched:${tenant}`) })

test('lists the connections of all customers in the order of their last change', async () => {
  const { listed, first, second } = await twoCustomers()
  expect(await listed()).toEqual({
    connections: [
      { ...ofCustomer(second, 'globex'), verdict: null, needsUpdate: false, changedAt: second.createdAt, disconnectedAt: null },
      {
        ...ofCustomer(first, 'acme'),
        verdict: { kind: 'verified', diagnosis: 'verified', checkedAt: expect.any(String), simulated: false, current: true },
        needsUpdate: false,
        changedAt: expect.any(String),
        disconnectedAt: null,
      },
    ],
  })
})

test('filters by customer, status, account and time of the last change, and by several of them', async () => {
  const { ids, listed, first, second } = await twoCustomers()
  expect(await ids('?tenant=acme')).toEqual([first.id])
  expect(await ids('?tenant=launched:acme')).toEqual([])
  expect(await ids('?status=verified')).toEqual([first.id])
  expect(await ids('?status=unchecked')).toEqual([second.id])
  expect(await ids('?account=777788889999')).toEqual([second.id])
  expect(await ids('?account=777788889999&tenant=acme')).toEqual([])
  expect([await ids('?requestId=request-assumed'), await ids('?requestId=absent')]).toEqual([[first.id], []])
  const changedAt = (await listed()).connections.at(-1)?.changedAt ?? ''
  expect(await ids(`?updatedSince=${changedAt}`)).toEqual([first.id])
  expect(await ids('?updatedSince=2026-11-22T08:00:01Z')).toEqual([second.id, first.id])
  expect(await ids('?updatedSince=2027-01-01T00:00:00Z')).toEqual([])
})

test.each([
  ['tennant=acme', 'tennant'],
  ['tenant=', 'tenant'],
  ['tenant=acme&tenant=globex', 'tenant'],
  ['status=green', 'status'],
  ['account=4444', 'account'],
  ['updatedSince=yesterday', 'updatedSince'],
  ['updatedSince=2026-11-22T08:00:00%2B02:00', 'updatedSince'],
  ['requestId=', 'requestId'],
  ['requestId=a%20b', 'requestId'],
  ['cursor=', 'cursor'],
  ['cursor=absent', 'cursor'],
  ['cursor=a~b~c', 'cursor'],
  ['cursor=%C3%A4~b', 'cursor'],
])('rejects the query %s and says what is expected', async (query, name) => {
  const { send } = appDouble({ vendorApi })
  const response = await send('GET', `${path}?${query}`, { token: await vendorToken() })
  expect(response.status).toBe(422)
  expect(ApiProblem.parse(await response.json())).toMatchObject({
    code: 'invalid',
    issues: [{ path: [name], code: 'value-invalid', message: expect.stringMatching(/^Use /) }],
  })
})

test('pages through more than 200 connections with a cursor that fits into a URL', async () => {
  const { send, registry } = appDouble({ vendorApi })
  const ids: string[] = []
  for (let count = 0; count < 203; count += 1) {
    const change = { externalId: `external-id-${count}`, accountId: String(100_000_000_000 + count) }
    ids.push((await claimed(registry, claimRequest('launched:acme', change, 300))).id)
  }
  const page = async (query: string) =>
    VendorConnections.parse(await (await send('GET', `${path}${query}`, { token: await vendorToken() })).json())
  const one = await page('?tenant=acme')
  expect(one.next).toBe(encodeURI(one.next ?? ''))
  const two = await page(`?tenant=acme&cursor=${one.next}`)
  expect([one.connections, two.connections].map((found) => found.map(({ id }) => id))).toEqual([ids.slice(0, 200), ids.slice(200)])
  expect(two.next).toBeUndefined()
})

test('gets a connection as it is in the list, also a disconnected one, and says when its verdict is about an earlier request', async () => {
  const { get, send, listed, ids, registry, first, acme } = await twoCustomers()
  const one = async () => VendorConnection.parse(await (await get(`/${first.id}`)).json())
  expect(await one()).toEqual((await listed('?tenant=acme')).connections[0])
  await registry.updatePermissions('launched:acme', first.id, { permissions: {} }, '2026-11-22T09:00:00.000Z')
  expect((await one()).verdict).toMatchObject({ kind: 'verified', current: false })
  await registry.disconnect('launched:acme', first.id, '2026-11-22T09:00:01.000Z')
  expect(await one()).toMatchObject({ disconnectedAt: '2026-11-22T09:00:01.000Z', changedAt: '2026-11-22T09:00:01.000Z' })
  expect([await ids('?status=verified'), await ids('?status=disconnected')]).toEqual([[], [first.id]])
  expect((await send('GET', `/api/connections/${first.id}`, { token: acme.token })).status).toBe(404)
})

test('shows every verdict with its request IDs, and the links to colleagues without their notes', async () => {
  const { get, send, first, acme } = await twoCustomers()
  await send('POST', `/api/connections/${first.id}/handoff`, { token: acme.token, body: { note: 'Please create this role' } })
  const response = await get(`/${first.id}/history`)
  const text = await response.clone().text()
  expect(await response.json()).toEqual({
    connectionId: first.id,
    entries: [
      { kind: 'claimed', at: first.createdAt },
      { kind: 'verdict', at: expect.any(String), verdict: expect.objectContaining({ kind: 'verified' }) },
    ],
    handoffs: [
      {
        id: expect.any(String),
        purpose: 'create-role',
        createdAt: expect.any(String),
        expiresAt: expect.any(String),
        openedAt: null,
        revokedAt: null,
      },
    ],
  })
  expect(text).toMatch(/"requestId":"[^"]+"/)
  expect(text).not.toContain('Please create')
})

test('pages through the history, with the links to colleagues on the first page', async () => {
  const { get, send, registry, first, acme } = await twoCustomers()
  await send('POST', `/api/connections/${first.id}/handoff`, { token: acme.token, body: {} })
  for (let count = 0; count < 100; count += 1) await registry.rename('launched:acme', first.id, `Name ${count}`, '2026-11-22T09:00:00.000Z')
  const page = async (query: string) => ConnectionHistory.parse(await (await get(`/${first.id}/history${query}`)).json())
  const one = await page('')
  const two = await page(`?cursor=${one.next}`)
  expect([one.entries.length, one.handoffs.length, two.entries.length, two.handoffs.length]).toEqual([100, 1, 2, 0])
  expect([one.entries[0]?.kind, two.entries.at(-1)?.kind, two.next]).toEqual(['claimed', 'terms-changed', undefined])
  for (const query of ['?cursor=', '?cursor=absent', '?after=1'])
    expect(ApiProblem.parse(await (await get(`/${first.id}/history${query}`)).json())).toMatchObject({ code: 'invalid' })
})

test('runs a check for the connection, whatever the request says', async () => {
  const { send, sts, token, second } = await twoCustomers()
  const calls = sts.calls.length
  const body = { now: true, roleArn: 'arn:aws:iam::999999999999:role/Other', externalId: 'other' }
  const response = await send('POST', `${path}/${second.id}/verify`, { token, body })
  expect(Verdict.parse(await response.json())).toMatchObject({ kind: 'waiting' })
  expect(sts.calls.slice(calls).at(-1)).toBe(`assumeRole ${second.roleArn}`)
  expect((await send('POST', `${path}/${second.id}/verify`, { token, body: { now: 'yes' } })).status).toBe(422)
})

test('gives the receipt of a recent verdict and starts no check for it', async () => {
  const { get, sts, clock, first, second } = await twoCustomers()
  const calls = sts.calls.length
  const response = await get(`/${first.id}/receipt`)
  expect(response.headers.get('Content-Type')).toBe('application/jose')
  expect(decodeJwt(await response.text())).toMatchObject({ connectionId: first.id, roleArn: first.roleArn })
  expect(ApiProblem.parse(await (await get(`/${second.id}/receipt`)).json()).code).toBe('not-verified')
  clock.ms += 10 * 60_000
  expect(ApiProblem.parse(await (await get(`/${first.id}/receipt`)).json()).code).toBe('not-verified')
  expect(sts.calls).toHaveLength(calls)
})

test('neither checks a disconnected connection nor signs a receipt for it', async () => {
  const { get, send, sts, registry, token, first } = await twoCustomers()
  await registry.disconnect('launched:acme', first.id, '2026-11-22T09:00:00.000Z')
  const calls = sts.calls.length
  expect((await send('POST', `${path}/${first.id}/verify`, { token })).status).toBe(404)
  expect((await get(`/${first.id}/receipt`)).status).toBe(404)
  expect(sts.calls).toHaveLength(calls)
})

test('names no customer for a connection of an anonymous tenant', async () => {
  const { send, signIn, connect } = appDouble({ vendorApi })
  await connect(await signIn())
  const page = VendorConnections.parse(await (await send('GET', path, { token: await vendorToken() })).json())
  expect(page.connections.map(({ tenant }) => tenant)).toEqual([null])
})
