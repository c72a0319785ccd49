import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { readSimulatedConsoleHash } from '#core/simulated-console-address.ts'
import '#ui/tokens.css'
import '#ui/base.css'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { useHash } from '#ui/use-hash.ts'
import { loadVendor } from '#wizard/api/vendor.ts'
import { Broken } from '#wizard/broken.tsx'
import { fitIntoPage } from '#wizard/fit-into-page.ts'
import { pageOptions } from '#wizard/page-options.ts'
import { Wizard } from '#wizard/wizard.tsx'
import { chosenLanguage } from '#words/chosen-language.ts'
import { speak, spokenLanguage, whenLanguageChanges, withWords } from '#words/language.ts'
import { languages } from '#words/languages.ts'

const ServerState = lazy(async () => ({ default: (await import('#wizard/api/server-state.tsx')).ServerState }))

const SimulatedConsole = lazy(async () => ({
  default: (await import('#simulated-console/simulated-console.tsx')).SimulatedConsole,
}))

/** All of the demo comes with this one file; a page that is no demo never asks for it. */
const Demo = lazy(async () => ({ default: await (await withWords(import('#demo/start-demo.tsx'))).startDemo() }))

const isDemo = new URLSearchParams(window.location.search).has('demo')

if (!isDemo) void loadVendor()

/** The page that stands in for the AWS console is one of this program, so that the whole flow can be tried without AWS. */
function Page() {
  const hash = useHash()
  if (readSimulatedConsoleHash(hash) === null) return <Wizard />
  return (
    <Suspense>
      <ServerState>
        <SimulatedConsole hash={hash} />
      </ServerState>
    </Suspense>
  )
}

fitIntoPage()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')

const view = createRoot(root)

/** All of the page, again in another language; what was typed stays, since nothing is made anew. */
function show(): void {
  const { code } = spokenLanguage()
  document.documentElement.lang = code
  document.documentElement.dir = languages[code].direction
  view.render(
    <StrictMode>
      <ErrorBoundary fallback={() => <Broken />}>
        {isDemo ? (
          <Suspense>
            <Demo />
          </Suspense>
        ) : (
          <Page />
        )}
      </ErrorBoundary>
    </StrictMode>,
  )
}

whenLanguageChanges(show)
// In English where the words cannot be fetched.
void speak(chosenLanguage([pageOptions.locale ?? '', ...navigator.languages])).catch(show)
