import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Handoff } from '#core/connection/handoff.ts'
import type { SessionRole } from '#core/connection/session.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import type { Readiness } from '#server/aws/readiness.ts'
import type { Verification } from '#server/aws/verification.ts'
import type { Log } from '#server/config/log.ts'
import type { Limits } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { Sessions } from '#server/sessions/sessions.ts'
import type { Metrics } from './metrics.ts'
import type { Receipts } from './receipts.ts'

/** All that the routes need of the world, so that they run in Node, in a function and in a page alike. */
export type AppDependencies = {
  readonly vendor: Vendor
  readonly simulated: boolean
  /** True where a session needs a launch token. */
  readonly launch: ServedVendor['launch']
  /** Where customers find the wizard. Null: where the request says. */
  readonly origin: string | null
  readonly registry: Registry
  readonly sessions: Sessions
  readonly verification: Verification
  readonly receipts: Receipts
  readonly readiness: Readiness
  readonly limits: Limits
  /** Whom to count a request for, from the bindings of the platform and the request. */
  readonly clientAddress: (bindings: unknown, request: Request) => string
  readonly handoffLifetimeMs: number
  readonly now: () => Date
  readonly randomBytes: RandomBytes
  readonly log: Log
  readonly metrics: Metrics
  /** Who has it may read the metrics. Null: nobody may. */
  readonly metricsToken: string | null
  /** The simulator's endpoint for the page that stands in for the AWS console. */
  readonly simulatedAws: ((request: Request) => Promise<Response>) | null
  /** Null where something else serves them. */
  readonly pages: Pages | null
}

/** The wizard's own files. */
export type Pages = {
  /** Null for a path that is none of them. */
  readonly answer: (request: Request) => Promise<Response | null>
  /** Of the scripts that stand in a page themselves, as the content security policy names them. */
  readonly scriptHashes: readonly string[]
  /** What a link is called whose address has this `locale`; null: none. */
  readonly titleFor: (locale: string | null) => string
}

/** `guest` is the hand-off that somebody came by; null for the tenant itself. `role` is what the session can do. */
export type Authenticated = { readonly Variables: { tenant: string; tenantName: string | null; guest: Handoff | null; role: SessionRole } }
