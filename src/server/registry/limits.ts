export type LimitAnswer = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number }

/** Counts one use for the key, or as many as are given. */
export type Limit = (key: string, uses?: number) => Promise<LimitAnswer>

/** Limits per tenant count hand-off guests and viewers separately. */
export type Limits = {
  readonly sessionsPerAddress: Limit
  readonly claimsPerTenant: Limit
  /** Accounts that are claimed. By address, since anybody may open sessions, and each is a tenant of its own. */
  readonly accountsPerAddress: Limit
  readonly handoffsPerTenant: Limit
  /** New links, for the same reason. */
  readonly handoffsPerAddress: Limit
  /** Pages of the list, and single connections. */
  readonly readsPerTenant: Limit
  readonly verificationsPerTenant: Limit
  /** Checks of one customer account by one tenant, so that nobody can use up the allowance of another. */
  readonly checksPerTenantAndAccount: Limit
  /** Checks of one customer account by all tenants that came after the first. */
  readonly checksPerAccount: Limit
}
