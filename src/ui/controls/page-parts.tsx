import { Component, type ReactNode } from 'react'

/** React puts it into the head, before any title that is there. */
export function DocumentTitle({ text }: { text: string }) {
  return <title>{text}</title>
}

/** A notice that stays visible on every screen, such as “simulated”. */
export function Ribbon({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className="ribbon" aria-label={label}>
      {children}
    </aside>
  )
}

type ErrorBoundaryProps = { fallback: () => ReactNode; children: ReactNode }

/** React catches errors of rendering in classes only: https://react.dev/reference/react/Component#catching-rendering-errors-with-an-error-boundary */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback() : this.props.children
  }
}
