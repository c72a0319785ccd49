import { expect, test } from 'vitest'
import { EmbedOrigin } from '#core/embed-origin.ts'
import { vendor } from './app-double.ts'
import { publicSuffixFindings } from './embed-origin-suffixes.ts'

const findingsFor = (origin: string) =>
  publicSuffixFindings({ ...vendor, embed: { allowedOrigins: [EmbedOrigin.parse('https://docs.example.com'), EmbedOrigin.parse(origin)] } })

test.each(['https://*.github.io', 'https://*.vercel.app', 'https://*.co.uk', 'https://*.s3.amazonaws.com', 'https://*.netlify.app:8443'])(
  'rejects %s, under which anyone can get a name',
  (origin) => {
    expect(findingsFor(origin)).toMatchObject([{ severity: 'error', path: ['embed', 'allowedOrigins', 1] }])
  },
)

test.each(['https://*.example.com', 'https://*.acme.co.uk', 'https://*.acme.github.io', 'https://docs.github.io'])(
  'accepts %s',
  (origin) => {
    expect(findingsFor(origin)).toEqual([])
  },
)
