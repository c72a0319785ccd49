import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { accountListMaximum } from '#core/connection/accounts/account-list.ts'
import type { Limit, Limits } from '#server/registry/limits.ts'

const minute = 60
const hour = 60 * minute

/** At most `points` uses of one key in so many seconds, in this process. */
export function limitPer(seconds: number, points: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (key, uses = 1) => {
    try {
      await limiter.consume(key, uses)
      return { kind: 'allowed' }
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return { kind: 'refused', retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
    }
  }
}

const limitPerMinute = (points: number): Limit => limitPer(minute, points)

/** A wizard checks every 2 to 10 s, perhaps in several tabs. */
export function rateLimits(): Limits {
  return {
    sessionsPerAddress: limitPerMinute(120),
    claimsPerTenant: limitPerMinute(30),
    accountsPerAddress: limitPer(hour, 6 * accountListMaximum),
    handoffsPerTenant: limitPerMinute(30),
    handoffsPerAddress: limitPer(hour, 600),
    // A screen reads a page for each 100 connections when it opens: 60 screens a minute for a tenant of 1,000, in several tabs.
    readsPerTenant: limitPerMinute(1200),
    verificationsPerTenant: limitPerMinute(180),
    checksPerTenantAndAccount: limitPerMinute(60),
    checksPerAccount: limitPerMinute(240),
  }
}
