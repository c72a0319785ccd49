import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { rolesOfSeveral } from './role-of-several.ts'

const held = (account: string, name: string) => ({
  accountId: AccountId.parse(account),
  roleArn: `arn:aws:iam::${account}:role/vendors/${name}`,
})

test('names the role where an account has several, and only there', () => {
  const [one, two, alone] = [held('444455556666', 'Access-1'), held('444455556666', 'Access-2'), held('555566667777', 'Access-3')]
  const roleOf = rolesOfSeveral([one, two, alone])
  expect([one, two, alone].map(roleOf)).toEqual(['Access-1', 'Access-2', null])
})

test('names no role that the connections of an account share, since it tells none from the other', () => {
  const shared = held('444455556666', 'Access')
  expect(rolesOfSeveral([shared, { ...shared }])(shared)).toBeNull()
})
