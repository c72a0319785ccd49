import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { vendorText } from '#i18n/format.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ServerState } from '#wizard/api/server-state.tsx'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { reviewMessages } from './review-messages.ts'
import './review.css'
import { ReviewParts } from './review-screen.tsx'
import { SharedProof } from './shared-proof.tsx'
import { readSharedReview } from './shared-review.ts'

/** The page for the security review, for anybody who has the link: made of the link and of this server’s config alone. */
export function SharedReviewScreen({ vendor, text }: { vendor: ServedVendor; text: string }) {
  const words = localized(reviewMessages)
  const reading = readSharedReview(text, vendor)
  if (reading.kind === 'unreadable') {
    return (
      <div className="stack review-screen">
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
    <div className="stack review-screen">
      <DocumentTitle text={words.title(vendor.name, plan.accountId)} />
      <div className="stack introduction">
        <ScreenHeading screen={`shared-review ${plan.roleArn}`}>
          {words.heading(vendor.name, accountIdInGroups(plan.accountId))}
        </ScreenHeading>
        <p className="lead">{words.lead(vendor.name, vendorText(vendor.purpose))}</p>
        <div className="row review-share">
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
      </div>
      <SharedProof vendor={vendor} plan={plan} receipt={receipt} />
      <ReviewParts vendor={vendor} plan={plan} proved={null} isShared />
    </div>
  )
}
