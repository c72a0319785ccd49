import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import { readWebhookSecret } from '#core/events/webhook-signature.ts'
import { dataFolder } from '#server/assembled-app.test-data.ts'
import { readNetworks } from '#server/config/public-address.ts'
import { localServer } from '#server/local-server.test-data.ts'
import { testMessage } from './event-message.ts'
import type { Resolve } from './judged-addresses.ts'
import { newWebhookSecret, receiver } from './receiver.test-data.ts'
import { webhookTarget } from './webhook-target.ts'

const none = { has: () => false }
const keyOf = (secret: string) => readWebhookSecret(secret) ?? new Uint8Array()
const now = () => new Date()
const message = testMessage('evt_test', new Date('2026-11-22T08:00:00.000Z'))

type Choices = {
  readonly resolve?: Resolve
  readonly networks?: readonly string[]
  readonly secrets?: readonly string[]
  readonly deadlineMs?: number
}

function send(url: string, { resolve, networks = [], secrets = [newWebhookSecret()], deadlineMs = 5000 }: Choices = {}) {
  const allowedNetworks = readNetworks(networks) ?? none
  const given = resolve === undefined ? {} : { resolve }
  return webhookTarget({ url: new URL(url), keys: secrets.map(keyOf), allowedNetworks, now, deadlineMs, ...given }).send(message)
}

const resolvesTo =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

test('signs with each secret, and receivers with the old one and the new one accept it', async () => {
  const [one, two] = [newWebhookSecret(), newWebhookSecret()]
  const { url, received } = await receiver(one)
  expect(await send(url, { secrets: [two, one] })).toEqual({ kind: 'accepted', status: 204 })
  const [request] = received
  expect(request).toMatchObject({ id: 'evt_test', event: { type: 'webhook.test', timestamp: '2026-11-22T08:00:00.000Z', data: {} } })
  expect(request?.headers['webhook-signature']?.split(' ')).toHaveLength(2)
  expect(request?.headers['content-type']).toBe('application/json')
  expect(Math.abs(Number(request?.headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(5000)
  expect(() => new Webhook(two).verify(message.text, request?.headers ?? {})).not.toThrow()
  expect(() => new Webhook(newWebhookSecret()).verify(message.text, request?.headers ?? {})).toThrow('No matching signature')
})

test.each([
  ['the metadata service', '169.254.169.254'],
  ['a mapped private address', '::ffff:10.0.0.1'],
  ['a mapped private address in hexadecimal digits', '::ffff:a00:1'],
  ['a private address', '10.0.0.1'],
  ['this machine', '127.0.0.1'],
  ['this machine in IPv6', '::1'],
  ['the metadata service in IPv6', 'fd00:ec2::254'],
  ['nothing that is an address', 'receiver'],
])('does not connect to a name that leads to %s', async (_, address) => {
  expect(await send('https://receiver.example/hook', { resolve: resolvesTo(address) })).toEqual({
    kind: 'failed',
    failure: { code: 'address-denied' },
  })
})

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::ffff:10.0.0.1]/',
  'https://169.254.169.254/latest/',
])('does not connect to %s', async (url) => {
  const resolve: Resolve = () => Promise.reject(new Error('An address needs no lookup'))
  expect(await send(url, { resolve })).toEqual({ kind: 'failed', failure: { code: 'address-denied' } })
})

test('does not connect to a name of which one address is denied, or that has none', async () => {
  const denied = { kind: 'failed', failure: { code: 'address-denied' } }
  expect(await send('https://receiver.example/', { resolve: resolvesTo('8.8.8.8', '10.0.0.1') })).toEqual(denied)
  expect(await send('https://receiver.example/', { resolve: resolvesTo() })).toEqual(denied)
})

test('sends nothing without TLS to another machine, even if the network is allowed', async () => {
  expect(await send('http://localhost/', { resolve: resolvesTo('10.20.0.1'), networks: ['10.20.0.0/16'] })).toEqual({
    kind: 'failed',
    failure: { code: 'address-denied' },
  })
})

test('connects to the address that was judged, and does not resolve the name a second time', async () => {
  const secret = newWebhookSecret()
  const { port, received } = await receiver(secret)
  const answers = ['127.0.0.1', '169.254.169.254']
  let asked = 0
  const resolve: Resolve = async () => {
    const address = answers[asked] ?? ''
    asked += 1
    return [{ address, family: 4 }]
  }
  // No one else knows this name, so a second lookup would fail.
  expect(await send(`http://receiver.example:${port}/hook`, { resolve, secrets: [secret] })).toEqual({ kind: 'accepted', status: 204 })
  expect([asked, received.length, received[0]?.headers['host']]).toEqual([1, 1, `receiver.example:${port}`])
  // A new connection each time, so that a change of the name counts at once.
  expect(await send(`http://receiver.example:${port}/hook`, { resolve, secrets: [secret] })).toEqual({
    kind: 'failed',
    failure: { code: 'address-denied' },
  })
})

test('follows no redirect, to the metadata service or anywhere else', async () => {
  const secret = newWebhookSecret()
  const other = await receiver(secret)
  const { url, response } = await receiver(secret)
  for (const location of ['http://169.254.169.254/latest/meta-data/', other.url])
    for (const status of [301, 302, 303, 307, 308]) {
      Object.assign(response, { status, headers: { Location: location } })
      expect(await send(url, { secrets: [secret] })).toEqual({ kind: 'failed', failure: { code: 'redirect', status } })
    }
  expect(other.received).toEqual([])
})

test.each([200, 201, 202, 204, 299])('takes the status %i for accepted', async (status) => {
  const { url } = await localServer((_request, response) => response.writeHead(status).end())
  expect(await send(url)).toEqual({ kind: 'accepted', status })
})

test.each([400, 401, 404, 410, 429, 500, 503])('takes the status %i for a failure', async (status) => {
  const { url } = await localServer((_request, response) => response.writeHead(status).end('not now'))
  expect(await send(url)).toEqual({ kind: 'failed', failure: { code: 'status', status } })
})

test('gives up a receiver that does not respond, and one that does not accept the connection', async () => {
  const { url, port } = await localServer(() => {})
  expect(await send(url, { deadlineMs: 100 })).toEqual({ kind: 'failed', failure: { code: 'timeout' } })
  const slow: Resolve = () => new Promise(() => {})
  expect(await send(`http://localhost:${port}/`, { resolve: slow, deadlineMs: 100 })).toEqual({
    kind: 'failed',
    failure: { code: 'timeout' },
  })
  expect(await send('http://127.0.0.1:9/')).toEqual({ kind: 'failed', failure: { code: 'connection-refused', reason: 'ECONNREFUSED' } })
  const reset = await localServer((request) => request.socket.destroy())
  expect(await send(reset.url)).toEqual({ kind: 'failed', failure: { code: 'connection-failed', reason: 'ECONNRESET' } })
  const absent: Resolve = () => Promise.reject(Object.assign(new Error('absent'), { code: 'ENOTFOUND' }))
  expect(await send('https://receiver.example/', { resolve: absent })).toEqual({
    kind: 'failed',
    failure: { code: 'name-not-found', reason: 'ENOTFOUND' },
  })
})

test('reads no more of a response than a small part, and waits for none of it', async () => {
  let written = 0
  let isClosed = false
  const { url } = await localServer((_request, response) => {
    response.on('close', () => {
      isClosed = true
    })
    const more = () => {
      if (isClosed) return
      written += 64 * 1024
      if (response.write(Buffer.alloc(64 * 1024))) setImmediate(more)
      else response.once('drain', more)
    }
    response.writeHead(200)
    more()
  })
  expect(await send(url)).toEqual({ kind: 'accepted', status: 200 })
  while (!isClosed) await new Promise((resume) => setTimeout(resume, 10))
  // The system buffers some of it between two processes. An endless response would be much longer.
  expect(written).toBeLessThan(32 * 1024 * 1024)
})

test('verifies the certificate of a receiver in an allowed network', async () => {
  const folder = dataFolder()
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => response.writeHead(204).end())
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const networks = ['127.0.0.0/8']
  const result = await send(`https://localhost:${port}/`, { resolve: resolvesTo('127.0.0.1'), networks })
  expect(result).toEqual({ kind: 'failed', failure: { code: 'tls', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })
})
