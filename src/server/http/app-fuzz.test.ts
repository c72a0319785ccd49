import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Verdict } from '#core/verify/verdict.ts'
import { createLog } from '#server/config/log.ts'
import { appDouble, asked, capturedLog, vendor } from './app-double.test-data.ts'
import { operations } from './operations/operations.ts'

const paths = [...new Set(operations.map(({ path }) => path.replace(':id', 'ID'))), '/api/ID', '/ID']

const anyId = fc.oneof(
  fc.constantFrom('..', '%', '%00', '__proto__', "' or 1=1 --", '\u0000', '%E0%A4%A'),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => encodeURIComponent(text)),
)

/** Similar enough to a valid request to pass the first validation. */
const nearlyAsked = fc.record(
  {
    accountId: fc.oneof(fc.constant(asked.accountId), fc.anything()),
    region: fc.oneof(fc.constantFrom('us-east-1', 'cn-north-1', 'us-iso-east-1'), fc.anything()),
    externalId: fc.oneof(fc.constant(asked.externalId), fc.string({ unit: 'binary', maxLength: 2000 }), fc.anything()),
    permissions: fc.oneof(
      fc.constant(asked.permissions),
      fc.dictionary(fc.oneof(fc.constantFrom('readSourceImages', '__proto__', 'constructor', 'toString'), fc.string()), fc.anything()),
      fc.anything(),
    ),
    role: fc.oneof(
      fc.record({ path: fc.anything(), permissionsBoundary: fc.anything(), tags: fc.anything(), maxSessionDuration: fc.anything() }),
      fc.anything(),
    ),
    permissionsPolicy: fc.oneof(fc.record({ Version: fc.constant('2012-10-17'), Statement: fc.anything() }), fc.string(), fc.anything()),
    accounts: fc.oneof(
      fc.array(fc.record({ accountId: fc.anything(), region: fc.anything(), name: fc.anything() }, { requiredKeys: [] })),
      fc.anything(),
    ),
    launchToken: fc.anything(),
    handoffToken: fc.anything(),
    purpose: fc.oneof(fc.constant('create-role'), fc.anything()),
    draft: fc.anything(),
    kind: fc.oneof(fc.constant('asked'), fc.anything()),
    note: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    now: fc.anything(),
  },
  { requiredKeys: [] },
)

const jsonText = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{}'
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))

const anyBody: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
  fc.json().map(bytesOf),
  nearlyAsked.map((value) => bytesOf(jsonText(value))),
  fc.integer({ min: 1, max: 9000 }).map((depth) => bytesOf('['.repeat(depth))),
  fc
    .integer({ min: 1, max: 10_000 })
    .map((depth) => bytesOf(`{"permissions":{},"permissionsPolicy":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)),
  fc.integer({ min: 1, max: 3000 }).map((depth) => bytesOf(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
)

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
  path: fc.constantFrom(...paths),
  id: anyId,
  body: anyBody,
  authorization: fc.oneof(
    { weight: 5, arbitrary: fc.constant('own') },
    { weight: 1, arbitrary: fc.string().filter((text) => /^[\x20-\x7e]*$/.test(text)) },
  ),
})

type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer Value> ? Value : never

function sender(app: ReturnType<typeof appDouble>['app'], token: string) {
  return ({ method, path, id, body, authorization }: AnyRequest) =>
    app.request(path.replace('ID', id), {
      method,
      headers: { Authorization: authorization === 'own' ? `Bearer ${token}` : authorization },
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    })
}

test('survives arbitrary requests to every route, and assumes no role for them', { timeout: 30_000 }, async () => {
  const only = { ...vendor, regions: vendor.regions.slice(0, 3) }
  const { app, signIn, sts } = appDouble({ vendor: only })
  const send = sender(app, await signIn())
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const response = await send(request)
      statuses.add(response.status)
      expect(response.status).toBeLessThan(500)
      if (response.status >= 400) expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    }),
    { numRuns: 1500 },
  )
  expect(sts.calls.filter((call) => call !== 'callerIdentity')).toEqual([])
  for (const status of [200, 201, 400, 401, 404, 405, 422]) expect(statuses).toContain(status)
})

test('calls AWS for no ID that is not the tenant’s', { timeout: 30_000 }, async () => {
  const { send, signIn, connect, sts } = appDouble()
  const [token, other] = [await signIn(), await signIn()]
  const { id } = await connect(other)
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyId, fc.constant(id)), async (candidate) => {
      const response = await send('POST', `/api/connections/${candidate}/verify`, {
        token,
        body: { now: true, externalId: 'x', roleArn: 'y' },
      })
      expect([401, 404, 405]).toContain(response.status)
    }),
    { numRuns: 300 },
  )
  expect(sts.calls).toEqual([])
})

test('verifies the stored connection, whatever the request says', async () => {
  const { send, signIn, connect, sts } = appDouble()
  const token = await signIn()
  const { id, roleArn } = await connect(token)
  const body = {
    now: true,
    roleArn: 'arn:aws:iam::999999999999:role/Other',
    externalId: 'other',
    accountId: '999999999999',
    region: 'cn-north-1',
  }
  const response = await send('POST', `/api/connections/${id}/verify`, { token, body })
  expect(Verdict.parse(await response.json()).probes.map(({ region }) => region)).toEqual(['us-east-1'])
  expect(sts.calls).toEqual(['callerIdentity', `assumeRole ${roleArn}`])
})

test('logs no token, external ID, account or connection ID', async () => {
  const logged = capturedLog()
  const { send, signIn, connect } = appDouble({ log: createLog('trace', logged.stream) })
  const token = await signIn()
  const { id } = await connect(token)
  await send('POST', `/api/connections/${id}/verify`, { token })
  await send('POST', '/api/sessions', { body: { launchToken: 'a-launch-token' } })
  await send('GET', `/api/connections/${id}?token=${token}`, { token })
  await send('GET', `/${asked.externalId}`)
  expect(logged.text().trim().split('\n').length).toBeGreaterThanOrEqual(6)
  for (const secret of [token, asked.externalId, asked.accountId, id, 'a-launch-token', 'acme-uploads'])
    expect(logged.text()).not.toContain(secret)
})

test('redacts a secret that is logged', () => {
  const logged = capturedLog()
  createLog('info', logged.stream).info({ token: 'one-secret', connection: { externalId: 'two-secret' } }, 'words')
  expect(logged.text()).toContain('[redacted]')
  expect(logged.text()).not.toMatch(/one-secret|two-secret/)
})
