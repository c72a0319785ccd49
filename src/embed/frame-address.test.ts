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
  connection: null,
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

test('the address contains only the given attributes', () => {
  expect(frameAddress(nothing)).toBe('https://connect.pixelworks.example/')
  expect(frameAddress({ ...nothing, view: 'wizard', launchToken: '' })).toBe('https://connect.pixelworks.example/')
})

test('the address contains every given attribute, and the launch token in the fragment', () => {
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

test('an artifact view has no draft slot', () => {
  expect(frameAddress({ ...nothing, view: 'trust-policy', slot: 3 })).toBe('https://connect.pixelworks.example/?view=trust-policy')
})

test('rejects anything but an http address', () => {
  for (const source of ['', 'connect', 'javascript:alert(1)', 'data:text/html,x', 'about:blank', 'https://'])
    expect(frameAddress({ ...nothing, source })).toBeNull()
})

test('requests the receipt in the address of the wizard only', () => {
  expect(frameAddress({ ...nothing, wantsReceipt: true })).toBe('https://connect.pixelworks.example/?receipt=1')
  expect(frameAddress({ ...nothing, wantsReceipt: true, view: 'review' })).toBe('https://connect.pixelworks.example/?view=review')
})

test('puts a shared review into the fragment, given as a whole link or its last part, with the wizard from the source', () => {
  const shown = 'https://connect.pixelworks.example/?view=review#/review/eyJhIjoxfQ-_'
  for (const review of ['eyJhIjoxfQ-_', 'https://other.example/?locale=de#/review/eyJhIjoxfQ-_'])
    expect(frameAddress({ ...nothing, view: 'review', review, launchToken: 'a.b.c' })).toBe(shown)
  expect(frameAddress({ ...nothing, view: 'trust-policy', review: 'eyJhIjoxfQ-_' })).not.toContain('#')
  expect(frameAddress({ ...nothing, view: 'review', review: '' })).toBe('https://connect.pixelworks.example/?view=review')
})

test('opens the connection or the screen of the source, behind the launch token', () => {
  const source = 'https://connect.pixelworks.example/?locale=de#/hosting'
  expect(frameAddress({ ...nothing, source })).toBe(source)
  expect(frameAddress({ ...nothing, source, launchToken: 'a.b' })).toBe(
    'https://connect.pixelworks.example/?locale=de#launch-token=a.b#/hosting',
  )
  expect(frameAddress({ ...nothing, source, connection: 'c/1', launchToken: 'a.b' })).toBe(
    'https://connect.pixelworks.example/?locale=de#launch-token=a.b#/connections/c%2F1/role',
  )
})
