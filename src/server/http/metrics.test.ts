import { expect, test } from 'vitest'
import { appDouble } from './app-double.test-data.ts'
import { createMetrics } from './metrics.ts'

const metricsToken = 'a-token-that-only-Prometheus-has-and-we'

test('shows the requests by route to the holder of the token', async () => {
  const { send, signIn } = appDouble({
    broken: { metricsToken },
    pages: { answer: async () => null, scriptHashes: [], titleFor: () => '' },
  })
  await send('GET', '/healthz')
  await send('GET', '/api/connections', { token: await signIn() })
  await send('GET', '/k7Qm2vK9')
  await send('GET', '/api/connections/k7Qm2vK9dRt4XwB8nZc5Hs')
  const response = await send('GET', '/metrics', { token: metricsToken })
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await response.text()
  expect(text).toContain('\nrolebridge_requests_total{method="GET",route="/healthz",status="200"} 1\n')
  expect(text).toContain('\nrolebridge_requests_total{method="GET",route="/api/connections/:id",status="401"} 1\n')
  expect(text).toContain('\nrolebridge_requests_total{method="GET",route="/api/connections",status="200"} 1\n')
  expect(text).toContain('\nrolebridge_requests_total{method="GET",route="/*",status="404"} 1\n')
  expect(text).not.toContain('k7Qm2vK9')
})

test.each([undefined, 'another token', `${metricsToken}x`])('shows nothing for the token %j', async (token) => {
  const { send } = appDouble({ broken: { metricsToken } })
  const response = await send('GET', '/metrics', token === undefined ? {} : { token })
  expect([response.status, await response.json()]).toEqual([401, expect.objectContaining({ code: 'unauthenticated' })])
})

test('shows no metrics to anyone without a configured token', async () => {
  const { send, signIn } = appDouble()
  for (const token of ['', 'null', await signIn()]) expect((await send('GET', '/metrics', { token })).status).toBe(404)
})

test('writes the Prometheus text format', () => {
  const metrics = createMetrics()
  metrics.countRequest({ method: 'GET', route: '/a', status: 200, ms: 40 })
  metrics.countRequest({ method: 'GET', route: '/a', status: 200, ms: 2000 })
  metrics.countVerdict({ kind: 'verified', diagnosis: 'verified' })
  expect(metrics.text()).toMatchInlineSnapshot(`
    "# HELP rolebridge_requests_total Answered requests.
    # TYPE rolebridge_requests_total counter
    rolebridge_requests_total{method="GET",route="/a",status="200"} 2

    # HELP rolebridge_request_duration_seconds Duration of requests, in seconds.
    # TYPE rolebridge_request_duration_seconds histogram
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="0.01"} 0
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="0.05"} 1
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="0.25"} 1
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="1"} 1
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="2.5"} 2
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="5"} 2
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="10"} 2
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="30"} 2
    rolebridge_request_duration_seconds_bucket{method="GET",route="/a",le="+Inf"} 2
    rolebridge_request_duration_seconds_sum{method="GET",route="/a"} 2.04
    rolebridge_request_duration_seconds_count{method="GET",route="/a"} 2

    # HELP rolebridge_verdicts_total Verdicts, by kind and diagnosis.
    # TYPE rolebridge_verdicts_total counter
    rolebridge_verdicts_total{kind="verified",diagnosis="verified"} 1
    "
  `)
})

test('writes any method and any label on one line', () => {
  const metrics = createMetrics()
  for (const method of ['BREW', 'QUERY']) metrics.countRequest({ method, route: 'a"\\\n', status: 405, ms: 0 })
  expect(metrics.text()).toContain('\nrolebridge_requests_total{method="other",route="a\\"\\\\\\n",status="405"} 2\n')
})
