import { fc, test as propertyTest } from '@fast-check/vitest'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { EmbedOrigin } from '#core/connection/vendor-fields.ts'
import type { Pages } from '#server/http/app-dependencies.ts'
import { appDouble, vendor } from '#server/http/app-double.test-data.ts'
import { runs } from '#tools/thorough.ts'

const listing = { ...vendor, embed: { allowedOrigins: [EmbedOrigin.parse('https://docs.example.com')] } }

type Settings = { readonly served?: typeof vendor; readonly origin?: string | null; readonly pages?: Pages }

const ask = (query: Readonly<Record<string, string>>, { served = listing, origin = 'https://connect.example.com', pages }: Settings = {}) =>
  appDouble({ vendor: served, broken: { origin }, ...(pages === undefined ? {} : { pages }) }).app.request(
    `http://connect.example.com/oembed?${new URLSearchParams(query)}`,
  )

const bodyOf = async (query: Readonly<Record<string, string>>): Promise<Record<string, unknown>> => (await ask(query)).json()

test('a URL of the wizard becomes a frame with the allowed parameters only', async () => {
  const body = await bodyOf({
    url: 'https://connect.example.com/?view=trust-policy&theme=dark&account=444455556666&x="><script>#launch-token=t',
  })
  expect(body).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Pixelworks', width: 960, height: 480 })
  expect(body['html']).toContain('src="https://connect.example.com/?view=trust-policy&#38;theme=dark"')
  expect(body['html']).toContain('allow="clipboard-write"')
  expect(body['thumbnail_url']).toBe('https://connect.example.com/card.png')
})

test('stays within the requested size', async () => {
  expect(await bodyOf({ url: 'https://connect.example.com/', maxwidth: '400', maxheight: '600' })).toMatchObject({
    width: 400,
    height: 600,
  })
})

test('returns a link if no page can show a frame', async () => {
  const answer = await (await ask({ url: 'https://connect.example.com/' }, { served: vendor })).json()
  expect(answer).toMatchObject({ type: 'link', title: 'Connect your AWS account to Pixelworks' })
  expect(answer).not.toHaveProperty('html')
})

test('names title and frame in the language of the URL', async () => {
  const pages: Pages = { answer: async () => null, scriptHashes: [], titleFor: (locale) => `Title in ${locale}` }
  const titled = async (url: string) => (await ask({ url }, { pages })).json()
  expect(await titled('https://connect.example.com/?locale=de')).toMatchObject({
    title: 'Title in de',
    html: expect.stringContaining('?locale=de" title="Title in de"'),
  })
  expect(await titled('https://connect.example.com/')).toMatchObject({ title: 'Title in null' })
})

test('finds no other URL', async () => {
  for (const url of [
    'https://evil.example/',
    'https://connect.example.com.evil.example/',
    'https://connect.example.com@evil.example/',
    'https://user:word@connect.example.com/',
    'https://connect.example.com/api/connections',
    'https://connect.example.com:8443/',
    'javascript://connect.example.com/%0aalert(1)',
    'connect.example.com',
    '',
  ])
    expect((await ask({ url })).status, url).toBe(404)
})

test('returns nothing without an origin of its own, whatever the Host header says', async () => {
  const answer = await ask({ url: 'https://connect.example.com/' }, { origin: null })
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'not-found'])
})

test('returns the same as XML', async () => {
  const query = { url: 'https://connect.example.com/?view=aws-cli&theme=dark' }
  const response = await ask({ ...query, format: 'xml' })
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8')
  const parser = new XMLParser({ parseTagValue: false, processEntities: true, htmlEntities: true })
  const told = Object.entries(await bodyOf(query)).map(([name, value]) => [name, String(value)])
  expect(parser.parse(await response.text()).oembed).toEqual(Object.fromEntries(told))
})

test('rejects an invalid query by its field', async () => {
  for (const [query, field] of [
    [{}, 'url'],
    [{ url: 'https://connect.example.com/', format: 'yaml' }, 'format'],
    [{ url: 'https://connect.example.com/', maxwidth: '-1' }, 'maxwidth'],
  ] as const) {
    const response = await ask(query)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ issues: [{ path: [field] }] })
  }
})

propertyTest.prop([fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: 'binary' })), fc.string()], {
  numRuns: runs(100),
})('nothing that is asked for breaks it or gets out of its attribute', async (url, text) => {
  const response = await ask({ url: `https://connect.example.com/?view=${encodeURIComponent(text)}` })
  const { html } = await response.json()
  expect(html).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*" [^<>]*><\/iframe>$/)
  expect((await ask({ url })).status).toBeLessThan(500)
})
