import { expect, test } from 'vitest'
import { appDouble, asked } from '#server/http/app-double.test-data.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { claimed, claimRequest } from '#server/registry/registry-contract.test-data.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { type ConnectionFilter, type RolebridgeClient, rolebridgeClient } from './client.ts'

/** The client of a server in this process. */
function served(scope?: string) {
  const double = appDouble({ vendorApi })
  const fetch = async (input: string | URL | Request, init?: RequestInit) => double.app.request(String(input), init)
  const token = () => vendorToken(scope === undefined ? {} : { scope })
  return { ...double, client: rolebridgeClient({ origin: 'https://connect.example.com', token, fetch }) }
}

async function pagesOf(client: RolebridgeClient, filter?: ConnectionFilter) {
  const pages: (readonly string[] | string)[] = []
  for await (const page of client.connections(filter))
    pages.push(page.kind === 'answer' ? page.value.connections.map(({ id }) => id) : page.kind)
  return pages
}

test('reads all pages, or those after a cursor, with the same filter', async () => {
  const { client, registry } = served()
  const ids: string[] = []
  for (let count = 0; count < 203; count += 1) {
    const change = { externalId: `external-id-${count}`, accountId: String(100_000_000_000 + count) }
    ids.push((await claimed(registry, claimRequest(count === 0 ? 'launched:globex' : 'launched:acme', change, 300))).id)
  }
  expect(await pagesOf(client)).toEqual([ids.slice(0, 200), ids.slice(200)])
  expect(await pagesOf(client, { tenant: 'acme' })).toEqual([ids.slice(1, 201), ids.slice(201)])
  expect(await pagesOf(client, { tenant: 'acme', status: 'verified' })).toEqual([[]])
  expect(await pagesOf(client, { account: '100000000007' })).toEqual([[ids[7]]])
  expect(await pagesOf(client, { updatedSince: new Date('2026-01-01') })).toEqual([[]])
  const first = await client.connections().next()
  const cursor = first.value?.kind === 'answer' ? first.value.value.next : undefined
  expect(await pagesOf(client, { cursor: cursor ?? '' })).toEqual([ids.slice(200)])
})

test('gets a connection and verifies it', async () => {
  const { client, signIn, connect, roles, clock } = served()
  const connection = await connect(await signIn())
  expect(await client.connection(connection.id)).toMatchObject({ kind: 'answer', value: { ...connection, tenant: null, verdict: null } })
  expect(await client.verify(connection.id)).toMatchObject({ kind: 'answer', value: { kind: 'waiting' } })
  roles.set(connection.roleArn, connection.externalId)
  clock.ms += 1500
  expect(await client.verify(connection.id)).toMatchObject({ kind: 'answer', value: { kind: 'waiting' } })
  expect(await client.verify(connection.id, { now: true })).toMatchObject({ kind: 'answer', value: { kind: 'verified' } })
})

test('reads the history of a connection page by page', async () => {
  const { client, registry } = served()
  const { id } = await claimed(registry, claimRequest('launched:acme'))
  for (let count = 0; count < 100; count += 1) await registry.rename('launched:acme', id, `Name ${count}`, '2026-11-22T09:00:00.000Z')
  const pages: (readonly string[])[] = []
  for await (const page of client.history(id)) if (page.kind === 'answer') pages.push(page.value.entries.map(({ kind }) => kind))
  expect(pages.map((entries) => entries.length)).toEqual([100, 1])
  expect(pages[0]?.[0]).toBe('claimed')
  expect((await client.history(id, '100').next()).value).toMatchObject({ kind: 'answer', value: { entries: [{ kind: 'terms-changed' }] } })
  expect((await client.history('absent').next()).value).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
})

test('lists dead letters in all pages, sends one again, and sends a test event', async () => {
  const { client, registry } = served()
  const at = '2023-11-15T08:00:00.000Z'
  for (let count = 0; count < 101; count += 1)
    await claimed(registry, claimRequest('launched:acme', { externalId: `external-id-${count}` }, 300))
  for (const event of await registry.events.take({ now: at, until: at, limit: 200 }))
    await registry.events.settle(event, { kind: 'dead', at, failure: { code: 'status', status: 500 } })
  const dead: string[] = []
  const lengths: number[] = []
  for await (const page of client.events()) {
    const events = page.kind === 'answer' ? page.value.events : []
    lengths.push(events.length)
    dead.push(...events.map(({ id }) => id))
  }
  expect(lengths).toEqual([100, 1])
  const [first = ''] = dead
  expect(await client.redeliverEvent(first)).toMatchObject({ kind: 'answer', value: { id: first, status: 'pending' } })
  expect((await client.events({ status: 'pending' }).next()).value).toMatchObject({ kind: 'answer', value: { events: [{ id: first }] } })
  expect(await client.redeliverEvent('absent')).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
  expect(await client.testEvents()).toMatchObject({ kind: 'answer', value: { accepted: true, status: 204 } })
})

test('returns problems as values, and ends the pages with the first one', async () => {
  const { client } = served('connections:write')
  expect(await client.connection('absent')).toMatchObject({ kind: 'problem', problem: { code: 'insufficient-scope' }, retryAfterMs: null })
  expect(await client.verify('../../../readyz')).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
  expect(await pagesOf(client)).toEqual(['problem'])
})

test('says how long to wait where the server limits requests', async () => {
  const limit = async () => ({ kind: 'refused', retryAfterSeconds: 7 }) as const
  const { app } = appDouble({ vendorApi, limits: { readsPerCaller: limit } })
  const client = rolebridgeClient({
    origin: 'https://connect.example.com',
    token: await vendorToken().then((token) => () => token),
    fetch: async (input, init) => app.request(String(input), init),
  })
  expect(await client.connection('one')).toMatchObject({ kind: 'problem', problem: { code: 'rate-limited' }, retryAfterMs: 7000 })
})

test.each([
  ['a page of something else', { status: 200, text: '<html>' }, { kind: 'unreadable', status: 200 }],
  ['a proxy that fails', { status: 502, text: 'Bad gateway' }, { kind: 'unreadable', status: 502 }],
  ['a redirect', { status: 302, text: '' }, { kind: 'unreachable', error: expect.anything() }],
])('returns %s as a value', async (_, { status, text }, failure) => {
  const { url } = await localServer((_request, response) => response.writeHead(status, { Location: 'https://example.com' }).end(text))
  expect(await rolebridgeClient({ origin: url, token: () => 'token' }).connection('one')).toEqual(failure)
})

test('returns a server that doesn’t respond in time, and a token that can’t be made, as values', async () => {
  const { url } = await localServer(() => {})
  const unreachable = { kind: 'unreachable', error: expect.any(Error) }
  expect(await rolebridgeClient({ origin: url, token: () => 'token', timeoutMs: 50 }).connection('one')).toEqual({
    ...unreachable,
    error: expect.anything(),
  })
  const token = async () => Promise.reject(new Error('No key'))
  expect(await rolebridgeClient({ origin: url, token }).connection('one')).toEqual(unreachable)
})

/** A connection with a role that exists. */
async function connected() {
  const parts = served()
  const permissions = { readSourceImages: { sourceBuckets: ['acme-uploads'] } }
  const terms = { ...asked, permissions, tenant: 'acme/eu', roleArn: 'arn:aws:iam::444455556666:role/LegacyAccess' }
  parts.roles.set(terms.roleArn, terms.externalId)
  const created = await parts.client.createConnection(terms)
  if (created.kind !== 'answer') throw new Error(created.kind)
  return { ...parts, terms, created: created.value }
}

test('creates a connection, disconnects it once its role is gone, and deletes the customer', async () => {
  const { client, roles, clock, terms, created } = await connected()
  const { id, verdict, tenant } = created
  expect([tenant, verdict?.kind]).toEqual(['acme/eu', 'verified'])
  expect(await client.createConnection({ ...terms, tenant: 'globex' })).toMatchObject({ problem: { code: 'external-id-taken' } })
  expect(await client.disconnect(id)).toMatchObject({ kind: 'answer', value: { status: 'disconnecting', check: { outcome: 'allowed' } } })
  roles.delete(terms.roleArn)
  for (const status of ['disconnecting', 'disconnected']) {
    clock.ms += 10_000
    expect(await client.disconnect(id)).toMatchObject({ kind: 'answer', value: { status } })
  }
  expect(await client.deleteTenant('acme/eu')).toMatchObject({ kind: 'answer', value: { connections: 1 } })
  expect(await client.connection(id)).toMatchObject({ kind: 'problem', problem: { code: 'not-found' } })
})

test('rotates an external ID, and reads which of the two to use', async () => {
  const { client, roles, clock, terms, created } = await connected()
  const { id } = created
  const rotated = await client.rotate(id)
  if (rotated.kind !== 'answer') throw new Error(rotated.kind)
  const { newExternalId } = rotated.value
  expect(rotated.value).toMatchObject({ stage: 'adding', externalId: asked.externalId, oldExternalId: asked.externalId })
  expect(await client.rotate(id)).toEqual(rotated)
  roles.set(terms.roleArn, newExternalId)
  clock.ms += 10_000
  expect(await client.verify(id)).toMatchObject({ value: { kind: 'verified', rotation: { stage: 'removing', outcome: 'denied' } } })
  expect(await client.connection(id)).toMatchObject({ value: { externalId: newExternalId, rotation: { externalId: asked.externalId } } })
})

test.each([
  ['a later', { verified: 2, archived: 3 }],
  ['an earlier', { verified: 2 }],
])('reads the counts of %s version of the server, which has other statuses', async (_, statuses) => {
  const counted = { countedAt: '2026-11-22T08:00:00.000Z', statuses, campaign: { total: 0, pending: 0, chosen: 0, updated: 0 } }
  const client = rolebridgeClient({ origin: 'https://connect.example.com', token: () => 'any', fetch: async () => Response.json(counted) })
  expect(await client.overview()).toEqual({ kind: 'answer', value: counted })
})
