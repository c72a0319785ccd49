import { expect, test } from 'vitest'
import { pastedCredentials } from './pasted-credentials.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

test.each([
  ['AKIAIOSFODNN7EXAMPLE', 'access-key'],
  [`[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${secret}`, 'access-key'],
  [`export AWS_SECRET_ACCESS_KEY="${secret}"`, 'access-key'],
  ['{"AccessKeyId":"ASIAIOSFODNN7EXAMPLE"}', 'session'],
  [`"SessionToken": "${'FwoGZXIvYXdzE'.repeat(4)}=="`, 'session'],
] as const)('recognizes credentials in %j', (text, kind) => {
  expect(pastedCredentials(text)).toBe(kind)
})

test.each([
  '',
  'arn:aws:iam::444455556666:role/PixelworksAccess',
  '{"RoleId":"AROAIOSFODNN7EXAMPLE"}',
  'MYAKIAIOSFODNN7EXAMPLE',
  'aws_secret_access_key is missing',
])('sees no credentials in %j', (text) => {
  expect(pastedCredentials(text)).toBeNull()
})
