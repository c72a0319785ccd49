import { AccountId } from '#core/aws/account-id.ts'
import { type Messages, messages, type TextsOf } from '#core/text/messages.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'
import { type ScenarioId, scenarioAccounts } from '#simulation/aws/accounts.ts'
import { type Behavior, type ScenarioTexts, scenarioMessages } from '#simulation/aws/scenario.ts'

export type Trouble = 'none' | 'server-down' | 'network-lost'

export const scenarioGroupMessages = messages('scenario-groups', {
  main: 'The main path',
  trust: 'The trust policy',
  permissions: 'The permissions policy',
  account: 'The customer’s account',
  time: 'Time passes',
  aws: 'AWS and the vendor’s own account',
  between: 'Between page and server',
})

type ScenarioGroup = keyof TextsOf<typeof scenarioGroupMessages>

type Shown = {
  readonly id: string
  readonly group: ScenarioGroup
  readonly accountId: AccountId
  readonly behavior: Behavior
  /** The resulting diagnosis. Null if verification can't run. */
  readonly expects: Diagnosis | null
  /** Starts once the connection exists. */
  readonly trouble: Trouble
  readonly messages: Messages<ScenarioTexts>
}

const ordinary = AccountId.parse('444455556666')
const openAccount = AccountId.parse('400000000010')

const works = { group: 'main', accountId: ordinary, behavior: {}, trouble: 'none' } as const
const disturbed = { group: 'between', accountId: ordinary, behavior: {}, expects: null } as const

const ownScenarios = [
  {
    ...works,
    id: 'success',
    expects: 'verified',
    messages: scenarioMessages('success', {
      title: 'Everything works',
      story: 'The customer types the account ID and a bucket name, launches the stack, and the page turns green automatically.',
    }),
  },
  {
    ...works,
    id: 'waiting',
    expects: 'not-launched',
    messages: scenarioMessages('waiting', {
      title: 'Nothing is created yet',
      story: 'Go to “Create role”. AWS returns AccessDenied, but the stack isn’t launched yet, so the page waits and reports no problem.',
    }),
  },
  {
    ...works,
    id: 'confirming',
    accountId: openAccount,
    expects: 'confirming-fix',
    messages: scenarioMessages('confirming', {
      title: 'A corrected role is confirmed',
      story:
        'Set the pace to “Realistic”, go to “Stack created”, then choose “Fix it”. The page confirms the first good result with a second check before it turns green.',
    }),
  },
] as const satisfies readonly Shown[]

const troubleScenarios = [
  {
    ...disturbed,
    id: 'server-down',
    trouble: 'server-down',
    messages: scenarioMessages('server-down', {
      title: 'Our own server is down',
      story: 'The wizard can’t run a check and says that the problem is ours. Earlier results stay, and it continues automatically.',
    }),
  },
  {
    ...disturbed,
    id: 'network-lost',
    trouble: 'network-lost',
    messages: scenarioMessages('network-lost', {
      title: 'The network drops',
      story: 'The customer’s network fails while the page waits. No input is lost, and the page continues when the network is back.',
    }),
  },
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

/** The other scenarios change the account as a whole, which a colleague can't do. */
export const mistakes = demoScenarios.filter(({ behavior }) => behavior.trust !== undefined || behavior.permissions !== undefined)

export function demoScenario(id: string | null): DemoScenario {
  return (
    demoScenarios.find((scenario) => scenario.id === id) ?? accountScenarios.find(({ accountId }) => accountId === id) ?? ownScenarios[0]
  )
}
