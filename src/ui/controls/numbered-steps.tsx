import type { ReactNode } from 'react'
import './numbered-steps.css'

/** What to do, one thing after the other. */
export function NumberedSteps({ children }: { children: ReactNode }) {
  return <ol className="numbered-steps">{children}</ol>
}

/** Without a title the children say it. */
export function NumberedStep({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      {title !== undefined && <p className="numbered-step-title">{title}</p>}
      {children}
    </li>
  )
}
