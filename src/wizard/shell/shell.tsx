import type { ReactNode } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { accentProperties } from '#ui/controls/accent.ts'
import { ErrorBoundary, Ribbon } from '#ui/controls/page-parts.tsx'
import { StepList } from '#ui/controls/step-list.tsx'
import { ConnectingFor } from '#wizard/app/connecting-for.tsx'
import { Broken } from '#wizard/app/loading.tsx'
import { isSecondaryRoute, type Route, routeHash, type SecondaryRoute, screenOf, steps } from '#wizard/app/routes.ts'
import { LanguageChoice } from './language-choice.tsx'
import '#wizard/app/wizard.css'
import { localized } from '#i18n/language.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'

type ShellProps = {
  readonly vendor: ServedVendor
  readonly route: Route
  /** False for what takes the place of a step. */
  readonly hasSteps?: boolean
  readonly children: ReactNode
}

/** What frames every step. */
export function Shell({ vendor, route, hasSteps = true, children }: ShellProps) {
  const words = localized(shellMessages)
  return (
    <div className="shell" style={accentProperties(vendor.accentColor)}>
      {vendor.simulated && (
        <Ribbon label={words.simulatedMark}>
          <p>{words.simulated}</p>
        </Ribbon>
      )}
      <div className="page">
        <header className="shell-header">
          <p className="shell-title">
            <Logo vendor={vendor} />
            <b translate="no">{vendor.name}</b> <span>{words.task}</span>
          </p>
          <ConnectingFor />
          <div className="shell-aside">
            <LanguageChoice />
            {vendor.supportUrl !== undefined && (
              <a href={vendor.supportUrl} target="_blank" rel="noopener">
                {words.help}
              </a>
            )}
          </div>
        </header>
        {hasSteps ? <Steps route={route} /> : <div className="no-steps" />}
        <main>
          <ErrorBoundary key={screenOf(route)} fallback={() => <Broken />}>
            {children}
          </ErrorBoundary>
        </main>
      </div>
    </div>
  )
}

/** The pages beside the steps are no part of the way; they lead back to it by themselves. */
function Steps({ route }: { route: Route }) {
  const words = localized(shellMessages)
  if (isSecondaryRoute(route)) return <div className="no-steps" />
  return <StepList label={words.progress} steps={steps.map((kind) => ({ title: words.steps[kind], ...stepState(kind, route) }))} />
}

type StepRoute = Exclude<Route, SecondaryRoute>

type StepState = { readonly state: 'done' | 'current' | 'ahead'; readonly href?: string }

function stepState(kind: StepRoute['kind'], route: StepRoute): StepState {
  if (kind === route.kind) return { state: 'current' }
  if (steps.indexOf(kind) > steps.indexOf(route.kind) || route.kind === 'account') return { state: 'ahead' }
  return { state: 'done', href: routeHash(kind === 'account' ? { kind } : { kind, connectionId: route.connectionId }) }
}

function Logo({ vendor }: { vendor: ServedVendor }) {
  if (vendor.logoUrl !== undefined) return <img className="shell-logo" src={vendor.logoUrl} alt="" width="30" height="30" />
  return (
    <span className="shell-logo" aria-hidden="true">
      {[...vendor.name][0]?.toUpperCase()}
    </span>
  )
}
