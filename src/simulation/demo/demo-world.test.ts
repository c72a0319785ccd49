import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, createLocalJWKSet } from 'jose'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod/mini'
import { templateParameters } from '#core/artifacts/template-choice.ts'
import { partitionOf } from '#core/aws/region.ts'
import { Connection } from '#core/connection/connection.ts'
import { Problem } from '#core/connection/problem.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Session } from '#core/connection/session.ts'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { assembleApp } from '#server/assembled-app.ts'
import { readEnvironment } from '#server/config/environment.ts'
import { asked, vendor } from '#server/http/app-double.test-data.ts'
import { createReceipts, newReceiptKey } from '#server/http/receipts.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { queryRequest } from '#simulation/aws/testing.test-data.ts'
import { demoClock, type Pace } from './demo-clock.ts'
import { demoVendor } from './demo-vendor.ts'
import { createDemoWorld } from './demo-world.ts'

type Fetch = (request: Request) => Promise<Response>

const receipts = await createReceipts(await newReceiptKey())
const nobody = { name: null, accent: null, logo: null, sets: null }

function world(pace: Pace = 'instant', seed = 'a test') {
  const clock = demoClock(() => Date.parse('2026-11-22T08:00:00Z'), pace)
  return { clock, ...createDemoWorld({ vendor: demoVendor(vendor, nobody), clock, seed, receipts }) }
}

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The whole server as Node runs it. */
async function server(): Promise<{ readonly fetch: Fetch }> {
  const reading = readEnvironment({ PORT: '0', ROLEBRIDGE_DATA: folder, ROLEBRIDGE_SIMULATOR_DELAY_MS: '0' })
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  const silent = { info: () => {}, warn: () => {}, error: () => {} }
  const { app, stop } = await assembleApp({ settings: reading.settings, vendor, log: silent, pages: null, port: () => 0 })
  onTestFinished(stop)
  return { fetch: async (request) => app.fetch(request) }
}

function client({ fetch }: { readonly fetch: Fetch }) {
  const send = (method: string, path: string, token?: string, body?: unknown) =>
    fetch(
      new Request(`https://page.invalid${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
  const signIn = async () => Session.parse(await (await send('POST', '/api/sessions', undefined, {})).json()).token
  const connect = async (token: string, change = {}) =>
    Connection.parse(await (await send('POST', '/api/connections', token, { ...asked, ...change })).json())
  const verdictOf = async (token: string, id: string) =>
    Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, token, { now: true })).json())
  async function launch(connection: Connection) {
    const served = ServedVendor.parse(await (await send('GET', '/vendor.json')).json())
    const values = Object.entries(templateParameters(rolePlan(connection, served)))
    const parameters = values.flatMap(([key, value], index) => [
      [`Parameters.member.${index + 1}.ParameterKey`, key],
      [`Parameters.member.${index + 1}.ParameterValue`, value],
    ])
    const request = queryRequest(
      'cloudformation',
      {
        Action: 'CreateStack',
        StackName: 'PixelworksAccess',
        TemplateURL: served.templates[partitionOf(connection.region)] ?? '',
        'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
        ...Object.fromEntries(parameters),
      },
      { accessKeyId: `SIM${connection.accountId}`, region: connection.region },
    )
    return fetch(new Request('https://page.invalid/simulated-aws/', request))
  }
  return { send, signIn, connect, verdictOf, launch }
}

/** Everything that a journey returns: statuses, bodies, and verdicts. */
async function journey(at: { readonly fetch: Fetch }) {
  const { send, signIn, connect, verdictOf, launch } = client(at)
  const token = await signIn()
  const served = ServedVendor.parse(await (await send('GET', '/vendor.json')).json())
  const refusals = [
    await send('GET', '/api/connections'),
    await send('GET', '/api/connections/absent', token),
    await send('POST', '/api/connections', token, { ...asked, accountId: '1' }),
    await send('DELETE', '/api/sessions'),
    await send('GET', '/api/nothing'),
  ]
  const connection = await connect(token)
  const again = await send('POST', '/api/connections', token, asked)
  const before = await verdictOf(token, connection.id)
  const launched = await launch(connection)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const after = await verdictOf(token, connection.id)
  const list = z.object({ connections: z.array(Connection) }).parse(await (await send('GET', '/api/connections', token)).json())
  const ready = await send('GET', '/readyz')
  return {
    simulated: served.simulated,
    refusals: await Promise.all(refusals.map(async (response) => [response.status, Problem.parse(await response.json()).code])),
    connection: { ...connection, id: '', createdAt: '' },
    again: again.status,
    before: [before.kind, before.diagnosis, before.probes.map(({ name, outcome, code }) => [name, outcome, code])],
    launched: launched.status,
    after: [after.kind, after.diagnosis, after.simulated, after.probes.map(({ name, variant, outcome }) => [name, variant, outcome])],
    checks: after.checks.map(({ id, call, resource, outcome }) => [id, call, resource, outcome]),
    held: list.connections.length,
    ready: [ready.status, await ready.json()],
  }
}

test('the demo answers every request of a journey like the server', async () => {
  expect(await journey(world())).toEqual(await journey(await server()))
})

test('every scenario account shows its diagnosis in the demo', async () => {
  const seen: Record<string, string> = {}
  for (const { id, accountId } of scenarioAccounts) {
    const { clock, fetch } = world('realistic')
    const { signIn, connect, verdictOf, launch } = client({ fetch })
    const token = await signIn()
    const connection = await connect(token, { accountId })
    await verdictOf(token, connection.id)
    await launch(connection)
    for (const seconds of [60, 70, 20]) {
      clock.pass(seconds * 1000)
      seen[id] = (await verdictOf(token, connection.id)).diagnosis
    }
  }
  expect(seen).toEqual(Object.fromEntries(scenarioAccounts.map(({ id, expects }) => [id, expects])))
})

/** Everything that a demo shows of one role, after any number of checks. */
async function transcript(seed: string, checks: number): Promise<string> {
  const { clock, fetch } = world('step', seed)
  const { signIn, connect, verdictOf, launch } = client({ fetch })
  const token = await signIn()
  const connection = await connect(token)
  for (let check = 0; check < checks; check += 1) await verdictOf(token, connection.id)
  const stack = await (await launch(connection)).text()
  clock.pass(20_000)
  return JSON.stringify([connection, stack, await verdictOf(token, connection.id)])
}

test('the same seed gives the same IDs, and another seed gives others', async () => {
  const [first, again, other] = [await transcript('one', 1), await transcript('one', 4), await transcript('two', 1)]
  expect(again).toBe(first)
  const ids = [...first.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/g)].map(([id]) => id)
  expect(new Set(ids).size).toBeGreaterThan(5)
  for (const id of ids) expect(other).not.toContain(id)
})

test('a server accepts no session, connection, or receipt of a demo', async () => {
  const demo = client(world())
  const live = client(await server())
  const demoToken = await demo.signIn()
  const connection = await demo.connect(demoToken, { externalId: 'Zx8Lw3Rb6Yt2Nq9Vm4Kd7Hs5' })
  expect((await live.send('POST', `/api/connections/${connection.id}/verify`, demoToken, {})).status).toBe(401)
  expect((await live.send('POST', `/api/connections/${connection.id}/verify`, await live.signIn(), {})).status).toBe(404)

  await demo.launch(connection)
  expect(await demo.verdictOf(demoToken, connection.id)).toMatchObject({ diagnosis: 'verified' })
  const receipt = await (await demo.send('GET', `/api/connections/${connection.id}/receipt`, demoToken)).text()
  const keysOf = async (at: typeof demo) => createLocalJWKSet(await (await at.send('GET', '/.well-known/jwks.json')).json())
  await expect(compactVerify(receipt, await keysOf(demo))).resolves.toBeDefined()
  await expect(compactVerify(receipt, await keysOf(live))).rejects.toThrow()
})

test('at the pace step nothing changes until time is skipped', async () => {
  const { clock, fetch } = world('step')
  const { signIn, connect, verdictOf, launch } = client({ fetch })
  const token = await signIn()
  const connection = await connect(token)
  expect(await verdictOf(token, connection.id)).toMatchObject({ diagnosis: 'propagating' })
  await launch(connection)
  expect(await verdictOf(token, connection.id)).toMatchObject({ diagnosis: 'propagating' })
  clock.pass(5000)
  clock.pass(5000)
  expect(await verdictOf(token, connection.id)).toMatchObject({ diagnosis: 'verified' })
})

test('a fixed account works from then on', async () => {
  const { clock, fixAccount, fetch } = world('realistic')
  const { signIn, connect, verdictOf, launch } = client({ fetch })
  const token = await signIn()
  const connection = await connect(token, { accountId: '400000000044' })
  await launch(connection)
  clock.pass(60_000)
  expect(await verdictOf(token, connection.id)).toMatchObject({ diagnosis: 'aws-unavailable' })
  fixAccount('400000000044')
  clock.pass(10_000)
  expect(await verdictOf(token, connection.id)).toMatchObject({ diagnosis: 'verified' })
})
