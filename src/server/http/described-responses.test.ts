import { expect, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { newEvent } from '#server/registry/event-records.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'
import { checkDescribed, describedBody } from './described.test-data.ts'
import type { Operation } from './operation.ts'
import { connections } from './operations/connection-bodies.ts'
import { operations } from './operations/operations.ts'

const described = operations.filter(({ responses }) => responses.some((success) => 'body' in success))

const all = { readSourceImages: { sourceBuckets: ['acme-uploads'] }, writeResults: { resultBucket: 'acme-results' } }
const draft = { ...asked, permissions: all }

/** A customer whose connection has everything that is optional: a name, a role with options, a verdict, an update, and a link. Another one has a current verdict. */
async function world() {
  const double = appDouble({ vendorApi })
  const { send, connect, roles, clock } = double
  const token = await double.signIn()
  const connection = await connect(token, { role: { maxSessionDuration: 7200, tags: [{ key: 'team', value: 'one' }] } })
  roles.set(connection.roleArn, connection.externalId)
  const at = `/api/connections/${connection.id}`
  await send('POST', `${at}/verify`, { token, body: {} })
  await send('PUT', `${at}/name`, { token, body: { name: 'Production' } })
  const { handoff } = await (await send('POST', `${at}/handoff`, { token, body: { note: 'please' } })).json()
  // Its verdict stays current under the other config.
  const current = await connect(token, { permissions: all, accountId: '222233334444', externalId: 'Wk7Qm2vK9dRt4XwB8nZc5H12' })
  roles.set(current.roleArn, current.externalId)
  await send('POST', `/api/connections/${current.id}/verify`, { token, body: {} })
  const later = {
    ...vendor,
    regions: vendor.regions.slice(0, 3),
    permissionSets: vendor.permissionSets.map((set) => (set.id === 'writeResults' ? { ...set, required: true } : set)),
  }
  const app = appDouble({ vendorApi, vendor: later, registry: double.registry, sts: double.sts })
  app.clock.ms = clock.ms + 60_000
  const tenant = (await double.registry.ofAnyTenant(connection.id))?.tenant ?? ''
  return { ...app, token, tenant, connection, at, handoff: String(handoff.id) }
}

const eventOf = ({ id, createdAt }: Connection): string =>
  newEvent('connection.created', { tenant: '', connectionId: id, at: createdAt }).id

type World = Awaited<ReturnType<typeof world>>

const pathOf = ({ path }: Operation, { connection, handoff }: World): string =>
  path
    .replace('/handoffs/:id', `/handoffs/${handoff}`)
    .replace(':id', connection.id)
    .replace(':tenant', 'globex')
    .replace(':event', eventOf(connection))

const bodies: Readonly<Record<string, object>> = {
  changePermissions: { permissions: all },
  createConnection: { ...draft, externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' },
  createConnections: {
    permissions: all,
    accounts: [
      { accountId: '777788889999', region: 'us-east-1', name: 'Test' },
      { accountId: '1', region: 'x' },
    ],
  },
  createVendorConnection: { ...draft, tenant: 'globex', accountId: '777788889999', externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' },
  handOffDraft: { draft, note: 'please' },
  passTurn: { kind: 'asked', note: 'done?' },
  renameConnection: { name: 'Production' },
}

async function asking(operation: Operation, given: World): Promise<Response> {
  const token = operation.access === 'vendor' ? await vendorToken() : given.token
  const sent = operation.method === 'get' || operation.method === 'delete' ? {} : { body: bodies[operation.id] ?? {} }
  return given.send(operation.method.toUpperCase(), pathOf(operation, given), { token, ...sent })
}

test.each(described)('$id returns what its description names, and nothing else', async (operation) => {
  const given = await world()
  if (operation.id === 'deleteVendorConnectionRecord')
    await given.registry.disconnect(given.tenant, given.connection.id, given.connection.createdAt)
  if (operation.id === 'getDisconnection') await given.send('DELETE', given.at, { token: given.token })
  const response = await asking(operation, given)
  expect(describedBody(operation, response), await response.text()).not.toBeNull()
})

test.each(described)(
  '$id returns what its description names while an external ID is replaced and the connection ends',
  async (operation) => {
    const given = await world()
    await given.send('POST', `${given.at}/rotation`, { token: given.token, body: {} })
    await given.send('DELETE', given.at, { token: given.token })
    const response = await asking(operation, given)
    expect([response.status, response.status < 500 ? '' : await response.text()]).toEqual([response.status, ''])
  },
)

test('a field at any depth that the description does not name is found', async () => {
  const operation = described.find(({ id }) => id === 'listConnections')
  if (operation === undefined) throw new Error('It exists')
  const check = { connectionId: 'one', kind: 'verified', diagnosis: 'verified', checkedAt: '2026-11-22T08:00:00.000Z', simulated: false }
  const page = (more: object) => Response.json({ connections: [], lastChecks: [{ ...check, ...more }], lastLooks: [] })
  expect(describedBody(operation, page({}))).toBe(connections)
  await checkDescribed(operation, page({}))
  await expect(checkDescribed(operation, page({ verifiedRole: {} }))).rejects.toThrow('more than Connections')
  await expect(checkDescribed(operation, page({ simulated: 1 }))).rejects.toThrow('no Connections')
})
