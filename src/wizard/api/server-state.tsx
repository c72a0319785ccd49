import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** Failures are values that the screens show, so nothing is repeated unseen, and nothing waits unseen for a network. */
export const serverState = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

export function ServerState({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={serverState}>{children}</QueryClientProvider>
}
