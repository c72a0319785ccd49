import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeJwt, SignJWT } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import type { Connection } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { EventTest, VendorEvents } from '#core/events/vendor-event.ts'
import { WebhookEvent } from '#core/events/webhook-event.ts'
import { policyText } from '#core/policy/document.ts'
import { parseJson } from '#core/text/strings.ts'
import { assembled, dataFolder, iam } from '#server/assembled-app.test-data.ts'
import { keepEnvironment } from '#server/aws/aws-environment.test-data.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { eventually, newWebhookSecret, receiver } from './receiver.test-data.ts'

keepEnvironment()

const vendorSecret = 'the secret of the vendor for its workers'

function workerToken(): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'worker', aud: 'http://localhost:4173', iat: now, exp: now + 300, scope: 'connections:read connections:write' }
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(new TextEncoder().encode(vendorSecret))
}

/** The whole server over simulated AWS, with a customer and with the vendor's own requests. */
async function started(environment: Readonly<Record<string, string>>, folder = dataFolder()) {
  const server = await assembled(folder, { environment: { ROLEBRIDGE_VENDOR_SECRET: vendorSecret, ...environment } })
  onTestFinished(server.stop)
  const { endpoint, signIn, connect, verdictOf } = server
  const token = await signIn()
  const asVendor = async (method: string, path: string, body?: unknown) =>
    server.send(method, `/api/vendor/${path}`, await workerToken(), body)
  const edit = (connection: Connection, parameters: Readonly<Record<string, string>>) =>
    iam(endpoint, connection, { RoleName: rolePlan(connection, vendor).roleName, ...parameters })
  const createRole = async (connection: Connection) => {
    const { policyName: PolicyName, trustPolicy, permissionsPolicy } = rolePlan(connection, vendor)
    await edit(connection, { Action: 'CreateRole', AssumeRolePolicyDocument: policyText(trustPolicy) })
    await edit(connection, { Action: 'PutRolePolicy', PolicyName, PolicyDocument: policyText(permissionsPolicy) })
  }
  const setTrust = (connection: Connection, change: (policy: string) => string) =>
    edit(connection, { Action: 'UpdateAssumeRolePolicy', PolicyDocument: change(policyText(rolePlan(connection, vendor).trustPolicy)) })
  const verify = async ({ id }: Connection) => (await asVendor('POST', `connections/${id}/verify`, { now: true })).json()
  return { ...server, token, connect: (change = {}) => connect(token, change), verdictOf, asVendor, createRole, setTrust, edit, verify }
}

const withoutExternalId = (policy: string): string => {
  const document = z.object({ Statement: z.array(z.looseObject({})) }).parse(parseJson(policy))
  return JSON.stringify({ ...document, Statement: document.Statement.map(({ Condition: _, ...statement }) => statement) })
}

test('tells of a connection as it is created, verified, weakened, lost, and recovered, once each and in this order', async () => {
  const secret = newWebhookSecret()
  const { url, received, types } = await receiver(secret)
  const { connect, createRole, setTrust, edit, verify, asVendor } = await started({
    ROLEBRIDGE_WEBHOOK_URL: url,
    ROLEBRIDGE_WEBHOOK_SECRET: secret,
  })
  const connection = await connect()
  await createRole(connection)
  const until = (type: string, check = true) =>
    eventually(
      async () => {
        if (check) await verify(connection)
        return types()
      },
      (all) => all.at(-1) === type,
    )
  await until('connection.verified')
  await until('connection.verified')
  await setTrust(connection, withoutExternalId)
  await until('connection.drifted')
  await edit(connection, { Action: 'DeleteRolePolicy', PolicyName: rolePlan(connection, vendor).policyName })
  await edit(connection, { Action: 'DeleteRole' })
  await until('connection.lost')
  await createRole(connection)
  await until('connection.recovered')
  await until('connection.recovered')
  expect(types()).toEqual(['connection.created', 'connection.verified', 'connection.drifted', 'connection.lost', 'connection.recovered'])
  expect(new Set(received.map(({ id }) => id)).size).toBe(5)
  const events = received.map(({ event }) => WebhookEvent.parse(event))
  for (const event of events) {
    if (event.type === 'webhook.test') continue
    expect(event.data.connection).toMatchObject({ id: connection.id, roleArn: connection.roleArn, externalId: connection.externalId })
  }
  const recovered = events.at(-1)
  if (recovered?.type !== 'connection.recovered') throw new Error(recovered?.type)
  expect(recovered.data.verdict.kind).toBe('verified')
  expect(decodeJwt(recovered.data.receipt ?? '')).toMatchObject({ connectionId: connection.id, simulated: true })
  const listed = await (await asVendor('GET', `connections/${connection.id}`)).json()
  expect(Object.keys(recovered.data.connection).toSorted()).toEqual(Object.keys(listed).toSorted())
  expect(JSON.stringify(received)).not.toMatch(/ASIA|secretAccessKey|sessionToken/i)
})

test('retries while the receiver is down, in the order of each connection', async () => {
  const secret = newWebhookSecret()
  const { url, received, response, types } = await receiver(secret)
  const { connect, createRole, verify } = await started({ ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: secret })
  response.status = 503
  const connection = await connect()
  await eventually(types, (all) => all.length === 1)
  await createRole(connection)
  await verify(connection)
  response.status = 204
  await eventually(types, (all) => all.includes('connection.verified'))
  expect(received.map(({ event, status }) => [event.type, status])).toEqual([
    ['connection.created', 503],
    ['connection.created', 204],
    ['connection.verified', 204],
  ])
  const [first, second] = received
  expect(first?.id).toBe(second?.id)
  // The pause plus one round of the delivery, on a busy machine.
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(5000)
})

test('lists what was delivered, sends it again when asked to, and tests the receiver', async () => {
  const secret = newWebhookSecret()
  const { url, received, response, types } = await receiver(secret)
  const { connect, asVendor } = await started({ ROLEBRIDGE_WEBHOOK_URL: url, ROLEBRIDGE_WEBHOOK_SECRET: secret })
  const { id } = await connect()
  const delivered = async () => VendorEvents.parse(await (await asVendor('GET', 'events?status=delivered')).json()).events
  const [event] = await eventually(delivered, (events) => events.length === 1)
  expect(event).toMatchObject({
    connectionId: id,
    type: 'connection.created',
    status: 'delivered',
    attempts: 1,
    failure: null,
    nextAttemptAt: null,
  })
  expect(await (await asVendor('POST', `events/${event?.id}/redelivery`)).json()).toMatchObject({
    id: event?.id,
    status: 'pending',
    attempts: 0,
  })
  await eventually(types, (all) => all.length === 2)
  expect(received.map((each) => each.id)).toEqual([event?.id, event?.id])
  expect((await asVendor('POST', 'events/absent/redelivery')).status).toBe(404)
  expect((await asVendor('GET', 'events?status=green')).status).toBe(422)
  expect((await asVendor('GET', 'events?cursor=no')).status).toBe(422)
  const tried = async () => EventTest.parse(await (await asVendor('POST', 'events/test')).json())
  expect(await tried()).toEqual({ accepted: true, status: 204, failure: null })
  expect(types().at(-1)).toBe('webhook.test')
  response.status = 401
  expect(await tried()).toEqual({
    accepted: false,
    status: 401,
    failure: { code: 'status', status: 401, detail: expect.stringContaining('ROLEBRIDGE_WEBHOOK_SECRET') },
  })
})

const PutEvents = z.object({ events: z.array(z.object({ bus: z.string(), source: z.string(), type: z.string(), detail: z.string() })) })

const putIn = (folder: string) => PutEvents.parse(parseJson(readFileSync(join(folder, 'simulated-aws/accounts.json'), 'utf8'))).events

test('puts the same events on an EventBridge bus, with the credentials of the server', async () => {
  const folder = dataFolder()
  const bus = `arn:aws:events:us-east-1:${vendor.accounts.aws}:event-bus/rolebridge`
  const { connect, createRole, verify, asVendor } = await started({ ROLEBRIDGE_EVENTBRIDGE_BUS: bus }, folder)
  const connection = await connect()
  await createRole(connection)
  await verify(connection)
  const put = await eventually(
    () => putIn(folder),
    (events) => events.length === 2,
  )
  expect(put).toMatchObject([
    { bus, source: 'rolebridge', type: 'connection.created' },
    { bus, source: 'rolebridge', type: 'connection.verified' },
  ])
  const { id, ...payload } = z.looseObject({ id: z.string() }).parse(parseJson(put[1]?.detail ?? ''))
  expect(id).toMatch(/^evt_.+_verified$/)
  expect(WebhookEvent.parse(payload)).toMatchObject({ type: 'connection.verified', data: { connection: { id: connection.id } } })
  expect(EventTest.parse(await (await asVendor('POST', 'events/test')).json())).toEqual({ accepted: true, status: 200, failure: null })
})

test.each([
  ['accepts the request and not the event', 'failing-bus', undefined, { code: 'event-rejected', status: 200, reason: 'InternalFailure' }],
  ['denies the request', 'rolebridge', '999988887777', { code: 'aws', status: 400, reason: 'AccessDeniedException' }],
])('keeps an event pending where EventBridge %s', async (_, name, account, failure) => {
  const folder = dataFolder()
  const bus = `arn:aws:events:us-east-1:${account ?? vendor.accounts.aws}:event-bus/${name}`
  const { connect, asVendor } = await started({ ROLEBRIDGE_EVENTBRIDGE_BUS: bus }, folder)
  await connect()
  const pending = async () => VendorEvents.parse(await (await asVendor('GET', 'events?status=pending')).json()).events
  const [event] = await eventually(pending, ([first]) => first?.failure != null)
  expect(event).toMatchObject({ type: 'connection.created', status: 'pending', failure })
  expect(event?.failure?.detail).toMatch(/\. \S/)
  expect(putIn(folder)).toEqual([])
})

test('says that events are off where no receiver is configured', async () => {
  const { asVendor, connect } = await started({})
  await connect()
  const response = await asVendor('POST', 'events/test')
  expect([response.status, await response.json()]).toEqual([409, expect.objectContaining({ code: 'events-off' })])
})
