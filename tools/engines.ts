import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { install, isExecutable, ofDistribution, onPath, type Program, sayLoudly } from './installation.ts'

/** AWS's DynamoDB Local, as the Amplify CLI packages it. Its license allows tests only, so it is kept outside of the project. */
const dynamoDbPackage = 'amplify-dynamodb-simulator@2.9.30'
const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'rolebridge', dynamoDbPackage)
const emulatorFolder = join(cacheFolder, 'package/emulator')
const dynamoDbJar = join(emulatorFolder, 'DynamoDBLocal.jar')

const java: Program = {
  name: 'Java',
  find: () => onPath('java'),
  installations: [ofDistribution('default-jre-headless')],
}

const dynamoDb: Program = {
  name: 'DynamoDB Local',
  find: () => (existsSync(dynamoDbJar) ? dynamoDbJar : null),
  installations: [
    {
      title: `the npm package ${dynamoDbPackage}`,
      commands: [
        ['npm', 'pack', '--silent', '--pack-destination', cacheFolder, dynamoDbPackage],
        ['tar', 'xzf', join(cacheFolder, `${dynamoDbPackage.replace('@', '-')}.tgz`), '-C', cacheFolder],
      ],
    },
  ],
}

const newestOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).sort((one, other) => Number(other) - Number(one)) : []

/** Debian keeps the server's programs in a folder for each version. */
const postgresFolder = (): string | null =>
  newestOf('/usr/lib/postgresql')
    .map((version) => join('/usr/lib/postgresql', version, 'bin'))
    .concat((process.env['PATH'] ?? '').split(delimiter))
    .find((folder) => isExecutable(join(folder, 'initdb')) && isExecutable(join(folder, 'postgres'))) ?? null

const postgres: Program = { name: 'PostgreSQL', find: postgresFolder, installations: [ofDistribution('postgresql')] }

export const isDynamoDbInstalled = (): boolean => java.find() !== null && dynamoDb.find() !== null
export const isPostgresInstalled = (): boolean => postgres.find() !== null

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  const address = server.address()
  await new Promise((resume) => server.close(resume))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/** Waits until `attempt` works. */
export async function until(attempt: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (await attempt().catch(() => false)) return
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error(`${what}: not within a minute`)
}

export type Engine = { readonly url: string; readonly stop: () => Promise<void> }

type Started = { readonly folder: string; readonly user?: { readonly uid: number; readonly gid: number } | undefined }

function runProcess(program: string, words: readonly string[], { folder, user = undefined }: Started) {
  const child = spawn(program, words, { cwd: folder, stdio: 'ignore', ...user })
  const ended = new Promise((resume) => child.once('close', resume))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const end = async (signal: 'SIGINT' | 'SIGKILL') => {
    process.off('exit', kill)
    child.kill(signal)
    const timer = setTimeout(kill, 5000)
    await ended
    clearTimeout(timer)
  }
  return { end, hasEnded: () => child.exitCode !== null || child.signalCode !== null }
}

function startProcess(program: string, words: readonly string[], started: Started): () => Promise<void> {
  const { end } = runProcess(program, words, started)
  return async () => {
    await end('SIGINT')
    rmSync(started.folder, { recursive: true, force: true })
  }
}

/** An empty DynamoDB in memory. Without `-sharedDb` each access key would have a database of its own. */
export async function startDynamoDb(): Promise<Engine> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-dynamodb-'))
  const libraries = `-Djava.library.path=${join(emulatorFolder, 'DynamoDBLocal_lib')}`
  const stop = startProcess('java', [libraries, '-jar', dynamoDbJar, '-inMemory', '-sharedDb', '-port', String(port)], { folder })
  const url = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(url)).status === 400, 'DynamoDB Local')
  return { url, stop }
}

const idOf = (option: '-u' | '-g', user: string): number => Number(execFileSync('id', [option, user], { encoding: 'utf8' }))

/** PostgreSQL never runs as root. */
const postgresUser = () => (process.getuid?.() === 0 ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : undefined)

type Postgres = Engine & {
  /** Kills it without a warning, and starts it again with what it had written. */
  readonly crash: () => Promise<void>
}

/** An empty PostgreSQL in a temporary folder. `isDurable` writes to the disk as in production. */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres> {
  const bin = postgresFolder()
  if (bin === null) throw new Error('PostgreSQL is not installed')
  const port = await freePort()
  const user = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-postgres-'))
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'rolebridge', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], {
    cwd: folder,
    stdio: 'ignore',
    ...user,
  })
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=300']
  const durability = isDurable ? [] : ['-c', 'fsync=off']
  const run = () => runProcess(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings, ...durability], { folder, user })
  let server = run()
  const ready = async () => {
    // After a crash it does not start as long as one of its processes is left.
    if (server.hasEnded()) server = run()
    return execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' }) !== undefined
  }
  await until(ready, 'PostgreSQL')
  return {
    url: `postgres://rolebridge@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
    crash: async () => {
      await server.end('SIGKILL')
      await until(ready, 'PostgreSQL')
    },
  }
}

/** Registry engines that can't be tested on this machine. */
export const missingEngines = (): readonly string[] => [
  ...(isDynamoDbInstalled() ? [] : ['Java and DynamoDB Local are not installed. Not tested: the registry in DynamoDB']),
  ...(isPostgresInstalled() ? [] : ['PostgreSQL is not installed. Not tested: the registry in PostgreSQL']),
]

if (process.argv[1] === import.meta.filename) {
  mkdirSync(cacheFolder, { recursive: true })
  const found = [java, dynamoDb, postgres].flatMap((program) => install(program) ?? [])
  console.log(`Engines for the tests of the registry: ${found.join(', ')}`)
  if (missingEngines().length > 0) sayLoudly(missingEngines().join('\n'))
}
