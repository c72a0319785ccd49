import { lazy, StrictMode, Suspense } from 'react'
import { isSimulatedConsoleHash } from '#core/simulated-console-path.ts'
import '#ui/tokens.css'
import '#ui/base.css'
// What the first screen shows before its script has run is drawn before that too.
import '#ui/code-view.css'
import '#ui/tabs.css'
import '#wizard/account/account-consequence.css'
import '#wizard/account/two-accounts.css'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { useHash } from '#ui/use-hash.ts'
import { Broken } from '#wizard/broken.tsx'
import { Wizard } from '#wizard/wizard.tsx'
import { withWords } from '#words/language.ts'
import { TakenOver } from './taken-over.tsx'

const ServerState = lazy(async () => ({ default: (await import('#wizard/api/server-state.tsx')).ServerState }))

const SimulatedConsole = lazy(async () => ({
  default: (await withWords(import('#simulated-console/simulated-console.tsx'))).SimulatedConsole,
}))

/** All of the demo comes with this one file; a page that is no demo never asks for it. */
const Demo = lazy(async () => ({ default: await (await withWords(import('#demo/start-demo.tsx'))).startDemo() }))

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
