import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import Database from 'libsql'
import { test } from './test.ts'
import { vendorSecret, vendorToken } from './vendor-token.ts'

const secret = `whsec_${randomBytes(32).toString('base64')}`
const fourDaysMs = 4 * 24 * 60 * 60 * 1000

/** The vendor's back end, which has a fault until it is repaired. */
async function receiver() {
  const types: string[] = []
  const state = { status: 503, types }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    state.types.push(String(JSON.parse(Buffer.concat(chunks).toString())['type']))
    response.writeHead(state.status).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { state, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/hook`, close: () => server.close() }
}

type Started = { readonly child: ChildProcess; readonly address: string }

async function started(folder: string, webhookUrl: string): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/server/main.js')], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      ROLEBRIDGE_SIMULATOR_PORT: '0',
      ROLEBRIDGE_DATA: folder,
      ROLEBRIDGE_VENDOR: join(import.meta.dirname, '../public/vendor.json'),
      ROLEBRIDGE_VENDOR_SECRET: vendorSecret,
      ROLEBRIDGE_WEBHOOK_URL: webhookUrl,
      ROLEBRIDGE_WEBHOOK_SECRET: secret,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/Rolebridge: http:\/\/localhost:\d+\n/)
  return { child, address: /Rolebridge: (http:\/\/localhost:\d+)\n/.exec(output)?.[1] ?? '' }
}

async function stop({ child }: Started): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Makes each event old enough for its next attempt to be the last, and that attempt due. */
function letDaysPass(folder: string): void {
  const database = new Database(join(folder, 'registry.db'))
  const longAgo = new Date(Date.now() - fourDaysMs).toISOString()
  database
    .prepare("update events set due_at = ?, delivery = json_set(delivery, '$.queuedAt', ?, '$.dueAt', ?)")
    .run(longAgo, longAgo, longAgo)
  database.close()
}

async function openSupport(page: Page, address: string): Promise<void> {
  // A change of the fragment alone loads nothing.
  await page.goto('about:blank')
  await page.goto(`${address}/#/support?token=${await vendorToken(address)}`)
  await expect(page.getByRole('button', { name: 'Forget token' })).toBeVisible()
}

test('an event that a receiver rejected for three days is a dead letter, and is sent again once the receiver works', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-dead-letters-'))
  const back = await receiver()
  const first = await started(folder, back.url)
  await page.goto(first.address)
  await page.getByLabel('AWS account ID').fill('444455556666')
  await page.getByLabel('Buckets').fill('acme-uploads')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.poll(() => back.state.types, { timeout: 30_000 }).toContain('connection.created')
  await stop(first)
  letDaysPass(folder)

  const second = await started(folder, back.url)
  const letter = page.getByRole('listitem').filter({ hasText: 'connection.created' })
  await expect(async () => {
    await openSupport(page, second.address)
    await expect(letter).toBeVisible({ timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
  await expect(letter).toContainText('503')

  back.state.status = 204
  back.state.types.length = 0
  await letter.getByRole('button', { name: /^Send connection\.created of connection .+ again$/ }).click()
  await expect(letter.getByText('The event is queued.')).toBeVisible()
  await expect.poll(() => back.state.types, { timeout: 30_000 }).toContain('connection.created')
  await openSupport(page, second.address)
  await expect(page.getByText('There are no dead letters.')).toBeVisible()

  await stop(second)
  back.close()
  rmSync(folder, { recursive: true })
})
