import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { useReceipt } from '#wizard/api/receipt.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { reviewMessages } from './review-messages.ts'
import { sharedReviewText } from './shared-review.ts'

type ShareLinkProps = { readonly plan: RolePlan; readonly connectionId: string }

/** With the receipt, where there is one. */
export function ShareLink({ plan, connectionId }: ShareLinkProps) {
  const { data: watch } = useVerification(connectionId)
  const verdict = watch?.verdict ?? null
  return verdict?.kind === 'verified' ? (
    <WithReceipt plan={plan} connectionId={connectionId} checkedAt={verdict.checkedAt} />
  ) : (
    <Link plan={plan} receipt={null} />
  )
}

function WithReceipt({ plan, connectionId, checkedAt }: ShareLinkProps & { checkedAt: string }) {
  const { data: answer } = useReceipt(connectionId, checkedAt)
  return <Link plan={plan} receipt={answer?.kind === 'answer' ? answer.value : null} />
}

function Link({ plan, receipt }: { plan: RolePlan; receipt: string | null }) {
  const words = localized(reviewMessages).shared
  const hash = routeHash({ kind: 'shared-review', text: sharedReviewText(plan, receipt) })
  const { origin, pathname, search } = window.location
  const hint = receipt === null ? words.withoutReceipt : words.withReceipt
  return (
    <div className="stack">
      <h3>{words.link}</h3>
      <p>
        <span>{words.linkText}</span> <span key={hint}>{hint}</span>
      </p>
      <div className="row">
        <CopyButton text={origin + pathname + search + hash} label={words.copy} look="primary" />
      </div>
    </div>
  )
}
