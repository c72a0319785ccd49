import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { clientAddress, limitPer } from './rate-limits.ts'

test('limits each key separately', async () => {
  const limit = limitPer(60, 2)
  expect([await limit('one'), await limit('one')]).toEqual([{ kind: 'allowed' }, { kind: 'allowed' }])
  const refused = await limit('one')
  expect(refused.kind === 'refused' && refused.retryAfterSeconds >= 1 && refused.retryAfterSeconds <= 60).toBe(true)
  expect(await limit('other')).toEqual({ kind: 'allowed' })
})

test('counts several uses at once, and rejects them all if they exceed the limit', async () => {
  const limit = limitPer(3600, 10)
  expect(await limit('one', 8)).toEqual({ kind: 'allowed' })
  expect((await limit('one', 8)).kind).toBe('refused')
})

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const forwardedFor = (addresses: string) => ({ 'X-Forwarded-For': addresses })

/** The counted address of one request to a route, with the bindings of the platform. */
async function counted(address: ReturnType<typeof clientAddress>, bindings: unknown, headers: Readonly<Record<string, string>> = {}) {
  const app = new Hono().get('/', (context) => context.text(address(context)))
  const response: Response = await Reflect.apply(app.fetch, app, [new Request('http://x/', { headers }), bindings])
  return response.text()
}

test('counts the peer when no proxy is trusted, whatever the client says', async () => {
  expect(await counted(clientAddress(0), from('198.51.100.7'), forwardedFor('203.0.113.9'))).toBe('198.51.100.7')
})

test('counts the entry that trusted proxies added, not forged ones', async () => {
  expect(await counted(clientAddress(1), from('10.0.0.1'), forwardedFor('1.1.1.1, 203.0.113.9'))).toBe('203.0.113.9')
  expect(await counted(clientAddress(2), from('10.0.0.1'), forwardedFor('1.1.1.1, 203.0.113.9, 10.0.0.2'))).toBe('203.0.113.9')
  expect(await counted(clientAddress(2), from('10.0.0.1'), forwardedFor('203.0.113.9'))).toBe('10.0.0.1')
  expect(await counted(clientAddress(1), from('10.0.0.1'))).toBe('10.0.0.1')
})

test.each([
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('counts %s as %s: mapped IPv4 as IPv4, and a /64 of IPv6 as one client', async (address, expected) => {
  expect(await counted(clientAddress(0), from(address))).toBe(expected)
})

test.each([[undefined], [null], [{}], [{ incoming: 1 }]])(
  'counts all requests of a platform that binds %j as one client',
  async (bindings) => {
    expect(await counted(clientAddress(0), bindings)).toBe('unknown')
  },
)

test('reports an untrusted X-Forwarded-For once', async () => {
  let reports = 0
  const report = () => {
    reports += 1
  }
  const address = clientAddress(0, report)
  for (const _ of Array(3).keys()) await counted(address, {}, forwardedFor('192.0.2.7'))
  expect(reports).toBe(1)
  await counted(clientAddress(1, report), {}, forwardedFor('192.0.2.7'))
  expect(reports).toBe(1)
})
