import { expect, test } from 'vitest'
import type { Connection } from '#core/connection/connection.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'

type App = ReturnType<typeof appDouble>

const otherId = 'acme-Zx8Lw3Rb6Yt2Nq9V-prod'

/** The verdict after a pause that is long enough for a second round, as kind and diagnosis. */
async function checked(app: App, token: string, { id }: Connection): Promise<string> {
  app.clock.ms += 60_000
  const response = await app.send('POST', `/api/connections/${id}/verify`, { token, body: { now: true } })
  const { kind, diagnosis } = Verdict.parse(await response.json())
  return `${kind} ${diagnosis}`
}

/** The statuses that the vendor's back end was told of, in order. */
async function toldOf({ registry, clock }: App, { id }: Connection): Promise<readonly string[]> {
  const types: string[] = []
  for (let taken = 1; taken > 0; ) {
    clock.ms += 60_000
    const at = new Date(clock.ms).toISOString()
    const events = await registry.events.take({ now: at, until: new Date(clock.ms + 1000).toISOString(), limit: 50 })
    for (const event of events) {
      if (event.connectionId === id) types.push(event.type.replace('connection.', ''))
      await registry.events.settle(event, { kind: 'delivered', at })
    }
    taken = events.length
  }
  return types
}

/** A verified role of one tenant, whose account another tenant has named too. */
async function verifiedRole() {
  const app = appDouble()
  const [token, otherToken] = [await app.signIn(), await app.signIn()]
  const connection = await app.connect(token)
  app.roles.set(connection.roleArn, connection.externalId)
  expect(await checked(app, token, connection)).toBe('verified verified')
  const other = await app.connect(otherToken, { externalId: otherId })
  const accept = (...ids: readonly string[]) => app.roles.set(connection.roleArn, (id) => id !== undefined && ids.includes(id))
  return { app, token, connection, accept, check: () => checked(app, token, connection), checkOther: () => checked(app, otherToken, other) }
}

test('a verified role that accepts another tenant’s ID is told as drifted, and as lost once it is deleted', async () => {
  const { app, connection, accept, check } = await verifiedRole()
  accept(connection.externalId, otherId)
  expect([await check(), await check()]).toEqual(['unsafe other-external-id-accepted', 'unsafe other-external-id-accepted'])
  app.roles.delete(connection.roleArn)
  expect([await check(), await check()]).toEqual(['drifted access-lost', 'drifted access-lost'])
  expect(await toldOf(app, connection)).toEqual(['created', 'verified', 'drifted', 'lost'])
})

test('a verified role that accepts another tenant’s ID is told as recovered once it is fixed', async () => {
  const { app, connection, accept, check } = await verifiedRole()
  accept(connection.externalId, otherId)
  await check()
  accept(connection.externalId)
  expect([await check(), await check()]).toEqual(['waiting confirming-fix', 'verified verified'])
  expect(await toldOf(app, connection)).toEqual(['created', 'verified', 'drifted', 'recovered'])
})

test('a role that denied another tenant’s ID is tried with it again once that tenant’s check finds it accepted', async () => {
  const { app, connection, accept, check, checkOther } = await verifiedRole()
  expect(await check()).toBe('verified verified')
  accept(connection.externalId, otherId)
  expect(await checkOther()).toBe('unsafe other-external-id-accepted')
  expect(await check()).toBe('unsafe other-external-id-accepted')
  expect(await toldOf(app, connection)).toEqual(['created', 'verified', 'drifted'])
})

test('a verified role that needs an update, and is deleted, is told as lost', async () => {
  const { app, connection, token } = await verifiedRole()
  const permissionSets = vendor.permissionSets.map((set) => ({ ...set, required: true }))
  const later = appDouble({ vendor: Vendor.parse({ ...vendor, permissionSets }), registry: app.registry })
  later.clock.ms = app.clock.ms
  later.roles.set(connection.roleArn, connection.externalId)
  expect(await checked(later, token, connection)).toBe('partial update-required')
  later.roles.delete(connection.roleArn)
  expect(await checked(later, token, connection)).toBe('drifted access-lost')
  expect(await toldOf(later, connection)).toEqual(['created', 'verified', 'needs-update', 'lost'])
})

test('a role that a version without the verified role found unsafe, and that is deleted after the update, is told as lost', async () => {
  const { app, connection, accept, check } = await verifiedRole()
  accept(connection.externalId, otherId)
  expect(await check()).toBe('unsafe other-external-id-accepted')
  const { verdict, remembered, asked } = (await app.registry.lastVerdict(connection.id)) ?? expect.fail()
  const { verifiedRole: _, ...earlier } = remembered
  await app.registry.saveVerdict(connection.id, {
    ...{
      verdict,
      remembered: earlier,
      asked: asked ?? expect.fail(),
      isIdAccepted: true,
      otherExternalIds: [],
      isChanged: false,
      nextCheckAt: null,
      event: null,
    },
    knownAt: verdict.checkedAt,
  })
  app.roles.delete(connection.roleArn)
  expect(await check()).toBe('drifted access-lost')
  expect(await toldOf(app, connection)).toEqual(['created', 'verified', 'drifted', 'lost'])
})
