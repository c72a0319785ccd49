import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limit, Limits } from './limits.ts'

/** At most `points` uses of one key in a minute, in this process. */
export function limitPerMinute(points: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (key) => {
    try {
      await limiter.consume(key)
      return { kind: 'allowed' }
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return { kind: 'refused', retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
    }
  }
}

/** A wizard looks every 2 to 10 s, perhaps in several tabs. */
export function rateLimits(): Limits {
  return {
    sessionsPerAddress: limitPerMinute(120),
    claimsPerTenant: limitPerMinute(30),
    verificationsPerTenant: limitPerMinute(180),
    looksPerAccount: limitPerMinute(240),
  }
}
