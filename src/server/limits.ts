export type LimitAnswer = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly retryAfterSeconds: number }

/** Counts one use for the key. */
export type Limit = (key: string) => Promise<LimitAnswer>

export type Limits = {
  readonly sessionsPerAddress: Limit
  readonly claimsPerTenant: Limit
  readonly verificationsPerTenant: Limit
  /** Of one customer account by all tenants together, so that nobody can be made to knock at an account without end. */
  readonly looksPerAccount: Limit
}
