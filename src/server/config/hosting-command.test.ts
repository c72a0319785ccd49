import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { userConfig, userVendor, vendor } from '#core/fixtures.test-data.ts'
import { hostingDialects } from '#core/hosting/hosting-artifacts.ts'
import { exampleChoice, hostingPlan } from '#core/hosting/hosting-plan.ts'
import { userDialects } from '#core/hosting/user-artifacts.ts'
import { userPlan } from '#core/hosting/user-plan.ts'
import { checkConfig } from './command-line.ts'
import { printHosting } from './hosting-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-hosting-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => void vi.restoreAllMocks())

function run(command: () => number) {
  const written = { out: '', errors: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.errors += String(text)
    return true
  })
  return { exitCode: command(), ...written }
}

const hosting = (...words: readonly string[]) => run(() => printHosting(words, 'public/vendor.json'))

test.each(hostingDialects)('hosting prints $id as the screen shows it', (dialect) => {
  const plan = hostingPlan(vendor, { ...exampleChoice(vendor), tables: ['jobs'], buckets: ['own-images'], registryTable: 'connections' })
  const names = ['--table', 'jobs', '--bucket', 'own-images', '--registry-table', 'connections']
  expect(hosting('--as', dialect.id, ...names)).toEqual({ exitCode: 0, out: dialect.render(plan).text, errors: '' })
})

const userFile = join(folder, 'user.json')
writeFileSync(userFile, JSON.stringify(userConfig))
const ofUser = (...words: readonly string[]) => run(() => printHosting([userFile, ...words], 'public/vendor.json'))

test.each(userDialects)('hosting prints $id of an IAM user', (dialect) => {
  const user = userVendor.applicationUser
  if (user === undefined) throw new Error('The config has no user')
  const resources = { tables: ['jobs'], buckets: [], registryTable: null }
  const plan = userPlan(userVendor, user, { ...resources, region: exampleChoice(userVendor).region })
  expect(ofUser('--as', dialect.id, '--table', 'jobs')).toEqual({ exitCode: 0, out: dialect.render(plan).text, errors: '' })
})

test.each([
  [['--on', 'ec2'], 'The config names an IAM user, which no platform can hand to an application.'],
  [['--as', 'trust-policy'], 'Users have no trust policy'],
  [['--as', 'terrafrom'], 'Did you mean terraform?'],
  [['--region', 'us-east-9'], 'There is no Region us-east-9.'],
  [['--bucket', 'Not_A_Bucket'], '--bucket: Not_A_Bucket isn’t valid.'],
])('hosting says of an IAM user with %j what is wrong', (words, sentence) => {
  const { exitCode, errors } = ofUser(...words)
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
])('hosting %j says what is wrong', (words, sentence) => {
  const { exitCode, out, errors } = hosting(...words)
  expect([exitCode, out]).toEqual([1, ''])
  expect(errors).toContain(sentence)
})

function withConfig(changes: object, ...words: readonly string[]) {
  const path = join(folder, 'vendor.json')
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync('public/vendor.json', 'utf8')), ...changes }))
  return run(() => printHosting([path, ...words], 'public/vendor.json'))
}

const anchor = (account: string) => `arn:aws:rolesanywhere:us-east-1:${account}:trust-anchor/1a2b3c4d-1234-1234-1234-1234567890ab`

test('hosting needs the trust anchor of IAM Roles Anywhere, in the account and the Region of the role', () => {
  const on = (...words: readonly string[]) => withConfig({ hosting: 'roles-anywhere' }, '--as', 'trust-policy', ...words)
  expect(on()).toMatchObject({ exitCode: 1, errors: expect.stringContaining('--trust-anchor-arn: Enter the ARN of your trust anchor') })
  expect(on('--trust-anchor-arn', anchor('999988887777'))).toMatchObject({
    exitCode: 1,
    errors: expect.stringContaining('isn’t in account'),
  })
  const own = anchor(vendor.accounts.aws ?? '')
  expect(on('--trust-anchor-arn', own)).toMatchObject({ exitCode: 0, out: expect.stringContaining(`"aws:SourceArn": "${own}"`) })
})

test('hosting names the Regions that have an account, when another one is asked for', () => {
  const accounts = { aws: vendor.accounts.aws }
  const regions = ['us-east-1', 'us-gov-west-1']
  const { exitCode, errors } = withConfig({ accounts, regions }, '--region', 'us-gov-west-1')
  expect([exitCode, errors]).toEqual([1, expect.stringContaining('Use one of us-east-1.')])
})

function checked(policy: string) {
  const path = join(folder, 'policy.json')
  writeFileSync(path, policy)
  return run(() => checkConfig(['--hosting-policy', path], ['public/vendor.json']))
}

test.each(['us-east-1', 'us-gov-west-1'] as const)('check accepts the policy that hosting prints for %s', (region) => {
  const { out } = hosting('--as', 'permissions-policy', '--region', region, '--table', 'jobs')
  expect(checked(out)).toMatchObject({ exitCode: 0, out: expect.stringContaining('policy.json: 0 findings.') })
})

test('check says what is wrong with a hosting policy, and why', () => {
  const { exitCode, out } = checked(
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
])('check reads a hosting policy with %s', (_, policy, exitCode, finding) => {
  expect(checked(policy)).toMatchObject({ exitCode, out: expect.stringContaining(finding) })
})
