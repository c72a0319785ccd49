import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { type Box, lying, type PicturedAccounts, type PlacedAccount, type Request, upright } from './two-accounts-arrangement.ts'

const pictured = (vendor: string, role: string, wrongId = 'no ID or wrong ID'): PicturedAccounts => ({
  vendor: { title: vendor, accountId: '1111 2222 3333', role: 'application' },
  customer: { title: 'Your account', accountId: 'account ID', role },
  rightId: 'external ID',
  wrongId,
})

const linesOf = ({ role }: PlacedAccount) => role.lines.map(({ text }) => text)

test('a role name of ordinary length stays in one line, a longer one is broken between its words', () => {
  const short = pictured('Pixelworks', 'PixelworksAccess')
  expect([lying(short), upright(short)].map(({ customer }) => linesOf(customer))).toEqual([['PixelworksAccess'], ['PixelworksAccess']])
  const long = pictured('Pixelworks', 'PixelworksMonitoringAccess')
  expect(linesOf(lying(long).customer)).toEqual(['Pixelworks', 'MonitoringAccess'])
})

test('the drawing stays as high as it is when the account ID is typed', () => {
  const before = pictured('Pixelworks', 'PixelworksAccess')
  const after = { ...before, customer: { ...before.customer, accountId: '4444 5555 6666' } }
  expect([lying(after).height, upright(after).height]).toEqual([lying(before).height, upright(before).height])
})

const end = ({ y, height }: Box): number => y + height
const around = ({ y, height }: Request): Box => ({ y: y - height / 2, height })
const head = ({ headY, title, accountId }: PlacedAccount): Box => ({ y: headY, height: title.height + accountId.height })
const areApart = (...boxes: Box[]): boolean =>
  boxes.toSorted((one, other) => one.y - other.y).every((box, index, all) => index === 0 || box.y > end(all[index - 1] ?? box))
const holds = (outer: Box, ...inner: Box[]): boolean => inner.every((box) => box.y >= outer.y && end(box) <= end(outer))

propertyTest.prop([
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
  fc.string({ minLength: 1, maxLength: 60 }),
])('no names and no words make parts of the drawing overlap or leave it', (vendorName, role, wrongId) => {
  const accounts = pictured(vendorName, role, wrongId)
  for (const { height, vendor, customer, right, wrong } of [lying(accounts), upright(accounts)]) {
    expect(holds({ y: 0, height }, vendor, customer, around(right), around(wrong))).toBe(true)
    for (const account of [vendor, customer]) {
      expect(holds(account, head(account), account.roleBox)).toBe(true)
      expect(areApart(head(account), account.roleBox)).toBe(true)
      expect(account.role.height).toBeLessThan(account.roleBox.height)
    }
  }
  const beside = lying(accounts)
  expect(areApart(around(beside.right), around(beside.wrong))).toBe(true)
  const below = upright(accounts)
  for (const request of [below.right, below.wrong]) expect(areApart(below.vendor, around(request), below.customer)).toBe(true)
})
