import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { Vendor } from './vendor.ts'
import { EmbedOrigin } from './vendor-fields.ts'

test.each([
  'https://docs.example.com',
  'https://docs.example.com/',
  'https://docs.example.com:8443',
  'http://localhost:3000',
  'http://127.0.0.1:5173',
  'http://[::1]:5173',
  'https://intranet',
  'https://xn--bcher-kva.example',
  'https://*.example.com',
  'https://*.app.example.com:8443',
])('%s may be listed', (text) => {
  expect(EmbedOrigin.safeParse(text).success).toBe(true)
})

test.each([
  '*',
  'https://*',
  'https://*/',
  'https://*:8443',
  'http://*.com',
  'https://*.',
  'https://*.*.example.com',
  'https://docs.*.com',
  'https://docs*.example.com',
  'https://*docs.example.com',
  'https://*.example.com.',
  'https://*.0.0.1',
  'https:',
  'https://',
  'docs.example.com',
  'ftp://docs.example.com',
  'null',
  '',
  'https://docs.example.com/path',
  'https://docs.example.com?query',
  'https://user@docs.example.com',
  'https://docs.example.com:443',
  'http://docs.example.com:80/',
  'https://docs.example.com:99999',
  'https://docs.example.com:*',
  'https://Docs.example.com',
  'https://bücher.example',
  'https://127.1',
  'https://300.1.1.1',
  'https://a.example https://b.example',
  "https://a.example; script-src 'unsafe-inline'",
  'https://a.example\n',
])('%j is refused', (text) => {
  expect(EmbedOrigin.safeParse(text).success).toBe(false)
})

test('a config that lists every page is refused with the place and in words', () => {
  const parsed = Vendor.safeParse({ ...demoVendor, embed: { allowedOrigins: ['https://docs.example.com', 'https://*'] } })
  expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'embed.allowedOrigins.1: must be an origin such as https://docs.example.com, without a path, or https://*.example.com for every subdomain of a domain that is named with at least two labels',
  ])
})

const pieces = fc.array(fc.constantFrom('a', 'b1', '0', '9', '.', '-', '_', '*', '*.', ':', ':80', ':8080', '/', '[', ']', '@', ' ', ';'), {
  maxLength: 8,
})

propertyTest.prop([fc.constantFrom('http://', 'https://', ''), pieces])(
  'what may be listed is an origin as browsers write it, with at most a star for its first label',
  (scheme, parts) => {
    const text = `${scheme}${parts.join('')}`
    if (!EmbedOrigin.safeParse(text).success) return
    const origin = text.replace(/\/$/, '').replace('//*.', '//any.')
    expect(new URL(text.replace('//*.', '//any.')).origin).toBe(origin)
  },
)
