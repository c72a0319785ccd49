import type { ReactNode } from 'react'
import './card.css'

type CardProps = { children: ReactNode; as?: 'div' | 'section'; className?: string }

export function Card({ children, as: Element = 'div', className }: CardProps) {
  return <Element className={className === undefined ? 'card' : `card ${className}`}>{children}</Element>
}
