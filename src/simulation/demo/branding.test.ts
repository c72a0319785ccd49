import { expect, test } from 'vitest'
import { servedConfig } from '#core/connection/served-config.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { brandingHash, brandingLimit, noBranding, readBrandingConfig, readBrandingHash } from './branding.ts'
import { demoVendor } from './demo-vendor.ts'

const logo = `data:image/png;base64,${btoa('a picture')}`

test('reads config and logo back from a link', () => {
  const branding = { config: { ...vendor, name: 'Ünïcode & Söhne' }, logo }
  expect(readBrandingHash(brandingHash(branding))).toEqual({ kind: 'branding', branding })
  expect(readBrandingHash(brandingHash({ config: null, logo }))).toEqual({ kind: 'branding', branding: { config: null, logo } })
  expect([brandingHash(noBranding), readBrandingHash('#/'), readBrandingHash('')]).toEqual(['', null, null])
})

test('says what to fix in a config', () => {
  const text = JSON.stringify({ ...vendor, nmae: 'Acme' })
  expect(readBrandingConfig(text, null)).toMatchObject({ kind: 'faults', faults: [expect.stringContaining('nmae')] })
  expect(readBrandingConfig('{', null)).toEqual({ kind: 'not-json' })
  expect(readBrandingConfig(JSON.stringify({ ...vendor, purpose: { en: 'a'.repeat(brandingLimit) } }), null)).toEqual({ kind: 'too-large' })
})

test('accepts the config that a server serves', () => {
  expect(
    readBrandingConfig(JSON.stringify(servedConfig(vendor, { simulated: true, launch: 'optional', hasSimulatedConsole: false })), null)
      .kind,
  ).toBe('branding')
})

test('reads no other picture and no more than the limit from a link', () => {
  const link = (value: unknown) => `#branding=${btoa(JSON.stringify(value))}`
  for (const other of ['https://cdn.example/logo.png', 'data:text/html;base64,PGI+', `data:image/png;base64,${'A'.repeat(brandingLimit)}`])
    expect(readBrandingHash(link({ logo: other })), other).toEqual({ kind: 'unreadable' })
  expect(readBrandingHash('#branding=%%%')).toEqual({ kind: 'unreadable' })
})

test('a config replaces the vendor, and a logo is shown as it is', () => {
  const acme = demoVendor(vendor, { name: null, accent: null, logo: null, sets: null }, { config: { ...vendor, name: 'Acme' }, logo })
  expect([acme.name, acme.logoUrl]).toEqual(['Acme', logo])
})
