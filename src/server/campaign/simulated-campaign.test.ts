import { SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { policyText } from '#core/policy/document.ts'
import { VendorOverview } from '#core/verify/vendor-overview.ts'
import { assembled, dataFolder, iam, silent } from '#server/assembled-app.test-data.ts'
import { keepEnvironment } from '#server/aws/aws-environment.test-data.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { openRegistry } from '#server/registry/open-registry.ts'

keepEnvironment()

/** Each customer may claim 30 connections a minute. With ROLEBRIDGE_CAMPAIGN_CUSTOMERS=8 it takes some minutes. */
const connectionsOfEach = 25
const customers = Number(process.env['ROLEBRIDGE_CAMPAIGN_CUSTOMERS'] ?? 0.4)
const count = customers * connectionsOfEach
const vendorSecret = 'the secret of the vendor for its workers'
const environment = { ROLEBRIDGE_VENDOR_SECRET: vendorSecret, ROLEBRIDGE_STS_PER_SECOND: '600', ROLEBRIDGE_SCHEDULED_CHECKS: 'off' }

/** The same vendor after it decided to write results to everyone's bucket. */
const later = Vendor.parse({
  ...vendor,
  permissionSets: vendor.permissionSets.map((set) => (set.id === 'writeResults' ? { ...set, required: true } : set)),
})

type Owned = { readonly session: string; readonly connection: Connection }

async function start(folder: string, config: Vendor) {
  const server = await assembled(folder, { config, environment })
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'support', aud: 'http://localhost:4173', iat: now, exp: now + 300, scope: 'connections:read connections:write' }
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(new TextEncoder().encode(vendorSecret))
  const asVendor = (method: string, path: string, body?: unknown) => server.send(method, `/api/vendor/${path}`, token, body)
  const overview = async () => VendorOverview.parse(await (await asVendor('GET', 'overview')).json())
  const policyOf = (connection: Connection) => {
    const { roleName: RoleName, policyName: PolicyName, permissionsPolicy } = rolePlan(connection, config)
    return { RoleName, PolicyName, PolicyDocument: policyText(permissionsPolicy) }
  }
  const verify = async ({ session, connection: { id } }: Owned) =>
    (await server.send('POST', `/api/connections/${id}/verify`, session, { now: true })).json()
  return { ...server, overview, policyOf, verify }
}

test(`a campaign over ${count} connections in simulated AWS ends with ${count} updated roles`, { timeout: 300_000 }, async () => {
  const folder = dataFolder()
  const before = await start(folder, vendor)
  const owned: Owned[] = []
  let session = ''
  for (let index = 0; index < count; index += 1) {
    if (index % connectionsOfEach === 0) session = await before.signIn()
    const change = { accountId: String(300_000_000_000 + index), externalId: `k7Qm2vK9dRt4XwB8nZc5Hs${1000 + index}` }
    const connection = await before.connect(session, change)
    const { roleName: RoleName, trustPolicy } = rolePlan(connection, vendor)
    await iam(before.endpoint, connection, { Action: 'CreateRole', RoleName, AssumeRolePolicyDocument: policyText(trustPolicy) })
    await iam(before.endpoint, connection, { Action: 'PutRolePolicy', ...before.policyOf(connection) })
    expect(await before.verify({ session, connection })).toMatchObject({ kind: 'verified' })
    owned.push({ session, connection })
  }
  expect(await before.overview()).toMatchObject({ statuses: { verified: count }, campaign: { total: 0 } })
  await before.stop()

  const after = await start(folder, later)
  await expect.poll(async () => (await told(folder, 'connection.needs-update')).size, { timeout: 60_000 }).toBe(count)
  expect((await after.overview()).campaign).toEqual({ total: count, pending: count, chosen: 0, updated: 0 })
  for (const { session: own, connection } of owned) {
    const permissions = { ...connection.permissions, writeResults: { resultBucket: 'acme-results' } }
    const response = await after.send('PUT', `/api/connections/${connection.id}/permissions`, own, { permissions })
    expect(response.status).toBe(200)
    await iam(after.endpoint, connection, { Action: 'PutRolePolicy', ...after.policyOf({ ...connection, permissions }) })
    expect(await after.verify({ session: own, connection })).toMatchObject({ kind: 'verified' })
  }
  const once = new Map(owned.map(({ connection: { id } }) => [id, 1]))
  expect(await told(folder, 'connection.needs-update')).toEqual(once)
  expect(await told(folder, 'connection.recovered')).toEqual(once)
  await after.stop()
  const again = await start(folder, later)
  onTestFinished(again.stop)
  expect((await again.overview()).campaign).toEqual({ total: count, pending: 0, chosen: 0, updated: count })
})

/** How often each connection was told of, from the registry. */
async function told(folder: string, type: string): Promise<ReadonlyMap<string, number>> {
  const registry = await openRegistry({ url: 'file:', dataFolder: folder, isNewAllowed: false, isMigration: true, aws: null, log: silent })
  const counts = new Map<string, number>()
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof registry.events.list>> = await registry.events.list({ status: 'pending', after, limit: 500 })
    for (const event of page?.events ?? [])
      if (event.type === type) counts.set(event.connectionId, (counts.get(event.connectionId) ?? 0) + 1)
    after = page?.next ?? undefined
  }
  await registry.close()
  return counts
}
