import { Fragment } from 'react'
import { isFailure, isInProgress } from './cloudformation.ts'

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
