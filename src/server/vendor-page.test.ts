import { expect, test } from 'vitest'
import { ServedVendor } from '#core/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { vendorPage } from './vendor-page.ts'

const html = '<html><script type="application/json" id="vendor"></script><div id="root"></div></html>'
const embedded = (page: string) => /id="vendor">(.*?)<\/script>/.exec(page)?.[1] ?? ''

test('the config in the page is the config that is served', () => {
  const vendor = ServedVendor.parse({ ...demoVendor, simulated: true })
  expect(ServedVendor.parse(JSON.parse(embedded(vendorPage(vendor)(html))))).toEqual(vendor)
})

test('no text of the config can leave its element or be taken for a replacement pattern', () => {
  const vendor = ServedVendor.parse({ ...demoVendor, purpose: "</script><script>alert(1)</script> $& $' <!--" })
  const page = vendorPage(vendor)(html)
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toContain('<!--')
  expect(JSON.parse(embedded(page))).toMatchObject({ purpose: vendor.purpose })
})

test('a page without the element is a defect of the build, not a page without config', () => {
  expect(() => vendorPage(ServedVendor.parse(demoVendor))('<html></html>')).toThrow('no empty element')
})
