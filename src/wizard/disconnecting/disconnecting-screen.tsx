import type { UseQueryResult } from '@tanstack/react-query'
import type { Connection } from '#core/connection/connection.ts'
import type { DisconnectionRecord } from '#core/connection/disconnection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { confirmRoleDeleted, keepConnection, nextRemovalCheckIn, type RemovalState, useRemoval } from '#wizard/api/disconnection.ts'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import { useIsViewer } from '#wizard/app/admission.ts'
import { guestSession } from '#wizard/app/kept-session.ts'
import { ChangeBack, RoleChangeScreen, RoleChangeState } from '#wizard/verification/role-change.tsx'
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
    <RoleChangeScreen kind="disconnecting" {...{ vendor, connection }} title={words.title} heading={words.heading} lead={words.lead}>
      <Removal query={query} vendorName={vendor.name} isReader={isReader} />
      <Card as="section">
        <h2>{words.methods}</h2>
        <RemovalMethods plan={plan} isSimulated={isSimulated} />
      </Card>
      {!isReader && <ChangeBack hint={words.keepHint(vendor.name)} label={words.keep} act={() => keepConnection(connection.id)} />}
    </RoleChangeScreen>
  )
}

type StateProps = { readonly vendorName: string; readonly isReader: boolean }

function stateOf(record: DisconnectionRecord | null, { vendorName, isReader }: StateProps) {
  const { states, confirmation } = localized(disconnectingMessages)
  if (record?.needsConfirmation !== true) return states[record?.check?.outcome ?? 'none']
  return { title: confirmation.title, text: (isReader ? confirmation.reader : confirmation.text)(vendorName) }
}

function Removal({ query, ...props }: StateProps & { readonly query: Query }) {
  const { record = null, failure = null } = query.data ?? {}
  const tone = record?.check?.outcome === 'allowed' || record?.needsConfirmation === true ? 'note' : 'waiting'
  return (
    <RoleChangeState
      state={{ tone, ...stateOf(record, props) }}
      failed={localized(disconnectingMessages).failed}
      failure={failure}
      checkedAt={record?.check?.at}
      next={{ query, dueInMs: nextRemovalCheckIn(query.data) || 0 }}
    >
      {record?.needsConfirmation === true && <Confirmation record={record} isReader={props.isReader} />}
    </RoleChangeState>
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
