import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { handoffRecordsContract } from './handoff-records-contract.test-data.ts'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found, last, registryContract } from './registry-contract.test-data.ts'
import { libsqlRegistry } from './registry-libsql.ts'
import { sessionRecordsContract } from './session-records-contract.test-data.ts'

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

registryContract(makers)
handoffRecordsContract(makers)
sessionRecordsContract(makers)

test('of 50 claims of one external ID over two registries on one file, one wins', async () => {
  const path = registryFile()
  const registries = [opened(path), opened(path)]
  const claims = Array.from({ length: 25 }, (_, index) =>
    registries.map((registry, side) => registry.claim(claimRequest(`tenant-${index}-${side}`))),
  )
  const answers = await Promise.all(claims.flat())
  expect(answers.filter((answer) => answer.kind === 'claimed')).toHaveLength(1)
})

test('a registry in a file is still there when it is opened again', async () => {
  const path = registryFile()
  const before = libsqlRegistry(path)
  const connection = await claimed(before, claimRequest('one'))
  await before.saveVerdict(connection.id, found('verified'))
  before.close()
  const after = opened(path)
  expect(await after.find('one', connection.id)).toEqual(connection)
  expect(await after.lastVerdict(connection.id)).toEqual(last('verified'))
  expect(await after.claim(claimRequest('two'))).toEqual({ kind: 'external-id-taken' })
})

/** As the first version wrote it. */
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

test('a registry of the first version is brought up to date, and what it knew still holds', async () => {
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
  expect(await registry.claim(request)).toEqual({ kind: 'existing', connection: { ...connection, roleArn: request.roleArn } })
  expect(await opened(path).lastVerdict('connection')).toEqual(last('waiting'))
})
