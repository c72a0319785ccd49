import { expect, test } from 'vitest'
import { noQueue } from '#server/aws/check-queue.ts'
import { measured } from '#server/measured.ts'
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

test('writes the Prometheus text format', async () => {
  const metrics = createMetrics()
  metrics.countRequest({ method: 'GET', route: '/a', status: 200, ms: 40 })
  metrics.countRequest({ method: 'GET', route: '/a', status: 200, ms: 2000 })
  metrics.countVerdict({ kind: 'verified', diagnosis: 'verified' })
  const text = await metrics.text()
  for (const line of [
    '# TYPE rolebridge_requests_total counter',
    'rolebridge_requests_total{method="GET",route="/a",status="200"} 2',
    '# TYPE rolebridge_request_duration_seconds histogram',
    'rolebridge_request_duration_seconds_bucket{le="0.05",method="GET",route="/a"} 1',
    'rolebridge_request_duration_seconds_bucket{le="2.5",method="GET",route="/a"} 2',
    'rolebridge_request_duration_seconds_sum{method="GET",route="/a"} 2.04',
    'rolebridge_verdicts_total{kind="verified",diagnosis="verified"} 1',
  ])
    expect(text.split('\n')).toContain(line)
})

test('writes any method and any label on one line', async () => {
  const metrics = createMetrics()
  for (const method of ['BREW', 'QUERY']) metrics.countRequest({ method, route: 'a"\\\n', status: 405, ms: 0 })
  expect(await metrics.text()).toContain('\nrolebridge_requests_total{method="other",route="a\\"\\\\\\n",status="405"} 2\n')
})

test('groups the error codes of STS, of which there are many', async () => {
  const metrics = createMetrics()
  const codes = [null, 'AccessDenied', 'Throttling', 'ThrottlingException', 'NetworkError', 'ExpiredToken', 'Anything']
  for (const code of codes) metrics.countStsCall({ partition: 'aws', action: 'AssumeRole', code, ms: 20 })
  const lines = (await metrics.text()).split('\n')
  for (const [result, count] of [
    ['granted', 1],
    ['denied', 1],
    ['throttled', 2],
    ['no-response', 1],
    ['error', 2],
  ])
    expect(lines).toContain(`rolebridge_sts_calls_total{partition="aws",action="AssumeRole",result="${result}"} ${count}`)
  expect(lines).toContain('rolebridge_sts_call_duration_seconds_count{partition="aws",action="AssumeRole"} 7')
})

const notAsked = { stsOf: () => ({ waitingCalls: () => 3, queue: noQueue }), partitions: ['aws'], nowMs: () => 0 } as const
const impaired = async () => [{ partition: 'aws', fault: 'AWS has not responded yet', isWrongIdentity: false }] as const

test('shows connections by state, counted once in ten minutes, and the state of AWS', async () => {
  const { registry, signIn, connect, send } = appDouble()
  const token = await signIn()
  const { id } = await connect(token)
  await connect(token, { externalId: 'Zt4XwB8nZc5Hs2Pk7Qm2vK9dR', accountId: '777788889999' })
  await send('POST', `/api/connections/${id}/verify`, { token })
  let pages = 0
  const verdictKinds: typeof registry.verdictKinds = (page) => {
    pages += 1
    return registry.verdictKinds(page)
  }
  const metrics = createMetrics()
  metrics.measure(measured({ ...notAsked, registry: { ...registry, verdictKinds }, readiness: impaired }))
  await metrics.text()
  const lines = (await metrics.text()).split('\n')
  for (const line of [
    'rolebridge_connections{state="waiting"} 1',
    'rolebridge_connections{state="unchecked"} 1',
    'rolebridge_connections{state="verified"} 0',
    'rolebridge_connections_counted_all 1',
    'rolebridge_aws_ready{partition="aws"} 0',
    'rolebridge_sts_waiting_calls{partition="aws"} 3',
    'rolebridge_events{status="pending"} 2',
    'rolebridge_events{status="dead"} 0',
  ])
    expect(lines).toContain(line)
  expect(pages).toBe(1)
})

test('stops counting connections after 100,000, and says so', async () => {
  const kinds = Array.from({ length: 1000 }, () => 'verified')
  const metrics = createMetrics()
  const { registry } = appDouble()
  metrics.measure(
    measured({ ...notAsked, registry: { ...registry, verdictKinds: async () => ({ kinds, next: 'more' }) }, readiness: impaired }),
  )
  const lines = (await metrics.text()).split('\n')
  expect(lines).toContain('rolebridge_connections{state="verified"} 100000')
  expect(lines).toContain('rolebridge_connections_counted_all 0')
})
