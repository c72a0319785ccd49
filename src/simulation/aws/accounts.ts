import { AccountId } from '#core/aws/account-id.ts'
import type { Behaviour, Scenario } from './scenario.ts'
import { refusedScenarios } from './scenarios/refused.ts'
import { troubledScenarios } from './scenarios/troubled.ts'
import { unsafeScenarios } from './scenarios/unsafe.ts'
import type { World } from './state.ts'

const scenarios = [...refusedScenarios, ...unsafeScenarios, ...troubledScenarios]

export type ScenarioId = (typeof scenarios)[number]['id']

/** An account number that stands for something that goes wrong, as a test card does. */
export type ScenarioAccount = Omit<Scenario, 'number'> & { readonly id: ScenarioId; readonly accountId: AccountId }

/** Every other account behaves well. */
export const scenarioAccounts: readonly ScenarioAccount[] = scenarios.map(({ number, ...scenario }) => ({
  ...scenario,
  accountId: AccountId.parse(`4000000000${String(number).padStart(2, '0')}`),
}))

const behaviours: ReadonlyMap<string, Behaviour> = new Map(scenarioAccounts.map(({ accountId, behaviour }) => [accountId, behaviour]))

export const behaviourOf = ({ isMended }: World, accountId: string): Behaviour =>
  isMended(accountId) ? {} : (behaviours.get(accountId) ?? {})
