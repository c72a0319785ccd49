import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Environment, readEnvironment } from './environment.ts'
import { readNames } from './environment-names.ts'
import { Variables } from './variables.ts'

function settings(environment: Environment) {
  const reading = readEnvironment(environment)
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  return reading.settings
}

test('simulates AWS and listens on this machine only by default', () => {
  expect(settings({})).toMatchObject({
    aws: 'simulator',
    host: '127.0.0.1',
    port: 4173,
    simulatorPort: 4174,
    simulatorDelayMs: 3000,
    stsPerSecond: 50,
    patienceMs: 120_000,
    dataFolder: '.rolebridge',
    registryUrl: 'file:',
    vendorPath: null,
    origin: null,
    logLevel: 'warn',
    launch: { kind: 'none' },
    anonymous: 'allowed',
    vendorApi: { kind: 'none' },
    sessionSecret: null,
    trustedProxies: 0,
  })
})

test('treats an empty value as absent', () => {
  expect(settings({ PORT: '', ROLEBRIDGE_AWS: '', ROLEBRIDGE_LAUNCH_SECRET: '' })).toEqual(settings({}))
})

test('requires ROLEBRIDGE_AWS in production', () => {
  const reading = readEnvironment({ NODE_ENV: 'production' })
  expect(reading).toEqual({
    kind: 'faults',
    faults: ['ROLEBRIDGE_AWS: must be set in production, to "live" or "simulator"'],
  })
  expect(settings({ NODE_ENV: 'production', ROLEBRIDGE_AWS: 'live' })).toMatchObject({ aws: 'live', host: '0.0.0.0', logLevel: 'info' })
  expect(settings({ NODE_ENV: 'production', ROLEBRIDGE_AWS: 'simulator' })).toMatchObject({ aws: 'simulator' })
})

test('reads one profile per partition', () => {
  expect(settings({ ROLEBRIDGE_PROFILE_AWS_CN: 'china', ROLEBRIDGE_CONTROL_PROFILE: 'second' })).toMatchObject({
    profiles: { aws: undefined, 'aws-cn': 'china' },
    controlProfiles: { aws: 'second', 'aws-cn': undefined },
  })
})

test('names every fault at once without repeating values', () => {
  const secret = 'short secret'
  const reading = readEnvironment({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    ROLEBRIDGE_METRICS_TOKEN: 'a token of more than 32 characters with blanks',
    ROLEBRIDGE_AWS: 'mock',
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '-1',
    ROLEBRIDGE_LAUNCH_SECRET: secret,
    ROLEBRIDGE_LAUNCH_JWKS: 'http://vendor.example/keys',
  })
  expect(reading.kind === 'faults' ? reading.faults : []).toMatchInlineSnapshot(`
    [
      "PORT: must be a whole number from 0 to 65535",
      "LOG_LEVEL: must be fatal or error or warn or info or debug or trace or silent",
      "ROLEBRIDGE_AWS: must be live or simulator",
      "ROLEBRIDGE_SIMULATOR_DELAY_MS: must be a whole number from 0 to 86400000",
      "ROLEBRIDGE_METRICS_TOKEN: must be at least 32 characters without spaces",
      "ROLEBRIDGE_LAUNCH_SECRET: must be at least 32 characters",
      "ROLEBRIDGE_LAUNCH_JWKS: must be a URL that starts with https://",
    ]
  `)
  expect(JSON.stringify(reading)).not.toContain(secret)
})

test('rejects a misspelled name and suggests the known one', () => {
  const names = { ROLEBRIDGE_ORIGN: 'x', ROLEBRIDGE_LAUNCH_SECRETS: 'x', rolebridge_aws: 'live', ROLEBRIDGE_CONTROL_PROFILE_AWS_CM: 'x' }
  const reading = readEnvironment(names)
  expect(reading.kind === 'faults' ? reading.faults : []).toEqual([
    'ROLEBRIDGE_ORIGN: is unknown. Did you mean ROLEBRIDGE_ORIGIN? Rename or remove it.',
    'ROLEBRIDGE_LAUNCH_SECRETS: is unknown. Did you mean ROLEBRIDGE_LAUNCH_SECRET? Rename or remove it.',
    'rolebridge_aws: is unknown. Did you mean ROLEBRIDGE_AWS? Rename or remove it.',
    'ROLEBRIDGE_CONTROL_PROFILE_AWS_CM: is unknown. Did you mean ROLEBRIDGE_CONTROL_PROFILE_AWS_CN? Rename or remove it.',
  ])
})

test('warns about other unknown names, except those of Kubernetes and of the tests', () => {
  const injected = {
    ROLEBRIDGE_SERVICE_HOST: '10.0.0.1',
    ROLEBRIDGE_SERVICE_PORT: '80',
    ROLEBRIDGE_PORT: 'tcp://10.0.0.1:80',
    ROLEBRIDGE_PORT_4173_TCP_ADDR: '10.0.0.1',
    ROLEBRIDGE_SEED: '1',
    ROLEBRIDGE_DIFFERENTIAL_RUNS: '100',
  }
  expect(readEnvironment(injected)).toMatchObject({ kind: 'settings', warnings: [] })
  expect(readEnvironment({ ROLEBRIDGE_FAVORITE_COLOR: 'blue' })).toMatchObject({
    kind: 'settings',
    warnings: [expect.stringMatching(/^ROLEBRIDGE_FAVORITE_COLOR: is unknown and has no effect\./)],
  })
})

test('accepts every known name, however similar to another', () => {
  const { faults, warnings } = readNames(Object.keys(Variables.shape), Object.keys(Variables.shape))
  expect([faults, warnings]).toEqual([[], []])
})

const hook = 'https://vendor.example/hook'
const webhookSecret = `whsec_${btoa('x'.repeat(32))}`
const bus = 'arn:aws:events:us-east-1:111122223333:event-bus/rolebridge'

test('reads where events are sent', () => {
  expect(settings({}).events).toEqual({ kind: 'none' })
  const previous = `whsec_${btoa('y'.repeat(24))}`
  const networks = { ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS: '10.20.0.0/16, fd12::/16' }
  const secrets = { ROLEBRIDGE_WEBHOOK_SECRET: webhookSecret, ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS: previous }
  const { events } = settings({ ROLEBRIDGE_WEBHOOK_URL: hook, ...secrets, ...networks })
  if (events.kind !== 'webhook') throw new Error(events.kind)
  expect([events.url.href, events.keys.map((key) => key.length)]).toEqual([hook, [32, 24]])
  expect(['10.20.0.1', 'fd12::1', '10.21.0.1'].map(events.allowedNetworks.has)).toEqual([true, true, false])
  expect(settings({ ROLEBRIDGE_EVENTBRIDGE_BUS: bus }).events).toEqual({ kind: 'eventbridge', bus: { arn: bus, region: 'us-east-1' } })
})

test.each([
  'https://vendor.example',
  'https://10.0.0.1/hook?key=1',
  'http://localhost:3000/hook',
  'http://127.0.0.1/',
  'http://[::1]:3000/',
])('accepts the webhook URL %s', (url) => {
  expect(settings({ ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: webhookSecret }).events.kind).toBe('webhook')
})

test.each([
  ['ROLEBRIDGE_WEBHOOK_URL', 'http://vendor.example/hook'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'http://10.0.0.1/'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'http://localhost.vendor.example/'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'https://user:password@vendor.example/'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'https://vendor.example/#part'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'ftp://vendor.example/'],
  ['ROLEBRIDGE_WEBHOOK_URL', 'vendor.example'],
  ['ROLEBRIDGE_WEBHOOK_SECRET', 'x'.repeat(32)],
  ['ROLEBRIDGE_WEBHOOK_SECRET', 'whsec_eA=='],
  ['ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0'],
  ['ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0/8,'],
  ['ROLEBRIDGE_EVENTBRIDGE_BUS', 'rolebridge'],
  ['ROLEBRIDGE_EVENTBRIDGE_BUS', 'arn:aws-cn:events:us-east-1:111122223333:event-bus/rolebridge'],
  ['ROLEBRIDGE_EVENTBRIDGE_BUS', 'arn:aws:events:nowhere:111122223333:event-bus/rolebridge'],
  ['ROLEBRIDGE_EVENTBRIDGE_BUS', 'arn:aws:sns:us-east-1:111122223333:rolebridge'],
])('rejects %s=%s', (name, value) => {
  const reading = readEnvironment({ [name]: value })
  expect(reading.kind === 'faults' ? reading.faults : []).toContainEqual(expect.stringMatching(`^${name}: must be `))
  expect(JSON.stringify(reading)).not.toContain(`${value}"`)
})

test('rejects contradictory settings', () => {
  const long = 'x'.repeat(32)
  const contradictions: readonly Environment[] = [
    { PORT: '5000', ROLEBRIDGE_SIMULATOR_PORT: '5000' },
    { PORT: '65535' },
    { ROLEBRIDGE_LAUNCH_SECRET: long, ROLEBRIDGE_LAUNCH_JWKS: 'https://vendor.example/keys' },
    { ROLEBRIDGE_LAUNCH_SECRET: long, ROLEBRIDGE_SESSION_SECRET: long },
    { ROLEBRIDGE_AWS: 'live', ROLEBRIDGE_LAUNCH_SECRET: long },
    { ROLEBRIDGE_AWS: 'live', ROLEBRIDGE_LAUNCH_JWKS: 'https://vendor.example/keys' },
    { ROLEBRIDGE_ANONYMOUS: 'denied' },
    { ROLEBRIDGE_VENDOR_SECRET: long, ROLEBRIDGE_VENDOR_JWKS: 'https://vendor.example/keys' },
    { ROLEBRIDGE_VENDOR_SECRET: long, ROLEBRIDGE_LAUNCH_SECRET: long },
    { ROLEBRIDGE_VENDOR_SECRET: long, ROLEBRIDGE_SESSION_SECRET_PREVIOUS: long },
    { ROLEBRIDGE_VENDOR_SECRET: `${long}y`, ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: long, ROLEBRIDGE_SESSION_SECRET: long },
    { ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: long },
    { ROLEBRIDGE_AWS: 'live', ROLEBRIDGE_VENDOR_SECRET: long },
    { ROLEBRIDGE_AWS: 'live', ROLEBRIDGE_VENDOR_JWKS: 'https://vendor.example/keys' },
    { ROLEBRIDGE_WEBHOOK_URL: hook },
    { ROLEBRIDGE_WEBHOOK_SECRET: webhookSecret },
    { ROLEBRIDGE_WEBHOOK_URL: hook, ROLEBRIDGE_WEBHOOK_SECRET_PREVIOUS: webhookSecret },
    { ROLEBRIDGE_WEBHOOK_URL: hook, ROLEBRIDGE_WEBHOOK_SECRET: webhookSecret, ROLEBRIDGE_EVENTBRIDGE_BUS: bus },
    { ROLEBRIDGE_EVENTBRIDGE_BUS: bus, ROLEBRIDGE_WEBHOOK_ALLOWED_NETWORKS: '10.0.0.0/8' },
  ]
  for (const environment of contradictions)
    expect(readEnvironment(environment)).toMatchObject({ kind: 'faults', faults: [expect.any(String)] })
})

test('reads the keys of the vendor API apart from those of launch tokens', () => {
  const [secret, previous] = ['x'.repeat(32), 'y'.repeat(32)]
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(settings({ ROLEBRIDGE_VENDOR_SECRET: secret, ROLEBRIDGE_VENDOR_SECRET_PREVIOUS: previous })).toMatchObject({
    vendorApi: { kind: 'secret', secret: bytes(secret), previous: bytes(previous) },
    launch: { kind: 'none' },
    anonymous: 'allowed',
  })
  const url = 'https://vendor.example/keys'
  expect(settings({ ROLEBRIDGE_VENDOR_JWKS: url }).vendorApi).toEqual({ kind: 'jwks', url: new URL(url) })
})

test('denies anonymous sessions with launch keys, unless they are allowed', () => {
  const keys = { ROLEBRIDGE_LAUNCH_SECRET: 'x'.repeat(32) }
  expect(settings(keys).anonymous).toBe('denied')
  expect(settings({ ...keys, ROLEBRIDGE_ANONYMOUS: 'allowed' }).anonymous).toBe('allowed')
  expect(settings({ ...keys, ROLEBRIDGE_AWS: 'live', ROLEBRIDGE_ORIGIN: 'https://connect.example.com' }).anonymous).toBe('denied')
})

test('throws for no environment', () => {
  const text = fc.string({ unit: 'binary' })
  const anyEnvironment = fc.record(
    {
      NODE_ENV: fc.oneof(text, fc.constant('production')),
      PORT: fc.oneof(text, fc.nat().map(String)),
      ROLEBRIDGE_AWS: fc.oneof(text, fc.constantFrom('live', 'simulator')),
      ROLEBRIDGE_LAUNCH_JWKS: fc.oneof(text, fc.webUrl()),
      ROLEBRIDGE_SESSION_SECRET: fc.string({ minLength: 30, maxLength: 34 }),
      ROLEBRIDGE_TRUSTED_PROXIES: fc.oneof(text, fc.integer().map(String)),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(anyEnvironment, (environment) => {
      expect(['settings', 'faults']).toContain(readEnvironment(environment).kind)
    }),
    { numRuns: 200 },
  )
})
