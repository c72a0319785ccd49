import type { RolePlan } from '#core/connection/role-plan.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { ReceiptDownload } from '#wizard/receipt/receipt-download.tsx'
import { announcement, checkSummary } from '#wizard/verification/check-summary.ts'
import { Checks } from '#wizard/verification/checks.tsx'
import { Evidence } from '#wizard/verification/evidence.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import '#wizard/verification/verification.css'
import { localized } from '#i18n/language.ts'
import { reviewMessages } from './review-messages.ts'

/** How the role stands now, with the evidence. */
export function Proved({ plan, connectionId }: { plan: RolePlan; connectionId: string }) {
  const words = localized(reviewMessages).proved
  const { data: watch } = useVerification(connectionId)
  const verdict = watch?.verdict ?? null
  const state = checkSummary(watch, explanationFacts(plan))
  const isVerified = verdict?.kind === 'verified'
  return (
    <>
      <LiveRegion text={announcement(watch, state)} />
      <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} headingLevel={3}>
        <p key={String(isVerified)}>{isVerified ? words.verified : words.notVerified}</p>
        {verdict?.simulated === true && <p className="review-simulated">{words.simulated}</p>}
        {verdict !== null && (
          <p>
            {words.at} <Time at={verdict.checkedAt} hasDay />
          </p>
        )}
      </Callout>
      <Checks plan={plan} verdict={verdict} />
      {verdict !== null && <Evidence verdict={verdict} isOpen />}
      <h3>{words.receipt}</h3>
      {verdict !== null && isVerified ? (
        <ReceiptDownload connectionId={connectionId} accountId={plan.accountId} verdict={verdict} />
      ) : (
        <p className="hint">{words.noReceipt}</p>
      )}
    </>
  )
}
