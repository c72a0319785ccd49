import { expect, test } from 'vitest'
import { ServedVendor } from '#core/connection/served-vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { inlineScriptHashes, servedPage } from './served-page.ts'

const html =
  '<html lang="en"><head><title>Before</title><script>let x</script><script type="application/json" id="vendor"></script></head><noscript>\n<p style="margin: 0">\nBefore\n</p></noscript><div id="root"></div></html>'
const vendor = ServedVendor.parse({ ...demoVendor, simulated: true })
const screen = (markup: string) => ({ code: 'de', direction: 'ltr', markup, noScript: 'Ohne $& Skript' }) as const
const embedded = (page: string) => /id="vendor">(.*?)<\/script>/.exec(page)?.[1] ?? ''

test('the config in the page is the config that is served', () => {
  expect(ServedVendor.parse(JSON.parse(embedded(servedPage(html, vendor, screen('')))))).toEqual(vendor)
})

test('no text of the config can leave its element or be taken for a replacement pattern', () => {
  const hostile = { ...vendor, purpose: { en: "</script><script>alert(1)</script> $& $' <!--" } }
  const page = servedPage(html, hostile, screen(''))
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page).not.toContain('<!--')
  expect(JSON.parse(embedded(page))).toMatchObject({ purpose: hostile.purpose })
})

test('the first screen stands in the page with its language, and its title in the head', () => {
  const page = servedPage(html, vendor, screen('<title>First</title><link rel="preload" href="logo"/><div>$& screen</div>'))
  expect(page).toContain('<div id="root"><div>$& screen</div></div>')
  expect(page).toContain('<head><title>First</title><link rel="preload" href="logo"/>')
  expect(page.match(/<title>/g)).toHaveLength(1)
  expect(page).toContain('<p style="margin: 0">Ohne $& Skript</p></noscript>')
  expect(page).toMatch(/^<html lang="de" dir="ltr" data-launch="optional">/)
})

test('a page without the elements is a defect of the build, not a page without config', () => {
  expect(() => servedPage('<html></html>', vendor, screen(''))).toThrow('no empty')
})

test('the policy names each script that stands in the page, and no other', () => {
  expect(inlineScriptHashes(html)).toEqual(["'sha256-dXKOHtfmzrnYeAHYBCbUmBpIqmNFRVEF6ulA+ucuqt0='"])
})
