import * as z from 'zod/mini'

/** What @hono/node-server binds. */
const NodeBindings = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.optional(z.string()) }) }) })

/** A household or a server has a whole /64 of IPv6, so it counts as one. */
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
 * The address to count a request for. `X-Forwarded-For` is believed only as far as our own proxies wrote it: each adds
 * one entry at the end, anything before those is the client's word.
 */
export function clientAddress(trustedProxies: number, onUntrusted: () => void = () => {}): (bindings: unknown, request: Request) => string {
  let isReported = false
  return (bindings, request) => {
    if (trustedProxies === 0 && !isReported && request.headers.has('X-Forwarded-For')) {
      isReported = true
      onUntrusted()
    }
    const peer = NodeBindings.safeParse(bindings).data?.incoming.socket.remoteAddress ?? 'unknown'
    const forwarded = (request.headers.get('X-Forwarded-For') ?? '').split(',').map((entry) => entry.trim())
    const believed = trustedProxies === 0 ? undefined : forwarded.at(-trustedProxies)
    return countedAs(believed || peer)
  }
}
