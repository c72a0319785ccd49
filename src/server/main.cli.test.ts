import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { userConfig } from '#core/fixtures.test-data.ts'
import { asked } from './http/app-double.test-data.ts'
import { localServer } from './local-server.test-data.ts'
import { newFolder, printed, run, serverAddress } from './started-server.test-data.ts'

test('prints its URL and that AWS is simulated, serves, and stops on SIGTERM', async () => {
  const started = run({})
  const address = await serverAddress(started)
  const endpoint = await printed(started, /AWS: simulated, on (http:\/\/127\.0\.0\.1:\d+) /)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect((await fetch(endpoint)).status).toBeLessThan(500)
  expect(started.output()).not.toContain('Warning')
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
})

test('does not start in production without ROLEBRIDGE_AWS', async () => {
  const started = run({ NODE_ENV: 'production', PORT: 'http' })
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatchInlineSnapshot(`
    "Rolebridge cannot start.
      PORT: must be a whole number from 0 to 65535
      ROLEBRIDGE_AWS: must be set in production, to "live" or "simulator"
    "
  `)
})

test('names the faulty config file', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'vendor-')), 'vendor.json')
  writeFileSync(path, '{"name":""}')
  onTestFinished(() => rmSync(path))
  const broken = run({ ROLEBRIDGE_VENDOR: path })
  expect(await broken.ended).toBe(1)
  expect(broken.output()).toContain(`${path}: permissionSets: `)
  const absent = run({ ROLEBRIDGE_VENDOR: `${path}.absent` })
  expect(await absent.ended).toBe(1)
  expect(absent.output()).toContain(`There is no file ${path}.absent.`)
})

test('checks a config without starting', async () => {
  const checked = run({}, ['check'])
  expect(await checked.ended).toBe(0)
  expect(checked.output()).toBe('public/vendor.json (Pixelworks): 0 errors, 0 warnings. The server starts with it.\n')
})

test('starts as an IAM user, is ready, and warns about its key', async () => {
  const path = join(newFolder(), 'vendor.json')
  writeFileSync(path, JSON.stringify(userConfig))
  const checked = run({ ROLEBRIDGE_VENDOR: path }, ['check'])
  expect(await checked.ended).toBe(0)
  expect(checked.output()).toContain('applicationUser: An IAM user needs an access key')
  expect(checked.output()).toContain('): 0 errors, ')
  const started = run({ ROLEBRIDGE_VENDOR: path })
  const address = await serverAddress(started)
  const ready = await fetch(`${address}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([200, expect.stringContaining('"ready"')])
  const { token } = Session.parse(await (await fetch(`${address}/api/sessions`, { method: 'POST' })).json())
  const headers = { Authorization: `Bearer ${token}` }
  const body = JSON.stringify(asked)
  const { id } = Connection.parse(await (await fetch(`${address}/api/connections`, { method: 'POST', headers, body })).json())
  const verdict = await fetch(`${address}/api/connections/${id}/verify`, { method: 'POST', headers })
  expect(await verdict.json()).toMatchObject({ kind: 'waiting' })
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(started.output()).not.toContain('were not checked')
})

test('rejects the demo vendor with live AWS in production', async () => {
  const started = run({ NODE_ENV: 'production', ROLEBRIDGE_AWS: 'live' })
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain('public/vendor.json: These accounts are from examples, as in the demo vendor')
})

test('names the port that is in use', async () => {
  const { port } = await localServer()
  const started = run({ PORT: String(port), ROLEBRIDGE_SIMULATOR_PORT: '0' })
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain(`Port ${port} is in use: stop the program that listens there, or set PORT`)
})

test('creates the registry without starting, and checks what is due', async () => {
  const environment = { ROLEBRIDGE_DATA: newFolder(), ROLEBRIDGE_SIMULATOR_PORT: '0' }
  const migrated = run(environment, ['migrate'])
  expect([await migrated.ended, migrated.output()]).toEqual([0, 'The registry is up to date.\n'])
  const checked = run(environment, ['check-due'])
  expect([await checked.ended, checked.output()]).toEqual([0, 'Checked 0 connections.\n'])
})

test('backs up only a registry in a file', async () => {
  const backup = run({ ROLEBRIDGE_REGISTRY: 'dynamodb:rolebridge' }, ['backup', 'file'])
  expect(await backup.ended).toBe(1)
  expect(backup.output()).toContain('point-in-time recovery in DynamoDB')
})

test('rejects an unknown command and lists the known ones', async () => {
  const started = run({}, ['restore'])
  expect(await started.ended).toBe(1)
  expect(started.output()).toContain('Unknown command restore')
  for (const known of ['start', 'init [FILE]', 'backup FILE', '--help']) expect(started.output()).toContain(known)
})

const Listed = z.object({ connections: z.array(z.object({ id: z.string() })) })

test('an acknowledged claim survives kill -9, and a backup works while the server runs', async () => {
  const folder = newFolder()
  const environment = { ROLEBRIDGE_DATA: folder }
  const first = run(environment)
  const address = await serverAddress(first)
  const { token } = Session.parse(await (await fetch(`${address}/api/sessions`, { method: 'POST' })).json())
  const headers = { Authorization: `Bearer ${token}` }
  const body = JSON.stringify(asked)
  const connection = Connection.parse(await (await fetch(`${address}/api/connections`, { method: 'POST', headers, body })).json())
  const file = join(folder, 'backup.db')
  const backup = run(environment, ['backup', file])
  expect(await backup.ended).toBe(0)
  expect(backup.output()).toContain(`Backed up 1 connection to ${file}.`)
  expect(backup.output()).toContain('To restore it: Stop the server.')
  first.child.kill('SIGKILL')
  await first.ended
  const second = run(environment)
  const again = await serverAddress(second)
  const { connections } = Listed.parse(await (await fetch(`${again}/api/connections`, { headers })).json())
  expect(connections).toEqual([expect.objectContaining({ id: connection.id })])
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(statSync(join(folder, 'registry.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0)
})
