import { expect } from 'vitest'
import type { Registry } from './registry.ts'
import { claimed, claimRequest, found, last } from './registry-contract.test-data.ts'

/** Each change by one copy is what the other reads next, though it has read the connection before. */
export async function expectOneContent(one: Registry, two: Registry): Promise<void> {
  const connection = await claimed(one, claimRequest('one'))
  const { id } = connection
  const at = '2026-11-22T08:00:00.000Z'
  expect(await two.find('one', id)).toEqual(connection)
  expect(await two.state('one', id)).toEqual({ connection, last: null, others: [] })
  await one.saveVerdict(id, found('verified'))
  expect(await two.lastVerdict(id)).toEqual(last('verified'))
  expect((await two.state('one', id))?.last).toEqual(last('verified'))
  await one.saveVerdict(id, found('waiting'))
  expect((await two.state('one', id))?.last).toEqual(last('waiting'))
  const permissions = { writeResults: { resultBucket: 'acme-results' } }
  await one.updatePermissions('one', id, { permissions }, at)
  expect((await two.state('one', id))?.connection.permissions).toEqual(permissions)
  const { externalId: second } = claimRequest('one', { externalId: 'a-second-external-id' }).terms
  await one.rotations.start('one', id, { externalId: second, at })
  expect((await two.state('one', id))?.connection.rotation).toEqual({ externalId: second, startedAt: at, confirmedAt: null })
  await one.rotations.confirm('one', id, { secondId: second, at })
  expect((await two.state('one', id))?.connection.externalId).toBe('a-second-external-id')
  expect((await two.find('one', id))?.externalId).toBe('a-second-external-id')
  expect(await two.claim(claimRequest('two'))).toEqual({ kind: 'external-id-taken' })
  await one.disconnect('one', id, at)
  expect(await two.state('one', id)).toBeNull()
  const again = await claimed(one, claimRequest('one', { externalId: 'a-third-external-id' }))
  expect((await two.state('one', again.id))?.connection).toEqual(again)
  await one.deleteTenant('one')
  expect(await two.state('one', again.id)).toBeNull()
}
