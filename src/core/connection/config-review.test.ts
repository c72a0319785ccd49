import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vendor } from '#core/fixtures.test-data.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import { configText, reviewConfig } from './config-review.ts'
import { readVendorConfig } from './vendor.ts'
import { ServedVendor } from './vendor-fields.ts'

const text = configText({ ...vendor, simulated: true, launch: 'optional', hasSimulatedConsole: true })
const review = (of: string) => reviewConfig(of, 'en', (read) => planFindings(read, undefined))
const lines = (of: string) => review(of).issues.map(({ severity, path, range }) => [severity, path.join('.'), range?.start.line])

test('the text of what a server hands out is the config', () => {
  const { vendor: read, issues } = review(text)
  expect(read).toEqual({ ...vendor, $schema: './vendor.schema.json' })
  expect(issues).toEqual([])
})

test('leaves out what the server added, empty defaults, and templates of the simulator', () => {
  const templates = { ...vendor.templates, aws: 'https://simulated-templates.s3.us-east-1.amazonaws.com/rolebridge/aws.yaml' }
  const served = ServedVendor.parse({ ...vendor, purpose: 'processes images', templates, simulated: true })
  const written = configText(served)
  expect(written).toContain('"purpose": "processes images"')
  expect(written).not.toMatch(/simulated|launch|"words"|"links"|\[\]|false/)
  expect(readVendorConfig(JSON.parse(written)).findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test.each([
  ['a fault of the JSON', text.replace('"Pixelworks",', '"Pixelworks"'), 'error', '', 3],
  ['a value that is not allowed', text.replace('"#3454d1"', '"blue"'), 'error', 'accentColor', 8],
  ['an unknown key', text.replace('"accentColor"', '"acentColor"'), 'error', 'acentColor', 8],
  ['a missing key, at the object that it belongs in', text.replace('"name": "PixelworksAccess",', ''), 'error', 'role.name', 17],
])('names the line of %s', (_, changed, ...found) => {
  expect(lines(changed)).toContainEqual(found)
})

test('names the line of what the policies would allow', () => {
  const wide = text.replace('"s3:GetObject"', '"s3:*"')
  const [found] = review(wide).issues
  expect(found?.message).toContain('s3:* is every action of the service')
  expect(wide.split('\n')[(found?.range?.start.line ?? 0) - 1]).toContain('"s3:*"')
})

test('says something about any text, and never throws', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc.nat(text.length).map((length) => text.slice(0, length)),
  )
  fc.assert(
    fc.property(anyText, (given) => {
      const { vendor: read, issues } = review(given)
      expect(read === null).toBe(issues.some(({ severity }) => severity === 'error'))
    }),
  )
})
