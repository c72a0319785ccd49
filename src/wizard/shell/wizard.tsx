import { lazy, Suspense } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { useHash } from '#ui/browser/use-hash.ts'
import { useHydrated } from '#ui/browser/use-hydrated.ts'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { AccountScreen } from '#wizard/account/account-screen.tsx'
import { loadVendor, useVendor } from '#wizard/api/vendor.ts'
import { type Gate, gateOf, useAdmission } from '#wizard/app/admission.ts'
import { guestSession, knownSession } from '#wizard/app/kept-session.ts'
import { Broken, FailedRequest, Loading } from '#wizard/app/loading.tsx'
import { pageOptions } from '#wizard/app/page-options.ts'
import { type Route, readRoute } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { Shell } from './shell.tsx'

const importConnectionStep = () => withMessages(import('./connection-step.tsx'))

const ConnectionStep = lazy(async () => ({ default: (await importConnectionStep()).ConnectionStep }))

const ArtifactView = lazy(async () => ({ default: (await withMessages(import('#wizard/artifact-view/artifact-view.tsx'))).ArtifactView }))

const importRest = () => import('./secondary-screen.tsx')

const SecondaryScreen = lazy(async () => ({ default: (await importRest()).SecondaryScreen }))

const GateScreen = lazy(async () => ({ default: (await importRest()).GateScreen }))

const GuestAccount = lazy(async () => ({ default: (await importRest()).GuestAccount }))

const ReturningConnections = lazy(async () => ({
  default: (await withMessages(import('#wizard/returning/returning-connections.tsx'))).ReturningConnections,
}))

/** Nothing is fetched for someone without a session. */
function Returning() {
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense>
        <ReturningConnections />
      </Suspense>
    </ErrorBoundary>
  )
}

/** The next screen is fetched while the server answers. A failure shows itself when the screen is really needed. */
async function prefetchNextStep(): Promise<void> {
  const step = await importConnectionStep().catch(() => null)
  await step?.prefetchRoleScreen()
}

/** The customer's three screens, or the one artifact that the page around this one wants. */
export function Wizard() {
  const words = localized(shellMessages)
  const reading = useVendor()
  if (reading.kind === 'answer')
    return pageOptions.view === null ? <Steps vendor={reading.value} /> : <OneArtifact vendor={reading.value} />
  if (reading.kind === 'waiting') return <Loading />
  const why = reading.kind === 'unreachable' ? words.configFailed.unreachable : words.configFailed.unreadable
  return (
    <main className="page">
      <FailedRequest title={words.configFailed.title} onRetry={() => void loadVendor()}>
        {why}
      </FailedRequest>
    </main>
  )
}

function OneArtifact({ vendor }: { vendor: ServedVendor }) {
  return (
    <Suspense fallback={<Loading />}>
      <ArtifactView vendor={vendor} options={pageOptions} />
    </Suspense>
  )
}

function Steps({ vendor }: { vendor: ServedVendor }) {
  const route = readRoute(useHash())
  const gate = gateOf(useAdmission(), vendor, route)
  if (gate !== null) return <Gated vendor={vendor} route={route} gate={gate} />
  if (route.kind === 'account') return <AccountStep vendor={vendor} />
  return (
    <ErrorBoundary
      fallback={() => (
        <Shell {...{ vendor, route }}>
          <Broken />
        </Shell>
      )}
    >
      <Suspense
        fallback={
          <Shell {...{ vendor, route }}>
            <Loading />
          </Shell>
        }
      >
        <OtherStep vendor={vendor} route={route} />
      </Suspense>
    </ErrorBoundary>
  )
}

function Gated({ vendor, route, gate }: { vendor: ServedVendor; route: Route; gate: Gate }) {
  return (
    <Shell vendor={vendor} route={route} hasSteps={false}>
      <Suspense fallback={<Loading />}>
        <GateScreen vendor={vendor} gate={gate} />
      </Suspense>
    </Shell>
  )
}

function OtherStep({ vendor, route }: { vendor: ServedVendor; route: Exclude<Route, { kind: 'account' }> }) {
  if ('connectionId' in route)
    return <ConnectionStep vendor={vendor} route={route} otherwise={<AccountStep vendor={vendor} isConnectionGone />} />
  return (
    <Shell {...{ vendor, route }}>
      <SecondaryScreen vendor={vendor} route={route} />
    </Shell>
  )
}

function AccountStep({ vendor, isConnectionGone = false }: { vendor: ServedVendor; isConnectionGone?: boolean }) {
  const isHydrated = useHydrated()
  const isGuest = isHydrated && guestSession() !== null
  const returning = isHydrated && knownSession() !== null && !isGuest && <Returning />
  const screen = <AccountScreen {...{ vendor, isConnectionGone, returning }} onSent={() => void prefetchNextStep()} />
  return (
    <Shell vendor={vendor} route={{ kind: 'account' }}>
      {isGuest ? (
        <Suspense fallback={<Loading />}>
          <GuestAccount vendor={vendor}>{screen}</GuestAccount>
        </Suspense>
      ) : (
        screen
      )}
    </Shell>
  )
}
