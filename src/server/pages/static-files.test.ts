import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { staticFiles } from './static-files.ts'

const script = 'export const answer = 42\n'.repeat(100)

function client() {
  const folder = mkdtempSync(join(tmpdir(), 'client-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, 'embed/0.2.0-1a2b3c4d'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rolebridge</title>')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), script)
  for (const path of ['embed.js', 'embed/0.2.0-1a2b3c4d/embed.js']) writeFileSync(join(folder, path), script)
  const files = staticFiles(folder, {
    inLanguages: new Map([
      ['en', '<!doctype html><title>Rolebridge</title>'],
      ['de', '<!doctype html><html lang="de"><title>Rolebridge</title>'],
    ]),
    languageOf: (request) => request.headers.get('Accept-Language') ?? 'en',
  })
  return (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    files(new Request(`http://localhost${path}`, { method, headers }))
}

test('caches files with a content hash forever, and the page never', async () => {
  const get = client()
  expect((await get('/'))?.headers.get('Cache-Control')).toBe('no-cache')
  expect((await get('/'))?.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  const asset = await get('/assets/main-abc123.js')
  expect(asset?.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(asset?.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(await asset?.text()).toBe(script)
  const embed = await get('/embed/0.2.0-1a2b3c4d/embed.js')
  expect(embed?.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect((await get('/embed.js'))?.headers.get('Cache-Control')).toBe('no-cache')
})

test('finds nothing that is absent or outside the folder', async () => {
  const get = client()
  expect(await (await get('/index.html'))?.text()).toContain('Rolebridge')
  const paths = ['/create-role', '/assets', '/assets/', '/assets/gone.js', '/favicon.ico', '/../package.json', '/%2e%2e/package.json']
  for (const path of [...paths, '/..%2fpackage.json', '/%E0%A4%A.js', '/__proto__']) expect(await get(path)).toBeNull()
})

test('compresses with gzip if the client accepts it', async () => {
  const get = client()
  for (const encoding of ['gzip', 'br, gzip', 'gzip;q=0.5, br', '*', 'GZIP']) {
    const response = await get('/assets/main-abc123.js', { 'Accept-Encoding': encoding })
    expect(response?.headers.get('Content-Encoding')).toBe('gzip')
    expect(response?.headers.get('Vary')).toBe('Accept-Encoding')
    expect(gunzipSync(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer(0))).toString()).toBe(script)
  }
  for (const encoding of ['', 'br', 'gzip;q=0', 'identity', 'x-gzipped']) {
    expect((await get('/assets/main-abc123.js', { 'Accept-Encoding': encoding }))?.headers.get('Content-Encoding')).toBeNull()
  }
})

test('answers 304 if the client has the file', async () => {
  const get = client()
  const etag = (await get('/'))?.headers.get('ETag') ?? ''
  expect((await get('/', { 'If-None-Match': etag }))?.status).toBe(304)
  expect((await get('/', { 'If-None-Match': `"other", W/${etag}` }))?.status).toBe(304)
  expect((await get('/', { 'If-None-Match': '"other"' }))?.status).toBe(200)
})

test('answers HEAD with the headers only', async () => {
  const response = await client()('/', {}, 'HEAD')
  expect(Number(response?.headers.get('Content-Length'))).toBeGreaterThan(20)
  expect(await response?.text()).toBe('')
})

test('serves the page in the requested language, with Vary for caches', async () => {
  const get = client()
  const [english, german] = await Promise.all([get('/'), get('/', { 'Accept-Language': 'de' })])
  expect(await english?.text()).not.toContain('lang="de"')
  expect(await german?.text()).toContain('lang="de"')
  expect(german?.headers.get('Vary')).toBe('Accept-Encoding, Accept-Language')
  expect(german?.headers.get('ETag')).not.toBe(english?.headers.get('ETag'))
})
