import * as z from 'zod/mini'

/** Why an event was not accepted. Permanent, because programs decide by it. */
export const FailureCode = z.enum([
  /** The receiver responded with a status that isn't 2xx. */
  'status',
  /** The receiver responded with a redirect, which is not followed. */
  'redirect',
  'timeout',
  'name-not-found',
  'connection-refused',
  'connection-failed',
  'tls',
  /** The name of the receiver has an address that events are not sent to. */
  'address-denied',
  /** The connection of the event can't be read from the registry. */
  'connection-unreadable',
  /** AWS rejected the request, with its own code as the reason. */
  'aws',
  /** AWS accepted the request and not the event, with its own code as the reason. */
  'event-rejected',
])
export type FailureCode = z.infer<typeof FailureCode>

export const DeliveryFailure = z.object({
  code: FailureCode,
  /** The HTTP status. */
  status: z.optional(z.int()),
  /** The code of the system or of AWS. */
  reason: z.optional(z.string()),
})
export type DeliveryFailure = z.infer<typeof DeliveryFailure>

/** `pending`: waits for its turn or for its next attempt. `dead`: no longer tried. */
export const DeliveryStatus = z.enum(['pending', 'delivered', 'dead'])
export type DeliveryStatus = z.infer<typeof DeliveryStatus>
