import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { demoTemplates, demoVendor, isName } from './demo-vendor.ts'

const nobody = { name: null, accent: null, logo: null, sets: null }

test("a prospect's name replaces the vendor's, also in role and template", () => {
  const acme = demoVendor(vendor, { ...nobody, name: 'Acme & Sons', accent: '#b3261e' })
  expect([acme.name, acme.role.name, acme.applicationRoleName, acme.accentColor]).toEqual([
    'Acme & Sons',
    'AcmeSonsAccess',
    'AcmeSonsApplication',
    '#b3261e',
  ])
  expect(acme.supportUrl).toBeUndefined()
  expect(demoTemplates(acme)[0]?.text).toContain('AcmeSonsAccess')
})

propertyTest.prop([fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), fc.string()])(
  'every name, color, logo, and choice of permission sets gives a valid config',
  (name, accent, logo, sets) => {
    expect(Vendor.safeParse(demoVendor(vendor, { name, accent, logo, sets })).success).toBe(true)
  },
)

test('leaves out a logo of another origin, so that the demo requests nothing from it', () => {
  const from = (logoUrl: string) => demoVendor({ ...vendor, logoUrl }, nobody).logoUrl
  expect(from('/logo.svg')).toBe('/logo.svg')
  for (const foreign of ['https://cdn.example/logo.svg', '//cdn.example/logo.svg', '/\\cdn.example/logo.svg', '///cdn.example/logo.svg'])
    expect(from(foreign), foreign).toBeUndefined()
})

test("a prospect can have a logo of the page's own site and its own permission sets", () => {
  const acme = demoVendor(vendor, { ...nobody, logo: '/acme.svg', sets: 'readSourceImages,writeResults' })
  expect([acme.logoUrl, acme.permissionSets.map(({ id }) => id)]).toEqual(['/acme.svg', ['readSourceImages', 'writeResults']])
  expect(demoVendor(vendor, { ...nobody, logo: 'https://cdn.example/logo.svg' }).logoUrl).toBeUndefined()
})

test('ignores names that are blank or too long', () => {
  const named = (name: string) => demoVendor(vendor, { ...nobody, name }).name
  expect(['  ', '', 'A'.repeat(200), ' Acme '].map(named)).toEqual([vendor.name, vendor.name, vendor.name, 'Acme'])
  expect([isName(vendor, 'A'.repeat(60)), isName(vendor, 'A'.repeat(61)), isName(vendor, ' ')]).toEqual([true, false, false])
})
