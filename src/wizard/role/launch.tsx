import { use } from 'react'
import { quickCreateLink } from '#core/artifacts/quick-create.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { ConnectingFor } from '#wizard/app/connecting-for.tsx'
import { guestSession } from '#wizard/app/kept-session.ts'
import { roleMessages } from './role-messages.ts'
import { SimulatedAwsPlace } from './simulated-aws-place.ts'
import { UploadTemplate } from './upload-template.tsx'

type LaunchProps = {
  readonly plan: RolePlan
  readonly isSimulated: boolean
  readonly isDone: boolean
  readonly reviewHref: string
  readonly handoffHref: string
}

/** The one big thing of its screen: a real link that is ready before it is pressed, so that no browser takes it for a pop-up. */
export function Launch({ plan, isSimulated, isDone, reviewHref, handoffHref }: LaunchProps) {
  const words = localized(roleMessages)
  const link = quickCreateLink(plan)
  const isViewer = useIsViewer()
  return (
    <section className="stack role-launch" aria-label={words.launchLabel}>
      <NumberedSteps>
        <NumberedStep title={words.signedIn(accountIdInGroups(plan.accountId))}>
          <p className="hint">{words.signedInWhy}</p>
        </NumberedStep>
        {link.kind === 'link' ? (
          <>
            <NumberedStep>
              <LaunchLink url={link.url} plan={plan} isSimulated={isSimulated} isDone={isDone} />
            </NumberedStep>
            <NumberedStep title={words.finish}>
              <p className="hint">{words.finishWhy}</p>
            </NumberedStep>
          </>
        ) : (
          <NumberedStep>
            <UploadTemplate plan={plan} because={link.because} isSimulated={isSimulated} isDone={isDone} />
          </NumberedStep>
        )}
      </NumberedSteps>
      <ConnectingFor />
      <LaunchFacts plan={plan} />
      <a className="review-link" href={reviewHref}>
        {localized(roleMessages).securityReview}
      </a>
      {guestSession() === null && !isViewer && (
        <a className="review-link" href={handoffHref}>
          {localized(accountMessages).notAdmin}
        </a>
      )}
    </section>
  )
}

/** What one wants to know before pressing. */
function LaunchFacts({ plan }: { plan: RolePlan }) {
  const { created, createdText, cost, costText, undo, undoText } = localized(roleMessages).facts
  return (
    <div className="launch-facts">
      <FactList
        facts={[
          { term: created, value: createdText(plan.roleName) },
          { term: cost, value: costText },
          { term: undo, value: undoText(plan.stackName) },
        ]}
      />
    </div>
  )
}

function LaunchLink({ url, plan, isSimulated, isDone }: Omit<LaunchProps, 'reviewHref' | 'handoffHref'> & { url: string }) {
  const words = localized(roleMessages)
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
