import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { ago } from './time.tsx'

test('formats the time since a check in its largest full unit and the language of the page', () => {
  const said = (seconds: number) => [ago(seconds * 1000, 'en'), ago(seconds * 1000, 'de')]
  expect(said(0)).toEqual(['now', 'jetzt'])
  expect(said(12)).toEqual(['12 seconds ago', 'vor 12 Sekunden'])
  expect(said(60)).toEqual(['1 minute ago', 'vor 1 Minute'])
  expect(said(3 * 3600 - 1)).toEqual(['2 hours ago', 'vor 2 Stunden'])
  expect(said(25 * 3600)).toEqual(['1 day ago', 'vor 1 Tag'])
})

propertyTest.prop([fc.integer({ min: -1_000_000, max: 0 })])('shows “now” when the clock is behind, not a future time', (milliseconds) => {
  expect(ago(milliseconds, 'en')).toBe('now')
})
