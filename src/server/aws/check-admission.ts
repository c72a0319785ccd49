import { partitionOf } from '#core/aws/region.ts'
import type { Connection } from '#core/connection/connection.ts'
import type { AccountUse } from '#core/verify/verdict-history.ts'
import type { Limits } from '#server/registry/limits.ts'

type CheckAdmission =
  | { readonly kind: 'allowed' }
  /** Milliseconds until it is worth asking again. */
  | { readonly kind: 'delayed'; readonly afterMs: number }

type Requester = {
  readonly tenant: string
  readonly use: AccountUse
  /** Since the last check; null where there was none. */
  readonly sinceLastMs: number | null
}

export type Admission = (connection: Connection, requester: Requester) => Promise<CheckAdmission>

type AdmissionOptions = {
  readonly limits: Pick<Limits, 'checksPerTenantAndAccount' | 'checksPerAccount'>
}

/** Checks left to a tenant when the pool of an account is used up: slow, never shut out. */
const slowIntervalMs = 30_000

const allowed: CheckAdmission = { kind: 'allowed' }
const delayed = (afterMs: number): CheckAdmission => ({ kind: 'delayed', afterMs })

const isTrusted = ({ isFirst, wasVerified }: AccountUse): boolean => isFirst || wasVerified

/**
 * Decides whether a check can start. Anyone can name an account, so later tenants of an account share a limit that doesn't affect the
 * first tenant and verified ones.
 */
export function checkAdmission({ limits }: AdmissionOptions): Admission {
  const accountKey = ({ region, accountId }: Connection) => `${partitionOf(region)} ${accountId}`

  async function inPool(connection: Connection, sinceLastMs: number | null): Promise<CheckAdmission> {
    const shared = await limits.checksPerAccount(accountKey(connection))
    const waitMs = slowIntervalMs - (sinceLastMs ?? slowIntervalMs)
    return shared.kind === 'refused' && waitMs > 0 ? delayed(waitMs) : allowed
  }

  return async (connection, { tenant, use, sinceLastMs }) => {
    const own = await limits.checksPerTenantAndAccount(`${accountKey(connection)} ${tenant}`)
    if (own.kind === 'refused') return delayed(own.retryAfterSeconds * 1000)
    return isTrusted(use) ? allowed : inPool(connection, sinceLastMs)
  }
}
