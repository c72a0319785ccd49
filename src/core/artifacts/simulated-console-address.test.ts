import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { AccountId } from '#core/aws/account-id.ts'
import { readSimulatedConsoleHash, simulatedConsoleHash } from './simulated-console-address.ts'

const accountIds = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  .map((digits) => AccountId.parse(digits.join('')))
const links = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'grapheme', minLength: 1 }))

propertyTest.prop([fc.option(accountIds), fc.option(links)])('what the address was made of is read back', (accountId, link) => {
  const address = { accountId, link }
  expect(readSimulatedConsoleHash(simulatedConsoleHash(address))).toEqual(address)
})

propertyTest.prop([fc.string({ unit: 'binary' })])('reading never throws', (text) => {
  expect(() => [text, `#/simulated-aws/console?${text}`, `#/simulated-aws/console?url=${text}`].map(readSimulatedConsoleHash)).not.toThrow()
})

test('the address holds the account and the encoded link', () => {
  const link = 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?stackName=a'
  expect(simulatedConsoleHash({ accountId: AccountId.parse('444455556666'), link })).toMatchInlineSnapshot(
    `"#/simulated-aws/console?account=444455556666&url=https%3A%2F%2Fus-east-1.console.aws.amazon.com%2Fcloudformation%2Fhome%3Fregion%3Dus-east-1%23%2Fstacks%2Fcreate%2Freview%3FstackName%3Da"`,
  )
})

test('an address of another page is not read', () => {
  expect(readSimulatedConsoleHash('#/account')).toBeNull()
  expect(readSimulatedConsoleHash('#/simulated-aws/consoles?account=444455556666')).toBeNull()
})

test('what cannot be read counts as not given', () => {
  expect(readSimulatedConsoleHash('#/simulated-aws/console?account=4444&url=%E0%A4%A')).toEqual({ accountId: null, link: null })
})
