import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const asking = (forwarded?: string) =>
  new Request('http://x/', forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } })

test('without a proxy of ours the peer is counted, whatever the client says', () => {
  expect(clientAddress(0)(from('198.51.100.7'), asking('203.0.113.9'))).toBe('198.51.100.7')
})

test('behind our proxies the entry that they wrote is counted, not those that the client made up', () => {
  expect(clientAddress(1)(from('10.0.0.1'), asking('1.1.1.1, 203.0.113.9'))).toBe('203.0.113.9')
  expect(clientAddress(2)(from('10.0.0.1'), asking('1.1.1.1, 203.0.113.9, 10.0.0.2'))).toBe('203.0.113.9')
  expect(clientAddress(2)(from('10.0.0.1'), asking('203.0.113.9'))).toBe('10.0.0.1')
  expect(clientAddress(1)(from('10.0.0.1'), asking())).toBe('10.0.0.1')
})

test('IPv4 in IPv6 clothes is IPv4, and a /64 of IPv6 is one client', () => {
  const count = (address: string) => clientAddress(0)(from(address), asking())
  expect(count('::ffff:198.51.100.7')).toBe('198.51.100.7')
  expect(count('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(count('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(count('2001:db8::9')).toBe('2001:db8:0:0')
  expect(count('::1')).toBe('0:0:0:0')
  expect(count('fe80::1%eth0')).toBe('fe80:0:0:0')
})

test('bindings of another platform count as one client', () => {
  for (const bindings of [undefined, null, {}, { incoming: 1 }]) expect(clientAddress(0)(bindings, asking())).toBe('unknown')
})

test('reports an untrusted X-Forwarded-For once', () => {
  let reports = 0
  const address = clientAddress(0, () => {
    reports += 1
  })
  const forwarded = new Request('http://localhost/', { headers: { 'X-Forwarded-For': '192.0.2.7' } })
  for (const _ of Array(3).keys()) address({}, forwarded)
  expect(reports).toBe(1)
  clientAddress(1, () => {
    reports += 1
  })({}, forwarded)
  expect(reports).toBe(1)
})
