import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import type { Handoff } from '#core/connection/handoff.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import {
  expectLaterEventsKept,
  expectLostEventsReported,
  expectNewerFieldsKept,
  expectNewerRememberedKept,
  expectUnreadableEventsPassed,
} from '#server/registry/newer-fields.test-data.ts'
import { handoffRemovalContract } from '#server/registry/records-contract.test-data.ts'
import { type Registry, UnreadableConnection } from '#server/registry/registry.ts'
import { claimed, claimRequest, found, last } from '#server/registry/registry-contract.test-data.ts'
import { oncePerRow, type UnreadableRow } from '#server/registry/registry-rows.ts'
import { expectOneContent } from '#server/registry/two-copies.test-data.ts'
import { requestIdRemovalContract } from '#server/registry/vendor-contract.test-data.ts'
import { wholeContract } from '#server/registry/whole-contract.test-data.ts'
import { openRegistryDatabase } from './database.ts'
import { ofConnection } from './deletions.ts'
import { libsqlRegistry } from './libsql-registry.ts'

function registryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'registry.db')
}

function opened(path: string): Registry {
  const registry = libsqlRegistry(path)
  onTestFinished(() => registry.close())
  return registry
}

const makers = [
  ['in memory', () => opened(':memory:')],
  ['in a file', () => opened(registryFile())],
] as const

wholeContract(makers)
handoffRemovalContract(makers)
requestIdRemovalContract(makers)

test('accepts one of 50 claims of one external ID over two registries on one file', async () => {
  const path = registryFile()
  const registries = [opened(path), opened(path)]
  const claims = Array.from({ length: 25 }, (_, index) =>
    registries.map((registry, side) => registry.claim(claimRequest(`tenant-${index}-${side}`))),
  )
  const answers = await Promise.all(claims.flat())
  expect(answers.filter((answer) => answer.kind === 'claimed')).toHaveLength(1)
})

test.each(ofConnection)('deletes a connection without scanning a table: %s', (statement) => {
  const database = openRegistryDatabase(':memory:', null)
  onTestFinished(() => void database.close())
  const plan = database.prepare(`explain query plan ${statement}`).all({ tenant: 'one', id: 'any' })
  const steps = plan.map((row) => z.object({ detail: z.string() }).parse(row).detail)
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([])
  expect(steps).not.toEqual([])
})

test('keeps the columns of a newer version through every change of a connection', async () => {
  const path = registryFile()
  const registry = opened(path)
  const newer = new Database(path)
  onTestFinished(() => void newer.close())
  newer.exec('alter table connections add column newer text')
  const row = (columns: string, id: string) => JSON.stringify(newer.prepare(`select ${columns} from connections where id = ?`).get(id))
  await expectNewerFieldsKept({
    registry,
    add: async (id) => newer.prepare('update connections set newer = ? where id = ?').run('of a newer version', id),
    isThere: async (id) => row('newer', id).includes('of a newer version'),
    stored: async (id) => JSON.stringify([row('*', id), await registry.lastVerdict(id)]),
  })
})

test('keeps what a newer version remembers of a verdict when it tells of an update', async () => {
  const path = registryFile()
  const registry = opened(path)
  const newer = new Database(path)
  onTestFinished(() => void newer.close())
  const fields = "'$.newer', 'remembered of a newer version', '$.verifiedRole.newer', 'role of a newer version'"
  await expectNewerRememberedKept({
    registry,
    add: async (id) => newer.prepare(`update verdicts set remembered = json_set(remembered, ${fields}) where connection_id = ?`).run(id),
    stored: async (id) => JSON.stringify(newer.prepare('select remembered from verdicts where connection_id = ?').get(id)),
  })
})

/** Another copy of the server that writes until it is told to stop. */
function writerOf(path: string): { readonly end: () => void } {
  const database = new Database(path)
  database.exec('begin immediate')
  const end = () => void (database.inTransaction && database.exec('commit'))
  onTestFinished(() => void database.close())
  return { end }
}

test('lets other requests run while another copy writes, and then claims', async () => {
  const path = registryFile()
  const registry = opened(path)
  const connection = await claimed(registry, claimRequest('one'))
  const writer = writerOf(path)
  const claim = registry.claim(claimRequest('two', { externalId: 'another-external-id' }))
  expect(await registry.find('one', connection.id)).toEqual(connection)
  writer.end()
  expect(await claim).toMatchObject({ kind: 'claimed' })
})

const time = '2026-11-22T08:00:00.000Z'
const later = '2026-11-22T08:01:00.000Z'
const lease = { holder: 'this copy', now: time, until: later }

/** The writes that are one statement each. Two of them at once wait for the lock. */
const singleWrites: Readonly<Record<string, (registry: Registry, id: string) => Promise<unknown>>> = {
  'takes a lease': ({ leases }, id) => leases.take(id, lease),
  'releases a lease': ({ leases }, id) => leases.release(id, 'this copy'),
  'keeps the first check': ({ firstCheckAt }, id) => firstCheckAt(id, time),
  'removes expired events': ({ events }) => events.removeExpired(time),
  'removes expired links': ({ handoffs }) => handoffs.removeExpired(time),
  'keeps what a removal check found': ({ disconnections }, id) =>
    disconnections.save('one', id, { requestedAt: time, check: null, deniedSince: null }, later),
}

test.each(Object.entries(singleWrites))('%s after another copy has written, and then reads what that one wrote', async (_, write) => {
  const path = registryFile()
  const registry = opened(path)
  const { id } = await claimed(registry, claimRequest('one'))
  const database = new Database(path)
  onTestFinished(() => void database.close())
  const rename = (region: string) => database.prepare('update connections set region = ? where id = ?').run(region, id)
  database.exec('begin immediate')
  rename('eu-west-1')
  const writes = Promise.all([registry.leases.take(id, lease), write(registry, id), registry.firstCheckAt(id, time)])
  await setTimeout(20)
  await registry.find('one', id)
  database.exec('commit')
  rename('eu-central-1')
  await writes
  expect((await registry.find('one', id))?.region).toBe('eu-central-1')
})

test('says that it cannot be written while another copy keeps it locked, without blocking the process', async () => {
  const path = registryFile()
  const registry = opened(path)
  writerOf(path)
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 5)
  onTestFinished(() => clearInterval(ticking))
  expect(await registry.fault()).toBe('can’t be written (SQLITE_BUSY)')
  expect(turns).toBeGreaterThan(3)
})

test('reads at once what another copy has written to the file', async () => {
  const path = registryFile()
  await expectOneContent(opened(path), opened(path))
})

test('reads at once what an older copy, or a person, has written to the file', async () => {
  const path = registryFile()
  const registry = opened(path)
  const { id } = await claimed(registry, claimRequest('one'))
  await registry.saveVerdict(id, found('verified'))
  const state = () => registry.state('one', id)
  expect((await state())?.last).toEqual(last('verified'))
  const older = new Database(path)
  onTestFinished(() => void older.close())
  const { verdict, remembered } = last('waiting')
  const texts = [JSON.stringify(verdict), JSON.stringify(remembered)]
  older.prepare('insert or replace into verdicts (connection_id, asked, verdict, remembered) values (?, ?, ?, ?)').run(id, 'old', ...texts)
  expect((await state())?.last).toEqual(last('waiting', 'old'))
  older.prepare('update verdicts set asked = ? where connection_id = ?').run('older', id)
  expect((await state())?.last?.asked).toBe('older')
  older.prepare("update connections set region = 'eu-west-1' where id = ?").run(id)
  expect((await state())?.connection.region).toBe('eu-west-1')
  older.prepare('delete from verdicts where connection_id = ?').run(id)
  expect((await state())?.last).toBeNull()
  older.prepare("update connections set permissions = '{' where id = ?").run(id)
  await expect(state()).rejects.toThrow(UnreadableConnection)
})

test('keeps its content in the file', async () => {
  const path = registryFile()
  const before = libsqlRegistry(path)
  const connection = await claimed(before, claimRequest('one'))
  await before.saveVerdict(connection.id, found('verified'))
  await before.close()
  const after = opened(path)
  expect(await after.find('one', connection.id)).toEqual(connection)
  expect(await after.lastVerdict(connection.id)).toEqual(last('verified'))
  expect(await after.claim(claimRequest('two'))).toEqual({ kind: 'external-id-taken' })
})

/** A registry in the form of the first version. */
const firstVersion = `
  create table claims (
    external_id text primary key, tenant text not null, connection_id text not null, claimed_at text not null
  ) strict, without rowid;
  create table connections (
    id text primary key, tenant text not null, account_id text not null, partition text not null, region text not null,
    external_id text not null unique references claims (external_id), permissions text not null, role_arn text not null,
    created_at text not null, first_look_at text, first_verified_at text
  ) strict;
  create index connections_by_tenant on connections (tenant, created_at);
  create table verdicts (
    connection_id text primary key references connections (id), permissions text not null, verdict text not null, remembered text not null
  ) strict, without rowid;
  insert into claims values ('k7Qm2vK9dRt4XwB8nZc5Hs2P', 'one', 'connection', '2026-11-22T08:00:00.000Z');
  insert into connections values ('connection', 'one', '444455556666', 'aws', 'us-east-1', 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    '{"readSourceImages":{"sourceBuckets":["acme-uploads"]}}', 'arn:aws:iam::444455556666:role/R', '2026-11-22T08:00:00.000Z', null, null);
  insert into verdicts values ('connection', '{"readSourceImages":{"sourceBuckets":["acme-uploads"]}}', '${JSON.stringify(found('verified').verdict)}',
    '${JSON.stringify(found('verified').remembered)}');
  pragma user_version = 1;
`

test('migrates a registry of the first version with its content', async () => {
  const path = registryFile()
  const old = new Database(path)
  old.exec(firstVersion)
  old.close()
  const request = claimRequest('one')
  const registry = opened(path)
  const connection = {
    ...request.terms,
    id: 'connection',
    roleArn: 'arn:aws:iam::444455556666:role/R',
    createdAt: '2026-11-22T08:00:00.000Z',
  }
  expect(await registry.find('one', 'connection')).toEqual(connection)
  expect(await registry.lastVerdict('connection')).toEqual({ ...last('verified'), asked: null })
  await registry.saveVerdict('connection', found('waiting'))
  expect(await registry.claim(request)).toEqual({
    kind: 'existing',
    connection: { ...connection, roleArn: request.roleArn(connection.id, null) },
  })
  expect(await opened(path).lastVerdict('connection')).toEqual(last('waiting'))
})

test.each([
  ['this version can use', '9', null],
  ['this version cannot use', '99', 'was written by a newer version (schema 99)'],
])('opens only such a registry of a newer version that %s', async (_, compatibleFrom, refusal) => {
  const path = registryFile()
  await libsqlRegistry(path).close()
  const newer = new Database(path)
  newer.prepare("insert or replace into properties (name, value) values ('compatible-from', ?)").run(compatibleFrom)
  newer.exec('pragma user_version = 99')
  newer.close()
  if (refusal === null) expect(await claimed(opened(path), claimRequest('one'))).toMatchObject({ accountId: '444455556666' })
  else expect(() => libsqlRegistry(path)).toThrow(refusal)
})

test('keeps what an older copy writes, which knows nothing of changes', async () => {
  const path = registryFile()
  const registry = opened(path)
  const { id } = await claimed(registry, claimRequest('one'))
  const older = new Database(path)
  older.exec('update connections set changed_at = null')
  older.close()
  expect((await registry.changes({}, { after: null, limit: 10 }))?.entries).toMatchObject([{ connection: { id } }])
})

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

test('writes each claim to the disk before it returns', () => {
  const database = openRegistryDatabase(registryFile(), null)
  onTestFinished(() => {
    database.close()
  })
  expect(database.prepare('pragma synchronous').get()).toMatchObject({ synchronous: 2 })
})

test('leaves nothing in the log after it is closed', async () => {
  const path = registryFile()
  const registry = libsqlRegistry(path)
  const connection = await claimed(registry, claimRequest('one'))
  expect(sizeOf(`${path}-wal`)).toBeGreaterThan(0)
  await registry.close()
  expect(sizeOf(`${path}-wal`)).toBe(0)
  const copy = registryFile()
  copyFileSync(path, copy)
  expect(await opened(copy).find('one', connection.id)).toEqual(connection)
})

test('no other user of the machine can read it', async () => {
  const path = registryFile()
  await claimed(opened(path), claimRequest('one'))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600])
})

/** Three connections of one tenant, with what was reported as unreadable. */
async function threeConnections() {
  const path = registryFile()
  const reported: UnreadableRow[] = []
  const registry = libsqlRegistry(path, { report: oncePerRow((row) => reported.push(row)) })
  onTestFinished(() => registry.close())
  const connections = []
  for (const name of ['first', 'second', 'third'])
    connections.push(await claimed(registry, claimRequest('one', { externalId: `external-id-of-${name}` })))
  const [first, second, third] = connections
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three')
  const change = (sql: string, ...values: readonly string[]) => {
    const database = new Database(path)
    database.prepare(sql).run(...values)
    database.close()
  }
  return { path, registry, reported, first, second, third, change }
}

test.each([
  ['permissions', '{"readSourceImages":'],
  ['permissions', '[]'],
  ['role_options', '{"path":7}'],
  ['permissions_policy', 'no JSON'],
  ['region', 'mars-north-1'],
  ['created_at', 'yesterday'],
])('leaves out and reports a connection whose %s is %s, and shows the others', async (column, value) => {
  const { registry, reported, first, second, third, change } = await threeConnections()
  change(`update connections set ${column} = ? where id = ?`, value, second.id)
  const page = await registry.list('one', { after: null, limit: 10 })
  expect(page?.entries.map(({ connection }) => connection)).toEqual([first, third])
  expect(page?.unreadable).toBe(1)
  const [start, end] = [await registry.list('one', { after: null, limit: 2 }), await registry.list('one', { after: second.id, limit: 2 })]
  expect([start?.next, end?.entries.length, end?.next]).toEqual([second.id, 1, null])
  await expect(registry.find('one', second.id)).rejects.toThrow(UnreadableConnection)
  expect(await registry.find('two', second.id)).toBeNull()
  expect(reported).toEqual([{ table: 'connections', id: second.id }])
})

test.each([
  ['verdict', 'no JSON'],
  ['verdict', '{"kind":"verified"}'],
  ['remembered', '{'],
])('counts a verdict as none when its %s is %s', async (column, value) => {
  const { registry, reported, first, second, change } = await threeConnections()
  for (const { id } of [first, second]) await registry.saveVerdict(id, found('verified'))
  change(`update verdicts set ${column} = ? where connection_id = ?`, value, first.id)
  const page = await registry.list('one', { after: null, limit: 10 })
  expect(page?.entries.map(({ check }) => check?.kind ?? null)).toEqual([null, 'verified', null])
  expect(await registry.lastVerdict(first.id)).toBeNull()
  expect(reported).toEqual([{ table: 'verdicts', id: first.id }])
  await registry.saveVerdict(first.id, found('unsafe'))
  expect(await registry.lastVerdict(first.id)).toEqual(last('unsafe'))
})

test("tries another tenant's ID again if its outcome is unreadable", async () => {
  const { registry, first, change } = await threeConnections()
  const other = await claimed(registry, claimRequest('two', { externalId: 'external-id-of-two' }))
  const results = [{ connectionId: other.id, externalId: other.externalId, outcome: 'denied', wasAccepted: false } as const]
  await registry.saveVerdict(first.id, { ...found('verified'), otherExternalIds: results, isChanged: true })
  expect(await registry.otherExternalIds('one', first)).toMatchObject([{ connectionId: other.id, outcome: 'denied' }])
  change("update other_external_ids set outcome = 'maybe'")
  expect(await registry.otherExternalIds('one', first)).toMatchObject([{ connectionId: other.id, outcome: null }])
})

test('shows the readable rows if a page of the file is damaged, and reports the damage', async () => {
  const path = registryFile()
  const before = libsqlRegistry(path)
  const count = 40
  for (let index = 0; index < count; index += 1)
    await claimed(before, claimRequest('one', { externalId: `external-id-number-${index}` }, count))
  await before.close()
  damagePage(path, lastPageOf(path, 'connections'))
  const registry = opened(path)
  const page = await registry.list('one', { after: null, limit: count })
  expect(page?.entries.length).toBeGreaterThan(0)
  expect(page?.unreadable).toBeGreaterThan(0)
  expect((page?.entries.length ?? 0) + (page?.unreadable ?? 0)).toBe(count)
  expect(await registry.fault()).toBe('is damaged')
})

function lastPageOf(path: string, table: string): number {
  const database = new Database(path)
  const row = database.prepare("select max(pageno) as page from dbstat where name = ? and pagetype = 'leaf'").get(table)
  database.close()
  return z.object({ page: z.int() }).parse(row).page
}

function damagePage(path: string, number: number): void {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0xff, (number - 1) * 4096, number * 4096))
}

test("notices that it can't write, that its file is gone, and that it works again", async () => {
  const path = registryFile()
  const registry = opened(path)
  expect(await registry.fault()).toBeNull()
  const other = new Database(path)
  other.exec('begin immediate')
  expect(await registry.fault()).toBe('can’t be written (SQLITE_BUSY)')
  other.exec('rollback')
  other.close()
  expect(await registry.fault()).toBeNull()
  rmSync(path)
  expect(await registry.fault()).toBe('was removed or replaced while the server was running')
})

test('does not grow with repeated fault checks', async () => {
  const path = registryFile()
  const registry = libsqlRegistry(path)
  await registry.fault()
  await registry.close()
  const size = sizeOf(path)
  const again = libsqlRegistry(path)
  for (let count = 0; count < 20; count += 1) await again.fault()
  await again.close()
  expect(sizeOf(path)).toBe(size)
})

test('belongs to the AWS of its first start and rejects any other', async () => {
  const path = registryFile()
  await libsqlRegistry(path, { aws: 'simulator' }).close()
  expect(() => libsqlRegistry(path, { aws: 'aws' })).toThrow('belongs to the simulator')
  expect(() => libsqlRegistry(path, { aws: 'http://localhost:4566' })).toThrow('belongs to the simulator')
  await libsqlRegistry(path, { aws: 'simulator' }).close()
})

test.each([
  ['simulated verdicts', [true, false], 'simulator'],
  ['verdicts of AWS', [false], 'aws'],
  ['no verdict', [], 'http://localhost:4566'],
] as const)('a registry of an earlier version with %s belongs to what they say', async (_, simulated, owner) => {
  const path = registryFile()
  const earlier = libsqlRegistry(path)
  for (const [index, isSimulated] of simulated.entries()) {
    const { id } = await claimed(earlier, claimRequest('one', { externalId: `external-id-number-${index}` }))
    await earlier.saveVerdict(id, { ...found('verified'), verdict: { ...found('verified').verdict, simulated: isSimulated } })
  }
  await earlier.close()
  const others = ['aws', 'simulator', 'http://localhost:4566'].filter((aws) => aws !== owner)
  await libsqlRegistry(path, { aws: owner }).close()
  for (const aws of others) expect(() => libsqlRegistry(path, { aws })).toThrow(StartRefusal)
})

test('removes an expired link that an earlier version wrote', async () => {
  const path = registryFile()
  const registry = opened(path)
  const handoff: Omit<Handoff, 'id' | 'expiresAt'> = {
    purpose: 'create-role',
    requestedBy: null,
    connectionId: null,
    draft: null,
    createdAt: time,
    openedAt: null,
    revokedAt: null,
    messages: [],
  }
  for (const [id, expiresAt] of [
    ['early', time],
    ['late', later],
  ] as const)
    await registry.handoffs.add({ tenant: 'one', tokenSha256: id, handoff: { ...handoff, id, expiresAt } })
  const database = new Database(path)
  onTestFinished(() => void database.close())
  database.exec(
    "update handoffs set removed_at = null; insert into handoffs (id, token_sha256, tenant, handoff) values ('torn', 'torn', 'one', '{')",
  )
  await registry.handoffs.removeExpired('2026-12-22T08:00:00.000Z')
  expect((await registry.handoffs.list('one')).map(({ handoff: { id } }) => id)).toEqual(['late'])
})

test.each([
  ['passes by an event of a later version, and keeps it', expectLaterEventsKept],
  ['sends an event after a failure of a later version, and passes by what it can’t read', expectUnreadableEventsPassed],
])('%s', async (_, expectIt) => {
  const path = registryFile()
  const registry = opened(path)
  const database = new Database(path)
  onTestFinished(() => void database.close())
  const update = database.prepare('update events set event = replace(event, ?1, ?2), delivery = replace(delivery, ?1, ?2) where id = ?3')
  await expectIt({ registry, retype: async (id, from, to) => update.run(from, to, id) })
})

test('reports an event that it can’t read once, and again when it expires', async () => {
  const path = registryFile()
  const reports: UnreadableRow[] = []
  const registry = libsqlRegistry(path, { report: oncePerRow((row) => reports.push(row)) })
  const database = new Database(path)
  onTestFinished(async () => {
    database.close()
    await registry.close()
  })
  const update = database.prepare('update events set delivery = replace(delivery, ?, ?) where id = ?')
  await expectLostEventsReported({ registry, retype: async (id, from, to) => update.run(from, to, id) }, reports)
})
