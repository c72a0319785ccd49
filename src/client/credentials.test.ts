import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { assembled, dataFolder, iam } from '#server/assembled-app.test-data.ts'
import { keepEnvironment } from '#server/aws/aws-environment.test-data.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { rolebridgeClient } from './client.ts'
import { credentialsFor, RoleNotVerified, type UsedConnection } from './credentials.ts'

keepEnvironment()

const secret = 'the secret of the vendor for its workers'

function workerToken(): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'worker', aud: 'http://localhost:4173', iat: now, exp: now + 300, scope: 'connections:read connections:write' }
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(new TextEncoder().encode(secret))
}

async function createRole(endpoint: string, connection: Connection): Promise<void> {
  const { roleName: RoleName, policyName: PolicyName, trustPolicy, permissionsPolicy } = rolePlan(connection, vendor)
  await iam(endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policyText(trustPolicy) })
  await iam(endpoint, connection, { Action: 'PutRolePolicy', RoleName, PolicyName, PolicyDocument: policyText(permissionsPolicy) })
}

/** The whole server over simulated AWS, with a customer who has created the role. */
async function withRole() {
  const { app, signIn, connect, endpoint, stop } = await assembled(dataFolder(), { environment: { ROLEBRIDGE_VENDOR_SECRET: secret } })
  onTestFinished(stop)
  const { id } = await connect(await signIn())
  const client = rolebridgeClient({
    origin: 'http://localhost:4173',
    token: workerToken,
    fetch: async (input, init) => app.request(String(input), init),
  })
  const read = async (): Promise<VendorConnection> => {
    const answer = await client.connection(id)
    if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer))
    return answer.value
  }
  await createRole(endpoint, await read())
  /** Every response of the vendor API about the connection. */
  const responses = async (): Promise<string> => {
    const headers = { Authorization: `Bearer ${await workerToken()}` }
    const paths = ['', `/${id}`, `/${id}/history`, `/${id}/receipt`]
    const all = paths.map(async (path) => (await app.request(`/api/vendor/connections${path}`, { headers })).text())
    return (await Promise.all(all)).join('\n')
  }
  return { client, read, responses, id }
}

test('takes a connection from the API and assumes its role with its external ID', async () => {
  const { client, read, responses, id } = await withRole()
  await expect(credentialsFor(await read())()).rejects.toThrow(RoleNotVerified)
  expect(await client.verify(id)).toMatchObject({ kind: 'answer', value: { kind: 'verified' } })
  const connection = await read()
  const credentials = credentialsFor(connection, { sessionName: 'image-worker' })
  const caller = await new STSClient({ region: connection.region, credentials }).send(new GetCallerIdentityCommand({}))
  const { roleName } = rolePlan(connection, vendor)
  expect(caller.Arn).toBe(`arn:aws:sts::${connection.accountId}:assumed-role/${roleName}/image-worker`)
  const { expiration, ...keys } = await credentials()
  const text = await responses()
  expect(text).toContain(connection.externalId)
  for (const secret of Object.values(keys)) expect(text).not.toContain(secret)
  expect(text).not.toMatch(/ASIA|AKIA|secretAccessKey|sessionToken/i)
  expect(Math.abs(expiration.getTime() - Date.now() - 3_600_000)).toBeLessThan(60_000)
  const other = { ...connection, externalId: 'another-external-id-than-the-right-one' }
  await expect(credentialsFor(other)()).rejects.toMatchObject({ name: 'AccessDenied' })
})

const used: UsedConnection = {
  id: 'one',
  roleArn: 'arn:aws:iam::444455556666:role/Example',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  region: 'us-east-1',
  disconnectedAt: null,
  verdict: { kind: 'verified' },
}

/** An STS whose sessions last an hour of a clock that the test moves. It counts the calls. */
async function countingSts() {
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const calls = { count: 0, isFailing: false }
  const { url } = await localServer((_request, response) => {
    calls.count += 1
    if (calls.isFailing) return void response.writeHead(403).end('<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>')
    const expiration = new Date(clock.ms + 3_600_000).toISOString()
    const parts = `<AccessKeyId>ASIA${calls.count}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration}</Expiration>`
    response.end(`<AssumeRoleResponse><AssumeRoleResult><Credentials>${parts}</Credentials></AssumeRoleResult></AssumeRoleResponse>`)
  })
  const sts = new STSClient({ endpoint: url, region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1 })
  return { clock, calls, options: { sts, now: () => new Date(clock.ms) } }
}

test('assumes the role again five minutes before the credentials expire, once for everyone who asks', async () => {
  const { clock, calls, options } = await countingSts()
  const credentials = credentialsFor(used, options)
  const all = await Promise.all(Array.from({ length: 5 }, credentials))
  expect([calls.count, new Set(all.map(({ accessKeyId }) => accessKeyId)).size]).toEqual([1, 1])
  clock.ms += 55 * 60_000 - 1
  expect((await credentials()).accessKeyId).toBe('ASIA1')
  clock.ms += 1
  expect((await credentials()).accessKeyId).toBe('ASIA2')
})

test('asks again after a denial', async () => {
  const { calls, options } = await countingSts()
  const credentials = credentialsFor(used, options)
  calls.isFailing = true
  await expect(credentials()).rejects.toMatchObject({ name: 'AccessDenied' })
  calls.isFailing = false
  expect((await credentials()).accessKeyId).toBe('ASIA2')
})

test.each(['unsafe', 'drifted', 'inconclusive', 'waiting', 'not-ready', 'vendor-fault'] as const)(
  'uses no role whose last verdict is %s',
  async (kind) => {
    const { calls, options } = await countingSts()
    const connection = { ...used, verdict: { kind } }
    await expect(credentialsFor(connection, options)()).rejects.toThrow(`The role of connection one is not used: ${kind}`)
    expect(calls.count).toBe(0)
    expect((await credentialsFor(connection, { ...options, verdicts: [kind] })()).accessKeyId).toBe('ASIA1')
  },
)

test('uses no role of a disconnected connection, or of one that was never checked', async () => {
  const { calls, options } = await countingSts()
  await expect(credentialsFor({ ...used, disconnectedAt: '2026-11-22T08:00:00.000Z' }, options)()).rejects.toThrow('disconnected')
  await expect(credentialsFor({ ...used, disconnection: { requestedAt: '2026-11-22T08:00:00.000Z' } }, options)()).rejects.toThrow(
    'being disconnected',
  )
  await expect(credentialsFor({ ...used, verdict: null }, options)()).rejects.toThrow('never checked')
  expect(calls.count).toBe(0)
})
