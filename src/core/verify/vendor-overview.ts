import * as z from 'zod/mini'
import { VerdictKind } from './probe-result.ts'
import type { VendorConnection } from './vendor-connection.ts'

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

/** How many connections of all customers have each status, and how far an update of the config is. */
export const VendorOverview = z.object({
  countedAt: z.iso.datetime(),
  /** By `ConnectionStatus`. A server of another version can leave one out, or have one more. */
  statuses: z.record(z.string(), z.int()),
  campaign: z.object({
    /** Connections that exist and that the config asks for an update, or has asked. */
    total: z.int(),
    /** The customer has not chosen the new permissions. */
    pending: z.int(),
    /** Chosen, and the role is not verified with them yet. */
    chosen: z.int(),
    /** Verified with the new permissions. */
    updated: z.int(),
  }),
})
export type VendorOverview = z.infer<typeof VendorOverview>
