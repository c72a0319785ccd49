import type { UseQueryResult } from '@tanstack/react-query'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { DisconnectionRecord } from '#core/connection/disconnection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Favicon, LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { confirmRoleDeleted, keepConnection, nextRemovalCheckIn, type RemovalState, useRemoval } from '#wizard/api/disconnection.ts'
import { ActionFailure, failureText, useAction } from '#wizard/api/failure.tsx'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { NextCheck } from '#wizard/verification/next-check.tsx'
import { CheckedAgo } from '#wizard/verification/time.tsx'
import { Codes, Disconnected } from './disconnected.tsx'
import './disconnecting.css'
import { disconnectingMessages } from './disconnecting-messages.ts'
import { RemovalMethods } from './removal-methods.tsx'

type Query = UseQueryResult<RemovalState>

type DisconnectingScreenProps = { readonly vendor: ServedVendor; readonly connection: Connection }

/** From the request to the confirmed removal of the role. */
export function DisconnectingScreen({ vendor, connection }: DisconnectingScreenProps) {
  const isReader = useIsViewer() || guestSession() !== null
  const query = useRemoval(connection.id, isReader)
  const record = query.data?.record
  if (record?.status === 'disconnected') return <Disconnected vendor={vendor} record={record} />
  const words = localized(disconnectingMessages)
  const plan = rolePlan(connection, vendor)
  const isSimulated = vendor.simulated && vendor.hasSimulatedConsole !== false
  return (
    <div className="stack single-column small-headings">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <Favicon state="waiting" color={vendor.accentColor} />
      <ScreenIntroduction
        screen={`disconnecting ${connection.id}`}
        title={<span key="disconnecting">{words.heading(accountIdOnOneLine(plan.accountId))}</span>}
        lead={words.lead}
      />
      <Removal query={query} vendorName={vendor.name} isReader={isReader} />
      <Card as="section">
        <h2>{words.methods}</h2>
        <RemovalMethods plan={plan} isSimulated={isSimulated} />
      </Card>
      {!isReader && <Keep plan={plan} connectionId={connection.id} />}
    </div>
  )
}

type StateProps = { readonly vendorName: string; readonly isReader: boolean }

function stateOf(record: DisconnectionRecord | null, { vendorName, isReader }: StateProps) {
  const { states, confirmation } = localized(disconnectingMessages)
  if (record?.needsConfirmation !== true) return states[record?.check?.outcome ?? 'none']
  return { title: confirmation.title, text: (isReader ? confirmation.reader : confirmation.text)(vendorName) }
}

/** The state of the removal, announced when it changes. */
function Removal({ query, ...props }: StateProps & { readonly query: Query }) {
  const words = localized(disconnectingMessages)
  const { record = null, failure = null } = query.data ?? {}
  const { title, text } = stateOf(record, props)
  return (
    <>
      <LiveRegion text={title} />
      <Callout
        tone={record?.check?.outcome === 'allowed' || record?.needsConfirmation === true ? 'note' : 'waiting'}
        title={<span key={title}>{title}</span>}
      >
        <p key={text}>{text}</p>
        {record?.needsConfirmation === true && <Confirmation record={record} isReader={props.isReader} />}
        {failure !== null && (
          <p className="check-failure" key={failure.kind}>
            <b>{words.failed}</b> <span>{failureText(failure)}</span>
          </p>
        )}
        {record?.check && (
          <p className="past-checks">
            <CheckedAgo at={record.check.at} />
          </p>
        )}
        <NextCheck query={query} dueInMs={nextRemovalCheckIn(query.data) || 0} />
      </Callout>
    </>
  )
}

type ConfirmationProps = Pick<StateProps, 'isReader'> & { readonly record: DisconnectionRecord }

/** The roles of the application that no check can run as, of which only the customer knows that the role is gone. */
function Confirmation({ record: { connectionId, check }, isReader }: ConfirmationProps) {
  const words = localized(disconnectingMessages)
  const { isBusy, failure, run } = useAction()
  return (
    <div className="stack">
      <p>{words.untried}</p>
      <Codes texts={check?.untried ?? []} />
      {!isReader && (
        <div className="row">
          <Button className="small" busy={isBusy} onClick={() => void run(() => confirmRoleDeleted(connectionId))}>
            {words.confirmation.action}
          </Button>
        </div>
      )}
      <ActionFailure failure={failure} />
    </div>
  )
}

function Keep({ plan, connectionId }: { readonly plan: RolePlan; readonly connectionId: string }) {
  const words = localized(disconnectingMessages)
  const { isBusy, failure, run } = useAction()
  return (
    <div className="stack keep">
      <div className="row">
        <span className="hint">{words.keepHint(plan.vendor.name)}</span>
        <Button variant="quiet" className="small" busy={isBusy} onClick={() => void run(() => keepConnection(connectionId))}>
          {words.keep}
        </Button>
      </div>
      <ActionFailure failure={failure} />
    </div>
  )
}
