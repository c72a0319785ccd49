/** As in `frame-ancestors`: an origin, or one whose host begins with `*.` for every subdomain. */
export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) => {
    const [scheme = '', host = ''] = entry.replace(/\/$/, '').split('://')
    if (!host.startsWith('*.')) return origin === `${scheme}://${host}`
    return origin.startsWith(`${scheme}://`) && origin.endsWith(host.slice(1))
  })
}
