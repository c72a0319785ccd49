import { request as httpRequest } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { Problem } from '#core/connection/problem.ts'
import { appDouble, asked } from './http/app-double.test-data.ts'
import { listen } from './listen.ts'

async function listening() {
  const { app, signIn } = appDouble()
  const { port, stop } = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0 })
  onTestFinished(stop)
  return { origin: `http://127.0.0.1:${port}`, port, signIn }
}

type Raw = { readonly port: number; readonly headers: Readonly<Record<string, string>>; readonly chunks: readonly string[] }

/** Over the wire as given, unlike `fetch`, which sets what it likes. */
function sent({ port, headers, chunks }: Raw): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/api/connections', headers }, (response) => {
      let text = ''
      response.on('data', (data) => {
        text += data
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on('error', reject)
    for (const chunk of chunks) request.write(chunk)
    request.end()
  })
}

test('opens a session over HTTP without a body', async () => {
  const { origin } = await listening()
  expect((await fetch(`${origin}/api/sessions`, { method: 'POST' })).status).toBe(201)
})

test('creates a connection over HTTP from a chunked body', async () => {
  const { port, signIn } = await listening()
  const headers = { Authorization: `Bearer ${await signIn()}`, 'Transfer-Encoding': 'chunked' }
  const text = JSON.stringify(asked)
  expect((await sent({ port, headers, chunks: [text.slice(0, 20), text.slice(20)] })).status).toBe(201)
})

test.each([
  ['in pieces', { 'Transfer-Encoding': 'chunked' }],
  ['of a stated length', { 'Content-Length': String(65 * 1024) }],
])('rejects a body over HTTP that is too large %s', async (_, framing) => {
  const { port, signIn } = await listening()
  const headers = { Authorization: `Bearer ${await signIn()}`, ...framing }
  const answer = await sent({ port, headers, chunks: Array.from({ length: 65 }, () => 'x'.repeat(1024)) })
  expect(answer.status).toBe(413)
  expect(Problem.parse(JSON.parse(answer.text)).code).toBe('body-too-large')
})

test('rejects with the port that is in use', async () => {
  const { port } = await listening()
  await expect(listen({ fetch: () => new Response(), host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE', port })
})
