import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test, vi } from 'vitest'
import { assembled, dataFolder } from '#server/assembled-app.test-data.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { asked } from '#server/http/app-double.test-data.ts'
import { backUpRegistry } from './libsql/backup.ts'

/** A data folder in which a server has run, with one connection that was checked once. */
async function usedFolder() {
  const folder = dataFolder()
  const { send, signIn, connect, stop } = await assembled(folder)
  const token = await signIn()
  const connection = await connect(token)
  await send('POST', `/api/connections/${connection.id}/verify`, token)
  await stop()
  return { folder, path: join(folder, 'registry.db'), token, connection }
}

const isRefused = (folder: string, start: Parameters<typeof assembled>[1] = {}) =>
  assembled(folder, start).then(
    async ({ stop }) => {
      await stop()
      return null
    },
    (error: unknown) => (error instanceof StartRefusal ? error.lines : null),
  )

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['of no bytes', (path: string) => replaceBy(path, () => writeFileSync(path, ''))],
  ['a database of nothing', (path: string) => replaceBy(path, () => emptyDatabase(path))],
])('does not replace a registry that is %s unless requested', async (_, lose) => {
  const { folder, path, connection } = await usedFolder()
  lose(path)
  const lines = await isRefused(folder)
  expect(lines?.[0]).toContain(path)
  expect(lines?.[0]).toContain(join(folder, 'session-secret'))
  expect(lines?.slice(1)).toEqual([
    'An empty registry does not know which external IDs were issued, and could give them to another tenant.',
    `Restore a backup to ${path}. If there never was a registry, start once with --new-registry.`,
  ])
  expect(existsSync(path) ? statSync(path).size : 0).toBeLessThanOrEqual(2 * 4096)
  const { signIn, connect, stop } = await assembled(folder, { isNewRegistryAllowed: true })
  expect((await connect(await signIn())).id).not.toBe(connection.id)
  await stop()
  expect(await isRefused(folder)).toBeNull()
})

function replaceBy(path: string, write: () => void): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  write()
}

function emptyDatabase(path: string): void {
  const database = new Database(path)
  database.exec('create table other (a text)')
  database.close()
}

test.each(['session-secret', 'receipt-key.json'])('recognizes a lost registry from %s alone', async (name) => {
  const folder = dataFolder()
  writeFileSync(join(folder, name), 'kept')
  expect(await isRefused(folder)).not.toBeNull()
})

test('does not start with a registry URL of an unknown scheme', async () => {
  const lines = await isRefused(dataFolder(), { environment: { ROLEBRIDGE_REGISTRY: 'other://host/registry' } })
  expect(lines).toEqual(['ROLEBRIDGE_REGISTRY: there is no registry for other:. Use file: or dynamodb:TABLE or postgres://….'])
})

test('starts, and starts again, with secrets from the environment', async () => {
  const folder = dataFolder()
  const environment = { ROLEBRIDGE_SESSION_SECRET: 'a secret of at least 32 characters.' }
  writeFileSync(join(folder, 'registry.db'), '')
  expect(await isRefused(folder, { environment })).toBeNull()
  expect(await isRefused(folder, { environment })).toBeNull()
})

test('uses a registry that was created before any secret', async () => {
  const { folder } = await usedFolder()
  for (const name of ['session-secret', 'receipt-key.json']) rmSync(join(folder, name))
  expect(await isRefused(folder)).toBeNull()
  expect(existsSync(join(folder, 'session-secret'))).toBe(true)
})

/** Creates a registry in two commits, with a pause before the second, in a process of its own. */
const slowCreator = `
  import Database from 'libsql'
  import { migrations } from '#server/registry/libsql/schema.ts'
  const database = new Database(process.argv[1])
  database.exec('pragma journal_mode = wal; create table started (id text)')
  database.exec('begin immediate')
  console.log('started')
  setTimeout(() => {
    for (const step of migrations) database.exec(step)
    database.exec('drop table started; pragma user_version = ' + migrations.length + '; commit')
    database.close()
  }, 500)
`

test('waits for another copy that is creating the registry', async () => {
  const folder = dataFolder()
  const creator = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', slowCreator, join(folder, 'registry.db')])
  const ended = once(creator, 'close')
  expect(String(await once(creator.stdout, 'data'))).toContain('started')
  const { signIn, connect, stop } = await assembled(folder)
  expect((await connect(await signIn())).accountId).toBe(asked.accountId)
  await stop()
  expect(await ended).toEqual([0, null])
})

test('--new-registry keeps an existing registry, and advises to remove the option', async () => {
  const { folder, path, token, connection } = await usedFolder()
  const { send, stop, warnings } = await assembled(folder, { isNewRegistryAllowed: true })
  onTestFinished(stop)
  expect(await (await send('GET', '/api/connections', token)).json()).toMatchObject({ connections: [connection] })
  expect(warnings).toEqual([{ path }])
})

test.each([
  ['is damaged in the middle', (bytes: Buffer) => bytes.fill(0xff, 4096, 3 * 4096)],
  ['is cut off', (bytes: Buffer) => bytes.subarray(0, 2 * 4096)],
  ['is no database', () => Buffer.from('no database, but long enough to be opened as one. '.repeat(100))],
])('a registry that %s stops the start, and the message requests a backup', async (_, damage) => {
  const { folder, path } = await usedFolder()
  writeFileSync(path, damage(readFileSync(path)))
  for (const start of [{}, { isNewRegistryAllowed: true }]) {
    const lines = await isRefused(folder, start)
    expect(lines?.[0]).toContain(`The registry ${path} is damaged`)
    expect(lines?.[2]).toContain('Restore a backup')
  }
})

test('backs up connections, claims and verdicts for a server to start with', async () => {
  const { folder, path, token, connection } = await usedFolder()
  const running = await assembled(folder)
  const backup = join(dataFolder(), 'backup.db')
  expect(backUpRegistry(folder, backup)).toBe(1)
  await running.stop()
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  for (const lost of [path, `${path}-wal`, `${path}-shm`]) rmSync(lost, { force: true })
  copyFileSync(backup, path)
  const { send, signIn, stop } = await assembled(folder)
  onTestFinished(stop)
  const list = await (await send('GET', '/api/connections', token)).json()
  expect(list).toMatchObject({ connections: [connection], lastChecks: [{ connectionId: connection.id, simulated: true }] })
  expect((await send('POST', '/api/connections', await signIn(), asked)).status).toBe(409)
})

test('overwrites nothing with a backup, and leaves nothing when it fails', async () => {
  const { folder } = await usedFolder()
  const file = join(dataFolder(), 'backup.db')
  writeFileSync(file, 'kept')
  expect(() => backUpRegistry(folder, file)).toThrow('already exists')
  expect(readFileSync(file, 'utf8')).toBe('kept')
  expect(() => backUpRegistry(folder, join(folder, 'absent/backup.db'))).toThrow('ENOENT')
  const other = join(dataFolder(), 'other.db')
  const empty = dataFolder()
  expect(() => backUpRegistry(empty, other)).toThrow(`There is no registry at ${empty}`)
  writeFileSync(join(empty, 'registry.db'), '')
  expect(() => backUpRegistry(empty, other)).toThrow('not a registry')
  expect(existsSync(other)).toBe(false)
})

test('closes registry files to other users, and reports an open folder or secret with the fix', async () => {
  const { folder, path } = await usedFolder()
  const accounts = join(folder, 'simulated-aws/accounts.json')
  const secret = join(folder, 'session-secret')
  chmodSync(folder, 0o755)
  for (const file of [path, secret]) chmodSync(file, 0o644)
  writeFileSync(accounts, JSON.stringify({ format: 1, roles: {}, sessions: {}, stacks: [] }))
  chmodSync(accounts, 0o664)
  const { stop, warnings } = await assembled(folder)
  onTestFinished(stop)
  for (const file of [path, `${path}-wal`, `${path}-shm`]) expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600])
  expect(statSync(accounts).mode & 0o777).toBe(0o600)
  expect(warnings).toEqual([
    { path, mode: '0644', now: '0600' },
    { path: accounts, mode: '0664', now: '0600' },
    { path: secret, mode: '0644', fix: `chmod 600 ${secret}` },
    { path: folder, mode: '0755', fix: `chmod 700 ${folder}` },
  ])
})

test('is not ready when its registry is gone, without naming a path', async () => {
  const { folder, path } = await usedFolder()
  const { send, stop } = await assembled(folder)
  onTestFinished(stop)
  expect((await send('GET', '/readyz')).status).toBe(200)
  rmSync(path)
  await vi.waitFor(async () => expect((await send('GET', '/readyz')).status).toBe(503), { timeout: 5000, interval: 200 })
  const { code, detail } = await (await send('GET', '/readyz')).json()
  expect({ code, detail }).toEqual({ code: 'not-ready', detail: 'registry: was removed or replaced while the server was running' })
})

const production = { NODE_ENV: 'production', ROLEBRIDGE_AWS: 'live' }

test('does not open a registry of the simulator with the real AWS', async () => {
  const { folder, path } = await usedFolder()
  const environment = { ...process.env }
  onTestFinished(() => {
    process.env = environment
  })
  delete process.env['AWS_ENDPOINT_URL']
  expect((await isRefused(folder, { environment: production }))?.[0]).toBe(
    `The registry ${path} belongs to the simulator, but this server uses AWS.`,
  )
})

test("marks verdicts and receipts of an endpoint that isn't AWS as simulated", async () => {
  const { stop: stopSimulator } = await assembled(dataFolder())
  onTestFinished(stopSimulator)
  const endpoint = process.env['AWS_ENDPOINT_URL'] ?? ''
  const folder = dataFolder()
  expect((await isRefused(folder, { environment: production }))?.[0]).toContain(endpoint)
  const allowed = { ...production, ROLEBRIDGE_STS_ENDPOINT_ALLOWED: endpoint }
  const { send, signIn, connect, stop } = await assembled(folder, { environment: allowed })
  onTestFinished(stop)
  const token = await signIn()
  const { id } = await connect(token)
  expect(await (await send('POST', `/api/connections/${id}/verify`, token)).json()).toMatchObject({ simulated: true })
  expect(await (await send('GET', '/api/connections', token)).json()).toMatchObject({ lastChecks: [{ simulated: true }] })
  expect(await (await send('GET', '/vendor.json')).json()).toMatchObject({ simulated: true, hasSimulatedConsole: false })
})
