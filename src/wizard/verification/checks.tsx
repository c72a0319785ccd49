import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { CheckList } from '#ui/controls/lists.tsx'
import { namedChecks } from '#wizard/words/verdict.ts'
import { Time } from './time.tsx'
import { Untested } from './untested.tsx'
import { verificationMessages } from './verification-messages.ts'

/** Their words call the role secure, so what was not tested belongs to them. */
const callsRoleSecure: readonly Diagnosis[] = [
  'verified',
  'confirming-fix',
  'permissions-incomplete',
  'permissions-unchecked',
  'update-required',
]

export function Checks({
  plan,
  verdict,
  label = localized(verificationMessages).checks,
}: {
  plan: RolePlan
  verdict: Verdict | null
  label?: string
}) {
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
      {verdict !== null && callsRoleSecure.includes(verdict.diagnosis) && <Untested items={verdict.untested} vendor={plan.vendor} />}
      {verdict?.accountInUse === true && <p className="hint">{localized(verificationMessages).accountInUse}</p>}
    </Card>
  )
}
