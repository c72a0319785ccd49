import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { Vendor } from '#core/vendor.ts'
import { vendor } from '#server/app-double.ts'
import { demoTemplates, demoVendor } from './demo-vendor.ts'

test('a prospect gives its name to the vendor, to the role and to the template', () => {
  const acme = demoVendor(vendor, { name: 'Acme & Sons', accent: '#b3261e' })
  expect([acme.name, acme.role.name, acme.applicationRoleName, acme.accentColor]).toEqual([
    'Acme & Sons',
    'AcmeSonsAccess',
    'AcmeSonsApplication',
    '#b3261e',
  ])
  expect(acme.supportUrl).toBeUndefined()
  expect(demoTemplates(acme)[0]?.text).toContain('AcmeSonsAccess')
})

propertyTest.prop([fc.string({ unit: 'grapheme' }), fc.string()])(
  'whatever is given as name and colour, the config is a valid one',
  (name, accent) => {
    expect(Vendor.safeParse(demoVendor(vendor, { name, accent })).success).toBe(true)
  },
)

test('a logo of another origin is left out, since nothing is asked of another origin', () => {
  const from = (logoUrl: string) => demoVendor({ ...vendor, logoUrl }, { name: null, accent: null }).logoUrl
  expect([from('https://cdn.example/logo.svg'), from('/logo.svg')]).toEqual([undefined, '/logo.svg'])
})
