import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { nearMisses } from '#core/connection/external-id/likeness.ts'
import { withCanceledRotation, withConfirmedId } from '#core/connection/rotation.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import type { DenialHint } from './probe-result.ts'
import { checkRemoval } from './removal.ts'
import type { RotationCheck } from './rotation-check.ts'
import type { Sts } from './sts.ts'
import { verify } from './verify.ts'

const oldId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const newId = ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')
const startedAt = '2026-01-02T03:00:00.000Z'
const roleArn = 'arn:aws:iam::444455556666:role/PixelworksAccess'

const adding = Connection.parse({
  ...termsOf({ externalId: oldId }),
  id: 'c1',
  roleArn,
  createdAt: startedAt,
  rotation: { externalId: newId, startedAt, confirmedAt: null },
})
const removing = withConfirmedId(adding, startedAt)

const start = Date.parse('2026-01-02T03:04:05.000Z')
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString()

type Role = {
  readonly accepts: (externalId: string | undefined) => boolean
  readonly code?: string
  readonly hint?: DenialHint
}

const acceptsOnly = (...ids: readonly string[]): Role => ({ accepts: (externalId) => externalId !== undefined && ids.includes(externalId) })

function stsOf({ accepts, code = 'AccessDenied', hint }: Role): Sts {
  return {
    callerIdentity: async () => ({
      kind: 'identity',
      accountId: '111122223333',
      arn: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc',
      requestId: 'caller',
    }),
    assumeRole: async ({ externalId }) =>
      accepts(externalId)
        ? {
            kind: 'assumed',
            assumedRoleArn: 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge-verify',
            requestId: 'assumed',
            check: async () => ({ kind: 'passed', requestId: 'check' }),
            iam: () => async () => ({ kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }),
          }
        : { kind: 'refused', code, hint: hint ?? null, requestId: 'denied' },
    outsiders: [],
    canary: async () => 'absent',
  }
}

type Later = { readonly seconds?: number; readonly before?: RotationCheck | null }

function found(connection: Connection, role: Role, { seconds = 0, before = null }: Later = {}) {
  return verify({
    sts: stsOf(role),
    connection,
    vendor,
    previous: null,
    start: { firstCheckAt: startedAt },
    now: () => new Date(start + seconds * 1000),
    randomBytes: (length) => Uint8Array.from({ length }, (_, index) => (index * 41 + 7) % 251),
    patienceMs: 120_000,
    simulated: true,
    isRoutine: false,
    otherExternalIds: [],
    rotationBefore: before,
  })
}

test('a role that accepts only the old ID is verified, and waits for the new one', async () => {
  const { verdict, rotationStep } = await found(adding, acceptsOnly(oldId))
  expect(verdict).toMatchObject({ kind: 'verified', nextCheckInMs: 10_000 })
  expect(verdict.rotation).toMatchObject({ stage: 'adding', outcome: 'denied', since: null })
  expect(rotationStep).toBeNull()
})

test('a role that accepts both IDs confirms the new one with the second of two checks, ten seconds apart', async () => {
  const role = acceptsOnly(oldId, newId)
  const first = await found(adding, role)
  expect(first.verdict).toMatchObject({ kind: 'verified', rotation: { stage: 'adding', outcome: 'assumed', since: at(0) } })
  expect(first.rotationStep).toBeNull()
  const before = first.verdict.rotation ?? null
  expect((await found(adding, role, { seconds: 9, before })).rotationStep).toBeNull()
  const second = await found(adding, role, { seconds: 10, before })
  expect(second.rotationStep).toBe('confirm')
  expect(second.verdict).toMatchObject({ kind: 'verified', rotation: { stage: 'removing', outcome: 'assumed', since: null } })
})

test('a role that accepts the new ID alone confirms it at once, and the old one is denied', async () => {
  const { verdict, rotationStep } = await found(adding, acceptsOnly(newId))
  expect([verdict.kind, rotationStep]).toEqual(['verified', 'confirm'])
  expect(verdict.rotation).toMatchObject({ stage: 'removing', outcome: 'denied', since: at(0) })
})

test('the old ID completes the rotation once two checks, ten seconds apart, were denied', async () => {
  const waiting = await found(removing, acceptsOnly(oldId, newId))
  expect([waiting.verdict.kind, waiting.rotationStep]).toEqual(['verified', null])
  expect(waiting.verdict.rotation).toMatchObject({ stage: 'removing', outcome: 'assumed', since: null })
  const first = await found(removing, acceptsOnly(newId), { before: waiting.verdict.rotation ?? null })
  expect(first.rotationStep).toBeNull()
  const second = await found(removing, acceptsOnly(newId), { seconds: 10, before: first.verdict.rotation ?? null })
  expect([second.verdict.kind, second.rotationStep]).toEqual(['verified', 'complete'])
  expect(second.verdict.rotation).toBeUndefined()
})

test('a canceled rotation is complete once the new ID was denied twice', async () => {
  const canceled = withCanceledRotation(adding, startedAt)
  const waiting = await found(canceled, acceptsOnly(oldId, newId))
  expect([waiting.verdict.kind, waiting.rotationStep]).toEqual(['verified', null])
  const first = await found(canceled, acceptsOnly(oldId), { before: waiting.verdict.rotation ?? null })
  expect([first.verdict.rotation?.since, first.rotationStep]).toEqual([at(0), null])
  const second = await found(canceled, acceptsOnly(oldId), { seconds: 10, before: first.verdict.rotation ?? null })
  expect([second.verdict.kind, second.rotationStep]).toEqual(['verified', 'complete'])
})

const others = [
  ['no ID', undefined],
  ['an ID like the new one', nearMisses(newId)[0]?.externalId],
] as const

test.each(others)('the new ID is not confirmed by a role that also accepts %s', async (_, other) => {
  const role: Role = { accepts: (externalId) => [oldId, newId, other].includes(externalId) }
  const before: RotationCheck = { stage: 'adding', outcome: 'assumed', requestId: 'r', region: 'us-east-1', at: at(0), since: at(0) }
  const { verdict, rotationStep } = await found(adding, role, { seconds: 60, before })
  expect([verdict.kind, rotationStep]).toEqual(['unsafe', null])
  expect(verdict.rotation).toMatchObject({ stage: 'adding', since: null })
})

test('a role that accepts any ID confirms and completes nothing', async () => {
  const role: Role = { accepts: () => true }
  for (const connection of [adding, removing])
    expect(await found(connection, role)).toMatchObject({ verdict: { kind: 'unsafe' }, rotationStep: null })
})

test('a role that denies both IDs is not verified, and the rotation stays as it is', async () => {
  for (const connection of [adding, removing]) {
    const { verdict, rotationStep } = await found(connection, acceptsOnly(), { before: null })
    expect(verdict.kind).not.toBe('verified')
    expect(rotationStep).toBeNull()
  }
})

test.each([
  ['AWS gives no answer', { code: 'ServiceUnavailable' }],
  ['a policy of ours denies the call', { hint: 'identity-policy' }],
] as const)('the old ID does not count as denied if %s', async (_, denial) => {
  const before: RotationCheck = { stage: 'removing', outcome: 'denied', requestId: 'r', region: 'us-east-1', at: at(0), since: at(0) }
  const { verdict, rotationStep } = await found(removing, { ...acceptsOnly(newId), ...denial }, { seconds: 60, before })
  expect(rotationStep).toBeNull()
  expect(verdict.rotation).toMatchObject({ outcome: 'error', since: at(0) })
})

test('a role that accepts the second ID alone is not removed', async () => {
  const removal = (role: Role) =>
    checkRemoval({
      sts: stsOf(role),
      connection: removing,
      vendor,
      now: () => new Date(start),
      randomBytes: (length) => new Uint8Array(length).fill(7),
      simulated: true,
    })
  expect([(await removal(acceptsOnly(oldId))).outcome, (await removal(acceptsOnly())).outcome]).toEqual(['allowed', 'denied'])
})
