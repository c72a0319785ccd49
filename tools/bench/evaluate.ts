import { runSimulation } from '@cloud-copilot/iam-simulate'
import fc from 'fast-check'
import { connections } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'

/**
 * Compares the speed of our trust policy evaluation with that of the independent evaluator in the differential tests. Both run in this
 * process, in turn, on the same policies, because a ratio doesn't depend on the machine.
 */
const rounds = 5
const [plan] = fc.sample(
  connections.map(({ terms, vendor }) => rolePlan(terms, vendor)),
  { numRuns: 1, seed: 7 },
)
if (plan === undefined) throw new Error('No connection was made')
const callerArn = `arn:${plan.partition}:sts::${plan.vendorAccountId}:assumed-role/Application/session`
const calls = [plan.externalId, undefined, `${plan.externalId}x`]

async function perSecond(evaluations: number, evaluate: (externalId: string | undefined) => unknown): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < evaluations; index++) await evaluate(calls[index % calls.length])
  return Math.round((evaluations * 1000) / (performance.now() - start))
}

const ours = (externalId: string | undefined) => evaluateTrustPolicy(plan.trustPolicy, { callerArn, action: 'sts:AssumeRole', externalId })

const theirs = (externalId: string | undefined) =>
  runSimulation(
    {
      request: {
        principal: callerArn,
        action: 'sts:AssumeRole',
        resource: { resource: plan.roleArn, accountId: plan.accountId },
        contextVariables: externalId === undefined ? {} : { 'sts:ExternalId': externalId },
      },
      identityPolicies: [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: plan.trustPolicy,
    },
    { simulationMode: 'Strict' },
  )

await perSecond(2000, ours)
await perSecond(500, theirs)
const ratios: number[] = []
for (let round = 1; round <= rounds; round++) {
  const [a, b] = [await perSecond(20_000, ours), await perSecond(2000, theirs)]
  ratios.push(a / b)
  console.log(`round ${round}: ours ${a}/s, iam-simulate ${b}/s, ratio ${(a / b).toFixed(1)}`)
}
console.log(`median ratio ${ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)]?.toFixed(1)}`)
