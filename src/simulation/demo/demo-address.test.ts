import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { readRoute } from '#wizard/app/routes.ts'
import { type DemoAddress, demoSearch, demoSteps, keptPanelHash, panelHash, readDemoAddress, readPanel } from './demo-address.ts'
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

propertyTest.prop([addresses])('reads every demo address back from its link', (address) => {
  expect(readDemoAddress(demoSearch(address))).toEqual(address)
})

test('the link to the first screen is short', () => {
  expect(demoSearch(readDemoAddress('?demo&presenter&tour'))).toBe('?demo')
})

test('ignores unknown values', () => {
  expect(readDemoAddress('?demo&step=elsewhere&pace=warp&theme=pink')).toEqual(readDemoAddress('?demo'))
})

const address = { accountId: AccountId.parse('444455556666'), link: 'https://console.aws.amazon.com/a?b=c#/d?e=f&g=h' }
const role = { kind: 'role', connectionId: 'c/1?' } as const

test('the hash contains step and panel', () => {
  const hash = panelHash(role, address)
  expect(readRoute(hash)).toEqual(role)
  expect(readPanel(hash)).toEqual(address)
  expect(readPanel('#/connections/c1/role')).toBeNull()
  expect(readPanel(panelHash(role, { accountId: null, link: null }))).toEqual({ accountId: null, link: null })
  expect(readPanel('#/accounts?sort=status')).toBeNull()
})

test('the panel stays open while the wizard continues with one connection', () => {
  const open = panelHash(role, address)
  const connected = { ...role, kind: 'connected' } as const
  expect(keptPanelHash(open, '#/connections/c%2F1%3F/connected')).toBe(panelHash(connected, address))
  expect(keptPanelHash(open, '#/connections/c%2F1%3F/role')).toBeNull()
  expect(keptPanelHash(open, '#/connections/c2/connected')).toBeNull()
  expect(keptPanelHash(open, '#/')).toBeNull()
  expect(keptPanelHash('#/connections/c1/role', '#/connections/c1/connected')).toBeNull()
})
