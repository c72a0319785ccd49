import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { inspectionSetId } from '#core/connection/inspection-set.ts'
import { withConfirmedId } from '#core/connection/rotation.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { request, termsOf, vendor } from '#core/fixtures.test-data.ts'
import type { PolicyStatement } from '#core/policy/document.ts'
import type { RotationCheck } from './rotation-check.ts'
import type { AssumedSession, AssumeRole, Sts } from './sts.ts'
import { verify } from './verify.ts'

const account = 'arn:aws:iam::111122223333'
const [first, second] = [`${account}:role/PixelworksApplication`, `${account}:role/Second`]
const [oldId, newId] = [request.externalId, ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')]
const startedAt = '2026-01-02T03:00:00.000Z'
const start = Date.parse('2026-01-02T03:04:05.000Z')
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

/** IAM's answers about a role with this trust policy, and with no permission. */
function iamOf(trust: unknown): ReturnType<AssumedSession['iam']> {
  const contents: Readonly<Record<string, string>> = {
    GetRole: `<AssumeRolePolicyDocument>${policy(trust)}</AssumeRolePolicyDocument>`,
    ListRolePolicies: '<PolicyNames><member>p</member></PolicyNames>',
    GetRolePolicy: `<PolicyDocument>${policy({ Statement: [] })}</PolicyDocument>`,
  }
  return async ({ Action = '' }) => {
    const body = `<${Action}Response><${Action}Result>${contents[Action] ?? ''}</${Action}Result></${Action}Response>`
    return { status: 200, requestId: 'r', headers: {}, body }
  }
}

/** AWS, as the first role sees it. */
function stsOf(accepted: Accepted): Sts {
  const iam = () => iamOf({ Version: '2012-10-17', Statement: Object.entries(accepted).map(([role, ids]) => statement(role, ids)) })
  const assumedRoleArn = 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge-verify'
  const session: AssumedSession = {
    ...{ kind: 'assumed', requestId: 'r', assumedRoleArn },
    check: async () => ({ kind: 'passed', requestId: 'r' }),
    iam,
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

function checked(connection: Connection, accepted: Accepted, before: RotationCheck | null, seconds: number) {
  return verify({
    ...{ sts: stsOf(accepted), connection, vendor: config, previous: null, start: { firstCheckAt: startedAt } },
    now: () => new Date(start + seconds * 1000),
    randomBytes: (length) => Uint8Array.from({ length }, (_, index) => (index * 41 + 7) % 251),
    ...{ patienceMs: 120_000, simulated: true, isRoutine: false, otherExternalIds: [], rotationBefore: before },
  })
}

/** The second of two checks, eleven seconds apart. */
async function checkedTwice(connection: Connection, accepted: Accepted) {
  const { verdict } = await checked(connection, accepted, null, 0)
  return checked(connection, accepted, verdict.rotation ?? null, 11)
}

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
