import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { accountShows, type Route, readRoute, routeHash } from './routes.ts'

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ kind: 'account' }),
  fc.constant<Route>({ kind: 'receipt' }),
  fc.record({ kind: fc.constant('explained' as const), code: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })) }),
  fc.constant<Route>({ kind: 'account-list' }),
  fc.constant<Route>({ kind: 'handoff-draft' }),
  fc.record({ kind: fc.constant('shared-review'), text: fc.stringMatching(/^[\w-]{1,40}$/) }),
  fc.record({ kind: fc.constant('handoff-link'), token: fc.stringMatching(/^[A-Za-z0-9]{1,40}$/) }),
  fc.record({ kind: fc.constant('accounts'), show: fc.constantFrom(...accountShows), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({
    kind: fc.constantFrom('role', 'connected', 'review', 'handoff', 'permissions'),
    connectionId: fc.string({ unit: 'grapheme', minLength: 1 }),
  }),
)

propertyTest.prop([routes])('reads a route back from its hash', (route) => {
  expect(readRoute(routeHash(route))).toEqual(route)
})

propertyTest.prop([fc.string({ unit: 'binary' })])('reading a hash never throws', (text) => {
  expect(() => [text, `#/connections/${text}/role`, `#/accounts/all/${text}`].map(readRoute)).not.toThrow()
})

test('the three steps and the secondary pages have these addresses', () => {
  expect(routeHash({ kind: 'account' })).toBe('#/')
  expect(routeHash({ kind: 'role', connectionId: 'c1' })).toBe('#/connections/c1/role')
  expect(routeHash({ kind: 'connected', connectionId: 'c1' })).toBe('#/connections/c1/connected')
  expect(routeHash({ kind: 'review', connectionId: 'c1' })).toBe('#/connections/c1/review')
  expect(routeHash({ kind: 'permissions', connectionId: 'c1' })).toBe('#/connections/c1/permissions')
  expect(routeHash({ kind: 'receipt' })).toBe('#/receipt')
  expect(routeHash({ kind: 'explained', code: 'TP12' })).toBe('#/explained/TP12')
  expect(routeHash({ kind: 'explained', code: null })).toBe('#/explained')
  expect(routeHash({ kind: 'handoff', connectionId: 'c1' })).toBe('#/connections/c1/handoff')
  expect(routeHash({ kind: 'shared-review', text: 'abc' })).toBe('#/review/abc')
  expect(routeHash({ kind: 'handoff-draft' })).toBe('#/handoff')
  expect(routeHash({ kind: 'handoff-link', token: 'abc' })).toBe('#/handoff/abc')
  expect(routeHash({ kind: 'account-list' })).toBe('#/accounts/new')
  expect(routeHash({ kind: 'accounts', show: 'all', text: '' })).toBe('#/accounts')
  expect(routeHash({ kind: 'accounts', show: 'failing', text: 'a/b' })).toBe('#/accounts/failing/a%2Fb')
})

test('opens the review page for an address without review data', () => {
  expect(readRoute('#/review')).toEqual({ kind: 'shared-review', text: '' })
})

test('opens the first step for an unknown address', () => {
  for (const hash of ['', '#', '#/', '#/connections//role', '#/connections/c1', '#/connections/c1/other', '#/connections/%E0%A4%A/role'])
    expect(readRoute(hash)).toEqual({ kind: 'account' })
})
