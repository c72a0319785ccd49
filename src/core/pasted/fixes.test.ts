import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()

const remedyOf = (text: string) => {
  const found = diagnoseFacts(readPastedRole(text), plan)
  return found.kind === 'differs' ? [found.rule, found.part, found.fixes.length] : [found.kind]
}

/** A fix for the wrong place sends people away from the one that the sentence names. */
test.each([
  [
    'User: arn:aws:iam::999900001111:user/reports is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::999900001111:role/Reports',
    ['call-of-others', 'finding', 0],
  ],
  [
    'WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    ['call-of-identity-provider', 'finding', 0],
  ],
  ['bash: aws: command not found', ['terminal-no-cli', 'finding', 0]],
  [
    'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    ['application-role-chaining', 'caller', 0],
  ],
  [
    'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired',
    ['terminal-credentials', 'terminal', 1],
  ],
  [
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/check is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme-uploads" with an explicit deny in a service control policy',
    ['session-denied-by-organization', 'finding', 0],
  ],
  [
    'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/check is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny in a resource control policy',
    ['resource-control-policy', 'organization', 1],
  ],
])('%s has only fixes that apply to it', (text, expected) => {
  expect(remedyOf(text)).toEqual(expected)
})
