import type { ReactNode } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { vendorText } from '#i18n/format.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { ConfusedDeputy } from './confused-deputy.tsx'
import { Permissions } from './permissions.tsx'
import { reviewMessages } from './review-messages.ts'
import { Part } from './review-section.tsx'
import { Proved } from './verified-evidence.tsx'
import { Exactly } from './what-is-allowed.tsx'
import { Created } from './what-is-created.tsx'
import './review.css'
import { Watch } from './monitoring.tsx'
import { Revoke } from './revoke.tsx'
import { ShareLink } from './share-link.tsx'

type ReviewScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** All that a security reviewer asks, on one page that can be printed. */
export function ReviewScreen({ vendor, connection }: ReviewScreenProps) {
  const plan = rolePlan(connection, vendor)
  return (
    <div className="stack review-screen">
      <DocumentTitle text={localized(reviewMessages).title(vendor.name, plan.accountId)} />
      <Introduction plan={plan} connectionId={connection.id} isSimulated={vendor.simulated} />
      <ReviewParts vendor={vendor} plan={plan} proved={<Proved plan={plan} connectionId={connection.id} />} />
    </div>
  )
}

type ReviewPartsProps = {
  readonly vendor: ServedVendor
  readonly plan: RolePlan
  /** Null where nothing is connected, so that nothing can have been proved. */
  readonly proved: ReactNode
  /** For everybody: the external ID is not there. */
  readonly isShared?: boolean
}

export function ReviewParts({ vendor, plan, proved, isShared = false }: ReviewPartsProps) {
  const words = localized(reviewMessages)
  return (
    <>
      <Part title={words.created.title}>
        <Created plan={plan} />
      </Part>
      <Part title={words.permissions.title}>
        <Permissions plan={plan} />
      </Part>
      <Part title={words.deputy.title}>
        <ConfusedDeputy vendor={vendor} />
      </Part>
      {proved !== null && <Part title={words.proved.title}>{proved}</Part>}
      <Part title={words.watch.title}>
        <Watch plan={plan} />
      </Part>
      <Part title={words.revoke.title}>
        <Revoke plan={plan} />
      </Part>
      <Part title={words.exactly.title}>
        <Exactly plan={plan} isShared={isShared} />
      </Part>
    </>
  )
}

type IntroductionProps = { readonly plan: RolePlan; readonly connectionId: string; readonly isSimulated: boolean }

function Introduction({ plan, connectionId, isSimulated }: IntroductionProps) {
  const words = localized(reviewMessages)
  const { name, purpose } = plan.vendor
  return (
    <>
      <div className="stack introduction">
        <ScreenHeading screen={`review ${connectionId}`}>{words.heading(name, accountIdInGroups(plan.accountId))}</ScreenHeading>
        <p className="lead">{words.lead(name, vendorText(purpose))}</p>
        {isSimulated && <p className="review-simulated">{words.simulated}</p>}
      </div>
      <div className="review-share">
        <Callout
          tone="note"
          title={words.shareTitle}
          actions={
            <>
              <Button onClick={() => window.print()}>{words.print}</Button>
              <a href={routeHash({ kind: 'role', connectionId })}>{words.back}</a>
            </>
          }
        >
          <ShareLink plan={plan} connectionId={connectionId} />
          <p>{words.share}</p>
        </Callout>
      </div>
    </>
  )
}
