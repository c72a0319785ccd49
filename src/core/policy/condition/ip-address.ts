import { operatorPair, plainComparison } from './operator.ts'

type Address = { readonly bits: bigint; readonly length: 32 | 128 }

function joined(groups: readonly number[], groupLength: bigint): bigint {
  return groups.reduce((bits, group) => (bits << groupLength) | BigInt(group), 0n)
}

function readV4(text: string): Address | null {
  const groups = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) ? text.split('.').map(Number) : []
  return groups.length === 4 && groups.every((group) => group <= 255) ? { bits: joined(groups, 8n), length: 32 } : null
}

const hexGroups = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN))

function readV6(text: string): Address | null {
  const [head = '', tail, ...others] = text.split('::')
  const [before, after] = [hexGroups(head), hexGroups(tail ?? '')]
  const missing = 8 - before.length - after.length
  const isComplete = tail === undefined ? missing === 0 : missing > 0 && others.length === 0
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...after]
  return isComplete && !groups.some(Number.isNaN) ? { bits: joined(groups, 16n), length: 128 } : null
}

const readAddress = (text: string): Address | null => (text.includes(':') ? readV6(text) : readV4(text))

function readRange(text: string): { readonly start: Address; readonly prefixLength: number } | null {
  const [address = '', prefix, ...others] = text.split('/')
  const start = readAddress(address)
  if (start === null || others.length > 0 || !/^\d{1,3}$/.test(prefix ?? '0')) return null
  const prefixLength = prefix === undefined ? start.length : Number(prefix)
  return prefixLength > start.length ? null : { start, prefixLength }
}

/** CIDR ranges of IPv4 and IPv6. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const ipAddressOperators = operatorPair(
  'IpAddress',
  'NotIpAddress',
  plainComparison((value, pattern) => {
    const [address, range] = [readAddress(value), readRange(pattern)]
    if (address === null || range === null) return 'unknown'
    if (address.length !== range.start.length) return false
    const hostBits = BigInt(range.start.length - range.prefixLength)
    return address.bits >> hostBits === range.start.bits >> hostBits
  }),
)
