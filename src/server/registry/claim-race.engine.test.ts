import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { dataFolder, silent } from '#server/assembled-app.test-data.ts'
import { type Engine, isDynamoDbInstalled, isPostgresInstalled, startDynamoDb, startPostgres } from '#tools/engines.ts'
import { openRegistry } from './open-registry.ts'

const processes = 4
const tenantsOfProcess = 25
/** `npm run test:race` sets 20. */
const rounds = Number(process.env['ROLEBRIDGE_RACE_ROUNDS'] ?? 2)

type Store = {
  readonly name: string
  readonly isInstalled: boolean
  readonly start: (() => Promise<Engine>) | null
  readonly registry: (engineUrl: string) => string
  readonly environment: (engineUrl: string) => Readonly<Record<string, string>>
}

const stores: readonly Store[] = [
  { name: 'a file', isInstalled: true, start: null, registry: () => 'file:', environment: () => ({}) },
  { name: 'PostgreSQL', isInstalled: isPostgresInstalled(), start: startPostgres, registry: (url) => url, environment: () => ({}) },
  {
    name: 'DynamoDB',
    isInstalled: isDynamoDbInstalled(),
    start: startDynamoDb,
    registry: () => 'dynamodb:race',
    environment: (url) => ({
      AWS_ENDPOINT_URL_DYNAMODB: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    }),
  },
]

const Kinds = z.array(z.string())

function startRacer(words: readonly string[], environment: Readonly<Record<string, string | undefined>>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/claim-racer.ts', ...words], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resume) => child.once('close', resume))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => z.string().parse((await lines.next()).value)
  return { next, send: (line: string) => child.stdin.write(`${line}\n`) }
}

describe.each(stores.filter(({ isInstalled }) => isInstalled))('$name', ({ start, registry, environment: given }) => {
  let engine: Engine | null = null

  beforeAll(async () => {
    engine = (await start?.()) ?? null
  }, 60_000)

  afterAll(() => engine?.stop())

  test(`of ${processes * tenantsOfProcess} tenants in ${processes} processes, one gets an external ID, ${rounds} times`, {
    timeout: 300_000,
  }, async () => {
    const folder = dataFolder()
    const url = registry(engine?.url ?? '')
    const environment = { ...process.env, ...given(engine?.url ?? '') }
    const racers = Array.from({ length: processes }, (_, index) =>
      startRacer([url, folder, `process-${index}`, String(tenantsOfProcess)], environment),
    )
    for (const racer of racers) expect(await racer.next()).toBe('ready')
    for (let round = 0; round < rounds; round += 1) {
      for (const { send } of racers) send(JSON.stringify({ round, externalId: `external-id-of-round-${round}` }))
      const answers = await Promise.all(racers.map(async ({ next }) => Kinds.parse(JSON.parse(await next()))))
      expect(answers.flat().filter((kind) => kind === 'claimed')).toHaveLength(1)
      expect(answers.flat().filter((kind) => kind === 'external-id-taken')).toHaveLength(processes * tenantsOfProcess - 1)
    }
    const before = { ...process.env }
    onTestFinished(() => {
      process.env = before
    })
    Object.assign(process.env, environment)
    const judge = await openRegistry({ url, dataFolder: folder, isNewAllowed: false, isMigration: true, aws: null, log: silent })
    onTestFinished(() => judge.close())
    const page = await judge.changes({}, { after: null, limit: rounds + 1 })
    const ids = page?.entries.map(({ connection }) => connection.externalId) ?? []
    expect(ids.toSorted()).toEqual(Array.from({ length: rounds }, (_, round) => `external-id-of-round-${round}`).toSorted())
  })
})
