import { runSimulation } from '@cloud-copilot/iam-simulate'
import fc from 'fast-check'
import { connections } from '#core/connection/arbitraries.test-data.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { evaluateTrustPolicy } from '#core/policy/evaluate.ts'
import { cpuMicroseconds, median, type Table } from './report.ts'

const rounds = 5
const evaluations = { ours: 20_000, theirs: 2000 }

async function perCpuSecond(count: number, evaluate: (index: number) => unknown): Promise<number> {
  const microseconds = await cpuMicroseconds(async () => {
    for (let index = 0; index < count; index++) await evaluate(index)
  })
  return (count * 1e6) / microseconds
}

/**
 * Compares our trust policy evaluation with the independent evaluator of the differential tests. Both run in this process, in turn, on the
 * same policies, because a ratio doesn't depend on the machine.
 */
export async function evaluation(): Promise<Table> {
  const [plan] = fc.sample(
    connections.map(({ terms, vendor }) => rolePlan(terms, vendor)),
    { numRuns: 1, seed: 7 },
  )
  if (plan === undefined) throw new Error('No connection was made')
  const callerArn = `arn:${plan.partition}:sts::${plan.vendorAccountId}:assumed-role/Application/session`
  const calls = [plan.externalId, undefined, `${plan.externalId}x`]
  const ours = (index: number) =>
    evaluateTrustPolicy(plan.trustPolicy, { callerArn, action: 'sts:AssumeRole', externalId: calls[index % calls.length] })
  const theirs = (index: number) => {
    const externalId = calls[index % calls.length]
    const request = {
      principal: callerArn,
      action: 'sts:AssumeRole',
      resource: { resource: plan.roleArn, accountId: plan.accountId },
      contextVariables: externalId === undefined ? {} : { 'sts:ExternalId': externalId },
    }
    const policies = { identityPolicies: [], serviceControlPolicies: [], resourceControlPolicies: [], resourcePolicy: plan.trustPolicy }
    return runSimulation({ request, ...policies }, { simulationMode: 'Strict' })
  }
  await perCpuSecond(evaluations.ours, ours)
  await perCpuSecond(evaluations.theirs / 4, theirs)
  const results: (readonly [number, number])[] = []
  for (let round = 0; round < rounds; round++)
    results.push([await perCpuSecond(evaluations.ours, ours), await perCpuSecond(evaluations.theirs, theirs)])
  const [own, other] = [median(results.map(([one]) => one)), median(results.map(([, two]) => two))]
  return {
    title: 'Evaluation of a trust policy',
    method: `Policies per second of CPU time, on one core: the median of ${rounds} rounds in one process, in turn. The goal is 100,000.`,
    columns: ['Rolebridge', '@cloud-copilot/iam-simulate', 'Ratio'],
    rows: [[own.toFixed(0), other.toFixed(0), median(results.map(([one, two]) => one / two)).toFixed(1)]],
  }
}
