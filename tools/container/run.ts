import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { documentedCommand } from '#tools/deploy/documented-commands.ts'
import { freePort, until } from '#tools/engines.ts'
import { notTested } from '#tools/installation.ts'
import { versionOf } from '#tools/release/versions.ts'
import { isReady, say, strict, variables } from './containers.ts'
import { type ContainerEngine, containerEngine, missingPrograms } from './engine.ts'
import { connect, environmentOf, simulatedAws, vendorConfig } from './journey.ts'
import { localBase } from './local-base.ts'
import { tryManifests } from './manifests.ts'

const root = resolve(import.meta.dirname, '../..')
const name = 'rolebridge'
const longestMegabytes = 150

/** The words of a command in docs/deploy.md, after `docker` and what it does. */
const documented = (start: string): readonly string[] => documentedCommand(start).split(' ').slice(2)

const inContainer = (engine: ContainerEngine, script: string): string | null =>
  engine.tryPodman('exec', name, '/usr/bin/node', '-e', script)

/** The user, the capabilities, and what can be written. */
function examine(engine: ContainerEngine): void {
  const status = inContainer(engine, "process.stdout.write(fs.readFileSync('/proc/1/status', 'utf8'))") ?? ''
  const field = (key: string) => new RegExp(`^${key}:\\s*(\\S+)`, 'm').exec(status)?.[1]
  assert.deepEqual(
    ['Uid', 'CapEff', 'CapBnd', 'NoNewPrivs'].map(field),
    ['65532', '0000000000000000', '0000000000000000', '1'],
    'The server runs as a user of its own, without capabilities',
  )
  for (const path of ['/x', '/tmp/x', '/rolebridge/x'])
    assert.equal(inContainer(engine, `fs.writeFileSync('${path}', '')`), null, `${path} can't be written`)
  assert.notEqual(inContainer(engine, "fs.writeFileSync('/var/lib/rolebridge/x', '')"), null, 'The data folder can be written')
  assert.equal(engine.tryPodman('exec', name, '/bin/sh', '-c', 'true'), null, 'The image has no shell')
  const handler = "import('/rolebridge/server/lambda.js').then(({ handler }) => process.exit(typeof handler === 'function' ? 0 : 1))"
  assert.notEqual(inContainer(engine, handler), null, 'The function is in the same bundle')
}

async function isHealthy(engine: ContainerEngine, url: string): Promise<void> {
  await until(async () => engine.tryPodman('healthcheck', 'run', name) !== null, 'The health check of the image')
  await isReady(url)
}

/** Starts the image, connects an account, and starts it again. */
async function tryImage(engine: ContainerEngine, folder: string): Promise<void> {
  writeFileSync(join(folder, 'my-vendor.json'), JSON.stringify(vendorConfig))
  const { status, output } = engine.outcome('run', '--rm', ...strict, name)
  assert.deepEqual([status, output.includes('ROLEBRIDGE_AWS: must be set in production')], [1, true], output)
  assert.equal(engine.podman('run', '--rm', ...strict, name, '--version'), versionOf(root))
  const aws = await simulatedAws()
  const port = await freePort()
  engine.podman('run', ...strict, ...variables({ ...environmentOf(aws), PORT: String(port) }), ...documented('docker run'))
  const url = `http://127.0.0.1:${port}`
  await isHealthy(engine, url)
  examine(engine)
  say('Healthy: not root, no capabilities, and nothing can be written but the data folder.')

  const { token, id, before, after } = await connect(url, aws)
  assert.deepEqual([before, after.kind, after.diagnosis], ['waiting', 'verified', 'verified'])
  assert.equal(after.simulated, true)
  say('Connected: an external ID was claimed, the role was created, and it is verified.')

  engine.podman('stop', '--time', '40', name)
  assert.deepEqual(engine.stateOf(name), { status: 'exited', exitCode: 0 }, 'It ends when it is told to stop')
  engine.podman('start', name)
  await isHealthy(engine, url)
  const kept = await fetch(`${url}/api/connections/${id}`, { headers: { Authorization: `Bearer ${token}` } })
  assert.equal(kept.status, 200, 'The volume keeps the connection and the session secret')
  say('Stopped and started again: the connection is still there.')
  await aws.stop()
}

async function run(folder: string): Promise<void> {
  const engine = containerEngine(folder)
  const base = 'rolebridge-base'
  const baseFolder = join(folder, 'base')
  mkdirSync(baseFolder)
  say('Making a base image of Debian’s packages, because this test uses no container registry …')
  localBase(engine, baseFolder, base)
  say('Building deploy/Containerfile …')
  engine.build(root, '--build-arg', `BASE=${base}`, ...documented('docker build'))
  const megabytes = engine.imageBytes(name) / 1_000_000
  assert.ok(megabytes <= longestMegabytes, `The image has ${megabytes} MB`)
  say(`Built: ${Math.round(megabytes)} MB.`)
  try {
    await tryImage(engine, folder)
  } catch (error) {
    console.error(engine.tryPodman('logs', name))
    throw error
  } finally {
    engine.tryPodman('rm', '--force', '--time', '0', name)
  }
  await tryManifests(engine, folder)
}

const missing = missingPrograms()
if (missing.length > 0) {
  notTested(`the container image. Missing: ${missing.join(', ')}`)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-container-'))
  try {
    await run(folder)
    say('The container image works.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
