import type { ReactNode } from 'react'
import './timeline.css'
import { localized } from '#i18n/language.ts'
import { controlMessages } from '#ui/control-messages.ts'
import { Icon } from './icon.tsx'

export type TimelineRow = {
  readonly id: string
  readonly title: ReactNode
  /** At most one row is `live` or `attention`. */
  readonly state: 'done' | 'live' | 'attention' | 'ahead'
  /** At the end of the line of the title, such as a time. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

export function Timeline({ label, rows }: { label: string; rows: readonly TimelineRow[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {rows.map((row) => (
        <Row key={row.id} {...row} />
      ))}
    </ol>
  )
}

function Row({ title, state, aside, children }: TimelineRow) {
  const words = localized(controlMessages).steps
  const isCurrent = state === 'live' || state === 'attention'
  const Title = isCurrent ? 'h2' : 'span'
  return (
    <li className={`timeline-row ${state}`} aria-current={isCurrent ? 'step' : undefined}>
      <span className="timeline-mark" aria-hidden="true">
        {state === 'done' && <Icon name="check" />}
        {state === 'attention' && <Icon name="bang" />}
      </span>
      <Title className="timeline-title">
        {title}
        {!isCurrent && <span className="visually-hidden">, {words[state]}</span>}
      </Title>
      {aside !== undefined && <span className="timeline-aside">{aside}</span>}
      {children !== undefined && <div className="timeline-text">{children}</div>}
    </li>
  )
}
