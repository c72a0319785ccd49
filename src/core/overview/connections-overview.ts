import * as z from 'zod/mini'
import { VerdictKind } from '#core/verify/probe-result.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { VendorOverview } from '#core/verify/vendor-overview.ts'

/** The kind of the last verdict of a connection that exists and that no one disconnects. */
export const ConnectionStatus = z.enum([...VerdictKind.options, 'unchecked', 'disconnecting', 'disconnected'])
export type ConnectionStatus = z.infer<typeof ConnectionStatus>

type Connected = Pick<VendorConnection, 'disconnection' | 'disconnectedAt'> & {
  readonly verdict: Pick<NonNullable<VendorConnection['verdict']>, 'kind'> | null
}

export function connectionStatus({ disconnectedAt, disconnection, verdict }: Connected): ConnectionStatus {
  if (disconnectedAt !== null) return 'disconnected'
  return disconnection === undefined ? (verdict?.kind ?? 'unchecked') : 'disconnecting'
}

export const ConnectionsOverview = z.extend(VendorOverview, { statuses: z.record(ConnectionStatus, z.int()) })
export type ConnectionsOverview = z.infer<typeof ConnectionsOverview>
