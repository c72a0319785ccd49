import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { RotationRecord } from '#core/connection/rotation.ts'
import { Verdict } from '#core/verify/verdict.ts'
import type { LimitAnswer } from '#server/registry/limits.ts'
import { appDouble } from './app-double.test-data.ts'

const ids = { one: 'acme-k7Qm2vK9dRt4XwB8-prod', two: 'acme-Zx8Lw3Rb6Yt2Nq9V-prod' }

type App = ReturnType<typeof appDouble>

/** A tenant of its own that has connected the account. */
async function tenant(app: App, externalId: string) {
  const token = await app.signIn()
  const connection = await app.connect(token, { externalId })
  const path = `/api/connections/${connection.id}`
  return {
    connection,
    path,
    token,
    verdict: async (body: unknown = {}) => Verdict.parse(await (await app.send('POST', `${path}/verify`, { token, body })).json()),
    receipt: () => app.send('GET', `${path}/receipt`, { token }),
  }
}

const later = (app: App, ms = 6 * 60 * 60 * 1000) => {
  app.clock.ms += ms
}

test("a role that accepts two tenants' IDs is unsafe for both, and neither learns of the other", async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  app.roles.set(one.connection.roleArn, (id) => id === ids.one || id === ids.two)
  expect((await one.verdict()).kind).toBe('verified')
  const two = await tenant(app, ids.two)
  const second = await two.verdict()
  expect(second).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  const first = await one.verdict()
  expect(first).toMatchObject({ kind: 'unsafe', diagnosis: 'other-external-id-accepted' })
  expect(JSON.stringify(first)).not.toContain(ids.two)
  expect(JSON.stringify(second)).not.toContain(ids.one)
  expect([(await one.receipt()).status, (await two.receipt()).status]).toEqual([409, 409])
})

test("verifies a fixed role in two rounds after it accepted another tenant's ID", async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  const two = await tenant(app, ids.two)
  app.roles.set(one.connection.roleArn, (id) => id === ids.one || id === ids.two)
  await two.verdict()
  expect((await one.verdict()).diagnosis).toBe('other-external-id-accepted')
  app.roles.set(one.connection.roleArn, ids.one)
  later(app, 10_000)
  expect((await one.verdict()).diagnosis).toBe('confirming-fix')
  later(app, 10_000)
  expect((await one.verdict()).diagnosis).toBe('verified')
})

test("tries another tenant's ID again once the customer has changed the role for a rotation", async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  const two = await tenant(app, ids.two)
  const accept = (...accepted: readonly string[]) =>
    app.roles.set(one.connection.roleArn, (id) => id !== undefined && accepted.includes(id))
  accept(ids.one)
  expect((await one.verdict()).kind).toBe('verified')
  const { newExternalId } = RotationRecord.parse(await (await app.send('POST', `${one.path}/rotation`, { token: one.token })).json())
  accept(ids.one, newExternalId)
  const kinds: string[] = []
  const check = async (ms = 11_000) => {
    later(app, ms)
    kinds.push((await one.verdict()).kind)
  }
  for (let count = 0; count < 3; count += 1) await check()
  expect(await app.registry.ofAnyTenant(one.connection.id)).toMatchObject({ connection: { externalId: newExternalId } })
  accept(newExternalId, two.connection.externalId)
  for (const ms of [11_000, 11_000, 11_000, 24 * 60 * 60 * 1000]) await check(ms)
  expect(kinds.slice(0, 3)).toEqual(['verified', 'verified', 'verified'])
  expect(kinds.at(-1)).toBe('unsafe')
})

test("a verdict that another tenant's check contradicts is returned for five minutes, and then a check tries that tenant's ID again", async () => {
  const app = appDouble()
  const [one, two] = [await tenant(app, ids.one), await tenant(app, ids.two)]
  app.roles.set(one.connection.roleArn, ids.one)
  expect((await one.verdict()).kind).toBe('verified')
  later(app, 10 * 60_000)
  expect((await one.verdict()).kind).toBe('verified')
  app.roles.set(one.connection.roleArn, (id) => id === ids.one || id === ids.two)
  expect((await two.verdict()).diagnosis).toBe('other-external-id-accepted')
  later(app, 4 * 60_000)
  expect((await one.verdict()).kind).toBe('verified')
  later(app, 60_000)
  expect((await one.verdict()).diagnosis).toBe('other-external-id-accepted')
})

test("claiming another tenant's role changes nothing for either, and costs one call", async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  app.roles.set(one.connection.roleArn, ids.one)
  const before = await one.verdict()
  const two = await tenant(app, ids.two)
  expect((await two.verdict()).kind).toBe('waiting')
  expect(await one.verdict()).toEqual(before)
  const calls = () => app.sts.calls.filter((call) => call.startsWith('assumeRole')).length
  const earlier = calls()
  later(app)
  expect((await one.verdict()).kind).toBe('verified')
  const between = calls()
  later(app)
  await one.verdict()
  expect([between - earlier, calls() - between]).toEqual([8, 7])
})

type Flaw = Parameters<App['roles']['set']>[1]

/** A role that was verified for its owner, and then changed. */
async function verifiedThen(flaw: Flaw) {
  const app = appDouble()
  const owner = await tenant(app, ids.one)
  app.roles.set(owner.connection.roleArn, ids.one)
  await owner.verdict()
  app.roles.set(owner.connection.roleArn, flaw)
  return { app, owner }
}

test("a stranger learns nothing about another tenant's role, whatever its flaw", async () => {
  for (const flaw of [null, (id: string | undefined) => id !== ids.one, (id: string | undefined) => id !== undefined] as const) {
    const { app, owner } = await verifiedThen(flaw)
    const stranger = await tenant(app, ids.two)
    await stranger.verdict()
    later(app, 10 * 60 * 1000)
    const told = await stranger.verdict()
    expect(told).toMatchObject({ kind: 'not-ready', diagnosis: 'not-assumable', probes: [], checks: [] })
    expect(told.accountInUse).toBeUndefined()
    later(app)
    expect((await owner.verdict()).kind).toBe('drifted')
  }
})

test('a stranger gets the same verdict for a flawed role as for an absent one, at any time', async () => {
  const readings = async (flaw: Flaw) => {
    const { app } = await verifiedThen(flaw)
    const stranger = await tenant(app, ids.two)
    const read: Verdict[] = []
    for (const ms of [0, 5000, 60_000, 10 * 60_000, 60_000]) {
      later(app, ms)
      read.push(await stranger.verdict({ now: true }))
    }
    return read
  }
  const absent = await readings(() => false)
  expect(absent.map(({ kind }) => kind)).toEqual(['waiting', 'waiting', 'waiting', 'not-ready', 'not-ready'])
  const flaws = [null, (id?: string) => id !== ids.one, (id?: string) => id !== ids.two, (id?: string) => id !== undefined] as const
  for (const flaw of flaws) expect(await readings(flaw)).toEqual(absent)
})

test('the shared limit slows strangers no longer than usual after the clock was set back', async () => {
  const app = appDouble({ limits: { checksPerAccount: refused } })
  await tenant(app, ids.one)
  const stranger = await tenant(app, ids.two)
  await stranger.verdict()
  later(app, -48 * 60 * 60 * 1000)
  expect(await stranger.verdict()).toMatchObject({ kind: 'waiting', nextCheckInMs: 2000 })
})

test('reports a flaw to the only tenant of an account', async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  app.roles.set(one.connection.roleArn, null)
  expect(await one.verdict()).toMatchObject({ kind: 'unsafe', diagnosis: 'external-id-not-required' })
})

test('tells a second tenant with a working role that the account is in use, but not in the receipt', async () => {
  const app = appDouble()
  const one = await tenant(app, ids.one)
  app.roles.set(one.connection.roleArn, ids.one)
  expect((await one.verdict()).accountInUse).toBeUndefined()
  const token = await app.signIn()
  const second = await app.connect(token, { externalId: ids.two, role: { path: '/second/' } })
  app.roles.set(second.roleArn, ids.two)
  const response = await app.send('POST', `/api/connections/${second.id}/verify`, { token })
  expect(await response.json()).toMatchObject({ kind: 'verified', accountInUse: true })
  const receipt = await app.send('GET', `/api/connections/${second.id}/receipt`, { token })
  expect(decodeJwt(await receipt.text())).not.toHaveProperty('accountInUse')
})

const refused = async (): Promise<LimitAnswer> => ({ kind: 'refused', retryAfterSeconds: 40 })

test('gives a tenant over its own limit the last verdict with a later next check, never 429', async () => {
  let isOver = false
  const app = appDouble({ limits: { checksPerTenantAndAccount: async () => (isOver ? refused() : { kind: 'allowed' }) } })
  const one = await tenant(app, ids.one)
  app.roles.set(one.connection.roleArn, ids.one)
  const first = await one.verdict()
  isOver = true
  later(app)
  expect(await one.verdict()).toEqual({ ...first, nextCheckInMs: 40_000 })
  const other = await app.connect(one.token, { externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5', accountId: '777788889999' })
  const response = await app.send('POST', `/api/connections/${other.id}/verify`, { token: one.token })
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { kind: 'inconclusive', diagnosis: 'check-delayed', nextCheckInMs: 40_000 },
  ])
  expect((await one.receipt()).status).toBe(409)
})

test("strangers who use up an account's shared limit slow only themselves", async () => {
  const app = appDouble({ limits: { checksPerAccount: refused } })
  const owner = await tenant(app, ids.one)
  const stranger = await tenant(app, ids.two)
  app.roles.set(owner.connection.roleArn, ids.one)
  expect((await owner.verdict()).kind).toBe('verified')
  expect((await stranger.verdict()).kind).toBe('waiting')
  later(app, 10_000)
  expect(await stranger.verdict({ now: true })).toMatchObject({ kind: 'waiting', nextCheckInMs: 20_000 })
  const calls = app.sts.calls.length
  later(app, 20_000)
  await stranger.verdict()
  expect(app.sts.calls.length).toBeGreaterThan(calls)
})
