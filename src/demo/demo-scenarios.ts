import { AccountId } from '#core/account-id.ts'
import { scenarioAccounts } from '#simulator/accounts.ts'
import type { Behaviour } from '#simulator/scenario.ts'

/** What comes between the wizard and its server. */
export type Trouble = 'none' | 'server-down' | 'network-lost'

/** One thing to show. */
export type DemoScenario = {
  readonly id: string
  readonly title: string
  /** What the presenter may say. */
  readonly story: string
  readonly group: string
  readonly accountId: AccountId
  readonly behaviour: Behaviour
  /** From when the connection is there. */
  readonly trouble: Trouble
}

const ordinary = AccountId.parse('444455556666')

const ownScenarios: readonly DemoScenario[] = [
  {
    id: 'success',
    title: 'Everything works',
    story: 'The customer types the account ID and a bucket name, launches the stack, and the page turns green by itself.',
    group: 'The main path',
    accountId: ordinary,
    behaviour: {},
    trouble: 'none',
  },
]

const troubleScenarios: readonly DemoScenario[] = [
  {
    id: 'server-down',
    title: 'Our own server is down',
    story: 'The wizard cannot ask for a verdict and says that the fault is ours. What was seen before stays; it goes on by itself.',
    group: 'Between page and server',
    accountId: ordinary,
    behaviour: {},
    trouble: 'server-down',
  },
  {
    id: 'network-lost',
    title: 'The network is lost',
    story: 'The customer’s network fails while the page waits. Nothing typed is lost, and it goes on when the network is back.',
    group: 'Between page and server',
    accountId: ordinary,
    behaviour: {},
    trouble: 'network-lost',
  },
]

function groupOf({ trust, permissions, refusal, later, propagationMs }: Behaviour): string {
  if (trust !== undefined) return 'The trust policy'
  if (permissions !== undefined) return 'The permissions policy'
  if (refusal !== undefined) return 'AWS and the vendor’s own account'
  return later === undefined && propagationMs === undefined ? 'The customer’s account' : 'Time passes'
}

/** Every scenario account, and what no account number can stand for. */
export const demoScenarios: readonly DemoScenario[] = [
  ...ownScenarios,
  ...scenarioAccounts.map(({ id, title, story, accountId, behaviour }) => ({
    id,
    title,
    story,
    accountId,
    behaviour,
    group: groupOf(behaviour),
    trouble: 'none' as const,
  })),
  ...troubleScenarios,
]

export function demoScenario(id: string | null): DemoScenario {
  const [first] = ownScenarios
  const found = demoScenarios.find((scenario) => scenario.id === id || scenario.accountId === id) ?? first
  if (found === undefined) throw new Error('There is no scenario to begin with')
  return found
}
