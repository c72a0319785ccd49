import { expect, test } from 'vitest'
import { appDouble } from './app-double.test-data.ts'

const headersOf = async (options: Parameters<typeof appDouble>[0], headers: Readonly<Record<string, string>> = {}) =>
  (await appDouble(options).app.request('/healthz', { headers })).headers

test('keeps other windows and unused features away from every page', async () => {
  const headers = await headersOf({})
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
  expect(headers.get('Permissions-Policy')).toMatch(/camera=\(\).*clipboard-write=\(self\)/)
})

test('sends HSTS only if the server is reached over TLS', async () => {
  const isStrict = async (...given: Parameters<typeof headersOf>) => (await headersOf(...given)).has('Strict-Transport-Security')
  expect(await isStrict({})).toBe(false)
  expect(await isStrict({}, { 'X-Forwarded-Proto': 'https' })).toBe(true)
  expect(await isStrict({ broken: { origin: 'https://connect.example.com' } })).toBe(true)
  expect(await isStrict({ broken: { origin: 'http://localhost:4173' } })).toBe(false)
})
