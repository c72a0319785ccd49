import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { ApiProblem } from '#core/connection/problem.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { CreatedConnection, TenantDeletion, VendorConnections } from '#core/verify/vendor-connection.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { launch, launched } from '#server/sessions/launch.test-data.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, asked } from './app-double.test-data.ts'

const path = '/api/vendor/connections'

async function server(choices: Parameters<typeof appDouble>[0] = {}) {
  const double = appDouble({ launch, vendorApi, ...choices })
  const token = await vendorToken()
  const post = (body: object) => double.send('POST', path, { token, body })
  const created = async (body: object) => CreatedConnection.parse(await (await post(body)).json())
  const refusal = async (body: object) => {
    const response = await post(body)
    const { code, issues = [] } = ApiProblem.parse(await response.json())
    return [response.status, code, ...issues.map((issue) => `${issue.path.join('.')} ${issue.code}`)]
  }
  const remove = async (tenant: string) => double.send('DELETE', `/api/vendor/tenants/${encodeURIComponent(tenant)}`, { token })
  return { ...double, token, post, created, refusal, remove }
}

const { externalId: _externalId, ...withoutId } = asked
const ahead = { ...withoutId, tenant: 'acme', name: 'Production' }

test('creates a connection before the customer comes, who finds it and creates its role', async () => {
  const double = await server()
  const response = await double.post(ahead)
  expect(response.status).toBe(201)
  const { open, ...created } = CreatedConnection.parse(await response.json())
  const { id, roleArn, externalId } = created
  expect(created).toMatchObject({ tenant: 'acme', name: 'Production', verdict: null, disconnectedAt: null })
  expect(open).toBe(`#/connections/${id}/role`)
  expect(externalId.length).toBeGreaterThanOrEqual(22)
  const acme = await launched(double)
  const own = Connection.parse(await (await double.send('GET', `/api/connections/${id}`, { token: acme.token })).json())
  expect(own).toMatchObject({ id, externalId, roleArn, name: 'Production' })
  const globex = await launched(double, { sub: 'globex' })
  expect((await double.send('GET', `/api/connections/${id}`, { token: globex.token })).status).toBe(404)
  double.roles.set(roleArn, externalId)
  const verdict = await double.send('POST', `/api/connections/${id}/verify`, { token: acme.token, body: {} })
  expect(await verdict.json()).toMatchObject({ kind: 'verified' })
})

test('creates one connection for one account, however often and at once it is asked without an external ID', async () => {
  const { created, post } = await server()
  const [one, two] = await Promise.all([created(ahead), created(ahead)])
  expect(two).toEqual(one)
  const again = await post({ ...ahead, accountId: '4444-5555-6666' })
  expect([again.status, CreatedConnection.parse(await again.json()).externalId]).toEqual([200, one.externalId])
})

test('gives an external ID to one of two customers that ask at the same time', async () => {
  const { post } = await server()
  const both = await Promise.all(['acme', 'globex'].map((tenant) => post({ ...asked, tenant })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const repeated = await Promise.all(['acme', 'globex'].map((tenant) => post({ ...asked, tenant })))
  expect(repeated.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('imports a role that exists, with its own name and path, and verifies it at once', async () => {
  const { created, roles } = await server()
  const roleArn = 'arn:aws:iam::444455556666:role/vendors/LegacyAccess'
  roles.set(roleArn, asked.externalId)
  const { accountId: _, ...request } = asked
  const connection = await created({ ...request, tenant: 'acme', roleArn })
  expect(connection).toMatchObject({ roleArn, accountId: '444455556666', verdict: { kind: 'verified', current: true } })
  expect(rolePlan(connection, Vendor.parse(demoVendor)).roleName).toBe('LegacyAccess')
})

test('keeps the imported role of a connection through requests without a role, and replaces it by another import', async () => {
  const double = await server()
  const { accountId: _, ...request } = { ...asked, tenant: 'acme' }
  const imported = 'arn:aws:iam::444455556666:role/vendors/LegacyAccess'
  double.roles.set(imported, asked.externalId)
  const connection = await double.created({ ...request, roleArn: imported })
  const { id } = connection
  expect(await double.created({ ...asked, tenant: 'acme' })).toMatchObject({ id, roleArn: imported, verdict: { current: true } })
  const { token } = await launched(double)
  expect(await double.connect(token)).toMatchObject({ id, roleArn: imported })
  const roleArn = 'arn:aws:iam::444455556666:role/CorrectedAccess'
  const corrected = await double.created({ ...request, roleArn })
  expect(corrected).toMatchObject({ id, roleArn, verdict: { kind: expect.not.stringMatching('verified'), current: true } })
})

test('says of an imported role that it is not verified if it does not require its external ID', async () => {
  const { created, roles } = await server()
  const roleArn = 'arn:aws:iam::444455556666:role/LegacyAccess'
  roles.set(roleArn, null)
  expect((await created({ ...asked, tenant: 'acme', roleArn })).verdict).toMatchObject({ kind: 'unsafe' })
})

test.each<[string, object, ...(string | number)[]]>([
  ['no tenant', { ...asked }, 422, 'invalid', 'tenant request-invalid'],
  ['an empty tenant', { ...asked, tenant: '' }, 422, 'invalid', 'tenant value-invalid'],
  ['a tenant with control characters', { ...asked, tenant: 'a\u0000b' }, 422, 'invalid', 'tenant value-invalid'],
  ['no account', { ...asked, tenant: 'acme', accountId: undefined }, 422, 'invalid', 'accountId account-id-empty'],
  ['the vendor’s own account', { ...asked, tenant: 'acme', accountId: '111122223333' }, 422, 'invalid', 'accountId account-id-is-vendor'],
  [
    'a guessable external ID',
    { ...asked, tenant: 'acme', externalId: 'acme-acme-acme-acme' },
    422,
    'invalid',
    'externalId external-id-repeated',
  ],
  ['an ARN of a user', { ...asked, tenant: 'acme', roleArn: 'arn:aws:iam::444455556666:user/x' }, 422, 'invalid', 'roleArn value-invalid'],
  [
    'a role of another account than the named one',
    { ...asked, tenant: 'acme', accountId: '777788889999', roleArn: 'arn:aws:iam::444455556666:role/x' },
    422,
    'invalid',
    'accountId value-invalid',
  ],
  [
    'a role of the vendor',
    { ...asked, accountId: undefined, tenant: 'acme', roleArn: 'arn:aws:iam::111122223333:role/x' },
    422,
    'invalid',
    'accountId account-id-is-vendor',
  ],
  [
    'a role in another partition than the Region',
    { ...asked, accountId: undefined, tenant: 'acme', roleArn: 'arn:aws-cn:iam::444455556666:role/x' },
    422,
    'invalid',
    'accountId account-id-partition',
  ],
  [
    'a role without its external ID',
    { ...withoutId, tenant: 'acme', roleArn: 'arn:aws:iam::444455556666:role/x' },
    422,
    'invalid',
    'externalId external-id-empty',
  ],
  [
    'a missing permission set',
    { ...asked, tenant: 'acme', permissions: {} },
    422,
    'invalid',
    'permissions.readSourceImages.sourceBuckets parameter-empty',
  ],
])('rejects %s', async (_, body, ...expected) => {
  const { refusal, sts } = await server()
  expect(await refusal(body)).toEqual(expected)
  expect(sts.calls).toEqual([])
})

test('assigns external IDs itself where the config says so, and takes those of roles that exist', async () => {
  const issued = Vendor.parse({ ...demoVendor, externalId: { ...demoVendor.externalId, mode: 'issued' } })
  const { refusal, created } = await server({ vendor: issued })
  expect(await refusal({ ...asked, tenant: 'acme' })).toEqual([422, 'external-id-issued-by-server'])
  expect((await created(ahead)).externalId).not.toBe(asked.externalId)
  const imported = { ...asked, tenant: 'acme', roleArn: 'arn:aws:iam::444455556666:role/LegacyAccess' }
  expect((await created(imported)).externalId).toBe(asked.externalId)
})

test('deletes everything of one customer, and no external ID is assigned again', async () => {
  const double = await server()
  const { created, remove, send, token, refusal } = double
  const mine = await created({ ...asked, tenant: 'acme' })
  const other = await created({ ...ahead, tenant: 'globex' })
  const acme = await launched(double)
  const given = await (await send('POST', `/api/connections/${mine.id}/handoff`, { token: acme.token, body: { note: 'Private' } })).json()
  expect(TenantDeletion.parse(await (await remove('acme')).json())).toEqual({ tenantId: mine.tenantId, connections: 1 })
  expect(TenantDeletion.parse(await (await remove('acme')).json())).toEqual({ tenantId: mine.tenantId, connections: 0 })
  const left = VendorConnections.parse(await (await send('GET', path, { token })).json())
  expect(left.connections.map(({ id }) => id)).toEqual([other.id])
  for (const rest of ['', '/history', '/receipt']) expect((await send('GET', `${path}/${mine.id}${rest}`, { token })).status).toBe(404)
  expect((await send('GET', `/api/connections/${mine.id}/disconnection`, { token: acme.token })).status).toBe(404)
  expect((await send('POST', '/api/sessions', { body: { handoffToken: given.token } })).status).toBe(404)
  for (const tenant of ['acme', 'globex', 'initech']) expect(await refusal({ ...asked, tenant })).toEqual([409, 'external-id-taken'])
})

test('deletes a tenant with a slash, a percent sign and letters beyond ASCII in its name, and no other', async () => {
  const { created, remove } = await server()
  const names = ['a/b', 'a%2Fb', 'Ümläut 100 %', 'launched:acme', 'acme']
  for (const [index, tenant] of names.entries()) await created({ ...ahead, tenant, accountId: String(444455556600 + index) })
  for (const tenant of names) {
    const response = await remove(tenant)
    expect([tenant, response.status, await response.json()]).toMatchObject([tenant, 200, { connections: 1 }])
  }
})
