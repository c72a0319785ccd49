import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { VerdictKind } from './probe-result.ts'
import { LastCheck } from './verdict.ts'

/** The last verdict in short. */
export const VerdictSummary = z.extend(z.omit(LastCheck, { connectionId: true }), {
  /** False: something else is requested by now, so the verdict is about an earlier request. */
  current: z.boolean(),
})
export type VerdictSummary = z.infer<typeof VerdictSummary>

/** A connection as the vendor's back end sees it. It has no place for credentials. */
export const VendorConnection = z.extend(Connection, {
  /** Null: an anonymous tenant. */
  tenant: z.nullable(z.string()),
  tenantId: z.string(),
  /** Null: never checked. */
  verdict: z.nullable(VerdictSummary),
  needsUpdate: z.boolean(),
  changedAt: z.iso.datetime(),
  disconnectedAt: z.nullable(z.iso.datetime()),
})
export type VendorConnection = z.infer<typeof VendorConnection>

export const VendorConnections = z.object({
  connections: z.array(VendorConnection),
  next: z.optional(z.string()),
  unreadable: z.optional(z.int()),
})
export type VendorConnections = z.infer<typeof VendorConnections>

/** The kind of the last verdict of a connection that exists. */
export const ConnectionStatus = z.enum([...VerdictKind.options, 'unchecked', 'disconnected'])
export type ConnectionStatus = z.infer<typeof ConnectionStatus>
