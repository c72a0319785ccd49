import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { Connection } from '#core/connection/connection.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { Session } from '#core/connection/session.ts'
import { asked } from './http/app-double.test-data.ts'
import { newFolder, run, serverAddress } from './started-server.test-data.ts'

/** `npm run test:durability` sets 50. */
const kills = Number(process.env['ROLEBRIDGE_KILLS'] ?? 2)
const writers = 6
/** Below the limit of one tenant. */
const claimsOfWriter = 25

type Acknowledged = { readonly token: string; readonly id: string; readonly externalId: string }

const newExternalId = (): string => proposedExternalId((length) => new Uint8Array(randomBytes(length)))
const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })

async function signIn(address: string): Promise<string> {
  return Session.parse(await (await post(`${address}/api/sessions`, {})).json()).token
}

function claim(address: string, token: string, externalId: string): Promise<Response> {
  const accountId = String(Math.floor(Math.random() * 9e11) + 1e11)
  return post(`${address}/api/connections`, { ...asked, accountId, externalId }, { Authorization: `Bearer ${token}` })
}

/** Claims until the server is gone. */
async function write(address: string, onAcknowledged: (claimed: Acknowledged) => void): Promise<void> {
  try {
    const token = await signIn(address)
    for (let count = 0; count < claimsOfWriter; count += 1) {
      const externalId = newExternalId()
      const response = await claim(address, token, externalId)
      const { id } = Connection.parse(await response.json())
      if (response.status === 201) onAcknowledged({ token, id, externalId })
    }
  } catch {
    // The server was killed, and this claim was not acknowledged.
  }
}

/** Kills the server in the middle of writing, and returns what it had acknowledged. */
async function killedWhileWriting(folder: string, claimsBefore: number): Promise<readonly Acknowledged[]> {
  const server = run({ ROLEBRIDGE_DATA: folder })
  const address = await serverAddress(server)
  const acknowledged: Acknowledged[] = []
  const onAcknowledged = (claimed: Acknowledged) => {
    acknowledged.push(claimed)
    if (acknowledged.length === claimsBefore) server.child.kill('SIGKILL')
  }
  await Promise.all(Array.from({ length: writers }, () => write(address, onAcknowledged)))
  server.child.kill('SIGKILL')
  await server.ended
  return acknowledged
}

async function isThere(address: string, { token, id, externalId }: Acknowledged): Promise<boolean> {
  const response = await fetch(`${address}/api/connections/${id}`, { headers: { Authorization: `Bearer ${token}` } })
  return response.status === 200 && Connection.parse(await response.json()).externalId === externalId
}

test(`keeps every acknowledged claim when it is killed ${kills} times`, { timeout: 120_000 + kills * 60_000 }, async () => {
  const folder = newFolder()
  const acknowledged: Acknowledged[] = []
  for (let round = 0; round < kills; round += 1) acknowledged.push(...(await killedWhileWriting(folder, 5 + ((round * 7) % 60))))
  const address = await serverAddress(run({ ROLEBRIDGE_DATA: folder }))
  expect(acknowledged.length).toBeGreaterThan(kills * 5)
  const lost: string[] = []
  for (const claimed of acknowledged) if (!(await isThere(address, claimed))) lost.push(claimed.id)
  expect(lost).toEqual([])
  const stranger = await signIn(address)
  for (const { externalId } of acknowledged.slice(-20)) expect((await claim(address, stranger, externalId)).status).toBe(409)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
})

const isTraceable = spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true']).status === 0

/** In the order in which the kernel saw them. */
const Trace = z.array(z.enum(['sync', 'acknowledged']))

function traceOf(path: string): z.infer<typeof Trace> {
  const lines = readFileSync(path, 'utf8').split('\n')
  return Trace.parse(
    lines.flatMap((line) => {
      if (/f(data)?sync(\(\d+\)| resumed>.*\)) += 0/.test(line)) return ['sync']
      return /write[v]?\(.*HTTP\/1\.1 201/.test(line) ? ['acknowledged'] : []
    }),
  )
}

/** A power cut loses what the disk was not asked to keep. */
test.skipIf(!isTraceable)('asks the disk to keep each claim before it acknowledges it', { timeout: 180_000 }, async () => {
  const trace = join(newFolder(), 'trace')
  const server = run({}, [], ['strace', '-f', '-o', trace, '-s', '40', '-e', 'trace=fsync,fdatasync,write,writev'])
  const address = await serverAddress(server)
  const token = await signIn(address)
  const before = traceOf(trace).length
  const count = 20
  for (let index = 0; index < count; index += 1) expect((await claim(address, token, newExternalId())).status).toBe(201)
  const events = traceOf(trace).slice(before)
  const acknowledgements = events.flatMap((event, index) => (event === 'acknowledged' ? [events[index - 1]] : []))
  expect(acknowledgements).toEqual(Array.from({ length: count }, () => 'sync'))
})
