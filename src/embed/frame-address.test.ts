import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type FrameOptions, frameAddress } from './frame-address.ts'

const nothing: FrameOptions = {
  source: 'https://connect.pixelworks.example/',
  theme: 'auto',
  view: null,
  locale: null,
  accountId: null,
  region: null,
  review: null,
  wantsReceipt: false,
  slot: 0,
  launchToken: null,
}

const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1 }))

propertyTest.prop([text, text, text, text])(
  'whatever the attributes hold, the frame reads the same',
  (view, locale, accountId, launchToken) => {
    const address = new URL(frameAddress({ ...nothing, view, locale, accountId, launchToken }) ?? '')
    expect(address.origin + address.pathname).toBe(nothing.source)
    expect(address.searchParams.get('view')).toBe(view === 'wizard' ? null : view)
    expect(address.searchParams.get('locale')).toBe(locale)
    expect(address.searchParams.get('account')).toBe(accountId)
    expect(decodeURIComponent(address.hash)).toBe(launchToken === null ? '' : `#launch-token=${launchToken}`)
  },
)

test('nothing that was not said stands in the address', () => {
  expect(frameAddress(nothing)).toBe('https://connect.pixelworks.example/')
  expect(frameAddress({ ...nothing, view: 'wizard', launchToken: '' })).toBe('https://connect.pixelworks.example/')
})

test('what was said stands there, the launch token where no server sees it', () => {
  const said = {
    ...nothing,
    source: 'https://a.example/connect/?demo',
    theme: 'dark',
    locale: 'de',
    slot: 1,
    launchToken: 'a.b.c',
  } as const
  expect(frameAddress(said)).toBe('https://a.example/connect/?demo=&theme=dark&locale=de&slot=1#launch-token=a.b.c')
})

test('an artifact of its own has no draft to keep apart', () => {
  expect(frameAddress({ ...nothing, view: 'trust-policy', slot: 3 })).toBe('https://connect.pixelworks.example/?view=trust-policy')
})

test('what is no address of the web is refused', () => {
  for (const source of ['', 'connect', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', 'https://'])
    expect(frameAddress({ ...nothing, source })).toBeNull()
})

test('the receipt is asked for in the address, and for the wizard alone', () => {
  expect(frameAddress({ ...nothing, wantsReceipt: true })).toBe('https://connect.pixelworks.example/?receipt=1')
  expect(frameAddress({ ...nothing, wantsReceipt: true, view: 'review' })).toBe('https://connect.pixelworks.example/?view=review')
})

test('a shared review stands in the fragment, whether its whole link was given or the last part; whose wizard it is says the source', () => {
  const shown = 'https://connect.pixelworks.example/?view=review#/review/eyJhIjoxfQ-_'
  for (const review of ['eyJhIjoxfQ-_', 'https://other.example/?locale=de#/review/eyJhIjoxfQ-_'])
    expect(frameAddress({ ...nothing, view: 'review', review, launchToken: 'a.b.c' })).toBe(shown)
  expect(frameAddress({ ...nothing, view: 'trust-policy', review: 'eyJhIjoxfQ-_' })).not.toContain('#')
  expect(frameAddress({ ...nothing, view: 'review', review: '' })).toBe('https://connect.pixelworks.example/?view=review')
})
