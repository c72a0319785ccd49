import type { ReactNode } from 'react'
import './ribbon.css'

/** What must stay in sight on every screen, such as that nothing here is real. */
export function Ribbon({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="ribbon" aria-label={label}>
      {children}
    </aside>
  )
}
