export type LimitAnswer = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number }

/** Counts one use for the key, or as many as are given. */
export type Limit = (key: string, uses?: number) => Promise<LimitAnswer>

/** Limits per tenant count hand-off guests and viewers separately. */
export type Limits = {
  readonly sessionsPerAddress: Limit
  readonly claimsPerTenant: Limit
  /** Claimed accounts, by address: anyone can open sessions, and each is a tenant of its own. */
  readonly accountsPerAddress: Limit
  readonly handoffsPerTenant: Limit
  /** New links, for the same reason. */
  readonly handoffsPerAddress: Limit
  /** Reads of list pages and of single connections. */
  readonly readsPerTenant: Limit
  readonly verificationsPerTenant: Limit
  /** Requests of one service of the vendor, by the `sub` of its token. */
  readonly readsPerCaller: Limit
  readonly verificationsPerCaller: Limit
  /** Checks of one customer account by one tenant, so that no tenant can use up the allowance of another. */
  readonly checksPerTenantAndAccount: Limit
  /** Checks of one customer account by all tenants that came after the first. */
  readonly checksPerAccount: Limit
}

const allowed: Limit = async () => ({ kind: 'allowed' })

/** No limits, for tests and for the demo, which has one user. */
export const unlimited: Limits = {
  sessionsPerAddress: allowed,
  claimsPerTenant: allowed,
  accountsPerAddress: allowed,
  handoffsPerTenant: allowed,
  handoffsPerAddress: allowed,
  readsPerTenant: allowed,
  verificationsPerTenant: allowed,
  readsPerCaller: allowed,
  verificationsPerCaller: allowed,
  checksPerTenantAndAccount: allowed,
  checksPerAccount: allowed,
}
