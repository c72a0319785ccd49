import { expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress, readNetworks } from './public-address.ts'

test.each([
  '8.8.8.8',
  '52.94.236.248',
  '172.32.0.1',
  '100.128.0.1',
  '169.253.0.1',
  '2600:1f18::1',
  '2a05:d018::1',
  '64:ff9b::8.8.8.8',
  '::ffff:8.8.8.8',
])('takes %s for an address of the internet', (address) => expect(isPublicAddress(address)).toBe(true))

test.each([
  ['the metadata service', '169.254.169.254'],
  ['the metadata service, mapped', '::ffff:169.254.169.254'],
  ['the metadata service, mapped, in hexadecimal digits', '::ffff:a9fe:a9fe'],
  ['the metadata service, mapped, written in full', '0:0:0:0:0:ffff:a9fe:a9fe'],
  ['the metadata service, behind a gateway', '64:ff9b::a9fe:a9fe'],
  ['the metadata service, in a tunnel', '2002:a9fe:a9fe::1'],
  ['the metadata service, compatible', '::a9fe:a9fe'],
  ['the metadata service of AWS in IPv6', 'fd00:ec2::254'],
  ['container credentials of AWS', '169.254.170.2'],
  ['the metadata service of Alibaba', '100.100.100.200'],
  ['the services of Azure', '168.63.129.16'],
  ['a private network', '10.0.0.1'],
  ['a private network, mapped', '::ffff:10.0.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['this machine', '127.0.0.1'],
  ['this machine', '127.8.9.10'],
  ['this machine, mapped', '::ffff:127.0.0.1'],
  ['this machine', '::1'],
  ['any address of this machine', '0.0.0.0'],
  ['any address of this machine', '::'],
  ['a link', 'fe80::1'],
  ['a link with a zone', 'fe80::1%eth0'],
  ['an address with a zone', '2600:1f18::1%1'],
  ['a private network in IPv6', 'fc00::1'],
  ['a local gateway', '64:ff9b:1::1'],
  ['a group', '224.0.0.1'],
  ['a group in IPv6', 'ff02::1'],
  ['everyone', '255.255.255.255'],
  ['documentation', '2001:db8::1'],
  ['a tunnel of Teredo', '2001::1'],
  ['no address', 'localhost'],
  ['a number', '2130706433'],
  ['nothing', ''],
])('does not take %s, %s, for an address of the internet', (_, address) => expect(isPublicAddress(address)).toBe(false))

test('knows this machine', () => {
  for (const own of ['127.0.0.1', '127.255.0.1', '::1']) expect(isLoopbackAddress(own)).toBe(true)
  for (const other of ['128.0.0.1', '::ffff:127.0.0.1', '10.0.0.1', '::', 'localhost']) expect(isLoopbackAddress(other)).toBe(false)
})

test('allows the named networks and no others', () => {
  const allowed = readNetworks(['10.20.0.0/16', 'fd12:3456::/32'])
  for (const address of ['10.20.0.1', '10.20.255.255', '::ffff:10.20.1.2', '64:ff9b::10.20.1.2', 'fd12:3456::1'])
    expect([address, allowed?.has(address)]).toEqual([address, true])
  for (const address of ['10.21.0.1', '::ffff:10.21.0.1', 'fd12:3457::1', '169.254.169.254', 'fd12:3456::1%eth0'])
    expect([address, allowed?.has(address)]).toEqual([address, false])
  for (const wrong of ['10.0.0.0', '10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'vpc/16', '', '10.0.0.0/8 '])
    expect(readNetworks([wrong])).toBeNull()
})
