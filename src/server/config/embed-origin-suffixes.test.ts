import { expect, test } from 'vitest'
import { EmbedOrigin } from '#core/connection/embed-origin.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { publicSuffixFindings } from './embed-origin-suffixes.ts'

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
