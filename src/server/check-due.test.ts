import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assembled, dataFolder } from './assembled-app.test-data.ts'
import { checkDue } from './check-due.ts'
import { vendor } from './http/app-double.test-data.ts'
import { libsqlRegistry } from './registry/libsql/libsql-registry.ts'

test('the command tells of an update that a changed config asks for, before it checks', async () => {
  const folder = dataFolder()
  const { signIn, connect, stop } = await assembled(folder)
  const { id } = await connect(await signIn())
  await stop()
  const file = join(folder, 'vendor.json')
  writeFileSync(file, JSON.stringify({ ...vendor, permissionSets: vendor.permissionSets.map((set) => ({ ...set, required: true })) }))
  const environment = { ROLEBRIDGE_VENDOR: file, ROLEBRIDGE_DATA: folder, PORT: '0', ROLEBRIDGE_SIMULATOR_PORT: '0', LOG_LEVEL: 'silent' }
  for (let run = 0; run < 2; run += 1) expect(await checkDue(environment)).toMatchObject({ exitCode: 0 })
  const registry = libsqlRegistry(join(folder, 'registry.db'))
  const events = (await registry.events.list({ status: 'pending', after: null, limit: 9 }))?.events
  await registry.close()
  expect(events?.map((event) => [event.connectionId, event.type])).toEqual([
    [id, 'connection.created'],
    [id, 'connection.needs-update'],
  ])
})
