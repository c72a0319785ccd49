import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

function peerAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    // Thrown where the platform binds no socket.
    return 'unknown'
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
export function clientAddress(trustedProxies: number, onUntrusted: () => void = () => {}): (context: Context) => string {
  let isReported = false
  return (context) => {
    const header = context.req.header('X-Forwarded-For')
    if (trustedProxies === 0 && !isReported && header !== undefined) {
      isReported = true
      onUntrusted()
    }
    const forwarded = (header ?? '').split(',').map((entry) => entry.trim())
    const believed = trustedProxies === 0 ? undefined : forwarded.at(-trustedProxies)
    return countedAs(believed || peerAddress(context))
  }
}
