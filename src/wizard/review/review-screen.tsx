import type { ReactNode } from 'react'
import { accountIdInGroups } from '#core/account-id.ts'
import type { Connection } from '#core/connection.ts'
import { type RolePlan, rolePlan } from '#core/role-plan.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { Button } from '#ui/button.tsx'
import { Callout } from '#ui/callout.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { spokenText } from '#words/spoken-text.ts'
import { routeHash } from '../routes.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { reviewWords as words } from '../words/review.ts'
import { ConfusedDeputy } from './confused-deputy.tsx'
import { Created } from './created.tsx'
import { Exactly } from './exactly.tsx'
import { Part } from './part.tsx'
import { Permissions } from './permissions.tsx'
import { Proved } from './proved.tsx'
import './review.css'
import { Revoke } from './revoke.tsx'
import { ShareLink } from './share-link.tsx'
import { Watch } from './watch.tsx'

type ReviewScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** All that a security reviewer asks, on one page that can be printed. */
export function ReviewScreen({ vendor, connection }: ReviewScreenProps) {
  const plan = rolePlan(connection, vendor)
  return (
    <div className="stack review-screen">
      <DocumentTitle text={words.title(vendor.name, plan.accountId)} />
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
  const { name, purpose } = plan.vendor
  return (
    <>
      <div className="stack introduction">
        <ScreenHeading screen={`review ${connectionId}`}>{words.heading(name, accountIdInGroups(plan.accountId))}</ScreenHeading>
        <p className="lead">{words.lead(name, spokenText(purpose))}</p>
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
