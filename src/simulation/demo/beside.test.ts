import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { readRoute } from '#wizard/app/routes.ts'
import { besideHash, keptBeside, readBeside } from './beside.ts'

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
