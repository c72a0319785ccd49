import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { testAws } from './testing.test-data.ts'

const entry = { Source: 'rolebridge', DetailType: 'connection.lost', Detail: '{"id":"evt_1"}', EventBusName: 'vendor' }

function put(fetch: (request: Request) => Promise<Response>, body: unknown, change: Readonly<Record<string, string>> = {}) {
  const credential = 'AWS4-HMAC-SHA256 Credential=SIM111122223333/20261122/us-east-1/events/aws4_request, SignedHeaders=host, Signature=0'
  const headers = { Authorization: credential, 'X-Amz-Target': 'AWSEvents.PutEvents', ...change }
  return fetch(new Request('http://127.0.0.1/', { method: 'POST', headers, body: JSON.stringify(body) }))
}

const Answer = z.object({ FailedEntryCount: z.int(), Entries: z.array(z.record(z.string(), z.string())) })

test('accepts the entries of a request, and reports those that failed with status 200', async () => {
  const { simulator } = testAws()
  const entries = [entry, { ...entry, EventBusName: 'failing-bus' }, { ...entry, Detail: 'no JSON' }]
  const response = await put(simulator.fetch, { Entries: entries })
  expect(response.status).toBe(200)
  expect(Answer.parse(await response.json())).toEqual({
    FailedEntryCount: 2,
    Entries: [
      { EventId: expect.any(String) },
      { ErrorCode: 'InternalFailure', ErrorMessage: expect.any(String) },
      { ErrorCode: 'MalformedDetail', ErrorMessage: expect.any(String) },
    ],
  })
})

test.each([
  ['no entries', { Entries: [] }, {}, 'ValidationException'],
  ['eleven entries', { Entries: Array.from({ length: 11 }, () => entry) }, {}, 'ValidationException'],
  ['something else', 'text', {}, 'ValidationException'],
  ['another operation', { Entries: [entry] }, { 'X-Amz-Target': 'AWSEvents.PutRule' }, 'UnknownOperationException'],
])('refuses %s', async (_, body, change, code) => {
  const response = await put(testAws().simulator.fetch, body, change)
  expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ __type: code })])
})
