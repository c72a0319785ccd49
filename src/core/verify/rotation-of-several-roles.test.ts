import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { inspectionSetId } from '#core/connection/inspection-set.ts'
import { withConfirmedId } from '#core/connection/rotation.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { request, termsOf, vendor } from '#core/fixtures.test-data.ts'
import type { PolicyStatement } from '#core/policy/document.ts'
import { inspectionSentences } from './inspection/inspection-words.ts'
import { scheduledCheckAt } from './next-check.ts'
import type { RotationCheck } from './rotation-check.ts'
import type { AssumedSession, AssumeRole, Sts } from './sts.ts'
import type { Verdict } from './verdict.ts'
import { verify } from './verify.ts'

const account = 'arn:aws:iam::111122223333'
const [first, second] = [`${account}:role/PixelworksApplication`, `${account}:role/Second`]
const [oldId, newId] = [request.externalId, ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')]
const startedAt = '2026-01-02T03:00:00.000Z'
const start = Date.parse('2026-01-02T03:04:05.000Z')
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString()
const config = Vendor.parse({ ...vendor, roleInspection: 'optional', additionalApplicationRoles: [{ name: 'Second' }] })

const adding = Connection.parse({
  ...termsOf({ permissions: { ...request.permissions, [inspectionSetId]: {} } }, config),
  id: 'c1',
  roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  createdAt: startedAt,
  rotation: { externalId: newId, startedAt, confirmedAt: null },
})
const removing = withConfirmedId(adding, startedAt)

type Accepted = Readonly<Record<string, readonly string[]>>

const statement = (role: string, ids: readonly string[]): PolicyStatement => ({
  ...{ Effect: 'Allow', Principal: { AWS: `${account}:root` }, Action: 'sts:AssumeRole' },
  Condition: { StringEquals: { 'sts:ExternalId': [...ids] }, ArnEquals: { 'aws:PrincipalArn': role } },
})

const policy = (value: unknown): string => encodeURIComponent(JSON.stringify(value))

/** IAM's answers about a role with this trust policy, and with no permission. `code`: of the error that it answers with instead. */
function iamOf(trust: unknown, code: string | null): ReturnType<AssumedSession['iam']> {
  const contents: Readonly<Record<string, string>> = {
    GetRole: `<AssumeRolePolicyDocument>${policy(trust)}</AssumeRolePolicyDocument>`,
    ListRolePolicies: '<PolicyNames><member>p</member></PolicyNames>',
    GetRolePolicy: `<PolicyDocument>${policy({ Statement: [] })}</PolicyDocument>`,
  }
  return async ({ Action = '' }) => {
    if (code !== null)
      return { status: 403, requestId: 'r', headers: {}, body: `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>` }
    const body = `<${Action}Response><${Action}Result>${contents[Action] ?? ''}</${Action}Result></${Action}Response>`
    return { status: 200, requestId: 'r', headers: {}, body }
  }
}

/** AWS, as the first role sees it. */
function stsOf(accepted: Accepted, code: string | null): Sts {
  const trust = { Version: '2012-10-17', Statement: Object.entries(accepted).map(([role, ids]) => statement(role, ids)) }
  const assumedRoleArn = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge-verify'
  const session: AssumedSession = {
    ...{ kind: 'assumed', requestId: 'r', assumedRoleArn },
    check: async () => ({ kind: 'passed', requestId: 'r' }),
    iam: () => iamOf(trust, code),
  }
  const identityArn = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
  return {
    callerIdentity: async () => ({ kind: 'identity', accountId: '111122223333', arn: identityArn, requestId: 'r' }),
    assumeRole: async ({ externalId }: AssumeRole) =>
      (accepted[first] ?? []).some((id) => id === externalId)
        ? session
        : { kind: 'refused', code: 'AccessDenied', hint: null, requestId: 'r' },
    outsiders: [],
    canary: async () => 'absent',
  }
}

/** A role as the checks find it, so many seconds after the start. */
type Step = { readonly seconds: number; readonly accepted: Accepted; readonly code?: string }

type Known = { readonly rotationBefore: RotationCheck | null; readonly previous: Verdict | null }

function checked(connection: Connection, { seconds, accepted, code }: Step, { rotationBefore, previous }: Known) {
  return verify({
    ...{ sts: stsOf(accepted, code ?? null), connection, vendor: config, previous, start: { firstCheckAt: startedAt } },
    now: () => new Date(start + seconds * 1000),
    randomBytes: (length) => Uint8Array.from({ length }, (_, index) => (index * 41 + 7) % 251),
    ...{ patienceMs: 120_000, simulated: true, isRoutine: false, otherExternalIds: [], rotationBefore },
  })
}

/** The last of checks that follow one another. */
async function checkedAll(connection: Connection, [first, ...later]: readonly [Step, ...Step[]]) {
  let found = await checked(connection, first, { rotationBefore: null, previous: null })
  for (const step of later) {
    const { verdict } = found
    found = await checked(connection, step, { rotationBefore: verdict.rotation ?? null, previous: verdict })
  }
  return found
}

/** The second of two checks, eleven seconds apart. */
const checkedTwice = (connection: Connection, accepted: Accepted) =>
  checkedAll(connection, [
    { seconds: 0, accepted },
    { seconds: 11, accepted },
  ])

test('the new ID comes into use once the trust policy accepts it for every role', async () => {
  const both = [oldId, newId]
  const { verdict, rotationStep } = await checkedTwice(adding, { [first]: both, [second]: [oldId] })
  expect(rotationStep).toBeNull()
  expect(verdict).toMatchObject({ diagnosis: 'application-role-missing', inspection: { missingRoles: [second] } })
  expect(verdict.rotation).toMatchObject({ stage: 'adding', outcome: 'assumed' })
  expect((await checkedTwice(adding, { [first]: both, [second]: both })).rotationStep).toBe('confirm')
})

test('the new ID comes into use at once where the role already denies the old one, also if another role lacks it', async () => {
  expect((await checkedTwice(adding, { [first]: [newId], [second]: [oldId] })).rotationStep).toBe('confirm')
})

test('the old ID is removed once the trust policy denies it for every role', async () => {
  const { verdict, rotationStep } = await checkedTwice(removing, { [first]: [newId], [second]: [oldId, newId] })
  expect(rotationStep).toBeNull()
  expect(verdict.inspection).toMatchObject({ missingRoles: [], rolesWithRemovedId: [second] })
  const { verdict: last, rotationStep: step } = await checkedTwice(removing, { [first]: [newId], [second]: [newId] })
  expect(step).toBe('complete')
  expect(last.inspection?.rolesWithRemovedId).toBeUndefined()
})

const stages = [
  ['adding', adding, { [first]: [oldId, newId], [second]: [oldId] }, { [first]: [oldId, newId], [second]: [oldId, newId] }],
  ['removing', removing, { [first]: [newId], [second]: [oldId, newId] }, { [first]: [newId], [second]: [newId] }],
] as const

test.each(stages)(
  'while %s, a reading that AWS denies or doesn’t answer takes no step that the one before forbade',
  async (_, ...stage) => {
    const [connection, uneven] = stage
    const before = [0, 11, 22].map((seconds) => ({ seconds, accepted: uneven }))
    for (const code of ['ServiceUnavailable', 'Throttling', 'AccessDenied']) {
      const { verdict, rotationStep } = await checkedAll(connection, [
        { seconds: -9, accepted: uneven },
        ...before,
        { seconds: 33, accepted: uneven, code },
        { seconds: 44, accepted: uneven, code },
      ])
      expect([code, verdict.rotation?.unchangedRoles, verdict.rotation?.since, rotationStep]).toEqual([code, [second], null, null])
    }
  },
)

test.each(stages)('while %s, the ten seconds begin once the reading finds every role as it is awaited', async (_, ...stage) => {
  const [connection, uneven, even] = stage
  const steps = [
    { seconds: 0, accepted: uneven },
    { seconds: 22, accepted: even },
    { seconds: 26, accepted: even },
  ] as const
  const { verdict, rotationStep } = await checkedAll(connection, steps)
  expect([verdict.rotation?.since, verdict.rotation?.unchangedRoles, rotationStep]).toEqual([at(22), undefined, null])
  expect((await checkedAll(connection, [...steps, { seconds: 33, accepted: even }])).rotationStep).not.toBeNull()
})

test.each(stages)('while %s, an unclear reading leaves the series as it is, and a denied one counts as none', async (_, ...stage) => {
  const [connection, , even] = stage
  const unclear = { seconds: 11, accepted: even, code: 'ServiceUnavailable' }
  const { verdict, rotationStep } = await checkedAll(connection, [{ seconds: 0, accepted: even }, unclear])
  expect([verdict.rotation?.since, rotationStep]).toEqual([at(0), null])
  expect(
    (await checkedAll(connection, [{ seconds: 0, accepted: even }, unclear, { seconds: 12, accepted: even }])).rotationStep,
  ).not.toBeNull()
  const denied = { accepted: even, code: 'AccessDenied' }
  expect(
    (
      await checkedAll(connection, [
        { seconds: 0, ...denied },
        { seconds: 11, ...denied },
      ])
    ).rotationStep,
  ).not.toBeNull()
})

test.each(stages)('while %s, a role that stays as it is isn’t checked every minute', async (_, ...stage) => {
  const [connection, uneven] = stage
  const { verdict } = await checkedTwice(connection, uneven)
  const next = scheduledCheckAt(verdict, connection.id, verdict) ?? ''
  expect(Date.parse(next) - Date.parse(verdict.checkedAt)).toBeGreaterThan(4 * 60_000)
})

test('a role that the last reading found missing stays missing until another reading finds it', async () => {
  const uneven = { [first]: [oldId] }
  const { rotation: _, ...settled } = adding
  for (const code of ['ServiceUnavailable', 'AccessDenied']) {
    const unread = [1, 2].map((minutes) => ({ seconds: minutes * 60, accepted: uneven, code }))
    const { verdict } = await checkedAll(settled, [{ seconds: 0, accepted: uneven }, ...unread])
    expect(verdict).toMatchObject({ kind: 'partial', diagnosis: 'application-role-missing', inspection: { missingRoles: [second] } })
    expect(inspectionSentences(verdict.inspection ?? expect.fail())).toContain(`Roles of the application that can’t assume it: ${second}.`)
    const even = { seconds: 180, accepted: { [first]: [oldId], [second]: [oldId] } }
    const { verdict: last } = await checkedAll(settled, [{ seconds: 0, accepted: uneven }, ...unread, even])
    expect([last.diagnosis, last.inspection?.missingRoles]).toEqual(['permissions-drifted', []])
  }
})
