import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type DemoAddress, demoSearch, demoSteps, readDemoAddress } from './demo-address.ts'
import { paces } from './demo-clock.ts'

const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: null })

const addresses: fc.Arbitrary<DemoAddress> = fc.record({
  scenario: text,
  step: fc.constantFrom(...demoSteps),
  pace: fc.constantFrom(...paces),
  theme: fc.constantFrom('light', 'dark', null),
  locale: text,
  prospect: fc.record({ name: text, accent: text, logo: text, sets: text }),
  typed: text,
  edits: fc.record({ trust: text, permissions: text }),
  isReview: fc.boolean(),
  seed: fc.string({ unit: 'grapheme' }),
  isPresenter: fc.constant(false),
  isTour: fc.constant(false),
})

propertyTest.prop([addresses])('a demo is read back from its link', (address) => {
  expect(readDemoAddress(demoSearch(address))).toEqual(address)
})

test('a link to the very beginning is short', () => {
  expect(demoSearch(readDemoAddress('?demo&presenter&tour'))).toBe('?demo')
})

test('what is not known counts as not given', () => {
  expect(readDemoAddress('?demo&step=elsewhere&pace=warp&theme=pink')).toEqual(readDemoAddress('?demo'))
})
