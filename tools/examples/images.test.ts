import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { VendorConnection } from '#client/client.ts'
import { VendorConnection as ConnectionSchema } from '#core/verify/vendor-connection.ts'
import { knownConnections } from '#examples/image-processor/connections.ts'
import { processImages } from '#examples/image-processor/images.ts'

const at = '2026-11-22T08:00:00.000Z'

/** No other test has it: clients of STS are kept in the process, one for each Region, with the endpoint of when they were created. */
const region = 'ap-southeast-5'

const connectionOf = (change: object = {}): VendorConnection =>
  ConnectionSchema.parse({
    ...{ id: 'one', tenant: 'acme', tenantId: 'launched:acme', accountId: '444455556666', region },
    ...{ externalId: 'the-external-id-of-before', roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess' },
    permissions: { readSourceImages: { sourceBuckets: ['uploads'] }, writeResults: { resultBucket: 'results' } },
    ...{ createdAt: at, changedAt: at, needsUpdate: false, disconnectedAt: null },
    verdict: { kind: 'verified', diagnosis: 'verified', checkedAt: at, simulated: false, current: true },
    ...change,
  })

const disconnected = { disconnectedAt: at }
const rotated = { externalId: 'the-external-id-of-now' }

const credentials = (expiration: Date) => `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
  <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
  <Expiration>${expiration.toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`

/** One of 20 pages, with nothing that the worker makes a thumbnail of. */
const page = (count: number) => `<ListBucketResult>${count < 20 ? '<NextContinuationToken>next</NextContinuationToken>' : ''}
  <Contents><Key>photo.jpg</Key><Size>10</Size></Contents></ListBucketResult>`

type Aws = { requests: readonly { readonly service: 'sts' | 's3'; readonly body: string }[]; onPage: (count: number) => void }
const aws: Aws = { requests: [], onPage: () => {} }

const paged = () => aws.requests.filter(({ service }) => service === 's3').length

/** STS and S3. Sessions are so short that each call needs another one. */
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const service = request.method === 'POST' ? 'sts' : 's3'
  aws.requests = [...aws.requests, { service, body }]
  response.setHeader('content-type', 'application/xml')
  if (service === 's3') aws.onPage(paged())
  response.end(service === 'sts' ? credentials(new Date(Date.now() + 1000)) : page(paged()))
})

// One for all tests, because the client of STS is kept.
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${address.port}`)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllEnvs()
})

beforeEach(() => {
  aws.requests = []
  aws.onPage = () => {}
})

async function known() {
  async function* pages() {
    yield { kind: 'answer' as const, value: { connections: [connectionOf()] } }
  }
  const connections = knownConnections({ rolebridge: { connections: pages }, isSimulatorAllowed: false })
  await connections.read()
  const [used] = connections.usable()
  if (used === undefined) throw new Error('The role is usable')
  return { connections, used }
}

test.each([
  ['ends', disconnected],
  ['has another external ID', rotated],
])('sends no request for a connection that %s before its turn', async (_, change) => {
  const { connections, used } = await known()
  connections.keep(connectionOf(change))
  await processImages(
    used,
    () => connections.isUsed(used),
    () => {},
  )
  expect(aws.requests).toEqual([])
})

test.each([
  ['ends', disconnected],
  ['has another external ID', rotated],
])('requests no further page of a bucket without images once the connection %s', async (_, change) => {
  const { connections, used } = await known()
  aws.onPage = (count) => {
    if (count === 3) connections.keep(connectionOf(change))
  }
  await processImages(
    used,
    () => connections.isUsed(used),
    () => {},
  )
  expect(paged()).toBe(3)
})

test('assumes no role for a call that is made once the connection has ended', async () => {
  const { connections, used } = await known()
  connections.keep(connectionOf(disconnected))
  await expect(
    processImages(
      used,
      () => true,
      () => {},
    ),
  ).rejects.toThrow('The role is no longer used')
  expect(aws.requests).toEqual([])
})

test('assumes the role with the external ID of now once it has changed', async () => {
  const { connections, used } = await known()
  connections.keep(connectionOf(rotated))
  const now = connections.current(used.connection.id)
  aws.onPage = () => void connections.keep(connectionOf(disconnected))
  if (now === null) throw new Error('The role is usable')
  await processImages(
    now,
    () => connections.isUsed(now),
    () => {},
  )
  expect(paged()).toBe(1)
  const assumed = aws.requests.filter(({ service }) => service === 'sts')
  expect(assumed.length).toBeGreaterThan(0)
  for (const { body } of assumed) expect(body).toContain(`ExternalId=${rotated.externalId}`)
})
