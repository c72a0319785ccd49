import { useQuery } from '@tanstack/react-query'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { allPages } from '#wizard/api/connection-list.ts'
import { readStored } from '#wizard/app/browser-storage.ts'
import { guestSession, KeptSession, sessionKey, tabSession, unexpired } from '#wizard/app/kept-session.ts'

/** A request without a session would open one, which nobody needs to read this page. */
const hasSession = (): boolean =>
  guestSession() === null && unexpired(tabSession() ?? readStored('local', sessionKey, KeptSession)) !== null

/** Empty where the list cannot be had: the fields do as well. */
async function verifiedConnections(): Promise<readonly Connection[]> {
  const answer = hasSession() ? await allPages() : null
  if (answer?.kind !== 'answer') return []
  const { connections, lastChecks } = answer.value
  const verified = new Set(lastChecks.flatMap(({ connectionId, kind }) => (kind === 'verified' ? [connectionId] : [])))
  return connections.filter((connection) => verified.has(connection.id) && !isDisconnecting(connection))
}

/** Connections of this browser's session whose last check was good, in the order in which they were made. */
export function useVerifiedConnections(): readonly Connection[] {
  const { data } = useQuery({ queryKey: ['verified-connections'], queryFn: verifiedConnections, refetchOnMount: 'always' })
  return data ?? []
}
