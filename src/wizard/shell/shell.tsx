import { type MouseEvent, type ReactNode, useState } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { StepList } from '#ui/controls/step-list.tsx'
import { Broken } from '#wizard/app/loading.tsx'
import { isSecondaryRoute, type Route, routeHash, type SecondaryRoute, screenOf, steps } from '#wizard/app/routes.ts'
import { ConnectingFor, SimulatedMark, VendorFrame } from '#wizard/app/screen.tsx'
import '#wizard/app/wizard.css'
import { chosenLanguage } from '#i18n/chosen-language.ts'
import { currentLanguage, localized, setLanguage } from '#i18n/language.ts'
import { type LanguageCode, offeredLanguages } from '#i18n/languages.ts'
import { useHydrated } from '#ui/browser/use-hydrated.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'

type ShellProps = {
  readonly vendor: ServedVendor
  readonly route: Route
  /** False for what takes the place of a step. */
  readonly hasSteps?: boolean
  /** Another title for the last step. */
  readonly lastStep?: string | undefined
  readonly children: ReactNode
}

export function Shell({ vendor, route, hasSteps = true, lastStep, children }: ShellProps) {
  return (
    <VendorFrame vendor={vendor}>
      <header className="shell-header">
        <div className="shell-bar">
          <div className="shell-title">
            <Logo vendor={vendor} />
            <b translate="no">{vendor.name}</b>
            <SimulatedMark vendor={vendor} />
            <ConnectingFor />
          </div>
          {hasSteps && <Steps {...{ route, lastStep }} />}
          <Aside vendor={vendor} />
        </div>
      </header>
      <div className="page">
        <main>
          <ErrorBoundary key={screenOf(route)} fallback={() => <Broken />}>
            {children}
          </ErrorBoundary>
        </main>
        <footer className="shell-footer">
          <Aside vendor={vendor} />
        </footer>
      </div>
    </VendorFrame>
  )
}

/** In the header where there is room, otherwise at the end of the page. */
function Aside({ vendor }: { vendor: ServedVendor }) {
  return (
    <div className="shell-aside">
      <LanguageChoice />
      {vendor.supportUrl !== undefined && (
        <a href={vendor.supportUrl} target="_blank" rel="noopener">
          {localized(shellMessages).help}
        </a>
      )}
      {vendor.privacyUrl !== undefined && (
        <a href={vendor.privacyUrl} target="_blank" rel="noopener">
          {localized(shellMessages).privacy}
        </a>
      )}
    </div>
  )
}

/** Secondary pages are not a step; each has its own link back. */
function Steps({ route, lastStep }: Pick<ShellProps, 'route' | 'lastStep'>) {
  const words = localized(shellMessages)
  if (isSecondaryRoute(route)) return null
  const titles = lastStep === undefined ? words.steps : { ...words.steps, connected: lastStep }
  return <StepList label={words.progress} steps={steps.map((kind) => ({ title: titles[kind], ...stepState(kind, route) }))} />
}

type StepRoute = Exclude<Route, SecondaryRoute>

type StepState = { readonly state: 'done' | 'current' | 'ahead'; readonly href?: string }

function stepState(kind: StepRoute['kind'], route: StepRoute): StepState {
  if (kind === route.kind) return { state: 'current' }
  if (steps.indexOf(kind) > steps.indexOf(route.kind) || route.kind === 'account') return { state: 'ahead' }
  return { state: 'done', href: routeHash(kind === 'account' ? { kind } : { kind, connectionId: route.connectionId }) }
}

function Logo({ vendor }: { vendor: ServedVendor }) {
  if (vendor.logoUrl !== undefined) return <img className="shell-logo" src={vendor.logoUrl} alt="" width="24" height="24" />
  return (
    <span className="shell-logo" aria-hidden="true">
      {[...vendor.name][0]?.toUpperCase()}
    </span>
  )
}

/** This page in another language, for who opens the address again. */
function addressIn(code: LanguageCode): string {
  const { search, hash } = window.location
  const query = new URLSearchParams(search)
  query.set('locale', code)
  return `?${query}${hash}`
}

/** The form of the language that the browser asks for, such as `de-AT`. */
const localeOf = (code: LanguageCode): string =>
  navigator.languages.find((tag) => chosenLanguage([tag]).code === code && tag.startsWith(code)) ?? code

/** Changes the texts in place, without a reload, so that input stays. */
function LanguageChoice() {
  const words = localized(shellMessages)
  const [isFailed, setFailed] = useState(false)
  const isHydrated = useHydrated()

  async function choose(event: MouseEvent, code: LanguageCode): Promise<void> {
    const isForAnotherTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (isForAnotherTab) return
    event.preventDefault()
    try {
      await setLanguage({ code, locale: localeOf(code) })
      window.history.replaceState(window.history.state, '', addressIn(currentLanguage().code))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }

  return (
    <nav className="languages" aria-label={words.language}>
      {/* The one that is spoken is a link too, so that the focus stays on what was pressed. */}
      {offeredLanguages.map(({ code, name }) => (
        <a
          key={code}
          lang={code}
          hrefLang={code}
          aria-current={code === currentLanguage().code ? 'true' : undefined}
          translate="no"
          href={isHydrated ? addressIn(code) : `?locale=${code}`}
          onClick={(event) => void choose(event, code)}
        >
          {name}
        </a>
      ))}
      {isFailed && <span role="alert">{words.broken.title}</span>}
    </nav>
  )
}
