import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { readSimulatedConsoleHash } from '#core/simulated-console-address.ts'
import '#ui/tokens.css'
import '#ui/base.css'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { useHash } from '#ui/use-hash.ts'
import { Broken } from '#wizard/broken.tsx'
import { Wizard } from '#wizard/wizard.tsx'

const SimulatedConsole = lazy(async () => ({
  default: (await import('#simulated-console/simulated-console.tsx')).SimulatedConsole,
}))

// Failures are values that the screens show, so nothing is repeated unseen, and nothing waits unseen for a network.
const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The page that stands in for the AWS console is one of this program, so that the whole flow can be tried without AWS. */
function Page() {
  const hash = useHash()
  if (readSimulatedConsoleHash(hash) === null) return <Wizard />
  return (
    <Suspense>
      <SimulatedConsole hash={hash} />
    </Suspense>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <ErrorBoundary fallback={() => <Broken />}>
        <Page />
      </ErrorBoundary>
    </QueryClientProvider>
  </StrictMode>,
)
