import { useQuery } from '@tanstack/react-query'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import type { Receipt } from '#core/verify/receipt.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { type Finding, findingOf, receiptTitle, useIsExpired } from '#wizard/receipt/receipt-age.ts'
import { ReceiptContents, ReceiptFinding } from '#wizard/receipt/receipt-finding.tsx'
import { reviewMessages } from './review-messages.ts'
import { differences } from './shared-review.ts'

type SharedProofProps = { readonly vendor: ServedVendor; readonly plan: RolePlan; readonly receipt: string | null }

/** What of the page is proved, and what the link merely states. */
export function SharedProof({ vendor, plan, receipt }: SharedProofProps) {
  const words = localized(reviewMessages).shared
  if (receipt !== null) return <Checked vendor={vendor} plan={plan} receipt={receipt} />
  return (
    <Callout tone="note" title={words.noneTitle}>
      <p>{words.noneText(vendor.name)}</p>
    </Callout>
  )
}

function Checked({ vendor, plan, receipt }: SharedProofProps & { receipt: string }) {
  const words = localized(reviewMessages).shared
  const { data: finding, refetch } = useQuery({ queryKey: ['shared-receipt', receipt], queryFn: () => findingOf(receipt) })
  if (finding === undefined) return <p role="status">{words.checking}</p>
  if (finding.kind !== 'valid') return <NoProof vendor={vendor} finding={finding} onRetry={() => void refetch()} />
  const matters = differences(finding.receipt, plan)
  if (matters.length > 0) {
    return (
      <Callout tone="unsafe" title={words.differsTitle}>
        <p>{words.differsText(matters.map((matter) => words.matters[matter]).join(', '))}</p>
      </Callout>
    )
  }
  return <Proved vendor={vendor} receipt={finding.receipt} />
}

type NoProofProps = { readonly vendor: ServedVendor; readonly finding: Finding; readonly onRetry: () => void }

function NoProof({ vendor, finding, onRetry }: NoProofProps) {
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

function Proved({ vendor, receipt }: { vendor: ServedVendor; receipt: Receipt }) {
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
        <Callout tone="proved" title={words.provedTitle(vendor.name)}>
          <p>{words.provedText(vendor.name)}</p>
        </Callout>
      )}
      <ReceiptContents receipt={receipt} vendor={vendor} isOpen />
    </div>
  )
}
