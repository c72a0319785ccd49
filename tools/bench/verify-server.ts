/** A server in a process of its own, so that its CPU time is its own: Rolebridge, or a bare Hono route of the same shape, with its own few headers or with those of Rolebridge. */

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { createLog, linesTogether } from '#server/config/log.ts'
import { appDouble } from '#server/http/app-double.test-data.ts'
import { rateLimits } from '#server/http/rate-limits.ts'
import { listen } from '#server/listen.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { unlimited } from '#server/registry/limits.ts'

const [kind = 'bare', tenants = '1'] = process.argv.slice(2)

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Each tenant has one verified connection, whose verdict stays fresh because the clock of the double doesn't move. */
async function connected() {
  const double = appDouble({
    isResponseChecked: false,
    registry: libsqlRegistry(join(folder, 'registry.db')),
    limits: { ...rateLimits(), sessionsPerAddress: unlimited.sessionsPerAddress },
    log: createLog('info', linesTogether(pino.destination({ dest: join(folder, 'log'), sync: true }))),
  })
  const requests: { readonly path: string; readonly token: string }[] = []
  let last = new Response()
  for (let index = 0; index < Number(tenants); index++) {
    const token = await double.signIn()
    const accountId = String(444_455_550_000 + index)
    const connection = await double.connect(token, { accountId, externalId: `k7Qm2vK9dRt4XwB8nZc5${String(index).padStart(6, '0')}` })
    double.roles.set(connection.roleArn, connection.externalId)
    const path = `/api/connections/${connection.id}/verify`
    last = await double.send('POST', path, { token, body: {} })
    requests.push({ path, token })
  }
  return { app: double.app, requests, verdict: await last.json(), headers: Object.fromEntries(last.headers) }
}

async function start(): Promise<{ readonly port: number; readonly requests: readonly unknown[] }> {
  const { app, requests, verdict, headers } = await connected()
  if (kind === 'rolebridge') return { port: (await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0 })).port, requests }
  const bare = new Hono()
  bare.post('/api/connections/:id/verify', async (context) => {
    await context.req.json()
    // Made like the responses of Rolebridge: context.json copies many headers into an object first.
    return kind === 'bare' ? context.json(verdict) : new Response(JSON.stringify(verdict), { headers })
  })
  const server = serve({ fetch: bare.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bare server has no port')
  return { port: address.port, requests }
}

const started = await start()
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.send?.(started)
