import { type ReactNode, use } from 'react'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { createStackUrl, quickCreateLink } from '#core/artifacts/quick-create.ts'
import type { OwnTemplateReason } from '#core/artifacts/template-choice.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { accountMessages } from '#wizard/account/account-messages.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { useLaunch } from '#wizard/verification/launch.ts'
import { startLaunch } from '#wizard/verification/use-verification.ts'
import { AwsPageLink, SimulatedAwsPlace } from './aws-page-link.tsx'
import { roleMessages } from './role-messages.ts'

type LaunchProps = {
  readonly plan: RolePlan
  readonly connectionId: string
  readonly isSimulated: boolean
  /** The role exists, so launching again is not the thing to do. */
  readonly isDone: boolean
}

/** The one big thing of its screen, and below it what to do in AWS. On narrow screens the progress comes between the two. */
export function Launch(props: LaunchProps) {
  const { plan, connectionId } = props
  const words = localized(roleMessages)
  const link = quickCreateLink(plan)
  const isViewer = useIsViewer()
  return (
    <section className="role-launch" aria-label={words.launchLabel}>
      {link.kind === 'link' ? (
        <>
          <LaunchLink url={link.url} {...props} />
          <LaunchSteps plan={plan} />
        </>
      ) : (
        <UploadTemplate because={link.because} {...props} />
      )}
      <p className="launch-links">
        <a href={routeHash({ kind: 'review', connectionId })}>{words.securityReview}</a>
        {guestSession() === null && !isViewer && (
          <a href={routeHash({ kind: 'handoff', connectionId })}>{localized(accountMessages).notAdmin}</a>
        )}
      </p>
    </section>
  )
}

/** Opened, the same link is still in its place, so nothing moves and the focus stays. */
function LaunchLink({ url, plan, connectionId, isSimulated, isDone }: LaunchProps & { readonly url: string }) {
  const words = localized(roleMessages)
  const isOpened = useLaunch(connectionId) === 'opened'
  const place = use(SimulatedAwsPlace)
  const isBeside = place.kind === 'beside' && isSimulated
  const address = isSimulated ? new URL(place.href({ accountId: plan.accountId, link: url }), window.location.href).href : url
  const label = isSimulated ? words.launchSimulated : words.launch
  return (
    <div className="row launch-link">
      <div className={isOpened ? 'launch-place opened' : 'launch-place'}>
        {isOpened && (
          <span className="launch-opened" role="status">
            <Icon name="check" />
            {isBeside ? words.openedBeside : words.opened}
          </span>
        )}
        <AwsPageLink
          {...{ plan, url, isSimulated }}
          variant={isDone || isOpened ? 'secondary' : 'primary'}
          className="launch-button"
          onClick={() => startLaunch(connectionId, 'opened')}
        >
          {isOpened ? words.openAgain : label}
        </AwsPageLink>
      </div>
      <CopyButton text={address} label={words.copyLink} variant="quiet" onCopy={() => isOpened || startLaunch(connectionId, 'copied')} />
    </div>
  )
}

/** The box is shown as it looks in AWS, because it is what people miss. */
function LaunchSteps({ plan }: Pick<LaunchProps, 'plan'>) {
  const words = localized(roleMessages)
  return (
    <ol className="launch-steps" aria-label={words.steps}>
      <li>
        {words.signedIn} <b className="together">{accountIdInGroups(plan.accountId)}</b>.
      </li>
      <li>
        {words.acknowledge}
        <span className="acknowledgment">
          <span className="acknowledgment-box" aria-hidden="true">
            <Icon name="check" />
          </span>
          <span lang="en">{words.acknowledgment}</span>
        </span>
      </li>
      <li>{words.createStack}</li>
    </ol>
  )
}

type UploadTemplateProps = LaunchProps & { readonly because: readonly OwnTemplateReason[] }

/** For partitions without quick-create links: the file, the console page, and the stack name. */
function UploadTemplate({ plan, connectionId, because, isSimulated, isDone }: UploadTemplateProps) {
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
            onDownload={() => startLaunch(connectionId, 'copied')}
          />
        </Step>
        <Step text={words.open(filename)}>
          <AwsPageLink {...{ plan, isSimulated }} url={createStackUrl(plan)} onClick={() => startLaunch(connectionId, 'copied')}>
            {isSimulated ? words.openSimulated : words.openLabel}
          </AwsPageLink>
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
