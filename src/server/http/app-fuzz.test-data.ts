import fc from 'fast-check'
import { expect } from 'vitest'
import type { Log } from '#server/config/log.ts'
import type { Registry } from '#server/registry/registry.ts'
import { vendorApi, vendorToken } from '#server/sessions/vendor.test-data.ts'
import { appDouble, asked, vendor } from './app-double.test-data.ts'
import { operations } from './operations/operations.ts'

const paths = [...new Set(operations.map(({ path }) => path.replace(':id', 'ID'))), '/api/ID', '/ID']

export const anyId = fc.oneof(
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

const anyQuery = fc
  .dictionary(
    fc.oneof(fc.constantFrom('cursor', 'tenant', 'status', 'account', 'updatedSince', 'locale'), fc.string({ unit: 'binary' })),
    fc.oneof(
      fc.constantFrom('verified', '444455556666', '2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z~absent'),
      fc.string({ unit: 'binary', maxLength: 300 }),
    ),
    { maxKeys: 3 },
  )
  .map((values) => `?${new URLSearchParams(values)}`)

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'),
  path: fc.constantFrom(...paths),
  id: anyId,
  body: anyBody,
  query: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, anyQuery),
  authorization: fc.oneof(
    { weight: 5, arbitrary: fc.constant('own') },
    { weight: 1, arbitrary: fc.string().filter((text) => /^[\x20-\x7e]*$/.test(text)) },
  ),
})

type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer Value> ? Value : never

type Tokens = { readonly session: string; readonly vendor: string }

function sender(app: ReturnType<typeof appDouble>['app'], tokens: Tokens) {
  const tokenFor = (path: string) => (path.startsWith('/api/vendor/') ? tokens.vendor : tokens.session)
  return ({ method, path, id, query, body, authorization }: AnyRequest) =>
    app.request(path.replace('ID', id) + query, {
      method,
      headers: { Authorization: authorization === 'own' ? `Bearer ${tokenFor(path)}` : authorization },
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    })
}

/** Sends arbitrary requests to every route. None is answered with 5xx, and AWS is asked for no role. Returns the statuses of the answers. */
export async function surviveRequests(numRuns: number, choices: { registry?: Registry; log?: Log } = {}): Promise<ReadonlySet<number>> {
  const only = { ...vendor, regions: vendor.regions.slice(0, 3) }
  const { app, signIn, sts } = appDouble({ vendor: only, vendorApi, ...choices })
  const send = sender(app, { session: await signIn(), vendor: await vendorToken() })
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(anyRequest, async (request) => {
      const response = await send(request)
      statuses.add(response.status)
      expect(response.status).toBeLessThan(500)
      if (response.status >= 400) expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    }),
    { numRuns },
  )
  expect(sts.calls.filter((call) => call !== 'callerIdentity')).toEqual([])
  return statuses
}
