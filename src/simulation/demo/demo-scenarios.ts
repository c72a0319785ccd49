import { AccountId } from '#core/aws/account-id.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'
import { type ScenarioId, scenarioAccounts } from '#simulation/aws/accounts.ts'
import type { Behavior } from '#simulation/aws/scenario.ts'

export type Trouble = 'none' | 'server-down' | 'network-lost'

export type ScenarioGroup = 'main' | 'trust' | 'permissions' | 'account' | 'time' | 'aws' | 'between'

type Shown = {
  readonly id: string
  readonly group: ScenarioGroup
  readonly accountId: AccountId
  readonly behavior: Behavior
  /** The resulting diagnosis. Null if verification can't run. */
  readonly expects: Diagnosis | null
  /** Starts once the connection exists. */
  readonly trouble: Trouble
}

const ordinary = AccountId.parse('444455556666')
const openAccount = AccountId.parse('400000000010')

const works = { group: 'main', accountId: ordinary, behavior: {}, trouble: 'none' } as const
const disturbed = { group: 'between', accountId: ordinary, behavior: {}, expects: null } as const

const ownScenarios = [
  { ...works, id: 'success', expects: 'verified' },
  { ...works, id: 'waiting', expects: 'propagating' },
  { ...works, id: 'confirming', accountId: openAccount, expects: 'confirming-fix' },
] as const satisfies readonly Shown[]

const troubleScenarios = [
  { ...disturbed, id: 'server-down', trouble: 'server-down' },
  { ...disturbed, id: 'network-lost', trouble: 'network-lost' },
] as const satisfies readonly Shown[]

export type DemoScenarioId = ScenarioId | (typeof ownScenarios | typeof troubleScenarios)[number]['id']

export type DemoScenario = Shown & { readonly id: DemoScenarioId }

function groupOf({ trust, permissions, refusal, later, propagationMs }: Behavior): ScenarioGroup {
  if (trust !== undefined) return 'trust'
  if (permissions !== undefined) return 'permissions'
  if (refusal !== undefined) return 'aws'
  return later === undefined && propagationMs === undefined ? 'account' : 'time'
}

const accountScenarios: readonly DemoScenario[] = scenarioAccounts.map((scenario) => ({
  ...scenario,
  group: groupOf(scenario.behavior),
  trouble: 'none',
}))

/** Every scenario account, and the scenarios that need no account of their own. */
export const demoScenarios: readonly DemoScenario[] = [...ownScenarios, ...accountScenarios, ...troubleScenarios]

export function demoScenario(id: string | null): DemoScenario {
  return (
    demoScenarios.find((scenario) => scenario.id === id) ?? accountScenarios.find(({ accountId }) => accountId === id) ?? ownScenarios[0]
  )
}
