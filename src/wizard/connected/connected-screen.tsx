import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Code, CopyableCode } from '#ui/editor/code-view.tsx'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession, tabSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen.tsx'
import { ReceiptDownload } from '#wizard/receipt/receipt-download.tsx'
import { Checks } from '#wizard/verification/checks.tsx'
import { Evidence } from '#wizard/verification/evidence.tsx'
import { NextCheck } from '#wizard/verification/next-check.tsx'
import { VerifiedSince } from '#wizard/verification/time.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { announcement, type CheckSummary, checkSummary } from '#wizard/verification/verification-state.ts'
import '#wizard/verification/verification.css'
import { currentLanguage, localized } from '#i18n/language.ts'
import { failureText } from '#wizard/api/failure.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { connectedMessages } from './connected-messages.ts'
import './connected.css'
import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import { quickCreate } from '#core/artifacts/quick-create.ts'
import { FactList } from '#ui/controls/lists.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'

type ConnectedScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }
type Query = ReturnType<typeof useVerification>

export function ConnectedScreen({ vendor, connection }: ConnectedScreenProps) {
  const plan = rolePlan(connection, vendor)
  const query = useVerification(connection.id)
  const verdict = query.data?.verdict ?? null
  const state = checkSummary(query.data, explanationFacts(plan))
  const isVerified = verdict?.kind === 'verified'
  return (
    <div className="stack connected-screen">
      <DocumentTitle
        text={localized(shellMessages).title(isVerified ? localized(connectedMessages).title : state.shortTitle, vendor.name)}
      />
      <Favicon state={state.icon} color={vendor.accentColor} />
      <LiveRegion text={announcement(query.data, state)} />
      <Heading isVerified={isVerified} plan={plan} connectionId={connection.id} />
      <div className="columns">
        <div className="stack">
          {verdict !== null && isVerified ? (
            <CheckResults plan={plan} connectionId={connection.id} verdict={verdict} query={query} />
          ) : (
            <NotVerified state={state} connectionId={connection.id} query={query} />
          )}
        </div>
        <div className="stack">
          <ConnectionFacts plan={plan} />
          <NextSteps plan={plan} />
          <div className="row">
            <a href={routeHash({ kind: 'review', connectionId: connection.id })}>{localized(roleMessages).securityReview}</a>
          </div>
          <Onward vendor={vendor} />
        </div>
      </div>
    </div>
  )
}

/** Another account, or back to the page of the vendor that the launch token names. */
function Onward({ vendor }: { vendor: ServedVendor }) {
  const words = localized(connectedMessages)
  const returnUrl = guestSession() === null ? tabSession()?.returnUrl : undefined
  return (
    <div className="row">
      {returnUrl !== undefined && (
        <ButtonLink variant="primary" href={returnUrl} target="_top">
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

function Heading({ isVerified, plan, connectionId }: { isVerified: boolean; plan: RolePlan; connectionId: string }) {
  const words = localized(connectedMessages)
  const account = accountIdInGroups(plan.accountId)
  const text = isVerified ? words.heading(account) : words.notVerified
  return (
    <ScreenHeading screen={`connected ${connectionId}`}>
      <span key={text}>{text}</span>
    </ScreenHeading>
  )
}

function NotVerified({ state, connectionId, query }: { state: CheckSummary; connectionId: string; query: Query }) {
  const back = (
    <ButtonLink variant="primary" href={routeHash({ kind: 'role', connectionId })}>
      {localized(connectedMessages).back}
    </ButtonLink>
  )
  return (
    <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} actions={back}>
      {state.text !== '' && <p key={state.text}>{state.text}</p>}
      <NextCheck query={query} />
    </Callout>
  )
}

type ResultsProps = { readonly plan: RolePlan; readonly connectionId: string; readonly verdict: Verdict; readonly query: Query }

function CheckResults({ plan, connectionId, verdict, query }: ResultsProps) {
  const words = localized(connectedMessages)
  const failure = query.data?.failure ?? null
  return (
    <section className="stack" aria-label={words.results}>
      <Callout tone="success" title={words.works}>
        <p>{words.lead}</p>
        {verdict.simulated && <p className="simulated-note">{words.simulated}</p>}
      </Callout>
      <Checks plan={plan} verdict={verdict} label={words.results} />
      <div className="row">
        <Button busy={query.isFetching} onClick={() => void query.refetch({ cancelRefetch: false })}>
          <span key={String(query.isFetching)}>{query.isFetching ? words.checking : words.checkAgain}</span>
        </Button>
        <span className="hint">
          <VerifiedSince verdict={verdict} />
        </span>
      </div>
      {failure !== null && (
        <p className="check-failure" key={failure.kind}>
          {failureText(failure)}
        </p>
      )}
      <Evidence verdict={verdict} />
      <Card as="section">
        <h2>{words.receipt}</h2>
        <ReceiptDownload connectionId={connectionId} accountId={plan.accountId} verdict={verdict} />
      </Card>
    </section>
  )
}

function ConnectionFacts({ plan }: { plan: RolePlan }) {
  const words = localized(connectedMessages)
  return (
    <Card as="section">
      <h2>{words.details}</h2>
      <FactList
        facts={[
          { term: words.account, value: <Code text={accountIdInGroups(plan.accountId)} /> },
          { term: words.role, value: <Code text={plan.roleArn} /> },
          { term: words.externalId, value: <Code text={plan.externalId} /> },
          { term: words.region, value: <Code text={plan.region} /> },
        ]}
      />
      <PlainPermissions vendor={plan.vendor} policy={plan.permissionsPolicy} />
    </Card>
  )
}

/** How to watch the role and how to be rid of it. */
function NextSteps({ plan }: { plan: RolePlan }) {
  const words = localized(connectedMessages)
  const commands = awsCliUndo(plan)
  return (
    <Card as="section">
      <div className="stack next-steps">
        <h2>{words.next}</h2>
        <div>
          <h3>{words.watch}</h3>
          <p>{words.watchText(plan.roleName)}</p>
        </div>
        <div>
          <h3>{words.remove}</h3>
          <p>{quickCreate.undo(plan, currentLanguage().code).words}</p>
        </div>
        <Disclosure summary={words.removeCommands}>
          <div className="stack">
            <CopyableCode
              label={words.removeCommands}
              text={commands.text}
              language="bash"
              maxHeight="20rem"
              copyLabel={words.copyCommands}
            />
          </div>
        </Disclosure>
      </div>
    </Card>
  )
}
