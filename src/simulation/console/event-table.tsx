import { Fragment } from 'react'
import { currentLanguage } from '#i18n/language.ts'
import { AwsText, awsLabels, ofAws } from './aws-text.tsx'
import { isFailure, isInProgress, type StackEvent } from './cloudformation.ts'

/** Newest first, as AWS answers them. */
export function EventTable({ events, label }: { events: readonly StackEvent[]; label: string }) {
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

/** A status as CloudFormation writes it; it may break at its underscores. */
export function StatusWord({ status }: { status: string }) {
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
