import type { ComponentProps, ReactNode } from 'react'
import './card.css'
import { Icon } from './icon.tsx'

type DisclosureProps = { summary: ReactNode; children: ReactNode } & Omit<ComponentProps<'details'>, 'className'>

export function Disclosure({ summary, children, ...rest }: DisclosureProps) {
  return (
    <details {...rest} className="disclosure">
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure-content">{children}</div>
    </details>
  )
}
