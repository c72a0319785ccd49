import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { awsBehindPort, createCustomerRole } from '#core/artifacts/aws-behind-port.test-data.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { isSdkInstalled } from '#tools/sdks.ts'
import { javaStubs } from './java-stubs.test-data.ts'
import { buildGo, environment, programFolder, programs, run, writeSample } from './switch-role-example.test-data.ts'

const folder = programFolder()
const plan = planOf()

/** The customer's role in simulated AWS, and how a program runs there: it knows the endpoints and no key. */
async function simulated() {
  // The AWS CLI keeps sessions there, and each of these accounts has its own.
  rmSync(join(folder, '.aws/cli'), { recursive: true, force: true })
  const { simulator, endpoint, stop } = await awsBehindPort(vendor)
  await createCustomerRole(simulator, plan)
  const endpoints = { AWS_ENDPOINT_URL: endpoint, AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint }
  const start = (command: string, more: Readonly<Record<string, string>> = {}) => {
    const [program = '', ...words] = command.split(' ')
    return run(program, words, { cwd: folder, env: { ...environment(folder), ...endpoints, ...more } })
  }
  return { simulator, endpoint, start, stop }
}

/** The bucket of the simulator is empty, so success prints nothing. */
const allowed = { isDone: true, stdout: '', stderr: '' }

const withEndpoints = programs.filter(({ knowsEndpoints }) => knowsEndpoints)

test.each(withEndpoints)(
  '$id goes from the instance metadata over the application role to the customer’s bucket, and only with the external ID',
  async ({ id, command }) => {
    const { start, stop } = await simulated()
    writeSample({ folder, id })
    expect(await start(command)).toEqual(allowed)
    writeSample({ folder, id, externalId: 'another-external-id' })
    const denied = await start(command)
    expect(denied).toMatchObject({ isDone: false })
    expect(denied.stderr).toContain('AccessDenied')
    await stop()
  },
)

test.each(withEndpoints)('$id starts from container credentials too', async ({ id, command }) => {
  const { simulator, endpoint, start, stop } = await simulated()
  const tokenFile = join(folder, 'authorization-token')
  writeFileSync(tokenFile, simulator.authorizationToken)
  writeSample({ folder, id, platform: 'ecs' })
  const container = {
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${endpoint}/v2/credentials`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: tokenFile,
  }
  expect(await start(command, container)).toEqual(allowed)
  await stop()
})

const here = { cwd: folder, env: environment(folder) }

test.skipIf(!isSdkInstalled('java'))('the Java compiler accepts the sample with stubs of the SDK', async () => {
  for (const [path, text] of Object.entries(javaStubs)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeSample({ folder, id: 'java' })
  const words = ['-Xlint:all', '-Werror', '-d', 'classes', '-sourcepath', '.', 'SwitchRole.java']
  expect(await run('javac', words, here)).toEqual(allowed)
})

test.skipIf(!isSdkInstalled('php'))('PHP parses the sample', async () => {
  writeSample({ folder, id: 'php' })
  expect(await run('php', ['-l', 'switch-role.php'], here)).toMatchObject({ isDone: true })
})

/** A macro that takes items and makes nothing of them: the compiler parses them, and resolves no crate. */
const parsedOnly = (program: string) => `macro_rules! parsed { ($($item:item)*) => {} }\nparsed! {\n${program}}\nfn main() {}\n`

test.skipIf(!isSdkInstalled('rust'))('Rust parses the sample', async () => {
  const program = readFileSync(writeSample({ folder, id: 'rust' }), 'utf8')
  const words = ['--edition', '2021', '--emit', 'metadata', 'parsed.rs']
  const rust = { ...here, env: { ...environment(folder), HOME: process.env['HOME'] } }
  writeFileSync(join(folder, 'parsed.rs'), parsedOnly(program))
  expect(await run('rustc', words, rust)).toMatchObject({ isDone: true })
  writeFileSync(join(folder, 'parsed.rs'), parsedOnly(program.replace('.await?;', '.await?')))
  expect(await run('rustc', words, rust)).toMatchObject({ isDone: false })
})

test.skipIf(!isSdkInstalled('ruby'))('Ruby parses the sample', async () => {
  writeSample({ folder, id: 'ruby' })
  expect(await run('ruby', ['-wc', 'switch_role.rb'], here)).toMatchObject({ isDone: true, stdout: 'Syntax OK\n' })
})

test.skipIf(!isSdkInstalled('go'))('Go compiles the sample with the SDK', { timeout: 240_000 }, async () => {
  writeSample({ folder, id: 'go' })
  expect(await buildGo(folder, 'main.go', 'switch-role')).toEqual(allowed)
})
