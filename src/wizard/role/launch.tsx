import { use } from 'react'
import { accountIdInGroups } from '#core/account-id.ts'
import { quickCreateLink } from '#core/artefacts/quick-create.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Callout } from '#ui/callout.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { reviewWords } from '../words/review.ts'
import { roleWords as words } from '../words/role.ts'
import { SimulatedAwsPlace } from './simulated-aws-place.ts'
import { UploadTemplate } from './upload-template.tsx'

type LaunchProps = { readonly plan: RolePlan; readonly isSimulated: boolean; readonly isDone: boolean; readonly reviewHref: string }

/** The one big thing of its screen: a real link that is ready before it is pressed, so that no browser takes it for a pop-up. */
export function Launch({ plan, isSimulated, isDone, reviewHref }: LaunchProps) {
  const link = quickCreateLink(plan)
  const account = accountIdInGroups(plan.accountId)
  return (
    <section className="stack role-launch" aria-label={words.launchLabel}>
      <Callout tone="note" title={words.signedIn(account)}>
        <p>{words.signedInWhy}</p>
      </Callout>
      {link.kind === 'link' ? (
        <LaunchLink url={link.url} plan={plan} isSimulated={isSimulated} isDone={isDone} />
      ) : (
        <UploadTemplate plan={plan} because={link.because} isSimulated={isSimulated} isDone={isDone} />
      )}
      <p className="hint">{words.before(plan.roleName, plan.stackName)}</p>
      <a className="review-link" href={reviewHref}>
        {reviewWords.link}
      </a>
    </section>
  )
}

function LaunchLink({ url, plan, isSimulated, isDone }: Omit<LaunchProps, 'reviewHref'> & { url: string }) {
  const place = use(SimulatedAwsPlace)
  const href = isSimulated ? place.href({ accountId: plan.accountId, link: url }) : url
  const isBeside = isSimulated && place.kind === 'beside'
  const simulatedHint = isBeside ? words.launchBesideHint : words.launchSimulatedHint
  return (
    <div className="stack launch-link">
      <div className="row">
        <ButtonLink look={isDone ? 'secondary' : 'primary'} className="launch-button" href={href} isExternal={!isBeside}>
          {isSimulated ? words.launchSimulated : words.launch}
        </ButtonLink>
        <CopyButton text={url} label={words.copyLink} />
      </div>
      <p className="hint">{isSimulated ? simulatedHint : words.launchHint}</p>
    </div>
  )
}
