import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ServerState } from '#wizard/api/server-state.tsx'
import { ScreenHeading, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { reviewMessages } from './review-messages.ts'
import './review.css'
import { useQuery } from '@tanstack/react-query'
import type { Receipt } from '#core/verify/receipt.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { type Finding, findingOf, receiptTitle, useIsExpired } from '#wizard/receipt/receipt-age.ts'
import { ReceiptContents, ReceiptFinding } from '#wizard/receipt/receipt-finding.tsx'
import { ReviewSections } from './review-screen.tsx'
import { differences, readSharedReview } from './shared-review.ts'

/** The page for the security review, for anybody who has the link: made of the link and of this server’s config alone. */
export function SharedReviewScreen({ vendor, text }: { vendor: ServedVendor; text: string }) {
  const words = localized(reviewMessages)
  const reading = readSharedReview(text, vendor)
  if (reading.kind === 'unreadable') {
    return (
      <div className="stack single-column review-screen">
        <DocumentTitle text={localized(shellMessages).title(words.shared.unreadableTitle, vendor.name)} />
        <ScreenHeading screen="shared-review">{words.shared.unreadableTitle}</ScreenHeading>
        <p className="lead">{words.shared.unreadableText}</p>
      </div>
    )
  }
  return (
    <ServerState>
      <Review vendor={vendor} plan={reading.plan} receipt={reading.receipt} />
    </ServerState>
  )
}

type ReviewProps = { readonly vendor: ServedVendor; readonly plan: RolePlan; readonly receipt: string | null }

function Review({ vendor, plan, receipt }: ReviewProps) {
  const words = localized(reviewMessages)
  return (
    <div className="stack single-column review-screen">
      <DocumentTitle text={words.title(vendor.name, plan.accountId)} />
      <ScreenIntroduction
        screen={`shared-review ${plan.roleArn}`}
        title={words.heading(vendor.name, accountIdOnOneLine(plan.accountId))}
        lead={words.lead(vendor.name, vendorText(vendor.purpose))}
      >
        <div className="row review-share">
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
      </ScreenIntroduction>
      <SharedEvidence vendor={vendor} plan={plan} receipt={receipt} />
      <ReviewSections vendor={vendor} plan={plan} results={null} isShared />
    </div>
  )
}

type SharedEvidenceProps = { readonly vendor: ServedVendor; readonly plan: RolePlan; readonly receipt: string | null }

/** Separates verified facts from claims of the link. */
function SharedEvidence({ vendor, plan, receipt }: SharedEvidenceProps) {
  const words = localized(reviewMessages).shared
  if (receipt !== null) return <Checked vendor={vendor} plan={plan} receipt={receipt} />
  return (
    <Callout tone="note" title={words.noneTitle}>
      <p>{words.noneText(vendor.name)}</p>
    </Callout>
  )
}

function Checked({ vendor, plan, receipt }: SharedEvidenceProps & { receipt: string }) {
  const words = localized(reviewMessages).shared
  const { data: finding, refetch } = useQuery({ queryKey: ['shared-receipt', receipt], queryFn: () => findingOf(receipt) })
  if (finding === undefined) return <p role="status">{words.checking}</p>
  if (finding.kind !== 'valid') return <NoEvidence vendor={vendor} finding={finding} onRetry={() => void refetch()} />
  const matters = differences(finding.receipt, plan)
  if (matters.length > 0) {
    return (
      <Callout tone="danger" title={words.differsTitle}>
        <p>{words.differsText(matters.map((matter) => words.matters[matter]).join(', '))}</p>
      </Callout>
    )
  }
  return <ValidReceipt vendor={vendor} receipt={finding.receipt} />
}

type NoEvidenceProps = { readonly vendor: ServedVendor; readonly finding: Finding; readonly onRetry: () => void }

function NoEvidence({ vendor, finding, onRetry }: NoEvidenceProps) {
  const words = localized(reviewMessages).shared
  return (
    <div className="stack">
      <ReceiptFinding finding={finding} vendor={vendor} onRetry={onRetry} />
      <Callout tone="note" title={words.noneTitle}>
        <p>{words.noneText(vendor.name)}</p>
      </Callout>
    </div>
  )
}

function ValidReceipt({ vendor, receipt }: { vendor: ServedVendor; receipt: Receipt }) {
  const words = localized(reviewMessages).shared
  const isExpired = useIsExpired(receipt)
  return (
    <div className="stack">
      {receipt.simulated && (
        <Callout tone="note" title={words.simulatedTitle}>
          <p>{words.simulatedText}</p>
        </Callout>
      )}
      {isExpired && (
        <Callout tone="note" title={receiptTitle(receipt, isExpired)}>
          <p>{words.expiredText(vendor.name)}</p>
        </Callout>
      )}
      {!isExpired && !receipt.simulated && (
        <Callout tone="success" title={words.evidenceTitle(vendor.name)}>
          <p>{words.evidenceText(vendor.name)}</p>
        </Callout>
      )}
      <ReceiptContents receipt={receipt} vendor={vendor} isOpen />
    </div>
  )
}
