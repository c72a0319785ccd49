import { type ReactNode, use } from 'react'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { createStackUrl, quickCreateLink } from '#core/artifacts/quick-create.ts'
import type { OwnTemplateReason } from '#core/artifacts/template-choice.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { ConnectingFor } from '#wizard/app/screen.tsx'
import { roleMessages } from './role-messages.ts'
import { SimulatedAwsPlace } from './simulated-aws-place.ts'

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

/** Answers the questions people have before they launch the stack. */
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
        <ButtonLink variant={isDone ? 'secondary' : 'primary'} className="launch-button" href={href} isExternal={!isBeside}>
          {isSimulated ? words.launchSimulated : words.launch}
        </ButtonLink>
        <CopyButton text={url} label={words.copyLink} />
      </div>
      <p className="hint">{isSimulated ? simulatedHint : words.launchHint}</p>
    </div>
  )
}

type UploadTemplateProps = {
  readonly plan: RolePlan
  readonly because: readonly OwnTemplateReason[]
  readonly isSimulated: boolean
  readonly isDone: boolean
}

/** For partitions without quick-create links: the file, the console page, and the stack name. */
function UploadTemplate({ plan, because, isSimulated, isDone }: UploadTemplateProps) {
  const words = localized(roleMessages).upload
  const { filename, text } = cloudFormation.render(plan)
  return (
    <div className="stack upload-template">
      <p>{words.why(because.map((reason) => words.reasons[reason]))}</p>
      <ol className="stack">
        <Step text={words.download(filename)}>
          <DownloadButton
            text={text}
            filename={filename}
            mediaType="application/yaml"
            label={words.downloadLabel}
            variant={isDone ? 'secondary' : 'primary'}
          />
        </Step>
        <Step text={words.open(filename)}>
          <OpenCloudFormation plan={plan} isSimulated={isSimulated} />
        </Step>
        <Step text={words.name}>
          <code translate="no">{plan.stackName}</code>
          <CopyButton text={plan.stackName} label={words.copyName} />
        </Step>
        <li>{words.create}</li>
      </ol>
      <p className="hint">{words.hint}</p>
    </div>
  )
}

function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <p>{text}</p>
      <div className="row">{children}</div>
    </li>
  )
}

function OpenCloudFormation({ plan, isSimulated }: Pick<UploadTemplateProps, 'plan' | 'isSimulated'>) {
  const words = localized(roleMessages).upload
  const place = use(SimulatedAwsPlace)
  const link = createStackUrl(plan)
  const isBeside = isSimulated && place.kind === 'beside'
  return (
    <ButtonLink href={isSimulated ? place.href({ accountId: plan.accountId, link }) : link} isExternal={!isBeside}>
      {isSimulated ? words.openSimulated : words.openLabel}
    </ButtonLink>
  )
}
