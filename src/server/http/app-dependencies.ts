import type { Context } from 'hono'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import type { SessionRole } from '#core/connection/session.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import type { Readiness } from '#server/aws/readiness.ts'
import type { CheckRemoval } from '#server/aws/removal-checks.ts'
import type { Verification } from '#server/aws/verification.ts'
import type { Log } from '#server/config/log.ts'
import type { SendResult } from '#server/events/send-result.ts'
import type { Limits } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { Sessions } from '#server/sessions/sessions.ts'
import type { VendorTokenReader } from '#server/sessions/vendor-tokens.ts'
import type { Metrics } from './measurements.ts'
import type { Receipts } from './receipts.ts'
import type { Identified } from './request-facts.ts'

/** Everything outside the routes, so that they run in Node, in a function and in a page. */
export type AppDependencies = {
  readonly vendor: Vendor
  readonly simulated: boolean
  /** True where a session needs a launch token. */
  readonly launch: ServedVendor['launch']
  /** The wizard's own origin. Null: not configured. */
  readonly origin: string | null
  readonly registry: Registry
  readonly sessions: Sessions
  /** Null: the vendor API is off. */
  readonly readVendorToken: VendorTokenReader | null
  readonly verification: Verification
  readonly checkRemoval: CheckRemoval
  readonly receipts: Receipts
  /** Sends a test event to the vendor's back end. Null: events are off. */
  readonly sendTestEvent: (() => Promise<SendResult>) | null
  readonly readiness: Readiness
  /** True after a stop signal. The server still responds. */
  readonly isStopping: () => boolean
  readonly limits: Limits
  /** The address that requests are counted for. */
  readonly clientAddress: (context: Context) => string
  readonly handoffLifetimeMs: number
  readonly now: () => Date
  readonly randomBytes: RandomBytes
  readonly log: Log
  readonly metrics: Metrics
  /** Opens the metrics. Null: they are off. */
  readonly metricsToken: string | null
  /** The simulator's endpoint for the simulated AWS console. */
  readonly simulatedAws: ((request: Request) => Promise<Response>) | null
  /** Null if another server has them. */
  readonly pages: Pages | null
}

/** The wizard's own files. */
export type Pages = {
  /** Null for any other path. */
  readonly answer: (request: Request) => Promise<Response | null>
  /** The inline scripts of a page, as the content security policy names them. */
  readonly scriptHashes: readonly string[]
  /** The title of a link with this `locale`. Null: none. */
  readonly titleFor: (locale: string | null) => string
}

/** `guest` is the hand-off of a guest session. Null for the tenant itself. */
export type Authenticated = {
  readonly Variables: Identified['Variables'] & { tenant: string; tenantName: string | null; guest: Handoff | null; role: SessionRole }
}
