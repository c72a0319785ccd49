import { expect, test } from 'vitest'
import { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { type SwitchRoleSample, switchRoleSamples } from './switch-role.ts'
import { exampleSwitch } from './switch-role-example.test-data.ts'

const facts = exampleSwitch(planOf())

/** The code that renews the session before it ends. The SDKs of JavaScript and Ruby do so 5 minutes before, botocore 15. */
const renewal: Readonly<Record<SwitchRoleSample['id'], RegExp>> = {
  javascript: /async function credentials\(\)[\s\S]*expiration: session\.Expiration,[\s\S]*new S3Client\(\{ region, credentials \}\)/,
  python: /"expiry_time": session\["Expiration"\][\s\S]*DeferredRefreshableCredentials\(assume_customer_role, /,
  go: /NewCredentialsCache\(role, [\s\S]*ExpiryWindow = 5 \* time\.Minute/,
  java: /\.prefetchTime\(Duration\.ofMinutes\(5\)\)/,
  csharp: /new AssumeRoleAWSCredentials\([\s\S]*PreemptExpiryTime = TimeSpan\.FromMinutes\(5\)/,
  rust: /identity_cache\([\s\S]*\.buffer_time\(Duration::from_secs\(300\)\)/,
  php: /CredentialProvider::memoize\([\s\S]*getExpiration\(\) - 300/,
  ruby: /Aws::AssumeRoleCredentials\.new\(\n {2}client: sts,/,
  'aws-cli': /^role_arn = /m,
}

/** How each SDK chooses the Region of STS. Fallback to the global endpoint is off. */
const regionalSts: Readonly<Record<SwitchRoleSample['id'], RegExp>> = {
  javascript: /const region = ["']us-east-1["'][\s\S]*new STSClient\(\{ region \}\)/,
  python: /REGION = "us-east-1"[\s\S]*"sts_regional_endpoints", "regional"[\s\S]*create_client\("sts", region_name=REGION\)/,
  go: /WithRegion\("us-east-1"\)[\s\S]*sts\.NewFromConfig\(application\)/,
  java: /Region\.of\("us-east-1"\)[\s\S]*StsClient\.builder\(\)\.region\(region\)/,
  csharp: /AWSConfigs\.AWSRegion = "us-east-1"/,
  rust: /Region::new\("us-east-1"\)[\s\S]*\.region\(region\.clone\(\)\)[\s\S]*\.configure\(&application\)/,
  php: /\$region = 'us-east-1'[\s\S]*new StsClient\(\['region' => \$region, .*'sts_regional_endpoints' => 'regional'\]/,
  ruby: /region = 'us-east-1'[\s\S]*STS::Client\.new\(region: region, sts_regional_endpoints: 'regional'\)/,
  'aws-cli': /region = us-east-1\nsts_regional_endpoints = regional/,
}

const lifetimes = /\b(?:DurationSeconds|duration_seconds|durationSeconds|from_secs|Duration)\b['"]?\s*(?:[:=(]|=>)+\s*(time\.Hour|\d+)/g

/** Faults of a sample. */
function faults(id: SwitchRoleSample['id'], text: string): readonly string[] {
  const asked = [...text.matchAll(lifetimes)].map(([, value = '']) => value).filter((value) => value !== '300')
  const rules: readonly (readonly [string, boolean])[] = [
    ['asks for 3,600 seconds', asked.length === 1 && ['3600', 'time.Hour'].includes(asked[0] ?? '')],
    ['renews the session before it ends', renewal[id].test(text)],
    ['calls STS in the Region', regionalSts[id].test(text) && !text.includes('sts.amazonaws.com')],
    ['sends the external ID of the connection', text.includes(facts.externalId)],
    ['names the session after the application', text.includes(facts.sessionName)],
    [
      'takes no name of a person or machine',
      !/hostname|getenv|\benviron\b|process\.env|os\.user|getlogin|whoami|e-?mail|@[\w-]+\.\w+/i.test(text.replace(/'@aws-sdk[^']*'/g, '')),
    ],
    [
      'has no access key',
      !/\b(AKIA|ASIA)|aws_access_key_id|aws_secret|Basic(Session)?(AWS)?Credentials|StaticCredentials|from_keys/i.test(text),
    ],
    ['overrides no endpoint', !/endpoint_?(url|override)|service_?url|baseendpoint|'endpoint'|https?:\/\//i.test(text)],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}

const samples = switchRoleSamples.flatMap(({ id, render }) =>
  HostingPlatform.options.map((platform) => ({ id, platform, text: render({ ...facts, platform }) })),
)

test.each(samples)('$id on $platform renews an hour in the Region, without a key or a name', ({ id, text }) => {
  expect(faults(id, text)).toEqual([])
})

test('there are nine samples', () => {
  expect(switchRoleSamples.map(({ id }) => id)).toEqual(Object.keys(renewal))
})

test.each([
  ['asks for 3,600 seconds', (text: string) => text.replace(/\b3600\b|time\.Hour/, '7200')],
  ['sends the external ID of the connection', (text: string) => text.replace(facts.externalId, 'myapp')],
  ['names the session after the application', (text: string) => text.replace(facts.sessionName, 'jane')],
  ['has no access key', (text: string) => `${text}\nAKIAIOSFODNN7EXAMPLE`],
  ['calls STS in the Region', (text: string) => text.replaceAll('us-east-1', 'eu-west-1')],
])('a sample that breaks "%s" is found', (rule, broken) => {
  for (const { id, text } of samples) expect(faults(id, broken(text)), id).toContain(rule)
})
