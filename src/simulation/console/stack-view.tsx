import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { currentLanguage, localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import type { SignedIn } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels, ofAws } from './aws-text.tsx'
import { deleteStack, isFailure, isInProgress, type Stack, type StackEvent } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { accountKey } from './queries.ts'
import { UpdateStack } from './update-stack.tsx'

type StackViewProps = { signedIn: SignedIn; stack: Stack; onDeleted: () => void }

export function StackView({ signedIn, stack, onDeleted }: StackViewProps) {
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteStack(signedIn, stack.StackId),
    onSuccess: async (answer) => {
      if (answer.kind !== 'answer') return
      await queryClient.invalidateQueries({ queryKey: accountKey(signedIn) })
      onDeleted()
    },
  })
  const isBusy = remove.isPending || isInProgress(stack.StackStatus)
  return (
    <Card as="section" className="stack">
      <h3>
        <AwsText>{awsLabels.stack}</AwsText> <code>{stack.StackName}</code>
      </h3>
      <p role="status" className="console-status">
        <StatusWord status={stack.StackStatus} /> <StatusMeaning status={stack.StackStatus} reason={stack.StackStatusReason} />
      </p>
      <RootCause stack={stack} />
      {stack.Outputs.length > 0 && (
        <>
          <h4>
            <AwsText>{awsLabels.outputs}</AwsText>
          </h4>
          <FactList facts={stack.Outputs.map(({ OutputKey, OutputValue }) => ({ term: OutputKey, value: <code>{OutputValue}</code> }))} />
        </>
      )}
      <h4>
        <AwsText>{awsLabels.events}</AwsText>
      </h4>
      <EventTable events={stack.events} label={localized(consoleMessages).stack.events(stack.StackName)} />
      <UpdateStack {...{ signedIn, stack, isBusy }} />
      <AwsErrorMessage answer={remove.data} />
      <div className="row">
        <Button busy={isBusy} onClick={() => remove.mutate()}>
          <AwsText>{awsLabels.deleteStack}</AwsText>
        </Button>
      </div>
    </Card>
  )
}

/** Explains the status, or shows AWS's own reason. */
function StatusMeaning({ status, reason }: { status: string; reason: string }) {
  const meaning = Object.entries(localized(consoleMessages).stack.statuses).find(([known]) => known === status)?.[1]
  return meaning ?? <AwsText>{reason}</AwsText>
}

/** The first failure: later ones follow from it. Events are sorted newest first. */
function RootCause({ stack }: { stack: Stack }) {
  const cause = stack.events.findLast(
    ({ ResourceStatus, ResourceStatusReason }) => isFailure(ResourceStatus) && ResourceStatusReason !== '',
  )
  if (cause === undefined || !isFailure(stack.StackStatus)) return null
  return (
    <AwsErrorMessage
      answer={{ kind: 'error', code: `${cause.LogicalResourceId}: ${cause.ResourceStatus}`, message: cause.ResourceStatusReason }}
    />
  )
}

/** AWS returns the newest event first. */
function EventTable({ events, label }: { events: readonly StackEvent[]; label: string }) {
  return (
    <table className="event-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <AwsText>{awsLabels.time}</AwsText>
          </th>
          <th scope="col">
            <AwsText>{awsLabels.logicalId}</AwsText>
          </th>
          <th scope="col">
            <AwsText>{awsLabels.status}</AwsText>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.EventId} className={isFailure(event.ResourceStatus) ? 'failed' : undefined}>
            <td>
              <time dateTime={event.Timestamp}>{clockTime(event.Timestamp)}</time>
            </td>
            <td>
              <code>{event.LogicalResourceId}</code>
            </td>
            <td>
              <StatusWord status={event.ResourceStatus} />
              {event.ResourceStatusReason !== '' && (
                <p className="event-reason" {...ofAws}>
                  {event.ResourceStatusReason}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function clockTime(timestamp: string): string {
  const time = new Date(timestamp)
  return Number.isNaN(time.getTime()) ? timestamp : time.toLocaleTimeString(currentLanguage().locale, { hour12: false })
}

/** A status that can wrap after its underscores. */
function StatusWord({ status }: { status: string }) {
  return (
    <code className={`status-word ${tone(status)}`}>
      {status.split('_').map((word, index) => (
        <Fragment key={word}>
          {index > 0 && '_'}
          {index > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </code>
  )
}

function tone(status: string): 'failed' | 'working' | 'complete' {
  if (isFailure(status)) return 'failed'
  return isInProgress(status) ? 'working' : 'complete'
}
