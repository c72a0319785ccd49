import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { TemplateObject } from './s3/address.ts'
import type { Role, State } from './state.ts'

/** All that the answer to a call may depend on. */
export type World = {
  readonly vendor: Vendor
  readonly delayMs: number
  readonly objects: readonly TemplateObject[]
  /** Roles that are there from the beginning. */
  readonly seeds: Readonly<Record<string, Role>>
  readonly state: State
  /** Milliseconds. */
  readonly now: number
  /** For identifiers and tokens. */
  readonly randomBytes: RandomBytes
  /** Whether an account behaves well, whatever its number stands for. */
  readonly isMended: (accountId: string) => boolean
}
