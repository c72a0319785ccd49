import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denialHint } from './denial-hint.ts'

const refusal = (action = 'sts:AssumeRole') =>
  `User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc is not authorized to perform: ${action} on resource: arn:aws:iam::444455556666:role/PixelworksAccess`

const cases = [
  ['AccessDenied', refusal(), null],
  ['AccessDenied', 'Not authorized to perform sts:AssumeRole', null],
  ['AccessDenied', `${refusal()} because no identity-based policy allows the sts:AssumeRole action`, 'identity-policy'],
  ['AccessDenied', `${refusal()} with an explicit deny in an identity-based policy`, 'identity-policy'],
  ['AccessDenied', `${refusal()} with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/P`, 'identity-policy'],
  ['AccessDenied', `${refusal()} because no permissions boundary allows the sts:AssumeRole action`, 'permissions-boundary'],
  ['AccessDenied', `${refusal()} with an explicit deny in a permissions boundary`, 'permissions-boundary'],
  ['AccessDenied', `${refusal()} because no session policy allows the sts:AssumeRole action`, 'session-policy'],
  ['AccessDenied', `${refusal()} with an explicit deny in a session policy`, 'session-policy'],
  ['AccessDenied', `${refusal()} because no VPC endpoint policy allows the sts:AssumeRole action`, 'vpc-endpoint-policy'],
  ['AccessDenied', `${refusal()} with an explicit deny in a VPC endpoint policy`, 'vpc-endpoint-policy'],
  ['AccessDenied', `${refusal()} because no service control policy allows the sts:AssumeRole action`, 'service-control-policy'],
  ['AccessDenied', `${refusal()} with an explicit deny in a service control policy`, 'service-control-policy'],
  ['AccessDenied', `${refusal()} because no role trust policy allows the sts:AssumeRole action`, 'trust-policy-silent'],
  ['AccessDenied', `${refusal()} because no resource-based policy allows the sts:AssumeRole action`, 'trust-policy-silent'],
  ['AccessDenied', `${refusal()} with an explicit deny in the role trust policy`, 'trust-policy-deny'],
  ['AccessDenied', `${refusal()} with an explicit deny in a resource-based policy`, 'trust-policy-deny'],
  ['AccessDenied', `${refusal()} with an explicit deny in a resource control policy`, 'resource-control-policy'],
  ['AccessDenied', refusal('sts:TagSession'), 'tag-session'],
  ['AccessDenied', `${refusal('sts:TagSession')} because no role trust policy allows the sts:TagSession action`, 'tag-session'],
  ['AccessDenied', `${refusal('sts:TagSession')} because no identity-based policy allows the sts:TagSession action`, 'identity-policy'],
  ['AccessDenied', refusal('sts:SetSourceIdentity'), 'source-identity'],
  ['AccessDenied', 'Roles may not be assumed by root accounts.', 'root-caller'],
  ['ValidationError', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.', 'duration-above-role-maximum'],
  [
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    'duration-above-chaining-maximum',
  ],
  ['ValidationError', 'Request ARN is invalid', null],
  ['Throttling', 'Rate exceeded', null],
  ['Throttling', `${refusal()} because no role trust policy allows the sts:AssumeRole action`, null],
  ['constructor', 'Roles may not be assumed by root accounts.', null],
] as const

test.each(cases)('%s: %s', (code, message, hint) => {
  expect(denialHint(code, message)).toBe(hint)
})

test('any code and any text gives a hint or null', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom('AccessDenied', 'ValidationError'), fc.string()), fc.string(), (code, message) => {
      expect(denialHint(code, message)).toSatisfy((hint) => hint === null || typeof hint === 'string')
    }),
  )
})
