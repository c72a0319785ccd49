import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
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
    // 120,000 connections a minute, in pages of 200.
    readsPerCaller: limitPerMinute(600),
    verificationsPerCaller: limitPerMinute(180),
    checksPerTenantAndAccount: limitPerMinute(60),
    checksPerAccount: limitPerMinute(240),
  }
}

type Address = (context: Context) => string | undefined

/** Undefined where the platform binds no socket. */
const socketAddress: Address = (context) => {
  try {
    return getConnInfo(context).remote.address
  } catch {
    return undefined
  }
}

/** A household or a server has a whole /64 of IPv6 addresses, so they count as one. */
function countedAs(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const given = [groups(head), groups(tail)] as const
  const missing = tail === undefined ? 0 : Math.max(0, 8 - given[0].length - given[1].length)
  return [...given[0], ...Array.from({ length: missing }, () => '0'), ...given[1]].slice(0, 4).join(':')
}

/**
 * The address that limits count by. Only the entries of `X-Forwarded-For` that our own proxies added are trusted: each adds one at the
 * end, and clients can forge everything before those.
 */
export function clientAddress(
  trustedProxies: number,
  onUntrusted: () => void = () => {},
  peerAddress: Address = socketAddress,
): (context: Context) => string {
  let isReported = false
  return (context) => {
    const header = context.req.header('X-Forwarded-For')
    if (trustedProxies === 0 && !isReported && header !== undefined) {
      isReported = true
      onUntrusted()
    }
    const forwarded = (header ?? '').split(',').map((entry) => entry.trim())
    const believed = trustedProxies === 0 ? undefined : forwarded.at(-trustedProxies)
    return countedAs(believed || peerAddress(context) || 'unknown')
  }
}
