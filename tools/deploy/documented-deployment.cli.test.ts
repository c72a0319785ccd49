import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { shellBlocksIn } from '#tools/docs/shell-blocks.ts'
import { freePort } from '#tools/engines.ts'
import { isOnPath } from '#tools/outside-tools.ts'

const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

function documentedBlock(beginning: RegExp): string {
  const { text } = shellBlocksIn('docs/deploy.md').find((block) => beginning.test(block.text)) ?? { text: null }
  if (text === null) throw new Error(`docs/deploy.md has no command like ${beginning}`)
  return text
}

/** A folder like a checkout, in which commands can write. */
function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-deploy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, 'deploy'), join(folder, 'deploy'), { recursive: true })
  mkdirSync(join(folder, 'dist'))
  // The end of an archive without files. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
  writeFileSync(join(folder, 'dist/rolebridge.zip'), Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]))
  cpSync(join(root, 'public/vendor.json'), join(folder, 'deploy/kubernetes/vendor.json'))
  return folder
}

async function startMoto(): Promise<NodeJS.ProcessEnv> {
  const port = await freePort()
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
  onTestFinished(() => {
    moto.kill()
  })
  const [AWS_ENDPOINT_URL, key] = [`http://127.0.0.1:${port}`, 'any']
  const settings = { AWS_DEFAULT_REGION: 'us-east-1', AWS_MAX_ATTEMPTS: '10', AWS_PAGER: '' }
  return { PATH: process.env['PATH'], AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: key, ...settings }
}

test.skipIf(!isOnPath('moto_server') || !isOnPath('aws'))(
  'the documented commands for AWS create the secret, upload the code, and create the stack in moto',
  { timeout: 240_000 },
  async () => {
    const [cwd, env] = [checkout(), await startMoto()]
    const shell = async (commands: string): Promise<string> => (await run('sh', ['-ec', commands], { cwd, env })).stdout
    await shell(documentedBlock(/aws secretsmanager create-secret/))
    expect(existsSync(join(cwd, 'keys.json'))).toBe(false)
    const secret = await shell('aws secretsmanager get-secret-value --secret-id rolebridge --query SecretString --output text')
    expect(Object.keys(JSON.parse(secret))).toEqual(['sessionSecret', 'receiptKey'])
    await shell('aws s3api create-bucket --bucket my-code')
    const upload =
      documentedBlock(/aws s3 cp dist\/rolebridge\.zip/)
        .split('\n')
        .at(-1) ?? ''
    expect(await shell(upload)).toContain('s3://my-code/rolebridge-0.2.0.zip')
    await shell(documentedBlock(/^aws cloudformation deploy/))
    const described = await shell(
      'aws cloudformation describe-stacks --stack-name rolebridge --query "Stacks[0].StackStatus" --output text',
    )
    expect(described.trim()).toBe('CREATE_COMPLETE')
    const table = await shell('aws dynamodb describe-table --table-name rolebridge --query Table.TableStatus --output text')
    expect(table.trim()).toBe('ACTIVE')
    const role = await shell('aws iam get-role --role-name PixelworksApplication --query Role.RoleName --output text')
    expect(role.trim()).toBe('PixelworksApplication')
  },
)

/** Without a cluster, `create` can be tried by the client, and of `apply` what is read. */
const withoutCluster = `kubectl() {
  if [ "$1" = apply ]; then shift 2; command kubectl kustomize "$@" > applied.yaml; else command kubectl "$@" --dry-run=client --output json; fi
}`

test.skipIf(!isOnPath('kubectl'))(
  'the documented commands for Kubernetes make the secret and read the manifests, without a cluster',
  async () => {
    const cwd = checkout()
    writeFileSync(join(cwd, 'keys.json'), JSON.stringify({ sessionSecret: 'the session secret', receiptKey: '{"kty":"OKP"}' }))
    const commands = `${withoutCluster}\n${documentedBlock(/^kubectl create namespace/)}`
    const { stdout } = await run('bash', ['-ec', commands], { cwd })
    const [namespace, secret] = stdout
      .trim()
      .split(/\n(?=\{)/)
      .map((text) => JSON.parse(text))
    expect([namespace.kind, namespace.metadata.name]).toEqual(['Namespace', 'rolebridge'])
    expect(secret).toMatchObject({ kind: 'Secret', metadata: { name: 'rolebridge', namespace: 'rolebridge' } })
    const values = Object.entries<string>(secret.data).map(([name, value]) => [name, Buffer.from(value, 'base64').toString()])
    expect(Object.fromEntries(values)).toEqual({
      registry: 'postgres://rolebridge:PASSWORD@HOST/rolebridge?sslmode=verify-full',
      'session-secret': 'the session secret',
      'receipt-key': '{"kty":"OKP"}',
    })
    const { stdout: kinds } = await run('grep', ['^kind:', 'applied.yaml'], { cwd })
    expect(kinds.trim().split('\n').toSorted()).toContain('kind: Deployment')
  },
)
