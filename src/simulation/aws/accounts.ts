import { AccountId } from '#core/aws/account-id.ts'
import type { Behavior, Scenario } from './scenario.ts'
import { acceptanceScenarios } from './scenarios/acceptances.ts'
import { dangerScenarios } from './scenarios/dangers.ts'
import { denialScenarios } from './scenarios/denials.ts'
import { vendorFaultScenarios } from './scenarios/vendor-faults.ts'
import type { World } from './state.ts'

const scenarios = [...denialScenarios, ...dangerScenarios, ...acceptanceScenarios, ...vendorFaultScenarios].toSorted(
  (one, other) => one.number - other.number,
)

export type ScenarioId = (typeof scenarios)[number]['id']

/** An account number that triggers one failure, like a test card of a payment provider. */
export type ScenarioAccount = Omit<Scenario, 'number'> & { readonly id: ScenarioId; readonly accountId: AccountId }

/** All other accounts work. */
export const scenarioAccounts: readonly ScenarioAccount[] = scenarios.map(({ number, ...scenario }) => ({
  ...scenario,
  accountId: AccountId.parse(`4000000000${String(number).padStart(2, '0')}`),
}))

const behaviors: ReadonlyMap<string, Behavior> = new Map(scenarioAccounts.map(({ accountId, behavior }) => [accountId, behavior]))

export const behaviorOf = ({ isFixed }: World, accountId: string): Behavior => (isFixed(accountId) ? {} : (behaviors.get(accountId) ?? {}))
