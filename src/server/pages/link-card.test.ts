import { expect, test } from 'vitest'
import { vendor } from '#server/http/app-double.test-data.ts'
import { cardFor, type LinkCard, linkedProspect, pageMessages, withLinkCard } from './link-card.ts'

const html = '<html><head><title>Connect</title></head><body></body></html>'
const card = ({ name, purpose }: typeof vendor): LinkCard => ({
  code: 'en',
  title: pageMessages.in('en').title(name),
  description: pageMessages.in('en').description(name, purpose.en),
  picture: pageMessages.in('en').picture,
  isDemo: false,
})
const contents = (page: string) =>
  Object.fromEntries([...page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]))

test('with an origin, the card has a picture and the page links to oEmbed', () => {
  const page = withLinkCard(vendor, 'https://connect.example.com', card(vendor))(html)
  expect(contents(page)).toMatchObject({
    'og:title': 'Connect your AWS account to Pixelworks',
    'og:locale': 'en_US',
    'og:url': 'https://connect.example.com/',
    'og:image': 'https://connect.example.com/card.png',
    'twitter:card': 'summary_large_image',
  })
  expect(page).toContain(
    'type="application/json+oembed" href="https://connect.example.com/oembed?url=https%3A%2F%2Fconnect.example.com%2F&#38;format=json"',
  )
})

test('a card in another language declares it, and its URLs lead to that language', () => {
  const page = withLinkCard(vendor, 'https://connect.example.com', { ...card(vendor), code: 'de', title: 'Verbinden' })(html)
  expect(contents(page)).toMatchObject({
    'og:locale': 'de_DE',
    'og:title': 'Verbinden',
    'og:url': 'https://connect.example.com/?locale=de',
  })
  expect(page).toContain('oembed?url=https%3A%2F%2Fconnect.example.com%2F%3Flocale%3Dde&#38;format=json" title="Verbinden"')
})

test('the card of a demo says so, and its URLs lead to the demo', () => {
  const demo = { ...card(vendor), title: pageMessages.in('en').demoTitle(vendor.name), isDemo: true }
  expect(contents(withLinkCard(vendor, 'https://connect.example.com', demo)(html))).toMatchObject({
    'og:title': 'Demo: connect an AWS account to Pixelworks',
    'og:url': 'https://connect.example.com/?demo',
    'og:image': 'https://connect.example.com/card-demo.png',
  })
})

test('the card of a demo for a prospect has its name and color, and its URL leads there', () => {
  const demo = { ...card(vendor), title: pageMessages.in('en').demoTitle(vendor.name), isDemo: true }
  const prospect = linkedProspect('https://connect.example.com/?demo&vendor=Acme+%26+Co&accent=%23B3261E&seed=7')
  if (prospect === null) throw new Error('The link has a prospect')
  expect(contents(withLinkCard(vendor, 'https://connect.example.com', cardFor(demo, vendor, prospect))(html))).toMatchObject({
    'og:title': 'Demo: connect an AWS account to Acme &#38; Co',
    'og:site_name': 'Acme &#38; Co',
    'og:url': 'https://connect.example.com/?demo&#38;vendor=Acme%20%26%20Co&#38;accent=%23b3261e',
    'og:image': 'https://connect.example.com/card-demo.png?accent=%23b3261e',
  })
})

test.each(['', '&vendor=%20', '&accent=red', `&vendor=${'a'.repeat(61)}`, '&accent=%23b3261'])(
  'a link with "%s" has no prospect',
  (query) => {
    expect(linkedProspect(`https://connect.example.com/?demo${query}`)).toBeNull()
  },
)

test('writes no URL without an origin', () => {
  const page = withLinkCard(vendor, null, card(vendor))(html)
  expect(contents(page)['og:description']).toContain('Pixelworks processes the images')
  expect(page).not.toContain('http')
})

test('escapes text of the config in attributes', () => {
  const hostile = { ...vendor, name: 'A"><script>$&', purpose: { en: '</head><b>' } }
  const page = withLinkCard(hostile, null, card(hostile))(html)
  expect(page).not.toContain('<script')
  expect(page.match(/<\/head>/g)).toHaveLength(1)
})

test('throws for a page without a head', () => {
  expect(() => withLinkCard(vendor, null, card(vendor))('<html></html>')).toThrow('no head')
})
