import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import type { Registry } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { overviews } from './overview.ts'
import { tellOfUpdates } from './update-campaign.ts'

const requiring = (id: string) =>
  Vendor.parse({ ...vendor, permissionSets: vendor.permissionSets.map((set) => (set.id === id ? { ...set, required: true } : set)) })
const without = (id: string) => Vendor.parse({ ...vendor, permissionSets: vendor.permissionSets.filter((set) => set.id !== id) })
const later = requiring('writeResults')

const chosen = { readSourceImages: { sourceBuckets: ['acme-uploads'] } }
const updated = { ...chosen, writeResults: { resultBucket: 'acme-results' } }

function campaign(registry: Registry, holder = 'one') {
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const now = () => {
    clock.ms += 1000
    return new Date(clock.ms)
  }
  const round = (config: Vendor, isStopping = () => false) => tellOfUpdates({ registry, vendor: config, holder, now, isStopping })
  const told = async () => {
    const page = await registry.events.list({ status: 'pending', after: null, limit: 500 })
    return page?.events.filter(({ type }) => type === 'connection.needs-update').map(({ connectionId }) => connectionId) ?? []
  }
  const overview = (config: Vendor) => overviews({ registry, vendor: config, now })()
  return { round, told, overview }
}

async function connected(registry: Registry, externalId: string) {
  const { id } = await claimed(registry, claimRequest('one', { externalId }, 500))
  await registry.updatePermissions('one', id, { permissions: chosen }, '2026-11-22T07:00:00.000Z')
  return id
}

test('a server that stops leaves the rest to the next start', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round } = campaign(registry)
  for (const name of ['one', 'two', 'three']) await connected(registry, `external-id-of-${name}`)
  let asked = 0
  expect(await round(later, () => asked++ === 1)).toEqual({ told: 1, delayed: 0 })
  expect(await round(later)).toEqual({ told: 2, delayed: 0 })
})

test('tells of each connection once for each change of what it needs, without a check', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round, told } = campaign(registry)
  const [one, two] = [await connected(registry, 'external-id-of-one'), await connected(registry, 'external-id-of-two')]
  await registry.updatePermissions('one', two, { permissions: updated }, '2026-11-22T07:00:01.000Z')
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  expect(await round(later)).toEqual({ told: 1, delayed: 0 })
  expect(await round(later)).toEqual({ told: 0, delayed: 0 })
  expect(await told()).toEqual([one])
  expect(await round(without('writeResults'))).toEqual({ told: 1, delayed: 0 })
  expect(await told()).toEqual([one, two])
  expect(await round(later)).toEqual({ told: 1, delayed: 0 })
  expect(await told()).toEqual([one, two, one])
})

test('tells of an update once also if several copies of the server begin at once', async () => {
  const registry = libsqlRegistry(':memory:')
  for (let count = 0; count < 20; count += 1) await connected(registry, `external-id-${count}`)
  const copies = ['one', 'two', 'three'].map((holder) => campaign(registry, holder))
  await Promise.all(copies.map(({ round }) => round(later)))
  await copies[0]?.round(later)
  expect(await copies[0]?.told()).toHaveLength(20)
})

test('waits for a check in progress, and repeats nothing that a check has told', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round, told } = campaign(registry)
  const [busy, checked] = [await connected(registry, 'external-id-of-one'), await connected(registry, 'external-id-of-two')]
  await registry.leases.take(busy, { holder: 'check', now: '2026-11-22T08:00:00.000Z', until: '2026-11-22T09:00:00.000Z' })
  const given = found('partial')
  await registry.saveVerdict(checked, { ...given, remembered: { ...given.remembered, told: 'connection.needs-update' } })
  expect(await round(later)).toEqual({ told: 0, delayed: 1 })
  expect(await told()).toEqual([])
  await registry.leases.release(busy, 'check')
  expect(await round(later)).toEqual({ told: 1, delayed: 0 })
  expect(await told()).toEqual([busy])
})

test('leaves connections that end alone, and counts the others by how far their update is', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round, told, overview } = campaign(registry)
  const ids: string[] = []
  for (const name of ['pending', 'chosen', 'ending', 'ended']) ids.push(await connected(registry, `external-id-of-${name}`))
  const [pending = '', choosing = '', ending = '', ended = ''] = ids
  await registry.disconnections.start('one', ending, '2026-11-22T07:30:00.000Z')
  await registry.disconnect('one', ended, '2026-11-22T07:30:00.000Z')
  expect(await round(later)).toEqual({ told: 2, delayed: 0 })
  expect(await told()).toEqual([pending, choosing])
  await registry.updatePermissions('one', choosing, { permissions: updated }, '2026-11-22T08:30:00.000Z')
  expect(await overview(later)).toMatchObject({
    statuses: { unchecked: 3, disconnected: 1, verified: 0 },
    campaign: { total: 3, pending: 2, chosen: 1, updated: 0 },
  })
  expect(await overview(vendor)).toMatchObject({ campaign: { total: 0, pending: 0, chosen: 0, updated: 0 } })
})

test('a campaign over 200 simulated connections ends with 200 updated ones, each told of once and recovered once', {
  timeout: 180_000,
}, async () => {
  const before = appDouble()
  const { registry, roles } = before
  const owned: { readonly token: string; readonly id: string }[] = []
  for (let index = 0; index < 200; index += 1) {
    const token = await before.signIn()
    const accountId = String(300_000_000_000 + index)
    const { id, roleArn, externalId } = await before.connect(token, { accountId, externalId: `k7Qm2vK9dRt4XwB8nZc5Hs${1000 + index}` })
    roles.set(roleArn, externalId)
    expect(await (await before.send('POST', `/api/connections/${id}/verify`, { token })).json()).toMatchObject({ kind: 'verified' })
    owned.push({ token, id })
  }
  const after = appDouble({ registry, vendor: later, sts: before.sts })
  after.clock.ms += 60_000
  const { round, overview } = campaign(registry)
  expect(await round(later)).toEqual({ told: 200, delayed: 0 })
  expect((await overview(later)).campaign).toEqual({ total: 200, pending: 200, chosen: 0, updated: 0 })
  for (const { token, id } of owned) {
    const body = { permissions: updated }
    expect((await after.send('PUT', `/api/connections/${id}/permissions`, { token, body })).status).toBe(200)
    const verdict = await after.send('POST', `/api/connections/${id}/verify`, { token, body: { now: true } })
    expect(await verdict.json()).toMatchObject({ kind: 'verified' })
  }
  expect(await round(later)).toEqual({ told: 0, delayed: 0 })
  expect((await overview(later)).campaign).toEqual({ total: 200, pending: 0, chosen: 0, updated: 200 })
  const page = await registry.events.list({ status: 'pending', after: null, limit: 1000 })
  for (const type of ['connection.needs-update', 'connection.recovered']) {
    const ids = page?.events.filter((event) => event.type === type).map(({ connectionId }) => connectionId)
    expect(ids?.toSorted()).toEqual(owned.map(({ id }) => id).toSorted())
  }
})

test('says in English what a connection lacks, in the vendor API and so in the event', async () => {
  const double = appDouble({ vendor: later })
  const id = await connected(double.registry, 'external-id-of-one')
  const changed = await double.registry.ofAnyTenant(id)
  if (changed === null) throw new Error('The connection exists')
  const { vendorConnection } = await import('#server/http/vendor-connections.ts')
  expect(vendorConnection(changed, later)).toMatchObject({
    needsUpdate: true,
    update: { missing: ['writeResults'], removed: [], sentences: ['“Write results” is required now, or needs a value.'] },
  })
  expect(vendorConnection(changed, vendor)).not.toHaveProperty('update')
})
