import { expect, test } from 'vitest'
import { accountListMaximum } from '#core/connection/accounts/account-list.ts'
import { ConnectionBatch } from '#core/connection/accounts/connection-batch.ts'
import { Connection } from '#core/connection/connection.ts'
import { Problem } from '#core/connection/problem.ts'
import { refusalMessages } from '#core/connection/refusals.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import type { ClaimRequest } from '#server/registry/registry.ts'
import { listed } from '#server/registry/registry-contract.test-data.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'

const { permissions } = asked
const line = (accountId: string, change: Readonly<Record<string, unknown>> = {}) => ({ accountId, region: 'us-east-1', ...change })

async function batched(double: ReturnType<typeof appDouble>, token: string, body: unknown) {
  const response = await double.send('POST', '/api/connections/batch', { token, body })
  expect(response.status).toBe(200)
  return ConnectionBatch.parse(await response.json()).lines
}

test('gives each account a connection with its own external ID, and each rejected line a code', async () => {
  const double = appDouble()
  const token = await double.signIn()
  await double.connect(token)
  const accounts = [
    line('444455550001', { name: 'Production' }),
    line('4444-5555-0002', { region: 'us-gov-west-1' }),
    line(asked.accountId),
    line('111122223333'),
    line('44445555000'),
    line('444455550003', { region: 'middle-earth-1' }),
    line('444455550001'),
    line('444455550001', { region: 'us-gov-west-1' }),
  ]
  const lines = await batched(double, token, { accounts, permissions })
  const said = lines.map((answer) => (answer.kind === 'refused' ? answer.issues.map(({ code }) => code).join() : answer.kind))
  expect(said).toEqual([
    'claimed',
    'claimed',
    'existing',
    'account-id-is-vendor',
    'account-id-length',
    'region-unknown',
    'existing',
    'claimed',
  ])
  const connections = lines.flatMap((answer) => (answer.kind === 'claimed' ? [answer.connection] : []))
  expect(new Set(connections.map(({ externalId }) => externalId)).size).toBe(3)
  expect(connections.map(({ name }) => name)).toEqual(['Production', undefined, undefined])
  for (const connection of connections) {
    expect(connection.externalId).toMatch(/^[\w]{24}$/)
    expect(rolePlan(connection, vendor).roleArn).toBe(connection.roleArn)
  }
  const listed = await (await double.send('GET', '/api/connections', { token })).json()
  expect(listed.connections).toHaveLength(4)
})

test('leaves a connected account and its permissions unchanged', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const before = await double.connect(token)
  const [answer] = await batched(double, token, {
    accounts: [line(asked.accountId, { region: 'eu-west-1', name: 'Another' })],
    permissions: { readSourceImages: { sourceBuckets: ['acme-other'] } },
  })
  expect(answer).toEqual({ kind: 'existing', connection: before })
})

test.each(['chosen', 'chosen-with-suffix', 'issued'] as const)('generates the external IDs in mode %s', async (mode) => {
  const double = appDouble({ vendor: { ...vendor, externalId: { mode, minimumLength: 16 } } })
  const [answer] = await batched(double, await double.signIn(), { accounts: [line('444455550001')], permissions })
  expect(answer).toMatchObject({ kind: 'claimed' })
})

test('rejects shared values once, for the whole request', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const refused = async (body: unknown) => {
    const response = await double.send('POST', '/api/connections/batch', { token, body })
    const { code, issues = [] } = Problem.parse(await response.json())
    return [response.status, code, issues.map((issue) => [issue.path.join('.'), issue.code])]
  }
  expect(await refused({ accounts: [line('444455550001')] })).toEqual([
    422,
    'invalid',
    [['permissions.readSourceImages.sourceBuckets', 'parameter-empty']],
  ])
  const tooMany = Array.from({ length: accountListMaximum + 1 }, () => line('444455550001'))
  expect(await refused({ accounts: tooMany, permissions })).toEqual([422, 'invalid', [['accounts', 'account-list-full']]])
  expect(await refused({ accounts: [], permissions })).toEqual([422, 'invalid', [['accounts', 'request-invalid']]])
  expect(await refused({ accounts: [line('444455550001', { name: 'a\u0000' })], permissions })).toEqual([
    422,
    'invalid',
    [['accounts.0.name', 'account-name-invalid']],
  ])
  expect((await double.send('POST', '/api/connections/batch', { token, body: 'x'.repeat(300_000) })).status).toBe(413)
  expect((await double.send('POST', '/api/connections/batch', { body: {} })).status).toBe(401)
  expect(await listed(double.registry, 'nobody')).toEqual([])
})

test('accepts a full list with long names in one request', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const accounts = Array.from({ length: accountListMaximum }, (_, index) =>
    line(String(444_400_000_000 + index), { name: 'n'.repeat(128) }),
  )
  const lines = await batched(double, token, { accounts, permissions })
  expect(lines.every(({ kind }) => kind === 'claimed')).toBe(true)
  const again = await batched(double, token, { accounts, permissions })
  expect(again.every(({ kind }) => kind === 'existing')).toBe(true)
})

test('answers other requests during a full list', async () => {
  const answered: string[] = []
  let other = Promise.resolve()
  const held = appDouble()
  const claimNewAccounts = async (requests: readonly ClaimRequest[]) => {
    if (requests.some(({ terms }) => terms.accountId === '444400000000'))
      other = new Promise((later) => setTimeout(later, 0)).then(async () => {
        answered.push(`GET ${(await double.send('GET', '/healthz')).status}`)
      })
    return held.registry.claimNewAccounts(requests)
  }
  const double = appDouble({ registry: { ...held.registry, claimNewAccounts } })
  const accounts = Array.from({ length: accountListMaximum }, (_, index) => line(String(444_400_000_000 + index)))
  const lines = await batched(double, await double.signIn(), { accounts, permissions })
  answered.push(`POST ${lines.length}`)
  await other
  expect(answered).toEqual(['GET 200', `POST ${accountListMaximum}`])
})

test('rejects lines beyond the limit of pending connections', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const accounts = (start: number) => Array.from({ length: accountListMaximum }, (_, index) => line(String(start + index)))
  await batched(double, token, { accounts: accounts(444_400_000_000), permissions })
  await batched(double, token, { accounts: accounts(555_500_000_000), permissions })
  const [last] = await batched(double, token, { accounts: [line('777788889999')], permissions })
  expect(last).toMatchObject({ kind: 'refused', issues: [{ path: [], code: 'connection-limit' }] })
})

test('applies a permissions boundary as the policy of that name in each account', async () => {
  const bounded = Vendor.parse({ ...vendor, role: { ...vendor.role, permissionsBoundary: 'required' } })
  const double = appDouble({ vendor: bounded })
  const role = { permissionsBoundary: 'arn:aws:iam::444455550001:policy/base/Boundary' }
  const accounts = [line('444455550001'), line('444455550002'), line('444455550002', { region: 'cn-north-1' })]
  const lines = await batched(double, await double.signIn(), { accounts, permissions, role })
  expect(lines.map((answer) => (answer.kind === 'claimed' ? answer.connection.role?.permissionsBoundary : answer))).toEqual([
    'arn:aws:iam::444455550001:policy/base/Boundary',
    'arn:aws:iam::444455550002:policy/base/Boundary',
    'arn:aws-cn:iam::444455550002:policy/base/Boundary',
  ])
})

test('lists the last verdict of each connection', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const lines = await batched(double, token, { accounts: [line('444455550001'), line('444455550002')], permissions })
  const [first] = lines.map((answer) => (answer.kind === 'claimed' ? Connection.parse(answer.connection) : null))
  await double.send('POST', `/api/connections/${first?.id}/verify`, { token })
  const { lastChecks } = await (await double.send('GET', '/api/connections', { token })).json()
  expect(lastChecks).toMatchObject([{ connectionId: first?.id, kind: 'waiting' }])
})

test('has a message for every code of a rejected line', () => {
  for (const code of ['account-id-is-vendor', 'account-id-length', 'region-unknown', 'account-list-full', 'account-name-invalid'])
    expect(Object.keys(refusalMessages.in('en').codes)).toContain(code)
})

test('an account gets the chosen sets that are offered in its partition', async () => {
  const [read, write, ...others] = vendor.permissionSets
  const permissionSets = [read, { ...write, partitions: ['aws-us-gov'] }, ...others]
  const double = appDouble({ vendor: Vendor.parse({ ...vendor, templates: {}, permissionSets }) })
  const accounts = [line('444455550001'), line('444455550002', { region: 'us-gov-west-1' })]
  const chosen = { ...permissions, writeResults: { resultBucket: 'acme-results' } }
  const lines = await batched(double, await double.signIn(), { accounts, permissions: chosen })
  const granted = lines.map((answer) => (answer.kind === 'claimed' ? Object.keys(answer.connection.permissions) : answer))
  expect(granted).toEqual([['readSourceImages'], ['readSourceImages', 'writeResults']])
})
