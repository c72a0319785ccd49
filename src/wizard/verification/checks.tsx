import type { RolePlan } from '#core/role-plan.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { Card } from '#ui/card.tsx'
import { CheckList } from '#ui/check-list.tsx'
import { namedChecks } from '../words/verdict.ts'
import { verificationWords as words } from '../words/verification.ts'
import { Time } from './time.tsx'
import { Untested } from './untested.tsx'

/** What was proved and what was not, one line each. */
export function Checks({ plan, verdict, label = words.checks }: { plan: RolePlan; verdict: Verdict | null; label?: string }) {
  const items = namedChecks(verdict, plan).map(({ id, title, state, detail, at }) => ({
    id,
    title: <span key={title}>{title}</span>,
    state,
    detail: detail === '' ? undefined : <span key={detail}>{detail}</span>,
    time: at === null ? undefined : <Time at={at} />,
  }))
  return (
    <Card>
      <CheckList label={label} items={items} />
      {verdict?.kind === 'verified' && <Untested items={verdict.untested ?? []} vendor={plan.vendor} />}
      {verdict?.accountInUse === true && <p className="hint">{words.accountInUse}</p>}
    </Card>
  )
}
