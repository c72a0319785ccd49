import { isIP } from 'node:net'
import { type AllowedNetworks, isLoopbackAddress, isPublicAddress } from '#server/config/public-address.ts'

export type Address = { readonly address: string; readonly family: number }

/** Every address of a host name. Rejects with a code of the system if there is none. */
export type Resolve = (host: string) => Promise<readonly Address[]>

export type Guard = {
  readonly url: URL
  /** Networks of the vendor's own, in addition to the internet. */
  readonly allowedNetworks: AllowedNetworks
  readonly resolve: Resolve
}

/** Without TLS, events don't leave this machine. */
function isAllowed({ url, allowedNetworks }: Guard, address: string): boolean {
  if (url.protocol === 'http:') return isLoopbackAddress(address)
  return isPublicAddress(address) || allowedNetworks.has(address)
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

/** The addresses to connect to. Null if one of them is denied: the owner of the name could switch between them. */
export async function judgedAddresses(guard: Guard): Promise<readonly Address[] | null> {
  const host = hostOf(guard.url)
  const family = isIP(host)
  const addresses = family === 0 ? await guard.resolve(host) : [{ address: host, family }]
  const isEachAllowed = addresses.length > 0 && addresses.every(({ address }) => isAllowed(guard, address))
  return isEachAllowed ? addresses : null
}
