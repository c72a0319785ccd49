import { BlockList, isIP } from 'node:net'

type Network = readonly [address: string, prefix: number]

/** Networks that are not of the internet. https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const special4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, with the metadata service of AWS and others.
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Azure's own services for a machine. https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ['168.63.129.16', 32],
]

/** Addresses of the internet begin with 001. https://www.iana.org/assignments/ipv6-address-space/ */
const global6: Network = ['2000::', 3]

/** Exceptions among them: protocols, tunnels, and documentation. https://www.iana.org/assignments/iana-ipv6-special-registry/ */
const special6: readonly Network[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** IPv6 addresses that stand for an IPv4 one: mapped, and translated by a gateway. https://www.rfc-editor.org/rfc/rfc6052#section-2.1 */
const embedding: readonly string[] = ['::ffff:', '64:ff9b::']
const embeddedPrefix = 96

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

function blockList(networks: readonly Network[]): BlockList {
  const list = new BlockList()
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, familyOf(address))
  return list
}

const embedded = ([address, prefix]: Network): readonly Network[] =>
  embedding.map((start) => [`${start}${address}`, embeddedPrefix + prefix] as const)

/** IPv4 networks and IPv6 ones are in lists of their own, so that nothing depends on how a list compares the two. */
const internal4 = blockList(special4)
const possible6 = blockList([global6, ...embedded(['0.0.0.0', 0])])
const internal6 = blockList([...special6, ...special4.flatMap(embedded)])

/** Throws for an address with a zone, which names an interface of this machine. */
function isGlobal(address: string): boolean {
  if (isIP(address) === 4) return !internal4.check(address, 'ipv4')
  return possible6.check(address, 'ipv6') && !internal6.check(address, 'ipv6')
}

/** True for an address of the internet, and for nothing that can't be read as one. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  return isGlobal(address)
}

const loopback4 = blockList([['127.0.0.0', 8]])

/** True for this machine. */
export const isLoopbackAddress = (address: string): boolean => (isIP(address) === 4 ? loopback4.check(address, 'ipv4') : address === '::1')

export type AllowedNetworks = { readonly has: (address: string) => boolean }

/** Networks such as `10.20.0.0/16`, with the IPv6 addresses that embed them. Null if one can't be read. */
export function readNetworks(texts: readonly string[]): AllowedNetworks | null {
  const networks = texts.map(readNetwork)
  if (networks.includes(null)) return null
  const known = networks.flatMap((network) => (network === null ? [] : [network]))
  const [list4, list6] = [known.filter(([address]) => isIP(address) === 4), known.filter(([address]) => isIP(address) === 6)]
  const [allowed4, allowed6] = [blockList(list4), blockList([...list6, ...list4.flatMap(embedded)])]
  return {
    has: (address) => !address.includes('%') && (isIP(address) === 4 ? allowed4.check(address, 'ipv4') : allowed6.check(address, 'ipv6')),
  }
}

function readNetwork(text: string): Network | null {
  const [, address = '', digits = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text) ?? []
  const [family, prefix] = [isIP(address), Number(digits)]
  return family === 0 || prefix > (family === 4 ? 32 : 128) ? null : [address, prefix]
}
