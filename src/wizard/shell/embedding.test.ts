import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { isAllowedOrigin } from './embedding.ts'

test('allows a listed origin with the same scheme and port', () => {
  const allowed = ['https://docs.pixelworks.example', 'http://localhost:3000/']
  for (const origin of ['https://docs.pixelworks.example', 'http://localhost:3000']) expect(isAllowedOrigin(origin, allowed)).toBe(true)
  for (const origin of [
    'http://docs.pixelworks.example',
    'https://docs.pixelworks.example:8443',
    'https://pixelworks.example',
    'https://docs.pixelworks.example.evil.example',
    'https://evil.example',
    'http://localhost:3001',
    'null',
    '',
  ])
    expect(isAllowedOrigin(origin, allowed)).toBe(false)
})

test('a wildcard matches subdomains, not the domain itself or one with the same ending', () => {
  const allowed = ['https://*.pixelworks.example']
  expect(isAllowedOrigin('https://docs.pixelworks.example', allowed)).toBe(true)
  for (const origin of ['https://pixelworks.example', 'https://evilpixelworks.example', 'http://docs.pixelworks.example', 'null'])
    expect(isAllowedOrigin(origin, allowed)).toBe(false)
})

propertyTest.prop([fc.string({ unit: 'binary' }), fc.array(fc.string())])(
  'with nobody on the list nobody is allowed, and nothing throws',
  (origin, list) => {
    expect(isAllowedOrigin(origin, [])).toBe(false)
    expect(() => isAllowedOrigin(origin, list)).not.toThrow()
  },
)
