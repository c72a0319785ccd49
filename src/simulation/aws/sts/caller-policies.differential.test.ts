import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import type { Evaluation } from '#core/policy/evaluate.ts'
import { type Layers, simulatedLayers } from '#core/policy/iam-simulate.test-data.ts'
import { type Answered, testAws } from '#simulation/aws/testing.test-data.ts'
import {
  arnOf,
  assume,
  createPolicy,
  externalId,
  limitCaller,
  vendorAccount,
  vendorAdministrator,
  vendorSession,
} from './vendor-caller.test-data.ts'

const numRuns = Number(process.env['ROLEBRIDGE_DIFFERENTIAL_RUNS'] ?? 400)

const keys = fc.constantFrom('sts:ExternalId', 'sts:externalid', 'sts:RoleSessionName', 'sts:SourceIdentity')
const values = fc.constantFrom(externalId, externalId.toLowerCase(), `${externalId.slice(0, 8)}*`, 'session', 'Jane', '*', '?*')
const operators = fc.constantFrom(
  ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ...['StringEqualsIfExists', 'StringNotEqualsIfExists', 'StringLikeIfExists', 'StringNotLikeIfExists'],
)
const conditions = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(operators, keys, fc.array(values, { minLength: 1, maxLength: 2 })) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('Null'), keys, fc.constantFrom('true', 'false')) },
)

const statements: fc.Arbitrary<PolicyStatement> = fc
  .tuple(fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const), fc.option(conditions))
  .map(([Effect, condition]) => {
    const statement = { Effect, Action: 'sts:*', Resource: '*' }
    if (condition === null) return statement
    const [operator, key, value] = condition
    return { ...statement, Condition: { [operator]: { [key]: value } } }
  })

const policies: fc.Arbitrary<PolicyDocument> = fc
  .array(statements, { minLength: 1, maxLength: 3 })
  .map((Statement) => ({ Version: '2012-10-17', Statement }))

const requests = fc.record({
  externalId: fc.constantFrom(undefined, externalId, externalId.toLowerCase(), 'another-external-id'),
  sourceIdentity: fc.constantFrom(undefined, 'Jane'),
})

const namesDeny = ({ field }: Answered): boolean => field('Message')?.includes('with an explicit deny') === true

function decisionOf(answered: Answered): Evaluation {
  if (answered.status === 200) return 'allowed'
  return namesDeny(answered) ? 'explicitly-denied' : 'implicitly-denied'
}

type AssumeRoleRequest = { readonly externalId: string | undefined; readonly sourceIdentity: string | undefined }

async function simulatorDecision(
  { identity, boundary }: Layers,
  { externalId: id, sourceIdentity }: AssumeRoleRequest,
): Promise<Evaluation> {
  const aws = testAws()
  const worker = await vendorSession(aws, JSON.stringify(identity[0]))
  if (boundary !== null) {
    await createPolicy(aws, 'Boundary', JSON.stringify(boundary), vendorAdministrator)
    await limitCaller(aws, 'Boundary')
  }
  const parameters = {
    ...(id === undefined ? {} : { ExternalId: id }),
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
  }
  return decisionOf(await assume(aws, 'Customer', worker, parameters))
}

const libraryDecision = (layers: Layers, { externalId: id, sourceIdentity }: AssumeRoleRequest) =>
  simulatedLayers(layers, arnOf('Customer'), {
    callerArn: `arn:aws:sts::${vendorAccount}:assumed-role/Caller/worker`,
    action: 'sts:AssumeRole',
    externalId: id,
    context: { 'sts:RoleSessionName': 'session', 'sts:SourceIdentity': sourceIdentity ?? [] },
  })

test(`over ${numRuns} random policies and boundaries of the caller iam-simulate decides the same`, {
  timeout: 60_000 + numRuns * 20,
}, async () => {
  await fc.assert(
    fc.asyncProperty(policies, fc.option(policies), requests, async (identity, boundary, request) => {
      const layers: Layers = { identity: [identity], boundary, serviceControl: [], resourceControl: [] }
      expect(await simulatorDecision(layers, request)).toBe(await libraryDecision(layers, request))
    }),
    { seed, numRuns },
  )
})
