import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { hasNetworkNamespaces, isOnPath } from '#tools/outside-tools.ts'
import { isThorough } from '#tools/thorough.ts'
import { rotationPrograms } from './rotation-programs.test-data.ts'
import { buildGo, environment, programFolder, programs, run, writeSample } from './switch-role-example.test-data.ts'

const plan = planOf()
// boto3 and the AWS CLI call S3 in us-east-1 by its name without a Region.
const hosts = [
  'sts.us-east-1.amazonaws.com',
  ...['s3.us-east-1', 's3'].flatMap((name) => [`${name}.amazonaws.com`, `acme-uploads.${name}.amazonaws.com`]),
]

const folder = programFolder()
writeFileSync(join(folder, 'hosts'), `127.0.0.1 localhost ${hosts.join(' ')}\n`)

function certify(): void {
  const names = hosts.map((host) => `DNS:${host}`).join(',')
  const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=simulated']
  const words = [...kind, '-addext', `subjectAltName=${names}`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'ca.pem')]
  execFileSync('openssl', words, { stdio: 'ignore' })
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
  const authority = join(folder, 'ca.pem')
  const trusted = { AWS_CA_BUNDLE: authority, NODE_EXTRA_CA_CERTS: authority, SSL_CERT_FILE: authority }
  return run('unshare', ['--net', '--mount', 'bash', '-c', script], { cwd: folder, env: { ...environment(folder), ...trusted } })
}

async function ready(id: (typeof programs)[number]['id'], externalId: string): Promise<void> {
  writeSample({ folder, id, externalId })
  if (id === 'go') expect(await buildGo(folder, 'main.go', 'switch-role')).toMatchObject({ isDone: true, stderr: '' })
}

// Elsewhere switch-role.cli.test.ts runs the same programs with endpoint variables.
const canRun = hasNetworkNamespaces() && isOnPath('openssl')
if (canRun) certify()

test.skipIf(!canRun).each(programs)(
  '$id runs unchanged, without a key or an endpoint, and AWS denies it with another external ID',
  { timeout: 240_000 },
  async ({ id, command }) => {
    await ready(id, plan.externalId)
    expect(await inNamespace(command)).toEqual({ isDone: true, stdout: '', stderr: '' })
    await ready(id, 'another-external-id')
    const denied = await inNamespace(command)
    expect(denied.isDone).toBe(false)
    expect(denied.stderr).toMatch(/AccessDenied|is not authorized to perform: sts:AssumeRole/)
  },
)

test.skipIf(!canRun || !isThorough)('credentials rotate under a running process of each language', { timeout: 240_000 }, async () => {
  const running = rotationPrograms.filter(({ id }) => programs.some((program) => program.id === id))
  for (const { filename, text } of running) writeFileSync(join(folder, filename), text)
  if (running.some(({ id }) => id === 'go')) expect(await buildGo(folder, 'rotation.go', 'rotation')).toMatchObject({ isDone: true })
  const together = running.map(({ id, command }) => `(${command} > ${id}.out 2>&1; echo ${id}: $(cat ${id}.out)) &`).join('\n')
  const { stdout } = await inNamespace(`${together}\nwait ${running.map((_, index) => `%${index + 2}`).join(' ')}`, 12_000)
  expect(stdout.trim().split('\n').toSorted()).toEqual(running.map(({ id }) => `${id}: true`).toSorted())
})
