import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { assembled, dataFolder, silent } from '#server/assembled-app.test-data.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { isDynamoDbInstalled, isPostgresInstalled, startDynamoDb, startPostgres } from '#tools/engines.ts'
import { openRegistry } from './open-registry.ts'
import type { RegistryOptions } from './registry.ts'
import { claimed, claimRequest } from './registry-contract.test-data.ts'

let count = 0

type Store = {
  readonly name: string
  readonly isInstalled: boolean
  readonly start: () => Promise<{ readonly url: string; readonly stop: () => Promise<void> }>
  /** The environment of a server and a registry that does not exist yet. */
  readonly empty: (url: string) => { readonly environment: Readonly<Record<string, string>>; readonly registry: string }
  readonly isMissing: string
}

const stores: readonly Store[] = [
  {
    name: 'PostgreSQL',
    isInstalled: isPostgresInstalled(),
    start: startPostgres,
    empty: (url) => ({ environment: {}, registry: `${url}?search_path=opened_${count}` }),
    isMissing: 'has no tables',
  },
  {
    name: 'DynamoDB',
    isInstalled: isDynamoDbInstalled(),
    start: startDynamoDb,
    empty: (url) => ({
      environment: { AWS_ENDPOINT_URL_DYNAMODB: url, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' },
      registry: `dynamodb:opened-${count}`,
    }),
    isMissing: 'does not exist',
  },
]

function setEnvironment(values: Readonly<Record<string, string>>): void {
  const before = { ...process.env }
  onTestFinished(() => {
    process.env = before
  })
  Object.assign(process.env, values)
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'rolebridge-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

const refusalOf = (opening: Promise<unknown>) =>
  opening.then(
    () => null,
    (error: unknown) => (error instanceof StartRefusal ? error.lines : [String(error)]),
  )

describe.each(stores.filter(({ isInstalled }) => isInstalled))('$name', ({ start, empty, isMissing, name }) => {
  let engine: Awaited<ReturnType<typeof start>> | null = null

  beforeAll(async () => {
    engine = await start()
  }, 60_000)

  afterAll(() => engine?.stop())

  async function prepared(change: Partial<RegistryOptions> = {}) {
    count += 1
    const { environment, registry: url } = empty(engine?.url ?? '')
    if (name === 'PostgreSQL') {
      const { connect } = await import('./postgres/database.ts')
      const sql = connect(engine?.url ?? '')
      await sql.script(`create schema opened_${count}`)
      await sql.end()
    }
    setEnvironment(environment)
    const options = { url, dataFolder: folder(), isNewAllowed: false, isMigration: false, aws: 'simulator', log: silent, ...change }
    const open = async (other: Partial<RegistryOptions> = {}) => {
      const registry = await openRegistry({ ...options, ...other })
      onTestFinished(() => registry.close())
      return registry
    }
    return { open, options, environment }
  }

  test('creates a registry for development, and finds it again with its content', async () => {
    const { open } = await prepared()
    const connection = await claimed(await open(), claimRequest('one'))
    expect(await (await open()).find('one', connection.id)).toEqual(connection)
  })

  test('creates none with the AWS of production, although the store or a proxy to it is on this machine', async () => {
    const { open } = await prepared({ aws: 'aws' })
    expect((await refusalOf(open()))?.[0]).toContain(isMissing)
    expect(await refusalOf(open({ isMigration: true, aws: null }))).toBeNull()
    expect(await refusalOf(open())).toBeNull()
  })

  test.runIf(name === 'PostgreSQL')('warns of a database that confirms writes before they are on the disk', async () => {
    const warnings: string[] = []
    const log = { ...silent, warn: (_: object, text: string) => warnings.push(text) }
    const { open, options } = await prepared({ log })
    await open()
    expect(warnings).toEqual([])
    await open({ url: `${options.url}&synchronous_commit=off` })
    expect(warnings).toEqual([expect.stringContaining('synchronous_commit is off')])
  })

  test('does not replace a registry that was lost unless requested', async () => {
    const { open, options } = await prepared()
    writeFileSync(join(options.dataFolder, 'session-secret'), 'kept')
    for (const isMigration of [false, true]) {
      const lines = await refusalOf(open({ isMigration }))
      expect(lines?.[0]).toContain(isMissing)
      expect(lines?.[0]).toContain(join(options.dataFolder, 'session-secret'))
      expect(lines?.[2]).toContain('start once with --new-registry')
    }
    const warnings: unknown[] = []
    const log = { ...silent, warn: (fields: unknown) => warnings.push(fields) }
    await open({ isNewAllowed: true, log })
    expect(warnings).toEqual([])
    await open({ isNewAllowed: true, log })
    expect(warnings).toHaveLength(1)
    expect(await refusalOf(open())).toBeNull()
  })

  test('belongs to the AWS of its first start and rejects any other', async () => {
    const { open } = await prepared()
    await open({ aws: null, isMigration: true })
    await open({ aws: 'simulator' })
    expect((await refusalOf(open({ aws: 'aws' })))?.[0]).toContain('belongs to the simulator, but this server uses AWS.')
    expect(await refusalOf(open({ aws: null, isMigration: true }))).toBeNull()
  })

  test('is reached by a server with the simulator, and by a second copy of it', async () => {
    const { options, environment } = await prepared()
    const shared = { ROLEBRIDGE_REGISTRY: options.url, ROLEBRIDGE_SESSION_SECRET: 'a secret of at least 32 characters.' }
    const one = await assembled(dataFolder(), { environment: shared })
    onTestFinished(one.stop)
    setEnvironment({ ...environment, AWS_ENDPOINT_URL: '' })
    const two = await assembled(dataFolder(), { environment: shared })
    onTestFinished(two.stop)
    const token = await one.signIn()
    const connection = await one.connect(token)
    expect((await one.send('GET', '/readyz')).status).toBe(200)
    expect(await (await two.send('GET', `/api/connections/${connection.id}`, token)).json()).toEqual(connection)
    expect(await two.verdictOf(token, connection.id)).toMatchObject({ kind: 'waiting' })
    expect(await (await one.send('GET', '/api/connections', token)).json()).toMatchObject({ connections: [connection] })
  })
})

test.runIf(isDynamoDbInstalled())('does not create a table in AWS itself', async () => {
  const { refusalToCreate } = await import('./missing-registry.ts')
  const missing = { where: 'T', what: 'does not exist', isNewAllowed: false, isMigration: false, aws: 'simulator', dataFolder: folder() }
  expect(refusalToCreate({ ...missing, isLocal: false })?.lines).toEqual([
    'The registry T does not exist.',
    'An empty registry does not know which external IDs were issued, and could give them to another tenant.',
    'If it is new, create it once with the command migrate. If it was used before, restore a backup, or correct ROLEBRIDGE_REGISTRY.',
  ])
  expect(refusalToCreate({ ...missing, isLocal: false, isMigration: true })).toBeNull()
  expect(refusalToCreate({ ...missing, isLocal: true })).toBeNull()
})

test('does not use credentials that expire with the simulator, which hides their source', async () => {
  const expiring = { AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any', AWS_CREDENTIAL_EXPIRATION: '2126-11-22T08:00:00Z' }
  setEnvironment({ ...expiring, AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: '', AWS_ENDPOINT_URL_DYNAMODB: '' })
  const options = { dataFolder: folder(), isNewAllowed: false, isMigration: false, aws: 'simulator', log: silent }
  expect(await refusalOf(openRegistry({ ...options, url: 'dynamodb:rolebridge' }))).toEqual([
    'The registry rolebridge in DynamoDB (us-east-1) can’t be used with the simulator and credentials that expire.',
    'The simulator replaces the credentials of the environment, so they could not be renewed.',
    'Use a registry in a file or in PostgreSQL with the simulator, or set ROLEBRIDGE_AWS=live.',
  ])
})

test('says that a database cannot be reached, without user and password', async () => {
  const options = { dataFolder: folder(), isNewAllowed: false, isMigration: false, aws: 'aws', log: silent }
  const lines = await refusalOf(openRegistry({ ...options, url: 'postgres://someone:secret@127.0.0.1:1/registry' }))
  expect(lines?.[0]).toBe('The registry postgres://127.0.0.1:1/registry can’t be used (ECONNREFUSED).')
  expect(lines?.join(' ')).not.toContain('secret')
})
