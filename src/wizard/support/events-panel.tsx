import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EventTest, VendorEvent } from '#core/events/vendor-event.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { supportMessages } from './support-messages.ts'
import { useVendorAction, VendorFailureText } from './vendor-action.tsx'
import { listDeadLetters, redeliverEvent, sendTestEvent } from './vendor-api.ts'

/** Events that the vendor's own back end did not get. */
export function EventsPanel() {
  const words = localized(supportMessages).events
  const query = useQuery({ queryKey: ['support', 'dead'], queryFn: listDeadLetters })
  return (
    <Card as="section" className="stack support-card">
      <h2>{words.title}</h2>
      <TestEvent />
      <h3>{words.dead}</h3>
      {query.data !== undefined && query.data.kind !== 'answer' && <VendorFailureText failure={query.data} />}
      {query.data?.kind === 'answer' && <DeadLetters events={query.data.value.events} hasMore={query.data.value.next !== undefined} />}
    </Card>
  )
}

function answerTo({ accepted, status }: EventTest): string {
  const words = localized(supportMessages).events
  return accepted ? words.accepted(status) : words.refused
}

function TestEvent() {
  const words = localized(supportMessages).events
  const [result, setResult] = useState<EventTest | null>(null)
  const { isBusy, failure, run } = useVendorAction()
  const answer = result === null ? '' : answerTo(result)
  return (
    <div className="stack">
      <div className="row">
        <Button busy={isBusy} onClick={() => void run(sendTestEvent).then(setResult)}>
          {words.test}
        </Button>
        <p role="status" key={answer}>
          {answer} {result?.failure != null && <span lang="en">{result.failure.detail}</span>}
        </p>
      </div>
      {failure !== null && <VendorFailureText failure={failure} />}
    </div>
  )
}

function DeadLetters({ events, hasMore }: { readonly events: readonly VendorEvent[]; readonly hasMore: boolean }) {
  const words = localized(supportMessages).events
  if (events.length === 0) return <p>{words.none}</p>
  return (
    <>
      <ul className="support-list">
        {events.map((event) => (
          <DeadLetter key={event.id} event={event} />
        ))}
      </ul>
      {hasMore && <p className="hint">{words.more}</p>}
    </>
  )
}

/** One that was sent again stays in view with what became of it. */
function DeadLetter({ event }: { readonly event: VendorEvent }) {
  const words = localized(supportMessages).events
  const { isBusy, failure, run } = useVendorAction()
  const [isQueued, setQueued] = useState(false)
  return (
    <li>
      <div>
        <b translate="no">{event.type}</b>
        <p className="hint" translate="no">
          {event.connectionId}
        </p>
      </div>
      <div>
        {event.failure !== null && <p lang="en">{event.failure.detail}</p>}
        <p className="hint">
          <Time at={event.timestamp} hasDay />
        </p>
        {failure !== null && <VendorFailureText failure={failure} />}
      </div>
      <div role="status">
        {isQueued ? (
          words.redelivered
        ) : (
          <Button
            className="small"
            busy={isBusy}
            aria-label={words.redeliverName(event.type, event.connectionId)}
            onClick={() => void run(() => redeliverEvent(event.id)).then((sent) => setQueued(sent !== null))}
          >
            {words.redeliver}
          </Button>
        )}
      </div>
    </li>
  )
}
