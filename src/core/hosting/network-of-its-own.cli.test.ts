import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { hasNetworkNamespaces, isOnPath } from '#tools/outside-tools.ts'
import { switchRoleSamples } from './switch-role.ts'
import { exampleSwitch } from './switch-role-example.test-data.ts'

const plan = planOf()
// boto3 and the AWS CLI call S3 in us-east-1 by its name without a Region.
const hosts = [
  'sts.us-east-1.amazonaws.com',
  ...['s3.us-east-1', 's3'].flatMap((name) => [`${name}.amazonaws.com`, `acme-uploads.${name}.amazonaws.com`]),
]

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-namespace-'))
afterAll(() => rmSync(folder, { recursive: true }))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
mkdirSync(join(folder, '.aws'))
writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost ${hosts.join(' ')}\n`)

function certify(): void {
  const names = hosts.map((host) => `DNS:${host}`).join(',')
  const words = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=simulated',
    '-addext',
    `subjectAltName=${names}`,
  ]
  execFileSync('openssl', [...words, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'ca.pem')], { stdio: 'ignore' })
}

/** Runs a command in a network where the addresses of AWS lead to the simulator. It knows no key and no endpoint. */
async function inNamespace(command: string, lifetimeMs = 21_600_000) {
  const server = `${process.execPath} --import tsx ${resolve('src/core/hosting/network-of-its-own.test-data.ts')}`
  const script = `set -e
ip link set lo up
ip addr add 169.254.169.254/32 dev lo
mount --bind ${join(folder, 'hosts')} /etc/hosts
cd ${resolve('.')}
coproc SERVER { exec ${server} ${folder} ${lifetimeMs} 2> ${folder}/server.log; }
read -r -t 60 line <&"\${SERVER[0]}"
cd ${folder}
status=0
${command} || status=$?
kill -9 "$SERVER_PID"
exit $status`
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_CA_BUNDLE: join(folder, 'ca.pem'),
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  }
  return promisify(execFile)('unshare', ['--net', '--mount', 'bash', '-c', script], { env }).then(
    ({ stdout }) => ({ isDone: true, stdout, stderr: '' }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      isDone: false,
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
    }),
  )
}

function write(id: string, externalId: string): void {
  const sample = switchRoleSamples.find((each) => each.id === id)
  if (sample === undefined) throw new Error(`There is no sample ${id}`)
  writeFileSync(join(folder, id === 'aws-cli' ? '.aws/config' : sample.filename), sample.render({ ...exampleSwitch(plan), externalId }))
}

const canRun = hasNetworkNamespaces() && spawnSync('openssl', ['version']).status === 0
if (canRun) certify()

const programs = [
  { id: 'javascript', command: `${process.execPath} switch-role.mjs`, isInstalled: true },
  { id: 'python', command: 'python3 switch_role.py', isInstalled: isOnPath('aws') },
  { id: 'aws-cli', command: 'aws s3 ls s3://acme-uploads --profile customer', isInstalled: isOnPath('aws') },
].filter(({ isInstalled }) => isInstalled)

test.skipIf(!canRun).each(programs)(
  '$id runs unchanged, without a key or an endpoint, and AWS denies it with another external ID',
  { timeout: 120_000 },
  async ({ id, command }) => {
    write(id, plan.externalId)
    expect(await inNamespace(command)).toEqual({ isDone: true, stdout: '', stderr: '' })
    write(id, 'another-external-id')
    const denied = await inNamespace(command)
    expect(denied.isDone).toBe(false)
    expect(denied.stderr).toContain('AccessDenied')
  },
)

test.skipIf(!canRun)('credentials rotate under a running process', { timeout: 120_000 }, async () => {
  const program = `import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
const sts = new STSClient({ region: 'us-east-1' })
async function key() {
  await sts.send(new GetCallerIdentityCommand({}))
  return (await sts.config.credentials()).accessKeyId
}
const first = await key()
await new Promise((resume) => setTimeout(resume, 8500))
// The SDK renews in the background, and uses the earlier key until then.
await key()
await new Promise((resume) => setTimeout(resume, 1000))
console.log(first !== await key())
`
  writeFileSync(join(folder, 'rotation.mjs'), program)
  expect(await inNamespace(`${process.execPath} rotation.mjs`, 11_000)).toEqual({ isDone: true, stdout: 'true\n', stderr: '' })
})
