import type { ReactNode } from 'react'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized, vendorText } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { Permissions } from './permissions.tsx'
import { reviewMessages } from './review-messages.ts'
import { Appendix, VerificationResults, WhatIsCreated } from './review-sections.tsx'
import { ReviewSummary } from './review-summary.tsx'
import './review.css'
import type { Undo } from '#core/artifacts/artifact.ts'
import { awsCli } from '#core/artifacts/aws-cli.ts'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { useReceipt } from '#wizard/api/receipt.ts'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { Monitoring } from './monitoring.tsx'
import { sharedReviewText } from './shared-review.ts'

type ReviewScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** All that a security reviewer asks, on one page that can be printed. */
export function ReviewScreen({ vendor, connection }: ReviewScreenProps) {
  const plan = rolePlan(connection, vendor)
  return (
    <div className="stack single-column review-screen">
      <DocumentTitle text={localized(reviewMessages).title(vendor.name, plan.accountId)} />
      <Introduction plan={plan} connectionId={connection.id} isSimulated={vendor.simulated} />
      <ReviewSummary plan={plan} connectionId={connection.id} />
      <ReviewSections vendor={vendor} plan={plan} results={<VerificationResults plan={plan} connectionId={connection.id} />} />
    </div>
  )
}

type ReviewSectionsProps = {
  readonly vendor: ServedVendor
  readonly plan: RolePlan
  /** Null before the connection exists. */
  readonly results: ReactNode
  /** For a link that anyone may open: it has no external ID. */
  readonly isShared?: boolean
}

export function ReviewSections({ vendor, plan, results, isShared = false }: ReviewSectionsProps) {
  const words = localized(reviewMessages)
  const sections = [
    { id: 'created', title: words.created.title, content: <WhatIsCreated plan={plan} /> },
    { id: 'permissions', title: words.permissions.title, content: <Permissions plan={plan} /> },
    { id: 'deputy', title: words.deputy.title, content: <ConfusedDeputy vendor={vendor} /> },
    { id: 'results', title: words.results.title, content: results },
    { id: 'monitoring', title: words.watch.title, content: <Monitoring plan={plan} /> },
    { id: 'removal', title: words.revoke.title, content: <Revoke plan={plan} /> },
    { id: 'appendix', title: words.exactly.title, content: <Appendix plan={plan} isShared={isShared} /> },
  ]
  return sections
    .filter(({ content }) => content !== null)
    .map(({ id, title, content }) => (
      <section key={id} className="stack review-part">
        <h2>{title}</h2>
        {content}
      </section>
    ))
}

type IntroductionProps = { readonly plan: RolePlan; readonly connectionId: string; readonly isSimulated: boolean }

function Introduction({ plan, connectionId, isSimulated }: IntroductionProps) {
  const words = localized(reviewMessages)
  const { name, purpose } = plan.vendor
  return (
    <>
      <ScreenIntroduction
        screen={`review ${connectionId}`}
        title={words.heading(name, accountIdOnOneLine(plan.accountId))}
        lead={words.lead(name, vendorText(purpose))}
      >
        {isSimulated && <p className="review-simulated">{words.simulated}</p>}
      </ScreenIntroduction>
      <section className="card stack review-share">
        <h2>{words.shareTitle}</h2>
        <ShareLink plan={plan} connectionId={connectionId} />
        <p className="hint">{words.share}</p>
      </section>
    </>
  )
}

/** Why the external ID is there. */
function ConfusedDeputy({ vendor }: { vendor: Vendor }) {
  const words = localized(reviewMessages).deputy
  return (
    <p>
      {words.text(vendor.name).join(' ')}{' '}
      <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html" target="_blank" rel="noopener">
        {words.source}
      </a>
    </p>
  )
}

/** One per tool that can have created the role. */
function Revoke({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).revoke
  const language = currentLanguage().code
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      <Tool title={words.stack} label={words.stackLabel} undo={cloudFormation.undo(plan, language)} />
      <Tool title={words.commands} label={words.roleLabel} undo={awsCli.undo(plan, language)} />
    </>
  )
}

function Tool({ title, label, undo }: { title: string; label: string; undo: Undo }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{undo.words}</p>
      {undo.commands !== null && (
        <CopyableCode label={label} text={undo.commands.text} language={undo.commands.language} copyLabel={localized(roleMessages).copy} />
      )}
    </>
  )
}

type ShareLinkProps = { readonly plan: RolePlan; readonly connectionId: string }

/** With the receipt, where there is one. */
function ShareLink({ plan, connectionId }: ShareLinkProps) {
  const { data: watch } = useVerification(connectionId)
  const verdict = watch?.verdict ?? null
  return verdict?.kind === 'verified' ? (
    <WithReceipt plan={plan} connectionId={connectionId} checkedAt={verdict.checkedAt} />
  ) : (
    <Link plan={plan} connectionId={connectionId} receipt={null} />
  )
}

function WithReceipt({ plan, connectionId, checkedAt }: ShareLinkProps & { checkedAt: string }) {
  const { data: answer } = useReceipt(connectionId, checkedAt)
  return <Link plan={plan} connectionId={connectionId} receipt={answer?.kind === 'answer' ? answer.value : null} />
}

function Link({ plan, connectionId, receipt }: ShareLinkProps & { receipt: string | null }) {
  const words = localized(reviewMessages)
  const hash = routeHash({ kind: 'shared-review', text: sharedReviewText(plan, receipt) })
  const { origin, pathname, search } = window.location
  const hint = receipt === null ? words.shared.withoutReceipt : words.shared.withReceipt
  return (
    <>
      <p>
        <span>{words.shared.linkText}</span> <span key={hint}>{hint}</span>
      </p>
      <div className="row">
        <CopyButton text={origin + pathname + search + hash} label={words.shared.copy} variant="primary" />
        <Button onClick={() => window.print()}>{words.print}</Button>
        <a href={routeHash({ kind: 'role', connectionId })}>{words.back}</a>
      </div>
    </>
  )
}
