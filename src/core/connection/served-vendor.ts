import * as z from 'zod/mini'
import { VendorFields } from './vendor-fields.ts'

/** The config as the server hands it out. It has passed the rules, so the first screen does not carry them. */
export const ServedVendor = z.extend(VendorFields, {
  /** True where AWS is simulated. */
  simulated: z._default(z.boolean(), false),
  /** `required`: a session needs a launch token, since this server opens no anonymous ones. */
  launch: z._default(z.enum(['required', 'optional']), 'optional'),
  /** False where an emulator stands in for AWS: it has no console that a link could open. Absent: there is one wherever AWS is simulated. */
  hasSimulatedConsole: z.optional(z.boolean()),
})
export type ServedVendor = z.infer<typeof ServedVendor>
