import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { userConfig, userVendor, vendor } from '#core/fixtures.test-data.ts'
import { hostingDialects } from '#core/hosting/hosting-artifacts.ts'
import { exampleChoice, hostingPlan } from '#core/hosting/hosting-plan.ts'
import { userDialects } from '#core/hosting/user-artifacts.ts'
import { userPlan } from '#core/hosting/user-plan.ts'
import { checkCommand } from './check-command.ts'
import { hostingCommand } from './hosting-command.ts'
import { readWords } from './read-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-hosting-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

const commands = [checkCommand, hostingCommand]
const demoConfig = { ROLEBRIDGE_VENDOR: 'public/vendor.json' }

async function run(words: readonly string[]) {
  const reading = readWords(commands, words)
  if (reading.kind !== 'run') throw new Error(`${words.join(' ')} is not a command`)
  const { exitCode, text: out = '', errors = '' } = await reading.command.run(reading.given, demoConfig)
  return { exitCode, out, errors }
}

const hosting = (...words: readonly string[]) => run(['hosting', ...words])

test.each(hostingDialects)('hosting prints $id as the screen shows it', async (dialect) => {
  const plan = hostingPlan(vendor, { ...exampleChoice(vendor), tables: ['jobs'], buckets: ['own-images'], registryTable: 'connections' })
  const names = ['--table', 'jobs', '--bucket', 'own-images', '--registry-table', 'connections']
  expect(await hosting('--as', dialect.id, ...names)).toEqual({ exitCode: 0, out: dialect.render(plan).text, errors: '' })
})

const userFile = join(folder, 'user.json')
writeFileSync(userFile, JSON.stringify(userConfig))
const ofUser = (...words: readonly string[]) => hosting(userFile, ...words)

test.each(userDialects)('hosting prints $id of an IAM user', async (dialect) => {
  const user = userVendor.applicationUser
  if (user === undefined) throw new Error('The config has no user')
  const resources = { tables: ['jobs'], buckets: [], registryTable: null }
  const plan = userPlan(userVendor, user, { ...resources, region: exampleChoice(userVendor).region })
  expect(await ofUser('--as', dialect.id, '--table', 'jobs')).toEqual({ exitCode: 0, out: dialect.render(plan).text, errors: '' })
})

test.each([
  [['--on', 'ec2'], 'The config names an IAM user, which no platform can hand to an application.'],
  [['--as', 'trust-policy'], 'Users have no trust policy'],
  [['--as', 'terrafrom'], 'Did you mean terraform?'],
  [['--region', 'us-east-9'], 'There is no Region us-east-9.'],
  [['--bucket', 'Not_A_Bucket'], '--bucket: Not_A_Bucket isn’t valid.'],
])('hosting says of an IAM user with %j what is wrong', async (words, sentence) => {
  const { exitCode, errors } = await ofUser(...words)
  expect([exitCode, errors]).toEqual([1, expect.stringContaining(sentence)])
})

test.each([
  [
    ['--on', 'lamda'],
    'There is no platform lamda. Use one of ec2, ec2-auto-scaling, ecs, eks, eks-irsa, lambda, roles-anywhere. Did you mean lambda?\n',
  ],
  [['--as', 'pulumi'], 'There is no artifact pulumi. Use one of trust-policy, permissions-policy, cloudformation, terraform, aws-cli.'],
  [['--region', 'us-east-9'], 'There is no Region us-east-9.'],
  [['--region', 'eu-west-9'], 'Use one of us-east-1'],
  [['--bucket', 'Not_A_Bucket'], '--bucket: Not_A_Bucket isn’t valid. Enter S3 bucket names, like pixelworks-images, or bucket ARNs.\n'],
  [
    ['--table', 'arn:aws:dynamodb:us-east-1:999988887777:table/jobs'],
    '--table: arn:aws:dynamodb:us-east-1:999988887777:table/jobs isn’t in account 111122223333 and us-east-1',
  ],
  [['--registry-table', 'one-table, two-tables'], '--registry-table: Rolebridge keeps its connections in one table.'],
  [['--on', 'lambda'], '--function-name: Enter the name of your Lambda function, like pixelworks.\n'],
  [
    ['--on', 'eks', '--cluster', 'blue', '--namespace', 'Blue'],
    '--namespace: Blue isn’t valid. Enter a Kubernetes namespace, like default.\n--service-account: ',
  ],
  [
    ['--on', 'eks-irsa', '--namespace', 'web', '--service-account', 'web', '--oidc-issuer', 'http://issuer'],
    '--oidc-issuer: http://issuer isn’t valid.',
  ],
  [['--on', 'roles-anywhere'], 'Set "hosting": "roles-anywhere" in vendor.json first'],
])('hosting %j says what is wrong', async (words, sentence) => {
  const { exitCode, out, errors } = await hosting(...words)
  expect([exitCode, out]).toEqual([1, ''])
  expect(errors).toContain(sentence)
})

function withConfig(changes: object, ...words: readonly string[]) {
  const path = join(folder, 'vendor.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync('public/vendor.json', 'utf8')), ...changes }))
  return hosting(path, ...words)
}

const further = { additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }], verifierRole: { name: 'Verifier' } }

test('hosting --role prints the role of the checks, with its own name', async () => {
  const ofVerifier = (...words: readonly string[]) => withConfig(further, '--role', 'Verifier', ...words)
  const { exitCode, out } = await ofVerifier('--as', 'cloudformation')
  expect(exitCode).toBe(0)
  expect(out).toContain('RoleName: Verifier')
  expect(out).not.toContain('PixelworksApplication')
  const policy = await ofVerifier('--as', 'permissions-policy', '--registry-table', 'connections')
  expect(policy.out).toContain('arn:aws:iam::111122223333:role/Verifier')
  expect(policy.out).toContain('sts:AssumeRole')
})

test.each([
  ['cloudformation', "Path: '/service/'"],
  ['terraform', 'path = "/service/"'],
  ['aws-cli', "--path '/service/'"],
  ['permissions-policy', 'arn:aws:iam::111122223333:role/service/OldApplication'],
])('hosting --role prints %s of a role with a path', async (artifact, text) => {
  const { exitCode, out } = await withConfig(further, '--role', 'OldApplication', '--as', artifact)
  expect([exitCode, out]).toEqual([0, expect.stringContaining(text)])
})

test('hosting prints the path of the application role itself, and of no role without one', async () => {
  const withPath = await withConfig({ applicationRolePath: '/service/' })
  expect(withPath.out).toContain("Path: '/service/'")
  expect(withPath.out).toContain('arn:aws:iam::111122223333:role/service/PixelworksApplication')
  expect((await hosting()).out).not.toContain('Path:')
})

test('hosting leaves the tables and buckets of the application out of the verifier’s policy', async () => {
  const names = ['--as', 'permissions-policy', '--table', 'jobs', '--bucket', 'own-images', '--registry-table', 'connections']
  const { out } = await withConfig(further, '--role', 'Verifier', ...names)
  expect(out).toContain('table/connections')
  expect(out).not.toMatch(/table\/jobs|own-images/)
  expect((await withConfig(further, '--role', 'OldApplication', ...names)).out).toMatch(/table\/jobs[\s\S]*own-images/)
})

test('hosting --role says which roles there are', async () => {
  const { exitCode, errors } = await withConfig(further, '--role', 'Verifer')
  expect(exitCode).toBe(1)
  expect(errors).toContain('There is no role Verifer. Use one of PixelworksApplication, OldApplication, Verifier. Did you mean Verifier?')
})

const anchor = (account: string) => `arn:aws:rolesanywhere:us-east-1:${account}:trust-anchor/1a2b3c4d-1234-1234-1234-1234567890ab`

test('hosting needs the trust anchor of IAM Roles Anywhere, in the account and the Region of the role', async () => {
  const on = (...words: readonly string[]) => withConfig({ hosting: 'roles-anywhere' }, '--as', 'trust-policy', ...words)
  expect(await on()).toMatchObject({
    exitCode: 1,
    errors: expect.stringContaining('--trust-anchor-arn: Enter the ARN of your trust anchor'),
  })
  expect(await on('--trust-anchor-arn', anchor('999988887777'))).toMatchObject({
    exitCode: 1,
    errors: expect.stringContaining('isn’t in account'),
  })
  const own = anchor(vendor.accounts.aws ?? '')
  expect(await on('--trust-anchor-arn', own)).toMatchObject({ exitCode: 0, out: expect.stringContaining(`"aws:SourceArn": "${own}"`) })
})

test('hosting names the Regions that have an account, when another one is asked for', async () => {
  const accounts = { aws: vendor.accounts.aws }
  const regions = ['us-east-1', 'us-gov-west-1']
  const { exitCode, errors } = await withConfig({ accounts, regions }, '--region', 'us-gov-west-1')
  expect([exitCode, errors]).toEqual([1, expect.stringContaining('Use one of us-east-1.')])
})

function checked(policy: string) {
  const path = join(folder, 'policy.json')
  writeFileSync(path, policy)
  return run(['check', '--hosting-policy', path])
}

test.each(['us-east-1', 'us-gov-west-1'] as const)('check accepts the policy that hosting prints for %s', async (region) => {
  const { out } = await hosting('--as', 'permissions-policy', '--region', region, '--table', 'jobs')
  expect(await checked(out)).toMatchObject({ exitCode: 0, out: expect.stringContaining('policy.json: 0 findings.') })
})

test('check says what is wrong with a hosting policy, and why', async () => {
  const { exitCode, out } = await checked(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*"}]}',
  )
  expect(exitCode).toBe(1)
  expect(out).toContain('VP02 high:1 "arn:aws:iam::*" matches every role.')
})

const assume = (resource: string | readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: resource }] })

test.each([
  ['one customer', assume(['', '*/'].map((path) => `arn:aws:iam::222222222222:role/${path}${vendor.role.name}`)), 0, 'VP08 warning'],
  ['500 customers', assume(Array.from({ length: 500 }, (_, index) => `arn:aws:iam::${200_000_000_000 + index}:role/x`)), 1, 'PP23 error'],
  ['comments', `// Of the application\n${assume('*')}`, 1, 'JSON04 error:1'],
])('check reads a hosting policy with %s', async (_, policy, exitCode, finding) => {
  expect(await checked(policy)).toMatchObject({ exitCode, out: expect.stringContaining(finding) })
})
