import { expect, test } from 'vitest'
import { appDouble } from './app-double.test-data.ts'

const headersOf = async (options: Parameters<typeof appDouble>[0], headers: Readonly<Record<string, string>> = {}) =>
  (await appDouble(options).app.request('/healthz', { headers })).headers

test('keeps other windows and unused features away from every page', async () => {
  const headers = await headersOf({})
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(headers.get('Permissions-Policy')).toMatch(/camera=\(\).*clipboard-write=\(self\)/)
})

test('sends HSTS only if the server is reached over TLS', async () => {
  const isStrict = async (...given: Parameters<typeof headersOf>) => (await headersOf(...given)).has('Strict-Transport-Security')
  expect(await isStrict({})).toBe(false)
  expect(await isStrict({}, { 'X-Forwarded-Proto': 'https' })).toBe(true)
  expect(await isStrict({ broken: { origin: 'https://connect.example.com' } })).toBe(true)
  expect(await isStrict({ broken: { origin: 'http://localhost:4173' } })).toBe(false)
})

test('sends the same headers with a verdict, a list and a problem', async () => {
  const { send, signIn, connect } = appDouble()
  const token = await signIn()
  const { id } = await connect(token)
  const responses = await Promise.all([
    send('POST', `/api/connections/${id}/verify`, { token }),
    send('GET', '/api/connections', { token }),
    send('GET', '/api/connections/unknown', { token }),
  ])
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 404])
  const lasting = responses.map(({ headers }) => [...headers].filter(([name]) => !/^(content-type|traceresponse|x-request-id)$/.test(name)))
  expect(lasting[0]).toHaveLength(7)
  expect([lasting[1], lasting[2]]).toEqual([lasting[0], lasting[0]])
  for (const { headers } of responses) expect([headers.has('X-Request-Id'), headers.has('traceresponse')]).toEqual([true, true])
})

test('leads from the short address to the support view, under the headers of the page', async () => {
  const pages = { answer: async () => new Response('the page'), scriptHashes: [], titleFor: () => 'the page' }
  const { app } = appDouble({ pages })
  const [short, page] = [await app.request('/support'), await app.request('/')]
  expect([short.status, short.headers.get('Location')]).toEqual([302, './#/support'])
  const policyOf = ({ headers }: Response) => headers.get('Content-Security-Policy')
  expect(policyOf(short)).toContain('frame-ancestors')
  expect(policyOf(short)).toBe(policyOf(page))
})
