import { request as httpRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { asked } from './http/app-double.test-data.ts'
import { run, serverAddress } from './started-server.test-data.ts'

type Held = { readonly response: Promise<{ readonly status: number; readonly text: string }>; readonly finish: () => void }

/** A request whose last byte is sent only on demand, so that it is in flight until then. */
function held(url: string, headers: Readonly<Record<string, string>>, body: string): Held {
  const request = httpRequest(url, { method: 'POST', headers: { ...headers, 'Content-Length': String(body.length) } })
  request.write(body.slice(0, -1))
  const response = new Promise<{ status: number; text: string }>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', async (message) => {
      const chunks = await message.toArray()
      resolve({ status: message.statusCode ?? 0, text: chunks.join('') })
    })
  })
  return { response, finish: () => request.end(body.slice(-1)) }
}

async function statusOf(url: string): Promise<number | null> {
  try {
    return (await fetch(url, { headers: { Connection: 'close' } })).status
  } catch {
    return null
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(20)
}

test('on SIGTERM is no longer ready, still responds, finishes what is in flight, and exits', async () => {
  const started = run({ ROLEBRIDGE_STOP_DELAY_MS: '1500' })
  const address = await serverAddress(started)
  const { token } = Session.parse(await (await fetch(`${address}/api/sessions`, { method: 'POST' })).json())
  const headers = { Authorization: `Bearer ${token}` }
  const created = await fetch(`${address}/api/connections`, { method: 'POST', headers, body: JSON.stringify(asked) })
  const { id } = Connection.parse(await created.json())
  const verification = held(`${address}/api/connections/${id}/verify`, headers, '{"now":true}')
  expect(await statusOf(`${address}/readyz`)).toBe(200)
  started.child.kill('SIGTERM')
  await until(async () => (await statusOf(`${address}/readyz`)) === 503)
  expect(await statusOf(`${address}/healthz`)).toBe(200)
  await until(async () => (await statusOf(`${address}/healthz`)) === null)
  expect(started.child.exitCode).toBeNull()
  verification.finish()
  const { status, text } = await verification.response
  expect([status, Verdict.parse(JSON.parse(text)).kind]).toEqual([200, 'waiting'])
  expect(await started.ended).toBe(0)
})
