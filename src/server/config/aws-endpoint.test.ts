import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { liveAws } from '#server/aws/live-aws.ts'
import { profilesNamed } from '#server/config/environment.ts'
import { StartRefusal } from '#server/config/start-refusal.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { iamUrl, isOwnEndpoint } from './aws-endpoint.ts'

test.each([
  'https://sts.amazonaws.com',
  'https://sts.us-east-1.amazonaws.com',
  'https://sts-fips.us-gov-west-1.amazonaws.com',
  'https://sts.cn-north-1.amazonaws.com.cn',
  'https://sts.eusc-de-east-1.amazonaws.eu',
  'https://sts.eu-west-1.api.aws',
  'https://sts.cn-north-1.api.amazonwebservices.com.cn',
  'https://sts.eusc-de-east-1.api.amazonwebservices.eu',
  'https://vpce-0abc123-xyz.sts.us-east-1.vpce.amazonaws.com',
  'https://vpce-0abc123-xyz-us-east-1a.sts.us-east-1.vpce.amazonaws.com',
])('accepts %s as an STS endpoint of AWS', (origin) => {
  expect(isOwnEndpoint('sts', origin)).toBe(true)
})

test.each([
  'http://sts.amazonaws.com',
  'https://sts.amazonaws.com:8443',
  'http://localhost:4566',
  'https://sts.amazonaws.com.attacker.example',
  'https://sts.us-east-1.amazonaws.com.attacker.example',
  'https://attacker.example',
  'https://evilsts.us-east-1.amazonaws.com',
  'https://sts.s3.amazonaws.com',
  'https://sts.execute-api.us-east-1.amazonaws.com',
  'https://abc.execute-api.us-east-1.amazonaws.com',
  'https://sts.us-east-1.elb.amazonaws.com',
  'https://ec2-1-2-3-4.compute-1.amazonaws.com',
  'https://s3.us-east-1.amazonaws.com',
  'https://x.sts.us-east-1.amazonaws.com',
  'https://vpce-svc.evil.sts.us-east-1.vpce.amazonaws.com',
])('rejects %s as an STS endpoint', (origin) => {
  expect(isOwnEndpoint('sts', origin)).toBe(false)
})

test.each([
  ['https://iam.amazonaws.com', true],
  ['https://iam-fips.amazonaws.com', true],
  ['https://iam.us-gov.amazonaws.com', true],
  ['https://iam.cn-north-1.amazonaws.com.cn', true],
  ['https://iam.eusc-de-east-1.amazonaws.eu', true],
  ['https://vpce-0abc123-xyz.iam.us-east-1.vpce.amazonaws.com', true],
  ['http://iam.amazonaws.com', false],
  ['https://iam.evil.amazonaws.com', false],
  ['https://iam.amazonaws.com.attacker.example', false],
  ['https://sts.amazonaws.com', false],
])('decides whether %s is an IAM endpoint of AWS: %s', (origin, isOwn) => {
  expect(isOwnEndpoint('iam', origin)).toBe(isOwn)
})

test.each([
  ['aws', 'https://iam.amazonaws.com/'],
  ['aws-us-gov', 'https://iam.us-gov.amazonaws.com/'],
  ['aws-cn', 'https://iam.cn-north-1.amazonaws.com.cn/'],
  ['aws-eusc', 'https://iam.eusc-de-east-1.amazonaws.eu/'],
] as const)('calls IAM of %s at %s', (partition, url) => {
  expect(iamUrl(partition).href).toBe(url)
})

test.each([
  ['https://s3.amazonaws.com', true],
  ['https://s3.us-east-1.amazonaws.com', true],
  ['https://s3.dualstack.eu-west-1.amazonaws.com', true],
  ['https://s3-fips.us-gov-west-1.amazonaws.com', true],
  ['https://s3.cn-north-1.amazonaws.com.cn', true],
  ['https://bucket.vpce-1a2b-5e6f.s3.us-east-1.vpce.amazonaws.com', true],
  ['https://bucket-of-a-customer.s3.us-east-1.amazonaws.com', false],
  ['https://sts.us-east-1.amazonaws.com', false],
  ['https://minio.example', false],
])('decides whether %s is an S3 endpoint of AWS: %s', (origin, isOwn) => {
  expect(isOwnEndpoint('s3', origin)).toBe(isOwn)
})

const environmentBefore = { ...process.env }

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
})

afterEach(() => {
  process.env = { ...environmentBefore }
})

/** The shared config of the AWS SDK, with an environment. */
function configured(config: string, environment: Readonly<Record<string, string>> = {}): void {
  const folder = mkdtempSync(join(tmpdir(), 'aws-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'config'), config)
  writeFileSync(join(folder, 'credentials'), '')
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    ...environment,
  })
}

const noProfiles = { aws: undefined, 'aws-us-gov': undefined, 'aws-cn': undefined, 'aws-eusc': undefined }
const live = (allowedStsEndpoint: string | null = null) =>
  liveAws(vendor, { profiles: noProfiles, controlProfiles: noProfiles, secondRoleProfiles: noProfiles, allowedStsEndpoint })

const elsewhere = 'http://localhost:4566'

test.each([
  ['nothing configured', '', {}],
  ['FIPS', '', { AWS_USE_FIPS_ENDPOINT: 'true' }],
  ['a VPC endpoint of STS', '', { AWS_ENDPOINT_URL_STS: 'https://vpce-0abc-xyz.sts.us-east-1.vpce.amazonaws.com' }],
  ['an endpoint that is ignored', '', { AWS_ENDPOINT_URL: elsewhere, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }],
  ['an endpoint of another service', '', { AWS_ENDPOINT_URL_DYNAMODB: elsewhere }],
  ['an endpoint of a profile that is not used', `[profile other]\nendpoint_url = ${elsewhere}\n`, {}],
])('finds AWS itself with %s', async (_, config, environment) => {
  configured(config, environment)
  expect(await live()).toBe('aws')
})

test.each([
  ['AWS_ENDPOINT_URL', '', { AWS_ENDPOINT_URL: elsewhere }],
  ['AWS_ENDPOINT_URL with a path', '', { AWS_ENDPOINT_URL: `${elsewhere}/aws/` }],
  ['AWS_ENDPOINT_URL_STS', '', { AWS_ENDPOINT_URL_STS: elsewhere }],
  ['AWS_ENDPOINT_URL_S3', '', { AWS_ENDPOINT_URL_S3: elsewhere }],
  ['endpoint_url of the default profile', `[default]\nendpoint_url = ${elsewhere}\n`, {}],
  ['endpoint_url of AWS_PROFILE', `[profile work]\nendpoint_url = ${elsewhere}\n`, { AWS_PROFILE: 'work' }],
  ['a services section', `[default]\nservices = local\n\n[services local]\nsts =\n  endpoint_url = ${elsewhere}\n`, {}],
])('rejects %s elsewhere unless it is allowed', async (_, config, environment) => {
  configured(config, environment)
  const refusal = await live().catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(StartRefusal)
  expect(String(refusal)).toContain(`ROLEBRIDGE_STS_ENDPOINT_ALLOWED=${elsewhere}`)
  await expect(live('http://localhost:4567')).rejects.toThrow(StartRefusal)
  expect(await live(elsewhere)).toBe(elsewhere)
})

test("an allowed endpoint that isn't configured changes nothing", async () => {
  configured('')
  expect(await live(elsewhere)).toBe('aws')
})

test('omits credentials in an endpoint from messages', async () => {
  configured('', { AWS_ENDPOINT_URL: 'http://user:very-secret@localhost:4566' })
  const refusal = await live().catch((error: unknown) => error)
  expect(String(refusal)).toContain('http://localhost:4566')
  expect(String(refusal)).not.toContain('very-secret')
})

test("names the setting to check when an endpoint can't be resolved", async () => {
  configured('', { AWS_ENDPOINT_URL: 'no address' })
  await expect(live()).rejects.toThrow('AWS_ENDPOINT_URL')
})

test("resolves endpoints of the vendor's profiles", async () => {
  configured(`[profile other]\nregion = us-east-1\n`)
  const other = profilesNamed(() => 'other')
  const settings = { profiles: other, controlProfiles: other, secondRoleProfiles: other, allowedStsEndpoint: null }
  expect(await liveAws(vendor, settings)).toBe('aws')
})
