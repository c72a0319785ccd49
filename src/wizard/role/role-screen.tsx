import { type ComponentProps, type ReactNode, useMemo, useState } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { Disclosure } from '#ui/controls/card.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { useHandoff } from '#wizard/api/handoff.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { Doctor } from '#wizard/diagnose/diagnose-screen.tsx'
import { useLaunch } from '#wizard/verification/launch.ts'
import { PageState } from '#wizard/verification/page-state.tsx'
import { RoleProgress } from '#wizard/verification/role-progress.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { explanation } from '#wizard/verification/verdict-texts.ts'
import { checkSummary, isFailure, type PollingState, type Stage, stageOf, toneOf } from '#wizard/verification/verification-state.ts'
import '#wizard/verification/verification.css'
import { ArtifactPanel } from './artifact-panel.tsx'
import { FailureCard } from './failure-card.tsx'
import { roleMessages } from './role-messages.ts'
import './role.css'
import { revealNews } from '#wizard/app/host-page.ts'
import { offerFor, RoleOffer } from './role-offer.tsx'

type RoleScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

export function RoleScreen({ vendor, connection }: RoleScreenProps) {
  const { id } = connection
  const plan = useMemo(() => rolePlan(connection, vendor), [connection, vendor])
  const query = useVerification(id)
  const status = useStatus(query.data, id)
  const state = checkSummary(answerSinceLaunch(query.data, status.stage), explanationFacts(plan))
  const isSimulated = vendor.simulated && vendor.hasSimulatedConsole !== false
  const parts = { ...status, plan, query, state, isSimulated, connectionId: id }
  const { failure } = status
  const isGivenAway = useIsGivenAway(id) && failure === null
  if (isGivenAway) return <GivenAway {...parts} vendor={vendor} polling={query.data} />
  return (
    <div className={`role-screen${failure === null ? '' : ' with-failure'}`}>
      <PageState
        {...{ vendor, state }}
        polling={query.data}
        title={`${state.shortTitle} · ${localized(roleMessages).title(accountIdInGroups(plan.accountId))}`}
      />
      <Introduction {...parts} />
      {failure === null ? <RoleOffer {...parts} /> : <Failure {...parts} failure={failure} />}
      {/* Keys keep the pasted text and the focus in the doctor when a failure replaces the progress. */}
      <div key="side" className="stack role-side">
        {failure === null && <RoleProgress key="progress" {...parts} />}
        {(failure !== null || status.stage !== 'not-launched') && (
          <Doctor key="doctor" plan={plan} when={failure === null ? 'waiting' : 'failed'} />
        )}
      </div>
      {failure === null && <ArtifactPanel plan={plan} connectionId={id} isSimulated={isSimulated} />}
    </div>
  )
}

/** True for the sender while a colleague has the link, until they ask to do it themselves. */
function useIsGivenAway(id: string): boolean {
  const { data: answer } = useHandoff(id)
  const handoff = answer?.kind === 'answer' ? answer.value.handoff : null
  return handoff !== null && handoff.you === 'requester' && handoff.turn === 'colleague' && handoff.standing === 'open'
}

type GivenAwayProps = ComponentProps<typeof RoleOffer> &
  ComponentProps<typeof RoleProgress> &
  Pick<RoleScreenProps, 'vendor'> & { readonly polling: PollingState | undefined }

/** The panel above says who is at work. The page for doing it is closed. */
function GivenAway({ vendor, polling, ...parts }: GivenAwayProps) {
  const { plan, state, connectionId, isSimulated } = parts
  const words = localized(roleMessages).givenAway
  return (
    <div className="stack">
      <PageState
        {...{ vendor, state, polling }}
        title={`${state.shortTitle} · ${localized(roleMessages).title(accountIdInGroups(plan.accountId))}`}
      />
      <Introduction {...parts} failure={null} isNews={false} lead={words.lead} />
      <Disclosure variant="row" summary={words.create}>
        <div className="role-screen">
          <RoleOffer {...parts} />
          <div className="stack role-side">
            <RoleProgress {...parts} />
          </div>
          <ArtifactPanel {...{ plan, connectionId, isSimulated }} />
        </div>
      </Disclosure>
    </div>
  )
}

/** Until the check that a launch asks for has an answer, the one from before would say that nothing was launched. */
function answerSinceLaunch(polling: PollingState | undefined, stage: Stage): PollingState | undefined {
  return stage === 'launched' && polling?.verdict?.diagnosis === 'not-launched' ? undefined : polling
}

function useStatus(polling: PollingState | undefined, id: string) {
  const verdict = polling?.verdict ?? null
  const offer = offerFor(verdict, id)
  const hasLaunched = useLaunch(id) !== null
  // Until the update is made, a missing permission is what it is for.
  const { failure, isNews } = useShownFailure(offer === 'update' && verdict?.kind === 'partial' ? null : verdict)
  return { verdict, offer, failure, isNews, stage: stageOf(verdict, hasLaunched || offer === 'update') }
}

type FailureProps = ComponentProps<typeof RoleOffer> & Omit<ComponentProps<typeof FailureCard>, 'children'>

/** Creating the role again is closed, except where it may be gone. */
function Failure(props: FailureProps) {
  return (
    <FailureCard {...props}>
      <Disclosure variant="row" summary={localized(roleMessages).again} open={props.failure.diagnosis === 'access-lost'}>
        <div className="stack">
          <RoleOffer {...props} />
          <ArtifactPanel plan={props.plan} connectionId={props.connectionId} isSimulated={props.isSimulated} />
        </div>
      </Disclosure>
    </FailureCard>
  )
}

type Shown = { readonly verdict: Verdict | null; readonly failure: Verdict | null; readonly isNews: boolean }

/**
 * The failure stays on the screen while its fix is confirmed, so that the layout doesn't change under the reader. It is news unless the
 * page opens with it.
 */
function useShownFailure(verdict: Verdict | null): Shown {
  const [shown, setShown] = useState<Shown>({ verdict: null, failure: null, isNews: false })
  if (verdict === shown.verdict) return shown
  const isFixed = verdict?.diagnosis === 'confirming-fix' || verdict?.kind === 'verified'
  const failed = verdict !== null && isFailure(verdict) ? verdict : null
  const failure = isFixed ? shown.failure : failed
  const isSame = failure?.diagnosis === shown.failure?.diagnosis
  const next = { verdict, failure, isNews: isSame ? shown.isNews : shown.verdict !== null }
  setShown(next)
  return next
}

type IntroductionProps = {
  readonly plan: RolePlan
  readonly offer: ReturnType<typeof offerFor>
  readonly stage: Stage
  readonly failure: Verdict | null
  readonly isNews: boolean
  /** In place of the one of the stage. */
  readonly lead?: string
}

function Introduction({ failure, isNews, lead, ...props }: IntroductionProps) {
  const { plan } = props
  if (failure === null) {
    const shown = creation(props)
    return <Heading plan={plan} {...shown} lead={lead ?? shown.lead} />
  }
  const { title, happened } = explanation(failure.diagnosis, explanationFacts(plan))
  return (
    <Heading plan={plan} lead={happened} mark={<FailureMark key={failure.diagnosis} {...{ failure, isNews }} />}>
      <span key={title}>{title}</span>
    </Heading>
  )
}

function creation({ plan, offer, stage }: Omit<IntroductionProps, 'failure' | 'isNews' | 'lead'>) {
  const words = localized(roleMessages)
  const heading = offer === 'update' ? words.update.heading : words.heading
  const leadOfStage = stage === 'not-launched' ? words.lead : words.leadLaunched
  return {
    lead: offer === 'update' ? words.update.lead : leadOfStage,
    children: (
      <>
        <span key={heading}>{heading}</span>{' '}
        <bdi className="together" translate="no">
          {accountIdInGroups(plan.accountId)}
        </bdi>
      </>
    ),
  }
}

type HeadingProps = { readonly plan: RolePlan; readonly lead: string; readonly mark?: ReactNode; readonly children: ReactNode }

function Heading({ plan, lead, mark, children }: HeadingProps) {
  return (
    <div className="introduction role-introduction">
      {mark}
      <ScreenHeading screen={`role ${plan.roleArn} ${plan.externalId}`}>{children}</ScreenHeading>
      <p className="lead" key={lead}>
        {lead}
      </p>
    </div>
  )
}

function revealHeading(mark: HTMLElement | null): void {
  if (mark?.parentElement) revealNews(mark.parentElement)
}

/** Red: insecure. Amber: the customer must act. Neutral: the vendor's fault. */
function FailureMark({ failure, isNews }: { failure: Verdict; isNews: boolean }) {
  return (
    <span ref={isNews ? revealHeading : undefined} className={`failure-mark ${toneOf(failure)}`} aria-hidden="true">
      <Icon name="bang" />
    </span>
  )
}
