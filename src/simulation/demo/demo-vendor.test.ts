import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { demoTemplates, demoVendor, isName } from './demo-vendor.ts'

const nobody = { name: null, accent: null, logo: null, sets: null }

test('a prospect gives its name to the vendor, to the role and to the template', () => {
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
  'whatever is given as name, colour, logo and permission sets, the config is a valid one',
  (name, accent, logo, sets) => {
    expect(Vendor.safeParse(demoVendor(vendor, { name, accent, logo, sets })).success).toBe(true)
  },
)

test('a logo of another origin is left out, since nothing is asked of another origin', () => {
  const from = (logoUrl: string) => demoVendor({ ...vendor, logoUrl }, nobody).logoUrl
  expect(from('/logo.svg')).toBe('/logo.svg')
  for (const foreign of ['https://cdn.example/logo.svg', '//cdn.example/logo.svg', '/\\cdn.example/logo.svg', '///cdn.example/logo.svg'])
    expect(from(foreign), foreign).toBeUndefined()
})

test('a prospect has a logo of the page’s own site, and the permission sets that are named', () => {
  const acme = demoVendor(vendor, { ...nobody, logo: '/acme.svg', sets: 'readSourceImages,writeResults' })
  expect([acme.logoUrl, acme.permissionSets.map(({ id }) => id)]).toEqual(['/acme.svg', ['readSourceImages', 'writeResults']])
  expect(demoVendor(vendor, { ...nobody, logo: 'https://cdn.example/logo.svg' }).logoUrl).toBeUndefined()
})

test('blanks are no name, and one that is too long is left out', () => {
  const named = (name: string) => demoVendor(vendor, { ...nobody, name }).name
  expect(['  ', '', 'A'.repeat(200), ' Acme '].map(named)).toEqual([vendor.name, vendor.name, vendor.name, 'Acme'])
  expect([isName(vendor, 'A'.repeat(60)), isName(vendor, 'A'.repeat(61)), isName(vendor, ' ')]).toEqual([true, false, false])
})
