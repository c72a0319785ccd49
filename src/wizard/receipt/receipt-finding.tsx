import type { ReactNode } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { isNegative } from '#core/verify/evidence.ts'
import type { Receipt } from '#core/verify/receipt.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { failureText } from '#wizard/api/failure.tsx'
import { Retry } from '#wizard/app/loading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { Untested } from '#wizard/verification/checks.tsx'
import { Evidence } from '#wizard/verification/evidence.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { receiptMessages } from './receipt-messages.ts'
import '#wizard/verification/verification.css'
import { type Finding, receiptTitle, useIsExpired } from './receipt-age.ts'

type FindingProps = { readonly finding: Finding; readonly vendor: ServedVendor; readonly onRetry: () => void }

export function ReceiptFinding({ finding, vendor, onRetry }: FindingProps) {
  const words = localized(receiptMessages)
  if (finding.kind === 'valid') return <Genuine receipt={finding.receipt} vendor={vendor} />
  if (finding.kind === 'no-keys') {
    return (
      <Callout tone="note" title={words.noKeys} actions={<Retry onRetry={onRetry} />}>
        <p>{failureText(finding.failure)}</p>
      </Callout>
    )
  }
  const { title, text } = words.refused[finding.kind]
  return (
    <Callout key={finding.kind} tone={finding.kind === 'browser-cannot' ? 'note' : 'danger'} title={title}>
      <p>{text}</p>
    </Callout>
  )
}

function Genuine({ receipt, vendor }: { receipt: Receipt; vendor: ServedVendor }) {
  const words = localized(receiptMessages)
  return (
    <>
      {receipt.simulated && (
        <>
          <p className="receipt-simulated">{words.simulatedMark}</p>
          <Callout tone="note" title={words.simulated}>
            <p>{words.simulatedText}</p>
          </Callout>
        </>
      )}
      <GenuineCallout receipt={receipt} vendor={vendor} />
      <ReceiptContents receipt={receipt} vendor={vendor} />
    </>
  )
}

/** A role may have been changed many times since an old check, so an expired receipt is never shown in green. */
function GenuineCallout({ receipt, vendor }: { receipt: Receipt; vendor: ServedVendor }) {
  const words = localized(receiptMessages)
  const isExpired = useIsExpired(receipt)
  return (
    <Callout tone={isExpired || receipt.simulated ? 'note' : 'success'} title={receiptTitle(receipt, isExpired)}>
      <p>{isExpired ? words.expiredText(vendor.name) : words.genuineText(vendor.name)}</p>
    </Callout>
  )
}

type ContentsProps = { readonly receipt: Receipt; readonly vendor: ServedVendor; readonly isOpen?: boolean }

/** `isOpen` shows every call, for print. */
export function ReceiptContents({ receipt, vendor, isOpen = false }: ContentsProps) {
  return (
    <>
      <ReceiptEvidence receipt={receipt} vendor={vendor} isOpen={isOpen} />
      <Card>
        <FactList facts={facts(receipt)} />
      </Card>
      <p className="hint">{localized(receiptMessages).limits}</p>
    </>
  )
}

function ReceiptEvidence({ receipt, vendor, isOpen }: Required<ContentsProps>) {
  const words = localized(receiptMessages)
  const refused = receipt.probes.filter(isNegative)
  return (
    <section className="stack receipt-evidence">
      <h2>{receipt.simulated ? words.tried : words.results}</h2>
      <ul>
        <li>{words.answered(receipt.probes.length - refused.length)}</li>
        <li>{words.refusedCalls(refused.length)}</li>
        <li>{words.worked(receipt.checks.length)}</li>
      </ul>
      <Untested items={receipt.untested} roles={receipt.untriedRoles} vendor={vendor} />
      <Evidence verdict={receipt} isOpen={isOpen} />
    </section>
  )
}

function facts(receipt: Receipt): { term: string; value: ReactNode }[] {
  const { facts: terms } = localized(receiptMessages)
  const { vendor, asked } = receipt
  return [
    { term: terms.checkedAt, value: <Time at={receipt.verdict.checkedAt} hasDay /> },
    { term: terms.signed, value: <Time at={new Date(receipt.iat * 1000).toISOString()} hasDay /> },
    { term: terms.account, value: <Code text={accountIdInGroups(receipt.accountId)} /> },
    { term: terms.role, value: <Code text={receipt.roleArn} /> },
    { term: terms.vendor, value: terms.vendorAccount(vendor.name, accountIdInGroups(vendor.accountId)) },
    { term: terms.region, value: terms.place(receipt.region, localized(shellMessages).partitions[receipt.partition]) },
    { term: terms.externalId, value: <Code text={receipt.externalIdSha256} /> },
    { term: terms.trustPolicy, value: <Code text={asked.trustPolicySha256} /> },
    { term: terms.permissionsPolicy, value: <Code text={asked.permissionsPolicySha256} /> },
    ...(asked.managedPolicyArns ?? []).map((arn) => ({ term: terms.managedPolicy, value: <Code text={arn} /> })),
    { term: terms.template, value: <Code text={asked.templateVersion} /> },
    { term: terms.connection, value: <Code text={receipt.connectionId} /> },
    { term: terms.number, value: <Code text={receipt.jti} /> },
  ]
}
