import type { ReactNode } from 'react'
import { accountIdInGroups } from '#core/account-id.ts'
import type { Connection } from '#core/connection.ts'
import { type RolePlan, rolePlan } from '#core/role-plan.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { Callout } from '#ui/callout.tsx'
import { DocumentTitle } from '#ui/document-title.tsx'
import { Favicon } from '#ui/favicon.tsx'
import { LiveRegion } from '#ui/live-region.tsx'
import { useVerification } from '../api/verification.ts'
import { Doctor } from '../doctor/doctor.tsx'
import { routeHash } from '../routes.ts'
import { ScreenHeading } from '../screen-heading.tsx'
import { Checks } from '../verification/checks.tsx'
import { NextLook } from '../verification/next-look.tsx'
import { NoticeRequest } from '../verification/notice-request.tsx'
import { Report } from '../verification/report.tsx'
import { announcement, type Standing, standing } from '../verification/standing.ts'
import '../verification/verification.css'
import { roleWords as words } from '../words/role.ts'
import { shellWords } from '../words/shell.ts'
import { verificationWords } from '../words/verification.ts'
import { ArtefactPanel } from './artefact-panel.tsx'
import { Launch } from './launch.tsx'
import './role.css'

type RoleScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** As long as it may be so that there is no role, creating it is the thing to do. */
const stillToCreate: readonly Diagnosis[] = ['propagating', 'not-assumable', 'access-lost', 'aws-unavailable']

export function RoleScreen({ vendor, connection }: RoleScreenProps) {
  const plan = rolePlan(connection, vendor)
  const query = useVerification(connection.id)
  const verdict = query.data?.verdict ?? null
  const state = standing(query.data, explanationFacts(plan))
  const account = accountIdInGroups(connection.accountId)
  const callout = <State state={state} connectionId={connection.id} isVerified={verdict?.kind === 'verified'} query={query} />
  const launch = (
    <Launch
      key="launch"
      plan={plan}
      isSimulated={vendor.simulated && vendor.hasSimulatedConsole !== false}
      isDone={verdict !== null && !stillToCreate.includes(verdict.diagnosis)}
      handoffHref={routeHash({ kind: 'handoff', connectionId: connection.id })}
      reviewHref={routeHash({ kind: 'review', connectionId: connection.id })}
    />
  )
  const report = verdict !== null && <ReportSection key="report" callout={callout} plan={plan} verdict={verdict} />
  const again = (
    <h2 key="again" className="role-again">
      {words.again}
    </h2>
  )
  // With keys, so that whoever is at the doctor keeps what was pasted, and the focus, when a report takes the place of the checks.
  const side = (
    <div key="side" className="stack role-side">
      {!state.hasReport && <ChecksSection key="checks" callout={callout} plan={plan} verdict={verdict} />}
      <Doctor key="doctor" plan={plan} when={state.hasReport ? 'failed' : 'waiting'} />
    </div>
  )
  return (
    <div className={state.hasReport ? 'role-screen with-report' : 'role-screen'}>
      <DocumentTitle text={shellWords.title(`${state.shortTitle} · ${words.title(account)}`, vendor.name)} />
      <Favicon state={state.icon} color={vendor.accentColor} />
      <LiveRegion text={announcement(query.data, state)} />
      <Introduction plan={plan} account={account} lead={state.hasReport ? words.leadOfReport : words.lead} />
      {state.hasReport ? [report, side, again, launch] : [launch, side]}
      <ArtefactPanel plan={plan} />
    </div>
  )
}

type ReportSectionProps = { readonly callout: ReactNode; readonly plan: RolePlan; readonly verdict: Verdict }

function ReportSection({ callout, ...report }: ReportSectionProps) {
  return (
    <section className="stack role-report" aria-label={verificationWords.label}>
      {callout}
      <Report {...report} />
    </section>
  )
}

function ChecksSection({ callout, ...checks }: Omit<ReportSectionProps, 'verdict'> & { readonly verdict: Verdict | null }) {
  return (
    <section className="stack" aria-label={verificationWords.label}>
      {callout}
      <Checks {...checks} />
    </section>
  )
}

function Introduction({ plan, account, lead }: { plan: RolePlan; account: string; lead: string }) {
  return (
    <div className="stack introduction role-introduction">
      <ScreenHeading screen={`role ${plan.roleArn} ${plan.externalId}`}>
        {words.heading}{' '}
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
  readonly state: Standing
  readonly connectionId: string
  readonly isVerified: boolean
  readonly query: ReturnType<typeof useVerification>
}

function State({ state, connectionId, isVerified, query }: StateProps) {
  const onward = (
    <ButtonLink look="primary" href={routeHash({ kind: 'connected', connectionId })}>
      {verificationWords.goOn}
    </ButtonLink>
  )
  return (
    <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} actions={isVerified ? onward : undefined}>
      {state.text !== '' && <p key={state.text}>{state.text}</p>}
      {!isVerified && <NextLook query={query} />}
      {!isVerified && !state.hasReport && <NoticeRequest connectionId={connectionId} />}
    </Callout>
  )
}
