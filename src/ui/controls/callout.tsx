import { type ReactNode, useId } from 'react'
import './callout.css'
import { Icon, type IconName } from './icon.tsx'

export type CalloutTone = 'note' | 'waiting' | 'success' | 'danger'

type CalloutProps = {
  tone: CalloutTone
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  headingLevel?: 2 | 3 | 4
  /** `alert` only for what has just gone wrong. */
  role?: 'alert' | undefined
}

const icons = { note: 'info', waiting: null, success: 'check', danger: 'bang' } as const satisfies Record<CalloutTone, IconName | null>
const headings = { 2: 'h2', 3: 'h3', 4: 'h4' } as const

export function Callout({ tone, title, children, actions, headingLevel = 2, role }: CalloutProps) {
  const id = useId()
  const Heading = headings[headingLevel]
  const icon = icons[tone]
  return (
    <section className={`callout ${tone}`} aria-labelledby={id} role={role}>
      <span className="callout-icon" aria-hidden="true">
        {icon === null ? <span className="callout-pulse" /> : <Icon name={icon} />}
      </span>
      <div className="callout-body">
        <Heading id={id}>{title}</Heading>
        {children !== undefined && <div className="callout-text">{children}</div>}
        {actions !== undefined && <div className="callout-actions">{actions}</div>}
      </div>
    </section>
  )
}
