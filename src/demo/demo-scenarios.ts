import { AccountId } from '#core/account-id.ts'
import type { Diagnosis } from '#core/verify/verdict.ts'
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
  /** What verification comes to; null where nobody can ask for it. */
  readonly expects: Diagnosis | null
  /** From when the connection is there. */
  readonly trouble: Trouble
}

const ordinary = AccountId.parse('444455556666')
/** Its role has no condition. */
const openAccount = AccountId.parse('400000000010')

const ownScenarios: readonly DemoScenario[] = [
  {
    id: 'success',
    title: 'Everything works',
    story: 'The customer types the account ID and a bucket name, launches the stack, and the page turns green by itself.',
    group: 'The main path',
    accountId: ordinary,
    behaviour: {},
    expects: 'verified',
    trouble: 'none',
  },
  {
    id: 'waiting',
    title: 'Nothing is created yet',
    story:
      'Go to “Create role”. AWS answers AccessDenied, which for now means no more than that the role is not there: the page waits and says so.',
    group: 'The main path',
    accountId: ordinary,
    behaviour: {},
    expects: 'propagating',
    trouble: 'none',
  },
  {
    id: 'confirming',
    title: 'A corrected role is confirmed',
    story:
      'As in AWS: go to “Stack created”, then press “Put it right”. The page does not believe the first good answer and looks again before it turns green.',
    group: 'The main path',
    accountId: openAccount,
    behaviour: {},
    expects: 'confirming-fix',
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
    expects: null,
    trouble: 'server-down',
  },
  {
    id: 'network-lost',
    title: 'The network is lost',
    story: 'The customer’s network fails while the page waits. Nothing typed is lost, and it goes on when the network is back.',
    group: 'Between page and server',
    accountId: ordinary,
    behaviour: {},
    expects: null,
    trouble: 'network-lost',
  },
]

function groupOf({ trust, permissions, refusal, later, propagationMs }: Behaviour): string {
  if (trust !== undefined) return 'The trust policy'
  if (permissions !== undefined) return 'The permissions policy'
  if (refusal !== undefined) return 'AWS and the vendor’s own account'
  return later === undefined && propagationMs === undefined ? 'The customer’s account' : 'Time passes'
}

const accountScenarios: readonly DemoScenario[] = scenarioAccounts.map(({ id, title, story, accountId, behaviour, expects }) => ({
  id,
  title,
  story,
  accountId,
  behaviour,
  expects,
  group: groupOf(behaviour),
  trouble: 'none',
}))

/** Every scenario account, and what no account number can stand for. */
export const demoScenarios: readonly DemoScenario[] = [...ownScenarios, ...accountScenarios, ...troubleScenarios]

export function demoScenario(id: string | null): DemoScenario {
  const [first] = ownScenarios
  const found = demoScenarios.find((scenario) => scenario.id === id) ?? accountScenarios.find(({ accountId }) => accountId === id) ?? first
  if (found === undefined) throw new Error('There is no scenario to begin with')
  return found
}
