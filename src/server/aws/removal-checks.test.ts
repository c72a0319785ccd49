import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { vendor } from '#core/fixtures.test-data.ts'
import { checkRemoval } from '#core/verify/removal.ts'
import type { AwsRefusal, Sts } from '#core/verify/sts.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { unlimited } from '#server/registry/limits.ts'
import { claimed, claimRequest, found } from '#server/registry/registry-contract.test-data.ts'
import { checkQueue } from './check-queue.ts'
import { roleVerification } from './role-verification.ts'
import { type AcceptedIds, stsDouble } from './sts-double.test-data.ts'

const externalId = claimRequest('one').terms.externalId
const randomBytes = (length: number) => new Uint8Array(length).fill(7)

type Options = Pick<Parameters<typeof roleVerification>[0], 'queueOf' | 'longestRequestMs'>

function server(change: Partial<Sts> = {}, limits = unlimited, options: Options = {}) {
  const registry = libsqlRegistry(':memory:')
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const now = () => new Date(clock.ms)
  const roles = new Map<string, AcceptedIds>()
  const double = stsDouble({ roles })
  const sts = { ...double.sts, ...change }
  const settings = () => ({ randomBytes, patienceMs: 120_000 })
  const checks = roleVerification({
    vendor,
    registry,
    stsFor: () => sts,
    limits,
    simulated: false,
    now,
    settings,
    holder: 'one',
    ...options,
  })
  const started = async () => {
    const { id } = await claimed(registry, claimRequest('one'))
    const connection = await registry.disconnections.start('one', id, now().toISOString())
    if (connection === null) throw new Error('The connection exists')
    return { tenant: 'one', connection }
  }
  const recorded = async (id: string) => (await registry.ofAnyTenant(id))?.connection.disconnection
  return { registry, clock, now, roles, sts, calls: double.calls, started, recorded, ...checks }
}

const refusal = (code: string, hint: AwsRefusal['hint'] = null): Partial<Sts> => ({
  assumeRole: async () => ({ kind: 'refused', code, hint, requestId: 'request-1' }),
})

test.each<[string, AcceptedIds | undefined, Partial<Sts>, string]>([
  ['a role that accepts the external ID', externalId, {}, 'allowed'],
  ['a role that accepts any external ID', null, {}, 'allowed'],
  ['a role that accepts everything but the external ID', (id) => id !== externalId, {}, 'allowed'],
  ['a role that accepts requests without an external ID', (id) => id === undefined, {}, 'allowed'],
  ['a role that is gone', undefined, {}, 'denied'],
  ['an AWS that throttles', undefined, refusal('Throttling'), 'unknown'],
  ['an AWS that doesn’t respond', undefined, refusal('NetworkError'), 'unknown'],
  ['a denial by a policy of the vendor', undefined, refusal('AccessDenied', 'identity-policy'), 'unknown'],
  ['a denial by a policy of an unknown kind', undefined, refusal('AccessDenied', 'unrecognized-policy'), 'unknown'],
  ['own policies that hide the role', undefined, { canary: async () => 'blind' }, 'unknown'],
  ['own policies of which nothing is known', undefined, { canary: async () => 'unknown' }, 'unknown'],
  [
    'a caller that the role does not trust',
    undefined,
    {
      callerIdentity: async () => ({
        kind: 'identity',
        accountId: '999999999999',
        arn: 'arn:aws:sts::999999999999:assumed-role/Other/i-1',
        requestId: 'request-1',
      }),
    },
    'unknown',
  ],
  [
    'credentials that have expired',
    undefined,
    { callerIdentity: async () => ({ kind: 'refused', code: 'ExpiredToken', hint: null, requestId: 'request-1' }) },
    'unknown',
  ],
])('says of %s whether it can still be assumed', async (_, accepted, change, outcome) => {
  const { registry, roles, sts, now } = server(change)
  const connection = await claimed(registry, claimRequest('one'))
  if (accepted !== undefined) roles.set(connection.roleArn, accepted)
  const check = await checkRemoval({ sts, connection, vendor, now, randomBytes, simulated: false })
  expect(check).toMatchObject({ outcome, at: now().toISOString(), simulated: false })
})

const other = 'arn:aws:iam::111122223333:role/OldApplication'
const { applicationRoleName: __, applicationRolePath: ___, ...nameless } = vendor
const unnamed = Vendor.parse(nameless)
const several = Vendor.parse({ ...vendor, additionalApplicationRoles: [{ name: 'OldApplication' }] })

test.each([
  ['one application role', vendor, [], undefined],
  ['several application roles', several, [], [other]],
  ['an application role that the config no longer has', vendor, ['arn:aws:iam::111122223333:role/OldApplication'], [other]],
  ['an application role from when the config named one', unnamed, ['arn:aws:iam::111122223333:role/OldApplication'], [other]],
  ['the same application role as before', vendor, ['arn:aws:iam::111122223333:role/PixelworksApplication'], undefined],
])('names the roles that a denial says nothing of: %s', async (_, config, trustedBefore, untried) => {
  const { registry, sts, now } = server()
  const connection = await claimed(registry, claimRequest('one'))
  const check = await checkRemoval({ sts, connection, vendor: config, now, randomBytes, simulated: false, trustedBefore })
  expect([check.outcome, check.untried]).toEqual(['denied', untried])
})

test('asks once while the role can be assumed, and no more often than every 3 seconds', async () => {
  const { calls, clock, roles, started, recorded, checkRemoval } = server()
  const owned = await started()
  roles.set(owned.connection.roleArn, externalId)
  const asked = () => calls.filter((call) => call.startsWith('assumeRole')).length
  expect(await Promise.all([checkRemoval(owned), checkRemoval(owned)])).toEqual([{ kind: 'found' }, { kind: 'found' }])
  expect([asked(), await recorded(owned.connection.id)]).toMatchObject([1, { check: { outcome: 'allowed' }, deniedSince: null }])
  clock.ms += 2999
  expect([await checkRemoval(owned), asked()]).toEqual([{ kind: 'recent' }, 1])
  clock.ms += 1
  expect([await checkRemoval(owned), asked()]).toEqual([{ kind: 'found' }, 2])
})

test('ends the connection once AWS has denied everything twice, and never while it gives no clear answer', async () => {
  const { registry, clock, started, checkRemoval } = server()
  const owned = await started()
  const { id } = owned.connection
  expect(await checkRemoval(owned)).toEqual({ kind: 'found' })
  expect(await registry.find('one', id)).not.toBeNull()
  clock.ms += 10_000
  expect(await checkRemoval(owned)).toEqual({ kind: 'ended' })
  expect(await registry.ofAnyTenant(id)).toMatchObject({ disconnectedAt: '2026-11-22T08:00:10.000Z' })
  expect(await checkRemoval(owned)).toEqual({ kind: 'absent' })
  const unclear = server(refusal('ServiceUnavailable'))
  const other = await unclear.started()
  for (let minute = 0; minute < 60; minute += 1) {
    expect(await unclear.checkRemoval(other)).toEqual({ kind: 'found' })
    unclear.clock.ms += 60_000
  }
  expect(await unclear.registry.find('one', other.connection.id)).not.toBeNull()
})

test('does nothing for a connection that is kept, and not more than the limits of the account allow', async () => {
  const { registry, clock, calls, started, checkRemoval } = server()
  const owned = await started()
  await checkRemoval(owned)
  await registry.disconnections.cancel('one', owned.connection.id, '2026-11-22T08:00:01.000Z')
  clock.ms += 60_000
  const before = calls.length
  expect([await checkRemoval(owned), calls.length]).toEqual([{ kind: 'absent' }, before])
  const limited = server({}, { ...unlimited, checksPerTenantAndAccount: async () => ({ kind: 'refused', retryAfterSeconds: 7 }) })
  expect([await limited.checkRemoval(await limited.started()), limited.calls]).toEqual([{ kind: 'delayed', afterMs: 7000 }, []])
})

test.each(['trusted', 'was to trust', 'neither'] as const)(
  'ends no connection without a confirmation while the role may trust another role of the application, which it %s',
  async (how) => {
    const { registry, clock, now, started, recorded, checkRemoval } = server()
    const owned = await started()
    const { id } = owned.connection
    await registry.disconnections.cancel('one', id, now().toISOString())
    const verified = found('verified')
    const verifiedRole = { chosen: 'chosen', role: 'role', applicationRoles: how === 'trusted' ? [other] : [] }
    await registry.saveVerdict(id, {
      ...verified,
      remembered: { ...verified.remembered, verifiedRole },
      knownDisconnectionAt: now().toISOString(),
    })
    const applicationRoles = how === 'was to trust' ? [other] : []
    await registry.markUpdate(id, { before: null, after: 'mark', toldRole: null, applicationRoles, at: now().toISOString(), event: null })
    await registry.disconnections.start('one', id, now().toISOString())
    expect(await checkRemoval(owned)).toEqual({ kind: 'found' })
    clock.ms += 10_000
    expect(await checkRemoval(owned)).toEqual({ kind: how === 'neither' ? 'ended' : 'found' })
    expect((await recorded(id))?.check?.untried).toEqual(how === 'neither' ? undefined : [other])
  },
)

/** A request that can wait for 100 ms, and then has the time of the longest check. */
const longestRequestMs = 14_600

test.each(['the check of this copy', 'the check of another copy', 'the queue'] as const)(
  'answers a confirmation while it could still be checked in time, though %s takes longer',
  async (busy) => {
    let release = () => {}
    const gate = new Promise<void>((open) => {
      release = open
    })
    const double = stsDouble({ roles: new Map() })
    const change: Partial<Sts> = {
      callerIdentity: async (...given) => {
        await gate
        return double.sts.callerIdentity(...given)
      },
    }
    const queue = checkQueue({ callsPerSecond: 4, budget: { gapMs: () => 1, waitMs: () => 0, sentCalls: () => 0 }, nowMs: () => 0 })
    const options = { longestRequestMs, ...(busy === 'the queue' ? { queueOf: () => queue } : {}) }
    const { registry, now, clock, started, checkRemoval } = server(change, unlimited, options)
    const owned = await started()
    const until = new Date(clock.ms + 60_000).toISOString()
    const running = busy === 'the check of this copy' ? checkRemoval(owned) : null
    if (busy === 'the check of another copy')
      await registry.leases.take(owned.connection.id, { holder: 'two', now: now().toISOString(), until })
    if (busy === 'the queue') for (const tenant of ['a', 'b']) queue.enter({ tenant, wasVerified: true, run: () => gate })
    const expected = busy === 'the queue' ? 'no-turn' : 'held'
    expect(await checkRemoval(owned, { confirmedBy: 'customer' })).toEqual({ kind: expected })
    release()
    expect((await running)?.kind).toBe(running === null ? undefined : 'found')
  },
)
