import type { OtherExternalIdResult } from '#core/verify/evidence.ts'
import type { Probe } from '#core/verify/probe-result.ts'

/** Another tenant's connection to the same role, with what its external ID did when it was tried on the role. */
export type OtherExternalIdRecord = {
  readonly connectionId: string
  readonly externalId: string
  /** The role accepted this ID when that connection itself was checked. */
  readonly isInUse: boolean
  /** Null: not tried since the role last changed. */
  readonly outcome: Probe['outcome'] | null
}

/** With the ID that was tried: its connection can have another one by now, of which nothing is known. */
export type FoundOtherIds = readonly (OtherExternalIdResult & { readonly externalId: string })[]

/** No more than this many are tried on one role, however many tenants name it. */
export const otherExternalIdsMaximum = 5

/** The check of the other connection and that of this one found opposite things, so the role has changed since one of them. */
export const isContradicted = ({ isInUse, outcome }: OtherExternalIdRecord): boolean => isInUse && outcome === 'denied'

/** The IDs to try now: those not tried yet, those without a clear denial, and those that the role has accepted since, or before. */
export function untried(records: readonly OtherExternalIdRecord[]): readonly OtherExternalIdRecord[] {
  return records.filter((record) => record.outcome !== 'denied' || isContradicted(record))
}
