import { Component, type ReactNode } from 'react'

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
