import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { refusalMessages } from '#core/connection/refusals.ts'
import { EmbedOrigin } from '#core/connection/vendor-fields.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { vendor } from '#server/http/app-double.test-data.ts'
import { configErrors, configWarnings, validConfigs } from './vendor-cases.test-data.ts'
import { publicSuffixFindings, readVendorFile, type VendorReading } from './vendor-file.ts'

function read(content: string | Uint8Array): VendorReading {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'vendor.json')
  writeFileSync(path, content)
  return readVendorFile(path)
}

const faultsOf = (reading: VendorReading) => (reading.kind === 'faults' ? reading.faults : [])

test.each(configErrors.map(([config, message]) => ({ config, message })))('reports the error "$message"', ({ config, message }) => {
  const reading = read(JSON.stringify(config))
  expect(reading.kind).toBe('faults')
  expect(faultsOf(reading).join('\n')).toContain(message)
})

test.each(configWarnings.map(([config, message]) => ({ config, message })))('reports the warning "$message"', ({ config, message }) => {
  const reading = read(JSON.stringify(config))
  expect(faultsOf(reading)).toEqual([])
  expect(reading.warnings.join('\n')).toContain(message)
})

test.each(validConfigs)('accepts %s', (_, config) => {
  const reading = read(JSON.stringify(config))
  expect(faultsOf(reading)).toEqual([])
  expect(reading.warnings.filter((warning) => !warning.includes('The template there is of another config'))).toEqual([])
})

test('every message is a sentence with its place, and none is a code', () => {
  const codes = Object.keys(refusalMessages.in('en').codes)
  const configs = [
    ...configErrors.map(([config]) => config),
    ...configWarnings.map(([config]) => config),
    ...validConfigs.map(([, config]) => config),
  ]
  for (const config of configs) {
    const reading = read(JSON.stringify(config))
    for (const message of [...faultsOf(reading), ...reading.warnings]) {
      expect(message).toMatch(/^[^ ].*: .{20,}/)
      if (!message.startsWith('embed.')) expect(message).toMatch(/[.?]$/)
      for (const code of codes) expect(message).not.toContain(code)
    }
  }
})

test('the demo vendor has neither errors nor warnings', () => {
  const reading = readVendorFile('public/vendor.json')
  expect(reading).toMatchObject({ kind: 'vendor', warnings: [] })
})

test("unknown keys don't hide other findings", () => {
  const faults = faultsOf(
    read(JSON.stringify({ ...demoVendor, nmae: 'x', regions: ['us-east-1'], role: { ...demoVendor.role, Path: '/' } })),
  )
  const places = faults.map((fault) => fault.split(':')[0])
  expect(places.sort()).toEqual(['accounts.aws-cn', 'accounts.aws-eusc', 'accounts.aws-us-gov', 'nmae', 'role.Path'])
})

const text = JSON.stringify(demoVendor, null, 2)

test.each([
  ['an empty file', '', 'The file is empty.'],
  ['blanks', ' \n\t', 'The file is empty.'],
  ['null', 'null', '(top level): The config is null.'],
  ['a list', '[]', '(top level): The config is [].'],
  ['a text', '"x"', '(top level): The config is "x".'],
  ['prose', 'name = Pixelworks', 'Line 1, column 1: '],
  ['a comma too many', text.replace('"lambda"', '"lambda"').replace(/\n\}$/, ',\n}'), 'Nothing follows this comma.'],
  ['a comment', `// ours\n${text}`, 'Line 1, column 1: JSON has no comments.'],
  ['a key twice', text.replace('"name":', '"name": "Other",\n  "name":'), 'Line '],
  ['a file that ends early', text.slice(0, 400), 'Line '],
  ['UTF-16', Buffer.from(text, 'utf16le'), 'The file is not UTF-8 text.'],
  ['Latin-1', Buffer.from(text.replace('verarbeitet', 'prüft'), 'latin1'), 'The file has bytes that are not UTF-8.'],
  ['a huge file', `"${'x'.repeat(1_000_001)}"`, 'The file has 1000003 characters.'],
])('rejects %s with a sentence', (_, content, sentence) => {
  expect(faultsOf(read(content)).join('\n')).toContain(sentence)
})

test('ignores a byte order mark, with a warning', () => {
  expect(read(`\ufeff${text}`)).toMatchObject({ kind: 'vendor', warnings: [expect.stringContaining('byte order mark')] })
})

test('names a file that is absent or a folder', () => {
  expect(faultsOf(readVendorFile('/nowhere/vendor.json'))).toEqual([expect.stringContaining('There is no file /nowhere/vendor.json.')])
  expect(faultsOf(readVendorFile('src'))).toEqual([expect.stringContaining('src is a folder.')])
})

const findingsFor = (origin: string) =>
  publicSuffixFindings({ ...vendor, embed: { allowedOrigins: [EmbedOrigin.parse('https://docs.example.com'), EmbedOrigin.parse(origin)] } })

test.each([
  'https://*.github.io',
  'https://*.vercel.app',
  'https://*.pages.dev',
  'https://*.co.uk',
  'https://*.s3.amazonaws.com',
  'https://*.s3.eu-central-1.amazonaws.com',
  'https://*.amazonaws.com',
  'https://*.cloudfront.net',
  'https://*.windows.net',
  'https://*.blob.core.windows.net',
  'https://*.netlify.app:8443',
  'http://*.github.io/',
])('rejects %s, under which anyone can get a name', (origin) => {
  expect(findingsFor(origin)).toMatchObject([{ severity: 'error', path: ['embed', 'allowedOrigins', 1] }])
})

test.each([
  'https://*.example.com',
  'https://*.acme.co.uk',
  'https://*.acme.github.io',
  'https://docs.github.io',
  'https://*.corp.internal',
])('accepts %s', (origin) => {
  expect(findingsFor(origin)).toEqual([])
})
