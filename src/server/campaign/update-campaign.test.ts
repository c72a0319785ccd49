import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { retiredRoles } from '#server/aws/requested-role.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import type { Registry } from '#server/registry/registry.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { overviews } from './overview.ts'
import { reportedUpdates, tellOfUpdates } from './update-campaign.ts'

const requiring = (id: string) =>
  Vendor.parse({ ...vendor, permissionSets: vendor.permissionSets.map((set) => (set.id === id ? { ...set, required: true } : set)) })
const without = (id: string) => Vendor.parse({ ...vendor, permissionSets: vendor.permissionSets.filter((set) => set.id !== id) })
const later = requiring('writeResults')

/** The same permission set with another statement. */
const granting = (action: string) =>
  Vendor.parse({
    ...vendor,
    permissionSets: vendor.permissionSets.map((set) => ({
      ...set,
      statements: set.statements.map((statement, index) =>
        set.id === 'readSourceImages' && index === 0 ? { ...statement, actions: [...statement.actions, action] } : statement,
      ),
    })),
  })

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
  const wait = (hours: number) => {
    clock.ms += hours * 3_600_000
  }
  return { round, told, overview, wait }
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
  expect(await round(later, () => asked++ === 1)).toEqual({ told: 1, delayed: 2 })
  expect(await round(later)).toEqual({ told: 2, delayed: 0 })
})

test('a round without time reports that everything is left, and one with time doesn’t', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round } = campaign(registry)
  for (const name of ['one', 'two', 'three']) await connected(registry, `external-id-of-${name}`)
  const reported: unknown[] = []
  const reports = {
    onTold: (of: unknown) => reported.push(['told', of]),
    onDelayed: (of: unknown) => reported.push(['delayed', of]),
    onError: () => {},
  }
  await reportedUpdates(() => round(later, () => true), reports)
  expect(reported).toEqual([['delayed', { told: 0, delayed: 3 }]])
  await reportedUpdates(() => round(later), reports)
  expect(reported.slice(1)).toEqual([['told', { told: 3, delayed: 0 }]])
})

test('tells of each connection once for each change of what it needs, without a check', async () => {
  const registry = libsqlRegistry(':memory:')
  const { round, told, wait } = campaign(registry)
  const [one, two] = [await connected(registry, 'external-id-of-one'), await connected(registry, 'external-id-of-two')]
  await registry.updatePermissions('one', two, { permissions: updated }, '2026-11-22T07:00:01.000Z')
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  expect(await round(later)).toEqual({ told: 1, delayed: 0 })
  expect(await round(later)).toEqual({ told: 0, delayed: 0 })
  expect(await told()).toEqual([one])
  expect(await round(without('writeResults'))).toEqual({ told: 1, delayed: 0 })
  expect(await told()).toEqual([one, two])
  wait(3)
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
    statuses: { unchecked: 2, disconnecting: 1, disconnected: 1, verified: 0 },
    campaign: { total: 2, pending: 1, chosen: 1, updated: 0 },
  })
  expect(await overview(vendor)).toMatchObject({ campaign: { total: 0, pending: 0, chosen: 0, updated: 0 } })
})

type Double = ReturnType<typeof appDouble>
type Customer = { readonly token: string; readonly id: string }

/** So many customers, each with a verified role. */
async function customersOf({ signIn, connect, send, roles }: Double, count: number): Promise<readonly Customer[]> {
  const customers: Customer[] = []
  for (let index = 0; index < count; index += 1) {
    const token = await signIn()
    const accountId = String(300_000_000_000 + index)
    const { id, roleArn, externalId } = await connect(token, { accountId, externalId: `k7Qm2vK9dRt4XwB8nZc5Hs${1000 + index}` })
    roles.set(roleArn, externalId)
    expect(await (await send('POST', `/api/connections/${id}/verify`, { token })).json()).toMatchObject({ kind: 'verified' })
    customers.push({ token, id })
  }
  return customers
}

async function verified({ send }: Double, { token, id }: Customer): Promise<void> {
  const verdict = await send('POST', `/api/connections/${id}/verify`, { token, body: { now: true } })
  expect(await verdict.json()).toMatchObject({ kind: 'verified' })
}

async function expectToldOnce({ registry }: Double, customers: readonly Customer[]): Promise<void> {
  const page = await registry.events.list({ status: 'pending', after: null, limit: 1000 })
  for (const type of ['connection.needs-update', 'connection.recovered']) {
    const ids = page?.events.filter((event) => event.type === type).map(({ connectionId }) => connectionId)
    expect(ids?.toSorted()).toEqual(customers.map(({ id }) => id).toSorted())
  }
}

test('a campaign over 200 simulated connections ends with 200 updated ones, each told of once and recovered once', {
  timeout: 180_000,
}, async () => {
  const before = appDouble()
  const { registry } = before
  const customers = await customersOf(before, 200)
  const after = appDouble({ registry, vendor: later, sts: before.sts })
  after.clock.ms += 60_000
  const { round, overview } = campaign(registry)
  expect(await round(later)).toEqual({ told: 200, delayed: 0 })
  expect((await overview(later)).campaign).toEqual({ total: 200, pending: 200, chosen: 0, updated: 0 })
  for (const customer of customers) {
    const body = { permissions: updated }
    expect((await after.send('PUT', `/api/connections/${customer.id}/permissions`, { token: customer.token, body })).status).toBe(200)
    await verified(after, customer)
  }
  expect(await round(later)).toEqual({ told: 0, delayed: 0 })
  expect((await overview(later)).campaign).toEqual({ total: 200, pending: 0, chosen: 0, updated: 200 })
  await expectToldOnce(before, customers)
})

test('remembers a role that the config named only between two checks, so that a role which trusts it has no extra trust', async () => {
  const before = appDouble()
  const { registry } = before
  const [customer] = await customersOf(before, 1)
  const { round, wait } = campaign(registry)
  await round(vendor)
  const three = Vendor.parse({ ...vendor, additionalApplicationRoles: [{ name: 'Third' }] })
  expect(await round(three)).toEqual({ told: 1, delayed: 0 })
  wait(4)
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  const changed = await registry.ofAnyTenant(customer?.id ?? '')
  if (changed === null) throw new Error('It exists')
  expect(retiredRoles(changed.check?.verifiedRole, changed.connection, vendor)).toEqual(['arn:aws:iam::111122223333:role/Third'])
})

test('a campaign for another statement under the same ID ends with 200 updated connections as well', { timeout: 180_000 }, async () => {
  const before = appDouble()
  const { registry } = before
  const customers = await customersOf(before, 200)
  const config = granting('s3:GetObjectTagging')
  const after = appDouble({ registry, vendor: config, sts: before.sts })
  after.clock.ms += 60_000
  // Checks that come before the comparison don't hide the change.
  for (const customer of customers.slice(0, 3)) await verified(after, customer)
  const { round, overview } = campaign(registry)
  expect(await round(config)).toEqual({ told: 200, delayed: 0 })
  expect((await overview(config)).campaign).toEqual({ total: 200, pending: 0, chosen: 200, updated: 0 })
  after.clock.ms += 60_000
  for (const customer of customers) await verified(after, customer)
  expect(await round(config)).toEqual({ told: 0, delayed: 0 })
  expect((await overview(config)).campaign).toEqual({ total: 200, pending: 0, chosen: 0, updated: 200 })
  await expectToldOnce(before, customers)
})

test('tells of each changed role again, and of none whose customer chose something else or whose external ID is replaced', async () => {
  const before = appDouble()
  const { registry } = before
  const [same, choosing, rotating] = await customersOf(before, 3)
  const { round, told } = campaign(registry)
  await registry.updatePermissions(
    await tenantOf(registry, choosing),
    choosing?.id ?? '',
    { permissions: updated },
    '2026-11-22T08:30:00.000Z',
  )
  const secondId = claimRequest('one', { externalId: 'a-second-external-id' }).terms.externalId
  const at = '2026-11-22T08:30:00.000Z'
  await registry.rotations.start(await tenantOf(registry, rotating), rotating?.id ?? '', { externalId: secondId, at })
  expect(await round(Vendor.parse({ ...vendor, name: 'Another name' }))).toEqual({ told: 0, delayed: 0 })
  expect(await round(granting('s3:GetObjectTagging'))).toEqual({ told: 2, delayed: 0 })
  expect(await told()).not.toContain(choosing?.id)
  expect(await round(granting('s3:GetObjectAcl'))).toEqual({ told: 2, delayed: 0 })
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  expect((await told()).filter((id) => id === same?.id)).toHaveLength(2)
})

const tenantOf = async (registry: Registry, customer: Customer | undefined) =>
  (await registry.ofAnyTenant(customer?.id ?? ''))?.tenant ?? ''

test('a start with a config that was compared reads no connection, and several copies compare them once', async () => {
  const registry = libsqlRegistry(':memory:')
  for (let count = 0; count < 20; count += 1) await connected(registry, `external-id-${count}`)
  let pages = 0
  const counting: Registry = {
    ...registry,
    changes: (...given) => {
      pages += 1
      return registry.changes(...given)
    },
  }
  const copies = ['one', 'two', 'three'].map((holder) => campaign(counting, holder))
  const rounds = await Promise.all(copies.map(({ round }) => round(later)))
  expect(rounds.toSorted((one, other) => one.told - other.told)).toEqual([
    { told: 0, delayed: 1 },
    { told: 0, delayed: 1 },
    { told: 20, delayed: 0 },
  ])
  expect(pages).toBe(1)
  for (const { round } of copies) expect(await round(later)).toEqual({ told: 0, delayed: 0 })
  expect(pages).toBe(1)
  expect((await copies[0]?.round(vendor))?.delayed).toBe(0)
  expect(pages).toBe(2)
})

test('a copy that starts again with the earlier config during an update of the server tells of nothing twice', async () => {
  const before = appDouble()
  const { registry } = before
  const customers = await customersOf(before, 1)
  const config = granting('s3:GetObjectTagging')
  const { round, told, overview } = campaign(registry)
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  expect(await round(config)).toEqual({ told: 1, delayed: 0 })
  for (let count = 0; count < 2; count += 1) {
    expect(await round(vendor)).toEqual({ told: 0, delayed: 1 })
    expect(await round(config)).toEqual({ told: 0, delayed: 0 })
  }
  expect(await told()).toEqual(customers.map(({ id }) => id))
  expect((await overview(config)).campaign).toMatchObject({ total: 1, chosen: 1 })
})

const typesOf = async (registry: Registry) =>
  (await registry.events.list({ status: 'pending', after: null, limit: 100 }))?.events.map(({ type }) => type)

/** A copy of each version, one customer with a verified role, and an update that was told of. */
async function rollout(config: Vendor) {
  const old = appDouble()
  const { registry } = old
  const [customer] = await customersOf(old, 1)
  if (customer === undefined) throw new Error('There is a customer')
  const copy = appDouble({ registry, vendor: config, sts: old.sts })
  const rounds = campaign(registry)
  await rounds.round(vendor)
  expect(await rounds.round(config)).toEqual({ told: 1, delayed: 0 })
  let ms = old.clock.ms
  /** A check later than all others, by one of the copies. */
  const check = async (double: Double) => {
    ms += 3_600_000
    double.clock.ms = ms
    const verdict = await double.send('POST', `/api/connections/${customer.id}/verify`, { token: customer.token, body: { now: true } })
    return verdict.json()
  }
  return { ...rounds, registry, old, copy, customer, check, types: () => typesOf(registry) }
}

const toldOnce = ['connection.created', 'connection.verified', 'connection.needs-update']

test('a check with the earlier config after an update was told recovers nothing, and the update counts once it is verified', async () => {
  const config = granting('s3:GetObjectTagging')
  const { old, copy, check, types, overview } = await rollout(config)
  for (let count = 0; count < 2; count += 1) expect(await check(old)).toMatchObject({ kind: 'verified' })
  expect(await types()).toEqual(toldOnce)
  expect((await overview(config)).campaign).toMatchObject({ chosen: 1, updated: 0 })
  expect(await check(copy)).toMatchObject({ kind: 'verified' })
  expect(await types()).toEqual([...toldOnce, 'connection.recovered'])
  expect((await overview(config)).campaign).toMatchObject({ chosen: 0, updated: 1 })
})

test('a check with the earlier config recovers nothing of a choice that the customer has to change', async () => {
  const { old, copy, customer, check, types } = await rollout(later)
  expect(await check(old)).toMatchObject({ kind: 'verified' })
  expect(await check(copy)).toMatchObject({ diagnosis: 'update-required' })
  expect(await check(old)).toMatchObject({ kind: 'verified' })
  expect(await types()).toEqual(toldOnce)
  const body = { permissions: updated }
  expect((await copy.send('PUT', `/api/connections/${customer.id}/permissions`, { token: customer.token, body })).status).toBe(200)
  expect(await check(copy)).toMatchObject({ kind: 'verified' })
  expect(await types()).toEqual([...toldOnce, 'connection.recovered'])
})

test('a config that is restored recovers its connections with the first check after three hours', async () => {
  const { old, round, wait, check, types } = await rollout(granting('s3:GetObjectTagging'))
  expect(await round(vendor)).toEqual({ told: 0, delayed: 1 })
  await check(old)
  expect(await types()).toEqual(toldOnce)
  wait(3)
  expect(await round(vendor)).toEqual({ told: 0, delayed: 0 })
  await check(old)
  expect(await types()).toEqual([...toldOnce, 'connection.recovered'])
})

test('says of a changed role what the customer has to update, in the vendor API', async () => {
  const before = appDouble()
  const [customer] = await customersOf(before, 1)
  const changed = await before.registry.ofAnyTenant(customer?.id ?? '')
  if (changed === null) throw new Error('The connection exists')
  const { vendorConnection } = await import('#server/http/vendor-connections.ts')
  expect(vendorConnection(changed, granting('s3:GetObjectTagging'))).toMatchObject({
    needsUpdate: true,
    update: { missing: [], removed: [], roleChanged: true, sentences: ['The role that is requested has changed since it was verified.'] },
  })
  expect(vendorConnection(changed, vendor)).toMatchObject({ needsUpdate: false })
})

test('counts again only what has changed, and all connections once an hour', async () => {
  const registry = libsqlRegistry(':memory:')
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const ids: string[] = []
  for (let count = 0; count < 450; count += 1) ids.push(await connected(registry, `external-id-${count}`))
  const read: number[] = []
  const counting: Registry = {
    ...registry,
    changes: async (...given) => {
      const page = await registry.changes(...given)
      read.push(page?.entries.length ?? 0)
      return page
    },
  }
  const overview = overviews({ registry: counting, vendor, now: () => new Date(clock.ms) })
  const after = (ms: number) => {
    clock.ms += ms
    read.length = 0
    return overview()
  }
  expect((await after(0)).statuses).toMatchObject({ unchecked: 450, verified: 0 })
  expect(read).toEqual([200, 200, 50])
  expect(await after(29_000)).toMatchObject({ countedAt: '2026-11-22T08:00:00.000Z' })
  expect(read).toEqual([])
  await registry.saveVerdict(ids[0] ?? '', { ...verifiedAt(clock.ms), isChanged: true })
  await registry.disconnect('one', ids[1] ?? '', new Date(clock.ms).toISOString())
  expect((await after(2000)).statuses).toMatchObject({ unchecked: 448, verified: 1, disconnected: 1 })
  expect(read).toEqual([2])
  await registry.deleteTenant('one')
  expect((await after(31_000)).statuses).toMatchObject({ unchecked: 448 })
  expect((await after(3_600_000)).statuses).toMatchObject({ unchecked: 0, verified: 0, disconnected: 0 })
})

function verifiedAt(ms: number) {
  const given = found('verified')
  return { ...given, verdict: { ...given.verdict, checkedAt: new Date(ms).toISOString() } }
}

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
