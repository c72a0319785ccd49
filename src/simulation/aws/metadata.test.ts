import { expect, test } from 'vitest'
import { vendor } from '#core/fixtures.test-data.ts'
import { credentialsInPage } from './metadata.ts'
import { createSimulator } from './simulator.ts'

const hour = 3_600_000

function simulated() {
  let now = Date.parse('2026-11-29T08:00:00Z')
  const simulator = createSimulator({
    vendor,
    store: { load: () => null, save: () => undefined },
    now: () => now,
    delayMs: 0,
    templates: [],
    roleLifetimeMs: hour,
  })
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    simulator.fetch(new Request(`http://169.254.169.254${path}`, { method, headers }))
  const token = async (seconds = '21600') =>
    (await ask('/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': seconds }, 'PUT')).text()
  const wait = (ms: number) => {
    now += ms
  }
  return { simulator, ask, token, wait }
}

const rolePath = '/latest/meta-data/iam/security-credentials/'

test('instance metadata answers only with a token of IMDSv2', async () => {
  const { ask, token } = simulated()
  expect((await ask(rolePath)).status).toBe(401)
  expect((await ask(rolePath, { 'x-aws-ec2-metadata-token': 'guessed' })).status).toBe(401)
  expect(await (await ask(rolePath, { 'x-aws-ec2-metadata-token': await token() })).text()).toBe('PixelworksApplication')
})

test.each([
  ['without a lifetime', {}, 400],
  ['with a lifetime that is too long', { 'x-aws-ec2-metadata-token-ttl-seconds': '21601' }, 400],
  ['through a proxy', { 'x-aws-ec2-metadata-token-ttl-seconds': '60', 'x-forwarded-for': '10.0.0.1' }, 403],
])('there is no token for a request %s', async (_, headers, status) => {
  expect((await simulated().ask('/latest/api/token', headers, 'PUT')).status).toBe(status)
})

test('a token expires', async () => {
  const { ask, token, wait } = simulated()
  const headers = { 'x-aws-ec2-metadata-token': await token('60') }
  wait(60_000)
  expect((await ask(rolePath, headers)).status).toBe(401)
})

test('credentials rotate before they expire, and the earlier ones stay valid until then', async () => {
  const { simulator, ask, token, wait } = simulated()
  const headers = { 'x-aws-ec2-metadata-token': await token() }
  const read = async () => JSON.parse(await (await ask(`${rolePath}PixelworksApplication`, headers)).text())
  const callerOf = ({ AccessKeyId, Token }: { AccessKeyId: string; Token: string }) =>
    simulator.sts({ accessKeyId: AccessKeyId, sessionToken: Token, region: 'us-east-1' }, { Action: 'GetCallerIdentity' }).answer.kind
  const first = await read()
  expect(first).toMatchObject({ Code: 'Success', Type: 'AWS-HMAC', Expiration: '2026-11-29T09:00:00Z' })
  wait(hour / 2)
  expect((await read()).AccessKeyId).toBe(first.AccessKeyId)
  wait(hour / 4)
  const second = await read()
  expect(second.AccessKeyId).not.toBe(first.AccessKeyId)
  expect([callerOf(first), callerOf(second)]).toEqual(['done', 'done'])
  wait(hour / 4)
  expect([callerOf(first), callerOf(second)]).toEqual(['refused', 'done'])
})

test('a container gets its credentials only with the authorization token', async () => {
  const { simulator, ask } = simulated()
  expect((await ask('/v2/credentials')).status).toBe(401)
  expect((await ask('/v2/credentials', { authorization: 'guessed' })).status).toBe(401)
  const headers = { authorization: simulator.authorizationToken }
  const arnAt = async (path: string) => JSON.parse(await (await ask(path, headers)).text()).RoleArn
  expect(await arnAt('/v2/credentials')).toBe('arn:aws:iam::111122223333:role/PixelworksApplication')
  expect(await arnAt('/v2/credentials/aws-cn/control')).toMatch(/^arn:aws-cn:iam::\d{12}:role\/ControlProbe$/)
  expect((await ask('/v2/credentials/aws/other', headers)).status).toBe(404)
})

test('the demo in the page gets its credentials as a container does', async () => {
  const { simulator } = simulated()
  const { accessKeyId, sessionToken } = await credentialsInPage(simulator, 'aws/control')()
  const { answer } = simulator.sts({ accessKeyId, sessionToken, region: 'us-east-1' }, { Action: 'GetCallerIdentity' })
  expect(JSON.stringify(answer)).toContain(':assumed-role/ControlProbe/')
  await expect(credentialsInPage({ ...simulator, authorizationToken: 'guessed' }, 'aws/control')()).rejects.toThrow()
})
