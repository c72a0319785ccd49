import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { handle, type LambdaEvent } from 'hono/aws-lambda'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { Session } from '#core/connection/session.ts'
import { type Engine, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { type StsEndpoint, startSts } from '#tools/server-copies.ts'
import { dataFolder } from './assembled-app.test-data.ts'
import { asked, vendor } from './http/app-double.test-data.ts'
import { newWebhookSecret, receiver } from './webhooks/receiver.test-data.ts'

/** Events of AWS's documentation, which the comment beside each names, with the method, path, body and client of a test. */
const clients = { rest: '192.0.2.10', http: '192.0.2.11', balancer: '192.0.2.12' } as const

type Asked = { readonly method: string; readonly path: string; readonly body?: string; readonly token?: string }

const headersOf = ({ token }: Asked) => ({
  'content-type': 'application/json',
  // Anyone can write this header. API Gateway and load balancers add the client at its end.
  'x-forwarded-for': `203.0.113.99, ${clients.balancer}`,
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
})

const events: Readonly<Record<keyof typeof clients, (asked: Asked) => unknown>> = {
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
  rest: (given) => ({
    resource: '/{proxy+}',
    path: given.path,
    httpMethod: given.method,
    headers: headersOf(given),
    multiValueHeaders: Object.fromEntries(Object.entries(headersOf(given)).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'id',
      authorizer: { claims: null, scopes: null },
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'id',
      extendedRequestId: 'request-id',
      httpMethod: given.method,
      identity: {
        accessKey: null,
        accountId: null,
        caller: null,
        sourceIp: clients.rest,
        user: null,
        userAgent: 'user-agent',
        userArn: null,
      },
      path: given.path,
      protocol: 'HTTP/1.1',
      requestId: 'id=',
      requestTime: '04/Mar/2020:19:15:17 +0000',
      requestTimeEpoch: 1_583_349_317_135,
      resourceId: null,
      resourcePath: given.path,
      stage: '$default',
    },
    body: given.body ?? null,
    isBase64Encoded: false,
  }),
  // https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html, which is the format 2.0 of HTTP APIs too
  http: (given) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: given.path,
    rawQueryString: '',
    headers: headersOf(given),
    requestContext: {
      accountId: '123456789012',
      apiId: 'urlid',
      authentication: null,
      domainName: 'urlid.lambda-url.us-west-2.on.aws',
      domainPrefix: 'urlid',
      http: { method: given.method, path: given.path, protocol: 'HTTP/1.1', sourceIp: clients.http, userAgent: 'agent' },
      requestId: 'id',
      routeKey: '$default',
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1_583_348_638_390,
    },
    body: given.body ?? null,
    isBase64Encoded: false,
  }),
  // https://docs.aws.amazon.com/lambda/latest/dg/services-alb.html
  balancer: (given) => ({
    requestContext: {
      elb: {
        targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/lambda-279XGJDqGZ5rsrHC2Fjr/49e9d65c45c6791a',
      },
    },
    httpMethod: given.method,
    path: given.path,
    queryStringParameters: {},
    headers: { ...headersOf(given), host: 'lambda-alb-123578498.us-east-1.elb.amazonaws.com', 'x-forwarded-proto': 'https' },
    body: given.body ?? '',
    isBase64Encoded: false,
  }),
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html
const ruleEvent = {
  version: '0',
  id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '123456789012',
  time: '2015-10-08T16:53:06Z',
  region: 'us-east-1',
  resources: ['arn:aws:events:us-east-1:123456789012:rule/my-scheduled-rule'],
  detail: {},
}

const Answer = z.object({ statusCode: z.int(), body: z.string() })

const context = (leftMs: number) => {
  const nothing = () => {}
  return {
    awsRequestId: 'request-1',
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'rolebridge',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:rolebridge',
    memoryLimitInMB: '512',
    logGroupName: '/aws/lambda/rolebridge',
    logStreamName: 'stream',
    getRemainingTimeInMillis: () => leftMs,
    done: nothing,
    fail: nothing,
    succeed: nothing,
  }
}

const receiptKey = JSON.stringify({
  ...z.record(z.string(), z.unknown()).parse(await crypto.subtle.exportKey('jwk', (await newKey()).privateKey)),
})

async function newKey(): Promise<CryptoKeyPair> {
  const key = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in key)) throw new Error('There is no key pair')
  return key
}

describe.skipIf(!isPostgresInstalled())('the function', () => {
  let engine: Engine | null = null
  let sts: StsEndpoint | null = null

  beforeAll(async () => {
    engine = await startPostgres()
    sts = await startSts()
  })

  afterAll(async () => {
    await engine?.stop()
    await sts?.stop()
  })

  /** A new instance of the function. */
  async function instance(change: Readonly<Record<string, string>> = {}) {
    const before = { ...process.env }
    onTestFinished(() => {
      process.env = before
    })
    for (const name of Object.keys(process.env)) if (/^(AWS|ROLEBRIDGE)_/.test(name)) delete process.env[name]
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: sts?.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
      LOG_LEVEL: 'silent',
      ROLEBRIDGE_AWS: 'live',
      ROLEBRIDGE_STS_ENDPOINT_ALLOWED: sts?.url,
      ROLEBRIDGE_VENDOR: 'public/vendor.json',
      ROLEBRIDGE_REGISTRY: engine?.url,
      ROLEBRIDGE_SESSION_SECRET: 'a secret of at least 32 characters.',
      ROLEBRIDGE_RECEIPT_KEY: receiptKey,
      ...change,
    })
    vi.resetModules()
    const { handler } = await import('./lambda.ts')
    const send = async (kind: keyof typeof clients, given: Asked) => {
      const { statusCode, body } = Answer.parse(await handler(events[kind](given), context(60_000)))
      return { status: statusCode, body: body === '' ? null : JSON.parse(body) }
    }
    return { handler, send }
  }

  test.each(['rest', 'http', 'balancer'] as const)('answers a request by %s, and checks the connection when it is due', async (kind) => {
    const { handler, send } = await instance()
    const { token } = Session.parse((await send(kind, { method: 'POST', path: '/api/sessions', body: '{}' })).body)
    const body = JSON.stringify({ ...asked, externalId: crypto.randomUUID() })
    const connection = await send(kind, { method: 'POST', path: '/api/connections', token, body })
    expect(connection.status).toBe(201)
    const path = `/api/connections/${connection.body.id}/verify`
    expect((await send(kind, { method: 'POST', path, token, body: '{}' })).body).toMatchObject({ kind: 'waiting' })
    expect(await handler(ruleEvent, context(60_000))).toEqual({ checked: 0, delayed: 0, areMoreDue: false, delivered: 0 })
  })

  test('checks what is due for a rule and for a schedule', async () => {
    const { handler, send } = await instance()
    const { token } = Session.parse((await send('http', { method: 'POST', path: '/api/sessions', body: '{}' })).body)
    const { connect } = await import('./registry/postgres/database.ts')
    const sql = connect(engine?.url ?? '')
    onTestFinished(() => sql.end())
    for (const event of [ruleEvent, { ...ruleEvent, source: 'aws.scheduler', resources: [], detail: '{}' }]) {
      await send('http', {
        method: 'POST',
        path: '/api/connections',
        token,
        body: JSON.stringify({ ...asked, externalId: crypto.randomUUID() }),
      })
      await sql`update connections set next_check_at = '2026-11-22T08:00:00.000Z' where id not in (select connection_id from verdicts)`
      expect(await handler(event, context(60_000))).toEqual({ checked: 1, delayed: 0, areMoreDue: false, delivered: 0 })
    }
    await expect(handler({ Records: [] }, context(60_000))).rejects.toThrow('neither a request nor a scheduled event')
  })

  test('sends what is due for a rule, as long as there is time', async () => {
    const secret = newWebhookSecret()
    const { url, received } = await receiver(secret)
    const { handler, send } = await instance({ ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: secret })
    const { token } = Session.parse((await send('http', { method: 'POST', path: '/api/sessions', body: '{}' })).body)
    const body = JSON.stringify({ ...asked, externalId: crypto.randomUUID() })
    const { id } = (await send('http', { method: 'POST', path: '/api/connections', token, body })).body
    expect(await handler(ruleEvent, context(1000))).toMatchObject({ delivered: 0 })
    expect(received).toEqual([])
    const { delivered } = z.object({ delivered: z.int() }).parse(await handler(ruleEvent, context(60_000)))
    expect([delivered, delivered > 0]).toEqual([received.length, true])
    const own = received.filter(({ event }) => JSON.stringify(event.data).includes(`"id":"${id}"`))
    expect(own.map(({ event }) => event.type)).toEqual(['connection.created'])
  })

  test('tells of an update that a changed config asks for, with the first rule that leaves time for it', async () => {
    const { send } = await instance()
    const { token } = Session.parse((await send('http', { method: 'POST', path: '/api/sessions', body: '{}' })).body)
    const body = JSON.stringify({ ...asked, externalId: crypto.randomUUID() })
    const { id } = (await send('http', { method: 'POST', path: '/api/connections', token, body })).body
    const folder = dataFolder()
    const file = join(folder, 'vendor.json')
    writeFileSync(file, JSON.stringify({ ...vendor, permissionSets: vendor.permissionSets.map((set) => ({ ...set, required: true })) }))
    const { handler } = await instance({ ROLEBRIDGE_VENDOR: file })
    const { connect } = await import('./registry/postgres/database.ts')
    const sql = connect(engine?.url ?? '')
    onTestFinished(() => sql.end())
    const told = async () => (await sql`select id from events where connection_id = ${id} and id like '%needs-update'`).length
    await handler(ruleEvent, context(1000))
    expect(await told()).toBe(0)
    for (let count = 0; count < 2; count += 1) await handler(ruleEvent, context(60_000))
    expect(await told()).toBe(1)
  })

  test('does not start with state in files that only one instance has', async () => {
    const { handler } = await instance({ ROLEBRIDGE_REGISTRY: '', ROLEBRIDGE_SESSION_SECRET: '' })
    await expect(handler(events.http({ method: 'GET', path: '/healthz' }), context(60_000))).rejects.toThrow('ROLEBRIDGE_REGISTRY')
  })
})

const isLambdaEvent = (event: unknown): event is LambdaEvent => typeof event === 'object' && event !== null

test.each(['rest', 'http', 'balancer'] as const)(
  'counts limits by the client of a request by %s, never by what it claims to be',
  async (kind) => {
    const { clientAddress } = await import('./http/rate-limits.ts')
    const { getConnInfo } = await import('hono/aws-lambda')
    const { Hono } = await import('hono')
    const address = clientAddress(0, undefined, (given) => getConnInfo(given).remote.address)
    const app = new Hono()
    app.get('/', (given) => given.text(address(given)))
    const event = events[kind]({ method: 'GET', path: '/' })
    if (!isLambdaEvent(event)) throw new Error('The event is an object')
    expect(await handle(app)(event, context(1000))).toMatchObject({ statusCode: 200, body: clients[kind] })
  },
)
