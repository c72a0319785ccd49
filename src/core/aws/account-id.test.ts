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
  ['HTTPS://444455556666.SIGNIN.aws.amazon.com/console/', 'sign-in-url', 'aws'],
  ['444455556666.signin.amazonaws.cn/console', 'sign-in-url', 'aws-cn'],
  ['https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/iam/home', 'sign-in-url', 'aws'],
  ['https://signin.aws.amazon.com/switchrole?account=444455556666&roleName=x', 'sign-in-url', 'aws'],
  ['https://us-east-1.console.aws.amazon.com/iamv2/home#/roles/arn%3Aaws%3Aiam%3A%3A444455556666%3Arole%2FName', 'sign-in-url', 'aws'],
  ['https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets?account=444455556666', 'sign-in-url', 'aws-us-gov'],
  ['https://d-1234567890.awsapps.com/start/#/console?account_id=444455556666&role_name=Admin', 'sign-in-url', null],
  ['https://sqs.cn-north-1.amazonaws.com.cn/444455556666/jobs', 'sign-in-url', 'aws-cn'],
  ['Account ID: 4444-5555-6666', 'text', null],
  ['acme (4444-5555-6666)', 'text', null],
  ['alice @ 4444-5555-6666', 'text', null],
  ['The account is 444455556666.', 'text', null],
  ['444455556666_AdministratorAccess', 'text', null],
  ['444455556666.dkr.ecr.us-gov-west-1.amazonaws.com/scans', 'text', 'aws-us-gov'],
  ['cdk-hnb659fds-assets-444455556666-eu-west-1', 'text', null],
  ['Konto: 4444 5555 6666, bitte bis 2026-11-29 verbinden', 'text', null],
  ['{ "Account": "444455556666", "Arn": "arn:aws-us-gov:iam::444455556666:user/alice" }', 'user-arn', 'aws-us-gov'],
  ['Role ARN: arn:aws:iam::444455556666:role/Deploy', 'role-arn', 'aws'],
  ['request 550e8400-e29b-41d4-a716-446655440000 of 444455556666', 'text', null],
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
  ['550e8400-e29b-41d4-a716-446655440000', 'account-id-characters'],
  ['card 4444-5555-6666-7777', 'account-id-characters'],
  ['4444 5555 6666 7777', 'account-id-length'],
] as const

test.each(refused)('%j is refused as %s', (text, reason) => {
  expect(readAccountId(text)).toMatchObject({ kind: 'refused', reason })
})

const several = [
  '444455556666 777788889999',
  'acme (4444-5555-6666), scans (7777-8888-9999)',
  'arn:aws:iam::444455556666:role/A and arn:aws:iam::777788889999:role/B',
  'source 444455556666, target arn:aws:iam::777788889999:root',
]

test.each(several)('names both accounts of %j', (text) => {
  const reading = readAccountId(text)
  expect(reading).toMatchObject({ kind: 'refused', reason: 'account-id-several' })
  expect(reading.kind === 'refused' && [...reading.accountIds].sort()).toEqual(['444455556666', '777788889999'])
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

const words = fc.array(fc.stringMatching(/^[A-Za-z.:(),"]{1,12}$/), { maxLength: 4 }).map((all) => all.join(' '))

test('one account between any words is found, and of two different ones none is chosen', () => {
  fc.assert(
    fc.property(digits, digits, words, words, words, (accountId, other, before, between, after) => {
      for (const written of [accountId, accountIdInGroups(accountId), accountId.replace(/(\d{4})(?=\d)/g, '$1-')])
        expect(readAccountId(`${before} ${written} ${after}`)).toMatchObject({ kind: 'account', accountId })
      if (accountId === other) return
      const reading = readAccountId(`${before} ${accountId} ${between}, ${other} ${after}`)
      expect(reading.kind === 'refused' && reading.accountIds).toEqual([accountId, other])
    }),
  )
})

test('the strict form takes twelve digits and nothing else', () => {
  expect(AccountId.safeParse('444455556666').success).toBe(true)
  for (const value of ['444455556666\n', ' 444455556666', 444455556666, null]) expect(AccountId.safeParse(value).success).toBe(false)
})
