import * as z from 'zod/mini'
import { ConnectionStatus } from './vendor-connection.ts'

/** How many connections of all customers have each status, and how far an update of the config is. */
export const VendorOverview = z.object({
  countedAt: z.iso.datetime(),
  statuses: z.record(ConnectionStatus, z.int()),
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
