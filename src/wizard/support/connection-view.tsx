import { useQuery } from '@tanstack/react-query'
import { accountIdOnOneLine } from '#core/aws/account-id.ts'
import { needsConfirmation } from '#core/connection/disconnection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { ConnectionTimeline } from './connection-timeline.tsx'
import { customerMessage, customerView } from './customer-message.ts'
import { supportMessages } from './support-messages.ts'
import { useVendorAction, VendorFailureText } from './vendor-action.tsx'
import { getConnection, verifyConnection } from './vendor-api.ts'

type ConnectionViewProps = { readonly vendor: ServedVendor; readonly id: string; readonly onBack: () => void }

/** One connection: what its customer sees now, what to send, and how it came to that. */
export function ConnectionView({ vendor, id, onBack }: ConnectionViewProps) {
  const words = localized(supportMessages).connection
  const query = useQuery({ queryKey: ['support', 'connection', id], queryFn: () => getConnection(id) })
  const answer = query.data
  if (answer === undefined) return <Loading />
  const title = answer.kind === 'answer' ? words.heading(accountIdOnOneLine(answer.value.accountId)) : localized(supportMessages).heading
  return (
    <>
      <ScreenIntroduction screen={`support ${id}`} title={<span key={title}>{title}</span>}>
        <div className="row">
          <Button variant="quiet" className="small" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      </ScreenIntroduction>
      {answer.kind === 'answer' ? (
        <Found vendor={vendor} connection={answer.value} onChecked={() => void query.refetch()} />
      ) : (
        <VendorFailureText failure={answer} />
      )}
    </>
  )
}

type FoundProps = { readonly vendor: ServedVendor; readonly connection: VendorConnection; readonly onChecked: () => void }

function Found({ vendor, connection, onChecked }: FoundProps) {
  return (
    <>
      <Facts connection={connection} />
      <CustomerSees vendor={vendor} connection={connection} onChecked={onChecked} />
      <TextToSend vendor={vendor} connection={connection} />
      <ConnectionTimeline id={connection.id} changedAt={connection.changedAt} />
    </>
  )
}

function Facts({ connection }: { readonly connection: VendorConnection }) {
  const words = localized(supportMessages)
  const { facts } = words.connection
  const code = (text: string) => (
    <code translate="no" dir="ltr">
      {text}
    </code>
  )
  return (
    <FactList
      facts={[
        { term: facts.tenant, value: <span translate="no">{connection.tenant ?? words.list.anonymous}</span> },
        { term: facts.id, value: code(connection.id) },
        { term: facts.role, value: code(connection.roleArn) },
        { term: facts.region, value: code(connection.region) },
        { term: facts.externalId, value: code(connection.externalId) },
        { term: facts.changed, value: <Time at={connection.changedAt} hasDay /> },
      ]}
    />
  )
}

function State({ connection }: { readonly connection: VendorConnection }) {
  return (
    <>
      <p>{stateText(connection)}</p>
      {untriedRoles(connection).map((arn) => (
        <p key={arn}>
          <Code text={arn} />
        </p>
      ))}
    </>
  )
}

function CustomerSees({ vendor, connection, onChecked }: FoundProps) {
  const words = localized(supportMessages)
  const view = customerView(connection, vendor)
  const { isBusy, failure, run } = useVendorAction()
  const isGoing = connection.disconnectedAt === null && connection.disconnection === undefined
  return (
    <Card as="section" className="stack support-card">
      <h2>{words.connection.sees}</h2>
      {view === null ? (
        <State connection={connection} />
      ) : (
        <div className="stack support-card">
          <h3>{view.title}</h3>
          <p>{view.happened}</p>
          <p>{view.why}</p>
          {connection.verdict?.current === false && <p className="hint">{words.list.outdated}</p>}
          <h3>{words.connection.todo}</h3>
          <ol>
            {view.todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      {isGoing && (
        <div className="row">
          <Button busy={isBusy} onClick={() => void run(() => verifyConnection(connection.id)).then(onChecked)}>
            {words.connection.checkNow}
          </Button>
        </div>
      )}
      {failure !== null && <VendorFailureText failure={failure} />}
    </Card>
  )
}

function TextToSend({ vendor, connection }: Omit<FoundProps, 'onChecked'>) {
  const words = localized(supportMessages).connection
  const text = customerMessage(connection, vendor)
  return (
    <section className="stack" aria-label={words.send}>
      <h2>{words.send}</h2>
      {text === null ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p className="hint">{words.sendHint}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so the keyboard must reach it. */}
          <section className="support-message" tabIndex={0} aria-label={words.text}>
            <pre>{text}</pre>
          </section>
          <div className="row">
            <CopyButton text={text} label={words.copy} variant="primary" />
          </div>
        </>
      )}
    </section>
  )
}

/** In place of a finding. */
export function stateText({ disconnectedAt, disconnection }: VendorConnection): string {
  const words = localized(supportMessages).connection
  const confirmedBy = disconnection?.confirmedBy
  if (disconnectedAt !== null) return confirmedBy === undefined ? words.disconnected : words.confirmedBy[confirmedBy]
  if (disconnection === undefined) return words.unchecked
  return needsConfirmation(disconnection) ? words.needsConfirmation : words.disconnecting
}

/** The application roles that no check ran as, where the end of the connection depends on what someone says. */
export function untriedRoles({ disconnection }: VendorConnection): readonly string[] {
  if (disconnection === undefined) return []
  const isSaid = disconnection.confirmedBy !== undefined || needsConfirmation(disconnection)
  return isSaid ? (disconnection.check?.untried ?? []) : []
}
