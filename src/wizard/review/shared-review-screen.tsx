import { accountIdInGroups } from '#core/account-id.ts'
import type { RolePlan } from '#core/role-plan.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { Button } from '#ui/button.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { ServerState } from '../api/server-state.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { reviewWords as words } from '../words/review.ts'
import { ConfusedDeputy } from './confused-deputy.tsx'
import { Created } from './created.tsx'
import { Exactly } from './exactly.tsx'
import { Part } from './part.tsx'
import { Permissions } from './permissions.tsx'
import './review.css'
import { Revoke } from './revoke.tsx'
import { SharedProof } from './shared-proof.tsx'
import { readSharedReview } from './shared-review.ts'
import { Watch } from './watch.tsx'

/** The page for the security review, for anybody who has the link: made of the link and of this server’s config alone. */
export function SharedReviewScreen({ vendor, text }: { vendor: ServedVendor; text: string }) {
  const reading = readSharedReview(text, vendor)
  if (reading.kind === 'unreadable') {
    return (
      <div className="stack review-screen">
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
  return (
    <div className="stack review-screen">
      <DocumentTitle text={words.title(vendor.name, plan.accountId)} />
      <div className="stack introduction">
        <ScreenHeading screen={`shared-review ${plan.roleArn}`}>
          {words.heading(vendor.name, accountIdInGroups(plan.accountId))}
        </ScreenHeading>
        <p className="lead">{words.lead(vendor.name, vendor.purpose)}</p>
        <div className="row review-share">
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
      </div>
      <SharedProof vendor={vendor} plan={plan} receipt={receipt} />
      <Part title={words.created.title}>
        <Created plan={plan} />
      </Part>
      <Part title={words.permissions.title}>
        <Permissions plan={plan} />
      </Part>
      <Part title={words.deputy.title}>
        <ConfusedDeputy vendor={vendor} />
      </Part>
      <Part title={words.watch.title}>
        <Watch plan={plan} />
      </Part>
      <Part title={words.revoke.title}>
        <Revoke plan={plan} />
      </Part>
      <Part title={words.exactly.title}>
        <Exactly plan={plan} isShared />
      </Part>
    </div>
  )
}
