import { expect, test } from 'vitest'
import { vendor } from './app-double.ts'
import { withLinkCard } from './link-card.ts'

const html = '<html><head><title>Connect</title></head><body></body></html>'
const contents = (page: string) =>
  Object.fromEntries([...page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]))

test('with an origin the card has a picture, and the page says where oEmbed is', () => {
  const page = withLinkCard(vendor, 'https://connect.example.com')(html)
  expect(contents(page)).toMatchObject({
    'og:title': 'Connect your AWS account to Pixelworks',
    'og:url': 'https://connect.example.com/',
    'og:image': 'https://connect.example.com/card.png',
    'twitter:card': 'summary_large_image',
  })
  expect(page).toContain(
    'type="application/json+oembed" href="https://connect.example.com/oembed?url=https%3A%2F%2Fconnect.example.com%2F&#38;format=json"',
  )
})

test('without one nothing names an address', () => {
  const page = withLinkCard(vendor, null)(html)
  expect(contents(page)['og:description']).toContain('Pixelworks processes the images')
  expect(page).not.toContain('http')
})

test('no text of the config leaves its attribute', () => {
  const page = withLinkCard({ ...vendor, name: 'A"><script>$&', purpose: { en: '</head><b>' } }, null)(html)
  expect(page).not.toContain('<script')
  expect(page.match(/<\/head>/g)).toHaveLength(1)
})

test('a page without a head is a defect of the build', () => {
  expect(() => withLinkCard(vendor, null)('<html></html>')).toThrow('no head')
})
