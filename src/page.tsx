import { lazy, StrictMode, Suspense } from 'react'
import { isSimulatedConsoleHash } from './core/artifacts/simulated-console-address.ts'
import './ui/controls/tokens.css'
import './ui/controls/base.css'
// What the first screen shows before its script has run is drawn before that too.
import './ui/editor/code-view.css'
import './ui/controls/tabs.css'
import './wizard/account/role-preview.css'
import './wizard/account/two-accounts.css'
import { TakenOver } from './hydrated-page.tsx'
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
      <TakenOver />
    </StrictMode>
  )
}

/** The page that stands in for the AWS console is one of this program, so that the whole flow can be tried without AWS. */
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
