import { lazy, StrictMode, Suspense } from 'react'
import { isSimulatedConsoleHash } from './core/artifacts/simulated-console-hash.ts'
import './ui/controls/tokens.css'
import './ui/controls/base.css'
// These style the prerendered first screen, before any script runs.
import './ui/editor/code-view.css'
import './ui/controls/tabs.css'
import './wizard/account/account.css'
import './wizard/account/two-accounts.css'
import { useEffect } from 'react'
import { withMessages } from './i18n/language.ts'
import { useHash } from './ui/browser/use-hash.ts'
import { ErrorBoundary } from './ui/controls/page-parts.tsx'
import { Broken } from './wizard/app/loading.tsx'
import { Wizard } from './wizard/shell/wizard.tsx'

const ServerState = lazy(async () => ({ default: (await import('./wizard/api/server-state.tsx')).ServerState }))

const SimulatedConsole = lazy(async () => ({
  default: (await withMessages(import('./simulation/console/simulated-console.tsx'))).SimulatedConsole,
}))

/** All of the demo comes with this one file; a page that is no demo never asks for it. */
const Demo = lazy(async () => ({ default: await (await withMessages(import('./simulation/demo/start-demo.tsx'))).startDemo() }))

/** The whole of the program, in the browser as ahead of time. */
export function Page({ isDemo }: { isDemo: boolean }) {
  return (
    <StrictMode>
      <ErrorBoundary fallback={() => <Broken />}>
        {isDemo ? (
          <Suspense>
            <Demo />
          </Suspense>
        ) : (
          <Screens />
        )}
      </ErrorBoundary>
      <HydrationEnd />
    </StrictMode>
  )
}

/** The simulated AWS console is part of this program, so that the whole flow works without AWS. */
function Screens() {
  const hash = useHash()
  if (!isSimulatedConsoleHash(hash)) return <Wizard />
  return (
    <Suspense>
      <ServerState>
        <SimulatedConsole hash={hash} />
      </ServerState>
    </Suspense>
  )
}

/** Tells the page that stood here before the script that it is taken over, and does what was asked of it meanwhile. */
function endHydration(): void {
  const { dataset } = document.documentElement
  const { pressed } = dataset
  delete dataset['shown']
  delete dataset['pressed']
  if (pressed !== undefined) document.getElementById(pressed)?.click()
}

function HydrationEnd() {
  // The outside system is the page as the server sent it.
  useEffect(endHydration, [])
  return null
}
