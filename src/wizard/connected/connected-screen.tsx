import { lazy, Suspense } from 'react'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { failureText } from '#wizard/api/failure.tsx'
import { hasRotated } from '#wizard/api/rotation.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession, tabSession } from '#wizard/app/kept-session.ts'
import { Loading } from '#wizard/app/loading.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { ReceiptDownload } from '#wizard/receipt/receipt-download.tsx'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { Checks, Untested } from '#wizard/verification/checks.tsx'
import { CopyDetails, Evidence } from '#wizard/verification/evidence.tsx'
import { CheckFailure, NextCheck, PastChecks } from '#wizard/verification/next-check.tsx'
import { PageState } from '#wizard/verification/page-state.tsx'
import { VerifiedSince } from '#wizard/verification/time.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { namedChecks } from '#wizard/verification/verdict-texts.ts'
import { type CheckSummary, checkSummary, nextCheckIn } from '#wizard/verification/verification-state.ts'
import '#wizard/verification/verification.css'
import './connected.css'
import { returnUrlOf } from '#core/connection/session.ts'
import { connectedMessages } from './connected-messages.ts'
import { Disconnect, Rotate } from './connection-actions.tsx'
import { ConnectionName } from './connection-name.tsx'

type ConnectedScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }
type Query = ReturnType<typeof useVerification>

const RotatingScreen = lazy(async () => ({
  default: (await withMessages(import('#wizard/rotating/rotating-screen.tsx'))).RotatingScreen,
}))

export function ConnectedScreen(props: ConnectedScreenProps) {
  if (props.connection.rotation === undefined) return <Connected {...props} />
  return (
    <Suspense fallback={<Loading />}>
      <RotatingScreen {...props} />
    </Suspense>
  )
}

function Connected({ vendor, connection }: ConnectedScreenProps) {
  const plan = rolePlan(connection, vendor)
  const query = useVerification(connection.id)
  const verdict = query.data?.verdict ?? null
  const state = checkSummary(query.data, explanationFacts(plan))
  const isVerified = verdict?.kind === 'verified'
  const words = localized(connectedMessages)
  const isViewer = useIsViewer()
  return (
    <div className={`stack single-column small-headings connected-screen${isVerified ? ' is-verified' : ''}`}>
      <PageState {...{ vendor, state }} polling={query.data} title={isVerified ? words.title : state.shortTitle} />
      {verdict !== null && isVerified ? (
        <Success {...{ vendor, plan, verdict }} connectionId={connection.id} />
      ) : (
        <NotVerified {...{ state, query }} connectionId={connection.id} />
      )}
      {isVerified && hasRotated(connection.id) && (
        <Callout tone="note" title={words.rotation.done}>
          <p>{words.rotation.doneText}</p>
        </Callout>
      )}
      <Details plan={plan} connection={connection} />
      <div className="connected-cards">
        {verdict !== null && isVerified && (
          <Card as="section">
            <h2>{words.receipt}</h2>
            <ReceiptDownload connectionId={connection.id} accountId={plan.accountId} verdict={verdict} />
          </Card>
        )}
        <Card as="section">
          <h2>{words.watch}</h2>
          <p className="hint">{words.watchText(plan.roleName)}</p>
          <a href={routeHash({ kind: 'review', connectionId: connection.id })}>{localized(roleMessages).securityReview}</a>
        </Card>
      </div>
      <div className="row connected-foot">
        {verdict !== null && isVerified && <LastCheck query={query} verdict={verdict} />}
        {!isViewer && guestSession() === null && <Changes plan={plan} connectionId={connection.id} isVerified={isVerified} />}
      </div>
    </div>
  )
}

type ChangesProps = { readonly plan: RolePlan; readonly connectionId: string; readonly isVerified: boolean }

/** Actions that change the connection, apart from its name. */
function Changes({ isVerified, ...props }: ChangesProps) {
  return (
    <div className="row">
      {isVerified && <Rotate {...props} />}
      <Disconnect {...props} />
    </div>
  )
}

type SuccessProps = {
  readonly vendor: ServedVendor
  readonly plan: RolePlan
  readonly connectionId: string
  readonly verdict: Verdict
}

/** The only green area of the product, with one way on. What was not tested is next to what was. */
function Success({ vendor, plan, connectionId, verdict }: SuccessProps) {
  const words = localized(connectedMessages)
  const checks = namedChecks(verdict, plan)
  const passed = checks.filter(({ state }) => state === 'passed').length
  return (
    <section className="connected-result" aria-label={words.results}>
      <span className="success-mark" aria-hidden="true">
        <Icon name="check" />
      </span>
      <ScreenHeading screen={`connected ${connectionId}`}>
        <span key="connected">{words.heading(accountIdOnOneLine(plan.accountId))}</span>
      </ScreenHeading>
      <p className="lead">{words.lead}</p>
      <Onward vendor={vendor} />
      <Disclosure
        summary={
          <>
            {words.passed(passed, checks.length)} <span aria-hidden="true">·</span> <span className="view">{words.view}</span>
          </>
        }
      >
        <div className="stack">
          <Checks plan={plan} verdict={verdict} label={words.results} hasUntested={false} />
          <Evidence verdict={verdict}>
            <CopyDetails verdict={verdict} roleArn={plan.roleArn} />
          </Evidence>
        </div>
      </Disclosure>
      <Untested items={verdict.untested} roles={verdict.untriedRoles} vendor={plan.vendor} />
    </section>
  )
}

/** Back to the vendor, or another account. */
function Onward({ vendor }: { vendor: ServedVendor }) {
  const words = localized(connectedMessages)
  const returnUrl = returnUrlOf({ guest: guestSession(), session: tabSession(), vendor })
  return (
    <div className="row">
      {returnUrl !== undefined && (
        <ButtonLink variant="primary" className="success-button" href={returnUrl} target="_top">
          {words.returnTo(vendor.name)}
        </ButtonLink>
      )}
      {!useIsViewer() && (
        <ButtonLink href={routeHash({ kind: 'account' })} onClick={() => restartAccountDraft(vendor)}>
          {words.another}
        </ButtonLink>
      )}
    </div>
  )
}

function NotVerified({ state, connectionId, query }: { state: CheckSummary; connectionId: string; query: Query }) {
  const words = localized(connectedMessages)
  const back = (
    <ButtonLink variant="primary" href={routeHash({ kind: 'role', connectionId })}>
      {words.back}
    </ButtonLink>
  )
  return (
    <>
      <ScreenHeading screen={`connected ${connectionId}`}>
        <span key="attention">{words.notVerified}</span>
      </ScreenHeading>
      <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} actions={back}>
        {state.text !== '' && <p key={state.text}>{state.text}</p>}
        <CheckFailure query={query} />
        <PastChecks query={query} />
        <NextCheck query={query} dueInMs={nextCheckIn(query.data)} />
      </Callout>
    </>
  )
}

function Details({ plan, connection }: { plan: RolePlan; connection: Connection }) {
  const words = localized(connectedMessages)
  return (
    <Card as="section">
      <h2 className="visually-hidden">{words.details}</h2>
      <FactList
        facts={[
          { term: words.role, value: <Copyable text={plan.roleArn} label={words.copyRole} /> },
          { term: words.externalId, value: <Copyable text={plan.externalId} label={words.copyExternalId} /> },
          { term: words.region, value: <Code text={plan.region} /> },
          { term: words.name.label, value: <ConnectionName connection={connection} /> },
        ]}
      />
      <PlainPermissions {...plan} />
    </Card>
  )
}

function Copyable({ text, label }: { text: string; label: string }) {
  return (
    <span className="copyable">
      <Code text={text} />
      <CopyButton text={text} label={label} variant="quiet" />
    </span>
  )
}

function LastCheck({ query, verdict }: { query: Query; verdict: Verdict }) {
  const words = localized(connectedMessages)
  const failure = query.data?.failure ?? null
  return (
    <>
      <div>
        <span className="hint">
          <VerifiedSince verdict={verdict} />
        </span>
        <Button variant="quiet" className="small" busy={query.isFetching} onClick={() => void query.refetch({ cancelRefetch: false })}>
          <span key={String(query.isFetching)}>{query.isFetching ? words.checking : words.checkAgain}</span>
        </Button>
      </div>
      {failure !== null && (
        <p className="check-failure" key={failure.kind}>
          {failureText(failure)}
        </p>
      )}
    </>
  )
}
