import { setTimeout } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { expect, test } from 'vitest'
import { Verdict } from '#core/verify/verdict.ts'
import { appDouble, vendor } from './app-double.test-data.ts'

const minute = 60_000

async function verified(app = appDouble()) {
  const token = await app.signIn()
  const connection = await app.connect(token)
  app.roles.set(connection.roleArn, connection.externalId)
  const path = `/api/connections/${connection.id}`
  const verdict = async (body: unknown = {}) => Verdict.parse(await (await app.send('POST', `${path}/verify`, { token, body })).json())
  const first = await verdict()
  expect(first.kind).toBe('verified')
  return { app, token, connection, verdict, first, receipt: () => app.send('GET', `${path}/receipt`, { token }) }
}

const assumptions = ({ calls }: { readonly calls: readonly string[] }) => calls.filter((call) => call.startsWith('assumeRole')).length

test('a receipt of a recent verdict calls no AWS, and one of an older verdict runs a check', async () => {
  const { app, receipt } = await verified()
  const calls = assumptions(app.sts)
  app.clock.ms += 4 * minute
  expect((await receipt()).status).toBe(200)
  // The confirmation is due after three minutes.
  app.clock.ms += 2 * minute
  expect((await receipt()).status).toBe(200)
  expect(assumptions(app.sts) - calls).toBe(7)
})

test('gives no receipt for a role that was opened after it was verified', async () => {
  const { app, connection, receipt, verdict } = await verified()
  app.clock.ms += 6 * minute
  await verdict()
  app.roles.set(connection.roleArn, null)
  app.clock.ms += 6 * minute
  expect((await receipt()).status).toBe(409)
  expect((await verdict()).kind).toBe('drifted')
})

test('a receipt expires 24 hours after its check and says what is untested', async () => {
  const { first, receipt } = await verified()
  const content = decodeJwt(await (await receipt()).text())
  expect(content.exp).toBe(Math.floor(Date.parse(first.checkedAt) / 1000) + 24 * 60 * 60)
  expect(content['untested']).toEqual([{ kind: 'principal-arn' }, { kind: 'other-accounts' }, { kind: 'other-external-ids' }])
})

test('receipts start one check at a time, however often they are requested', async () => {
  const { app, receipt } = await verified()
  app.clock.ms += 6 * minute
  const calls = assumptions(app.sts)
  await Promise.all(Array.from({ length: 20 }, receipt))
  await receipt()
  expect(assumptions(app.sts) - calls).toBe(7)
})

test('does not serve a verdict from the future', async () => {
  const { app, verdict, first, receipt } = await verified()
  app.clock.ms -= 48 * 60 * minute
  const calls = assumptions(app.sts)
  const again = await verdict()
  expect(Date.parse(again.checkedAt)).toBeLessThan(Date.parse(first.checkedAt))
  expect(assumptions(app.sts)).toBeGreaterThan(calls)
  expect((await receipt()).status).toBe(200)
})

test('confirms a fix in two rounds even if the clock is set back between them', async () => {
  const { app, connection, verdict } = await verified()
  app.roles.set(connection.roleArn, null)
  app.clock.ms += 3 * minute
  expect((await verdict()).diagnosis).toBe('weakened')
  app.roles.set(connection.roleArn, connection.externalId)
  app.clock.ms += minute
  expect((await verdict()).diagnosis).toBe('confirming-fix')
  app.clock.ms -= 48 * 60 * minute
  expect((await verdict()).diagnosis).toBe('confirming-fix')
  app.clock.ms += 10_000
  expect((await verdict()).diagnosis).toBe('verified')
})

test('waits for an absent role no longer than usual after the clock was set back', async () => {
  const app = appDouble()
  const token = await app.signIn()
  const { id } = await app.connect(token)
  const diagnosis = async () => Verdict.parse(await (await app.send('POST', `/api/connections/${id}/verify`, { token })).json()).diagnosis
  expect(await diagnosis()).toBe('propagating')
  app.clock.ms -= 48 * 60 * minute
  expect(await diagnosis()).toBe('propagating')
  app.clock.ms += 3 * minute
  expect(await diagnosis()).toBe('not-assumable')
})

test('counts the wait from the launch, and tells no one who has not launched that the role is late', async () => {
  const app = appDouble()
  const token = await app.signIn()
  const { id } = await app.connect(token)
  const verdict = async (body: unknown) =>
    Verdict.parse(await (await app.send('POST', `/api/connections/${id}/verify`, { token, body })).json())
  await verdict({ launched: false })
  app.clock.ms += 60 * minute
  expect(await verdict({ launched: false })).toMatchObject({ kind: 'waiting', diagnosis: 'not-launched' })
  app.clock.ms += 1000
  const launchedAt = new Date(app.clock.ms).toISOString()
  expect(await verdict({ launched: true })).toMatchObject({ diagnosis: 'propagating', history: { launchedAt }, nextCheckInMs: 2000 })
  app.clock.ms += 2 * minute - 1
  expect(await verdict({ launched: false })).toMatchObject({ diagnosis: 'propagating', history: { launchedAt } })
  app.clock.ms += 10_000
  expect(await verdict({ launched: true })).toMatchObject({ kind: 'not-ready', diagnosis: 'not-assumable' })
})

test('confirms the first success after three minutes without a request', async () => {
  const { app, connection } = await verified()
  app.roles.set(connection.roleArn, null)
  app.clock.ms += 3 * minute - 1
  expect(await app.checkDue()).toMatchObject({ checked: 0 })
  app.clock.ms += 1
  expect(await app.checkDue()).toMatchObject({ checked: 1 })
  expect((await app.registry.lastVerdict(connection.id))?.verdict.kind).toBe('drifted')
})

test('does not confirm a verdict again that stays verified', async () => {
  const { app, verdict } = await verified()
  app.clock.ms += 3 * minute
  expect((await verdict()).nextCheckInMs).toBe(6 * 60 * minute)
  app.clock.ms += 6 * 60 * minute
  expect(await app.checkDue()).toMatchObject({ checked: 0 })
})

test('gives a request to check now a new verdict, even if another request accepted the stored one', async () => {
  const { app, connection, verdict, first } = await verified()
  app.clock.ms += 2 * minute
  app.roles.set(connection.roleArn, null)
  const { state } = app.registry
  // Sessions are checked in threads, so two requests sent at once can arrive in either order. This one is in flight when the next arrives.
  const contentArrived = new Promise<void>((arrived) => {
    Object.assign(app.registry, {
      state: async (...given: Parameters<typeof state>) => {
        Object.assign(app.registry, { state })
        const found = await state(...given)
        arrived()
        await setTimeout(50)
        return found
      },
    })
  })
  const content = verdict()
  await contentArrived
  const urgent = await verdict({ now: true })
  expect(await content).toEqual(first)
  expect(urgent.kind).toBe('drifted')
})

test("a check without a result in time is inconclusive, and doesn't block the next one", async () => {
  const app = appDouble({ longestCheckMs: 50 })
  const token = await app.signIn()
  const connection = await app.connect(token)
  let isHanging = true
  app.roles.set(connection.roleArn, () => {
    if (isHanging) throw new Error('not reached')
    return true
  })
  const { assumeRole } = app.sts.sts
  Object.assign(app.sts.sts, {
    assumeRole: (request: Parameters<typeof assumeRole>[0]) => (isHanging ? new Promise(() => {}) : assumeRole(request)),
  })
  const path = `/api/connections/${connection.id}/verify`
  const ask = async () => Verdict.parse(await (await app.send('POST', path, { token, body: { now: true } })).json())
  expect(await ask()).toMatchObject({ kind: 'inconclusive', diagnosis: 'aws-unavailable', probes: [] })
  isHanging = false
  app.roles.set(connection.roleArn, connection.externalId)
  app.clock.ms += 5000
  expect((await ask()).kind).toBe('verified')
})

test('a newly required permission set makes a verified connection need an update', async () => {
  const { app, token, connection } = await verified()
  const permissionSets = vendor.permissionSets.map((set) => (set.id === 'writeResults' ? { ...set, required: true } : set))
  const later = appDouble({ vendor: { ...vendor, permissionSets }, sts: app.sts, registry: app.registry })
  expect((await later.send('GET', `/api/connections/${connection.id}/receipt`, { token })).status).toBe(409)
  expect((await (await later.send('GET', '/api/connections', { token })).json()).lastChecks).toEqual([])
  const response = await later.send('POST', `/api/connections/${connection.id}/verify`, { token })
  expect(await response.json()).toMatchObject({ kind: 'partial', diagnosis: 'update-required' })
  const permissions = { ...connection.permissions, writeResults: { resultBucket: 'acme-results' } }
  await later.send('PUT', `/api/connections/${connection.id}/permissions`, { token, body: { permissions } })
  const updated = await later.send('POST', `/api/connections/${connection.id}/verify`, { token })
  expect(await updated.json()).toMatchObject({ kind: 'verified' })
})
