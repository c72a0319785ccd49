import type { ComponentProps, ReactNode } from 'react'
import './card.css'
import { Icon } from './icon.tsx'

type CardProps = { children: ReactNode; as?: 'div' | 'section'; className?: string }

export function Card({ children, as: Element = 'div', className }: CardProps) {
  return <Element className={className === undefined ? 'card' : `card ${className}`}>{children}</Element>
}

type DisclosureProps = { summary: ReactNode; children: ReactNode; variant?: 'inline' | 'row' } & Omit<
  ComponentProps<'details'>,
  'className'
>

export function Disclosure({ summary, children, variant = 'inline', ...rest }: DisclosureProps) {
  return (
    <details {...rest} className={`disclosure ${variant}`}>
      <summary>
        <Icon name="chevron" />
        <span>{summary}</span>
      </summary>
      <div className="disclosure-content">{children}</div>
    </details>
  )
}
