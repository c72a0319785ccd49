import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { readRoute } from '#wizard/app/routes.ts'
import { besideHash, type DemoAddress, demoSearch, demoSteps, keptBeside, readBeside, readDemoAddress } from './demo-address.ts'
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

const address = { accountId: AccountId.parse('444455556666'), link: 'https://console.aws.amazon.com/a?b=c#/d?e=f&g=h' }
const role = { kind: 'role', connectionId: 'c/1?' } as const

test('one address holds the step and what is beside it', () => {
  const hash = besideHash(role, address)
  expect(readRoute(hash)).toEqual(role)
  expect(readBeside(hash)).toEqual(address)
  expect(readBeside('#/connections/c1/role')).toBeNull()
  expect(readBeside(besideHash(role, { accountId: null, link: null }))).toEqual({ accountId: null, link: null })
  expect(readBeside('#/accounts?sort=status')).toBeNull()
})

test('what is beside stays when the wizard goes on, and goes when it is closed or another connection comes', () => {
  const open = besideHash(role, address)
  const connected = { ...role, kind: 'connected' } as const
  expect(keptBeside(open, '#/connections/c%2F1%3F/connected')).toBe(besideHash(connected, address))
  expect(keptBeside(open, '#/connections/c%2F1%3F/role')).toBeNull()
  expect(keptBeside(open, '#/connections/c2/connected')).toBeNull()
  expect(keptBeside(open, '#/')).toBeNull()
  expect(keptBeside('#/connections/c1/role', '#/connections/c1/connected')).toBeNull()
})
