import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccountId, accountIdInGroups } from './account-id.ts'
import { readAccountId } from './read-account-id.ts'

const taken = [
  ['444455556666', 'account-id', null],
  ['  4444-5555-6666 ', 'account-id', null],
  ['4444 5555 6666', 'account-id', null],
  ['"444455556666"', 'account-id', null],
  ['4444\u20115555\u20116666', 'account-id', null],
  ['\u200b444455556666\ufeff', 'account-id', null],
  ['arn:aws:iam::444455556666:role/service/Name', 'role-arn', 'aws'],
  ['arn:aws-us-gov:iam::444455556666:user/name', 'user-arn', 'aws-us-gov'],
  ['arn:aws-cn:iam::444455556666:root', 'root-arn', 'aws-cn'],
  ['arn:aws-eusc:sts::444455556666:assumed-role/Name/session', 'session-arn', 'aws-eusc'],
  ['arn:aws:lambda:us-east-1:444455556666:function:f', 'other-arn', 'aws'],
  ['arn:aws-iso:iam::444455556666:role/Name', 'role-arn', null],
  ['https://444455556666.signin.aws.amazon.com/console', 'sign-in-url', 'aws'],
  ['HTTPS://444455556666.SIGNIN.aws.amazon.com/console/', 'sign-in-url', null],
  ['444455556666.signin.amazonaws.cn/console', 'sign-in-url', 'aws-cn'],
  ['https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/iam/home', 'sign-in-url', null],
  ['https://signin.aws.amazon.com/switchrole?account=444455556666&roleName=x', 'sign-in-url', 'aws'],
  ['https://us-east-1.console.aws.amazon.com/iamv2/home#/roles/arn%3Aaws%3Aiam%3A%3A444455556666%3Arole%2FName', 'sign-in-url', null],
] as const

test.each(taken)('the account is read from %s', (text, source, partition) => {
  expect(readAccountId(text)).toEqual({ kind: 'account', accountId: '444455556666', source, partition })
})

const refused = [
  ['', 'account-id-empty'],
  [' \u200b" " ', 'account-id-empty'],
  ['44445555666', 'account-id-length'],
  ['4444555566667', 'account-id-length'],
  ['4444555566O6', 'account-id-characters'],
  ['\uff14\uff14\uff14\uff14\uff15\uff15\uff15\uff15\uff16\uff16\uff16\uff16', 'account-id-characters'],
  ['-', 'account-id-characters'],
  ['https://acme.signin.aws.amazon.com/console', 'account-id-alias'],
  ['https://signin.aws.amazon.com/switchrole?account=4444555566667', 'account-id-alias'],
  ['arn:aws:s3:::acme-uploads', 'account-id-not-in-arn'],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'account-id-not-in-arn'],
  ['arn:', 'account-id-not-in-arn'],
] as const

test.each(refused)('%j is refused as %s', (text, reason) => {
  expect(readAccountId(text)).toEqual({ kind: 'refused', reason })
})

const digits = fc.stringMatching(/^\d{12}$/)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `arn:${text}`),
  fc.string().map((text) => `https://${text}`),
  fc.stringMatching(/^[\d -]{0,20}$/),
)

test('any text is an account or a refusal', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readAccountId(text)
      if (reading.kind === 'account') expect(reading.accountId).toMatch(/^\d{12}$/)
      else expect(reading.reason).toMatch(/^account-id-/)
    }),
  )
})

test('leading zeros stay, and groups read back to the same account', () => {
  const accountIn = (text: string) => {
    const reading = readAccountId(text)
    return reading.kind === 'account' ? reading.accountId : reading.reason
  }
  expect(accountIn('000012345678')).toBe('000012345678')
  fc.assert(
    fc.property(digits, (accountId) => {
      expect(accountIn(accountIdInGroups(accountId))).toBe(accountId)
      expect(accountIn(`arn:aws:iam::${accountId}:role/Name`)).toBe(accountId)
    }),
  )
})

test('the strict form takes twelve digits and nothing else', () => {
  expect(AccountId.safeParse('444455556666').success).toBe(true)
  for (const value of ['444455556666\n', ' 444455556666', 444455556666, null]) expect(AccountId.safeParse(value).success).toBe(false)
})
