import { expect, test } from 'vitest'
import { ServedVendor } from '#core/connection/vendor-fields.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { inlineScriptHashes, servedPage } from './served-page.ts'

const html =
  '<html lang="en"><head><title>Before</title><script>let x</script><script type="application/json" id="vendor"></script></head><noscript>\n<p style="margin: 0">\nBefore\n</p></noscript><div id="root"></div></html>'
const vendor = ServedVendor.parse({ ...demoVendor, simulated: true })
const screen = (markup: string) => ({ code: 'de', direction: 'ltr', markup, noScript: 'Ohne $& Skript' }) as const
const embedded = (page: string) => /id="vendor">(.*?)<\/script>/.exec(page)?.[1] ?? ''

test('puts the served config into the page', () => {
  expect(ServedVendor.parse(JSON.parse(embedded(servedPage(html, vendor, screen('')))))).toEqual(vendor)
})

test('escapes text of the config in its element and in replacements', () => {
  const hostile = { ...vendor, purpose: { en: "</script><script>alert(1)</script> $& $' <!--" } }
  const page = servedPage(html, hostile, screen(''))
  expect(page.match(/<script/g)).toHaveLength(2)
  expect(page).not.toContain('<!--')
  expect(JSON.parse(embedded(page))).toMatchObject({ purpose: hostile.purpose })
})

test('puts the first screen into the page with its language, and its title into the head', () => {
  const page = servedPage(html, vendor, screen('<title>First</title><link rel="preload" href="logo"/><div>$& screen</div>'))
  expect(page).toContain('<div id="root"><div>$& screen</div></div>')
  expect(page).toContain('<head><title>First</title><link rel="preload" href="logo"/>')
  expect(page.match(/<title>/g)).toHaveLength(1)
  expect(page).toContain('<p style="margin: 0">Ohne $& Skript</p></noscript>')
  expect(page).toMatch(/^<html lang="de" dir="ltr" data-launch="optional">/)
})

test('throws for a page without the elements', () => {
  expect(() => servedPage('<html></html>', vendor, screen(''))).toThrow('no empty')
})

test('hashes each inline script of the page, and no other', () => {
  expect(inlineScriptHashes(html)).toEqual(["'sha256-dXKOHtfmzrnYeAHYBCbUmBpIqmNFRVEF6ulA+ucuqt0='"])
})
