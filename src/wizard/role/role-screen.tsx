import { type ReactNode, useMemo } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { Doctor } from '#wizard/diagnose/diagnose-screen.tsx'
import { Checks } from '#wizard/verification/checks.tsx'
import { NextCheck } from '#wizard/verification/next-check.tsx'
import { NoticeRequest } from '#wizard/verification/notice.tsx'
import { Report } from '#wizard/verification/report.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { announcement, type CheckSummary, checkSummary } from '#wizard/verification/verification-state.ts'
import '#wizard/verification/verification.css'
import { localized } from '#i18n/language.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { verificationMessages } from '#wizard/verification/verification-messages.ts'
import { ArtifactPanel } from './artifact-rendering.tsx'
import { roleMessages } from './role-messages.ts'
import './role.css'
import { offerFor, RoleOffer } from './role-offer.tsx'

type RoleScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

export function RoleScreen({ vendor, connection }: RoleScreenProps) {
  const plan = useMemo(() => rolePlan(connection, vendor), [connection, vendor])
  const query = useVerification(connection.id)
  const verdict = query.data?.verdict ?? null
  const state = checkSummary(query.data, explanationFacts(plan))
  const account = accountIdInGroups(connection.accountId)
  const callout = <State state={state} connectionId={connection.id} verdict={verdict} query={query} />
  const offer = offerFor(verdict, connection.id)
  const { hasReport } = state
  const offered = <RoleOffer key="offer" {...{ offer, vendor, plan, verdict, hasReport }} connectionId={connection.id} />
  const report = verdict !== null && <ReportSection key="report" callout={callout} plan={plan} verdict={verdict} />
  // Keys keep the pasted text and the focus in the doctor when a report replaces the checks.
  const side = (
    <div key="side" className="stack role-side">
      {!hasReport && <ChecksSection key="checks" callout={callout} plan={plan} verdict={verdict} />}
      <Doctor key="doctor" plan={plan} when={hasReport ? 'failed' : 'waiting'} />
    </div>
  )
  return (
    <div className={['role-screen', hasReport && 'with-report', offer === 'nothing' && 'without-launch'].filter(Boolean).join(' ')}>
      <DocumentTitle
        text={localized(shellMessages).title(`${state.shortTitle} · ${localized(roleMessages).title(account)}`, vendor.name)}
      />
      <Favicon state={state.icon} color={vendor.accentColor} />
      <LiveRegion text={announcement(query.data, state)} />
      <Introduction plan={plan} account={account} offer={offer} hasReport={hasReport} />
      {hasReport ? [report, side, offered] : [offered, side]}
      <ArtifactPanel plan={plan} />
    </div>
  )
}

type ReportSectionProps = { readonly callout: ReactNode; readonly plan: RolePlan; readonly verdict: Verdict }

function ReportSection({ callout, ...report }: ReportSectionProps) {
  return (
    <section className="stack role-report" aria-label={localized(verificationMessages).label}>
      {callout}
      <Report {...report} />
    </section>
  )
}

function ChecksSection({ callout, ...checks }: Omit<ReportSectionProps, 'verdict'> & { readonly verdict: Verdict | null }) {
  return (
    <section className="stack" aria-label={localized(verificationMessages).label}>
      {callout}
      <Checks {...checks} />
    </section>
  )
}

type IntroductionProps = {
  readonly plan: RolePlan
  readonly account: string
  readonly offer: ReturnType<typeof offerFor>
  readonly hasReport: boolean
}

function leadOf({ offer, hasReport }: Pick<IntroductionProps, 'offer' | 'hasReport'>): string {
  const words = localized(roleMessages)
  if (offer === 'update') return words.update.lead
  return hasReport ? words.leadOfReport : words.lead
}

function Introduction({ plan, account, offer, hasReport }: IntroductionProps) {
  const words = localized(roleMessages)
  const lead = leadOf({ offer, hasReport })
  const heading = offer === 'update' ? words.update.heading : words.heading
  return (
    <div className="stack introduction role-introduction">
      <ScreenHeading screen={`role ${plan.roleArn} ${plan.externalId}`}>
        <span key={heading}>{heading}</span>{' '}
        <bdi className="together" translate="no">
          {account}
        </bdi>
      </ScreenHeading>
      <p className="lead" key={lead}>
        {lead}
      </p>
    </div>
  )
}

type StateProps = {
  readonly state: CheckSummary
  readonly connectionId: string
  readonly verdict: Verdict | null
  readonly query: ReturnType<typeof useVerification>
}

function Onward({ verdict, connectionId }: Pick<StateProps, 'verdict' | 'connectionId'>) {
  const isVerified = verdict?.kind === 'verified'
  const label = isVerified ? localized(verificationMessages).goOn : localized(roleMessages).update.choose
  return (
    <ButtonLink key={label} variant="primary" href={routeHash({ kind: isVerified ? 'connected' : 'permissions', connectionId })}>
      {label}
    </ButtonLink>
  )
}

function State({ state, connectionId, verdict, query }: StateProps) {
  const isVerified = verdict?.kind === 'verified'
  // A guest's link is for one task, which this is not, and a viewer only reads.
  const mayUpdate = !useIsViewer() && guestSession() === null
  const canUpdate = mayUpdate && verdict?.diagnosis === 'update-required'
  const onward = isVerified || canUpdate ? <Onward verdict={verdict} connectionId={connectionId} /> : undefined
  return (
    <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} actions={onward}>
      {state.text !== '' && <p key={state.text}>{state.text}</p>}
      {!isVerified && <NextCheck query={query} />}
      {!isVerified && !state.hasReport && <NoticeRequest connectionId={connectionId} />}
    </Callout>
  )
}
