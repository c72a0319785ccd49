import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Problem } from '#core/connection/problem.ts'
import { createLog } from '#server/config/log.ts'
import { appDouble, asked, capturedLog } from '#server/http/app-double.test-data.ts'
import type { Registry } from '#server/registry/registry.ts'
import { isPostgresInstalled } from '#tools/engines.ts'
import { connect, inTransaction } from './database.ts'
import { inBetween, listening, migratedPostgres } from './lost-postgres.test-data.ts'
import { postgresRegistry, reconnectingRegistry } from './postgres-registry.ts'

const engineUrl = migratedPostgres()

function opened(address: string, limits: { readonly statement_timeout: number }, deadlineMs: number): Registry {
  const registry = reconnectingRegistry(() => postgresRegistry(connect(address, limits)), deadlineMs)
  onTestFinished(() => registry.close())
  return registry
}

function logged(registry: Registry) {
  const { stream, text } = capturedLog()
  return { ...appDouble({ registry, log: createLog('info', stream) }), text }
}

async function expectOutage(response: Response): Promise<void> {
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
  expect(Problem.parse(await response.json())).toMatchObject({ code: 'not-ready', detail: 'The registry does not respond. Try again.' })
}

describe.skipIf(!isPostgresInstalled())('PostgreSQL', () => {
  test('answers 503 while another transaction holds a table, and logs the SQLSTATE', async () => {
    const { send, signIn, connect: claimed, text } = logged(opened(engineUrl(), { statement_timeout: 700 }, 9000))
    const token = await signIn()
    const other = connect(engineUrl())
    onTestFinished(() => other.end())
    await inTransaction(other, async (query) => {
      await query`lock table connections in access exclusive mode`
      await expectOutage(await send('GET', '/api/connections', { token }))
      await expectOutage(await send('POST', '/api/connections', { token, body: asked }))
    })
    expect(text()).toContain('"code":"57014"')
    expect(await claimed(token)).toMatchObject({ accountId: '444455556666' })
  })

  test('answers 503 when its connections fall silent, and uses new ones for the next request', async () => {
    const between = await inBetween(engineUrl())
    const { send, signIn, text } = logged(opened(between.url, { statement_timeout: 2000 }, 3000))
    const token = await signIn()
    expect((await send('GET', '/api/connections', { token })).status).toBe(200)
    between.silence()
    await expectOutage(await send('GET', '/api/connections', { token }))
    expect(text()).toContain('"code":"LATE"')
    expect((await send('GET', '/api/connections', { token })).status).toBe(200)
  })

  test('answers 503 from a server that accepts connections and says nothing', async () => {
    const silent = createServer(() => {})
    const port = await listening(silent)
    onTestFinished(() => void silent.close())
    const { send, signIn } = logged(opened(engineUrl(), { statement_timeout: 2000 }, 3000))
    const token = await signIn()
    const { send: sendToSilent } = logged(opened(`postgres://rolebridge@127.0.0.1:${port}/postgres`, { statement_timeout: 200 }, 300))
    expect((await send('GET', '/api/connections', { token })).status).toBe(200)
    await expectOutage(await sendToSilent('GET', '/api/connections', { token }))
    await expectOutage(await sendToSilent('GET', '/api/connections', { token }))
  })

  test('answers 503 while PostgreSQL is away, and works again when it is back', async () => {
    const between = await inBetween(engineUrl())
    const { send, signIn } = logged(opened(between.url, { statement_timeout: 2000 }, 3000))
    const token = await signIn()
    await between.end()
    await expectOutage(await send('GET', '/api/connections', { token }))
    await expectOutage(await send('POST', '/api/handoffs', { token, body: { draft: {} } }))
    await between.begin()
    expect((await send('POST', '/api/handoffs', { token, body: { draft: {} } })).status).toBe(201)
  })
})
