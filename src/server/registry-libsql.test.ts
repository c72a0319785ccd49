import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found, registryContract } from './registry-contract.test-data.ts'
import { libsqlRegistry } from './registry-libsql.ts'

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

registryContract([
  ['in memory', () => opened(':memory:')],
  ['in a file', () => opened(registryFile())],
])

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
  await before.saveVerdict(connection, found('verified'))
  before.close()
  const after = opened(path)
  expect(await after.find('one', connection.id)).toEqual(connection)
  expect(await after.lastVerdict(connection.id)).toEqual({ ...found('verified'), isCurrent: true })
  expect(await after.claim(claimRequest('two'))).toEqual({ kind: 'external-id-taken' })
})
