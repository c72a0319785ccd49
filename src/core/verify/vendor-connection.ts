import * as z from 'zod/mini'
import { AccountName } from '#core/aws/account-id.ts'
import { Connection, ConnectionRequest } from '#core/connection/connection.ts'
import { LastCheck } from './verdict.ts'

/** The last verdict in short. */
export const VerdictSummary = z.extend(z.omit(LastCheck, { connectionId: true }), {
  /** False: something else is requested by now, so the verdict is about an earlier request. */
  current: z.boolean(),
})
export type VerdictSummary = z.infer<typeof VerdictSummary>

/** Changes that the config asks of a connection that exists, by the IDs of permission sets, and in English. */
export const ConnectionUpdate = z.object({
  missing: z.array(z.string()),
  removed: z.array(z.string()),
  /** True: the same choice gives another role than the one that was verified. */
  roleChanged: z.optional(z.boolean()),
  sentences: z.array(z.string()),
})
export type ConnectionUpdate = z.infer<typeof ConnectionUpdate>

/** A connection as the vendor's back end sees it. It has no place for credentials. */
export const VendorConnection = z.extend(Connection, {
  /** Null: an anonymous tenant. */
  tenant: z.nullable(z.string()),
  tenantId: z.string(),
  /** Null: never checked. */
  verdict: z.nullable(VerdictSummary),
  needsUpdate: z.boolean(),
  /** Present where it needs one. */
  update: z.optional(ConnectionUpdate),
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

/** `connections` is a number. Nothing else is left to tell. */
export const TenantDeletion = z.object({ tenantId: z.string(), connections: z.int() })
export type TenantDeletion = z.infer<typeof TenantDeletion>

/**
 * A request of the vendor's back end to connect a customer: the terms of the role, for a role that is still to be created, or with the ARN of
 * one that exists. `tenant` is the `sub` of the customer's launch tokens.
 */
export const VendorConnectionRequest = z.extend(ConnectionRequest, {
  accountId: z.optional(z.string({ error: 'account-id-empty' })),
  tenant: z.string(),
  roleArn: z.optional(z.string()),
  name: z.optional(AccountName),
})
export type VendorConnectionRequest = z.input<typeof VendorConnectionRequest>

export const CreatedConnection = z.extend(VendorConnection, {
  /** The part of the wizard's URL that opens it, from the number sign on. */
  open: z.string(),
})
export type CreatedConnection = z.infer<typeof CreatedConnection>
