import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { isCodeAlone, reasonOf, withoutPersonalLines, wordsOfAws } from './words-of-aws.ts'

test.each([
  [
    'Resource handler returned message: "Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409, Request ID: 1a)" (HandlerErrorCode: ServiceLimitExceeded) Deleting old roles helps.',
    'Cannot exceed quota for RolesPerAccount: 1000',
  ],
  [
    'Error: creating IAM Role (a): operation error IAM: CreateRole, https response error StatusCode: 400, RequestID: 1a, api error MalformedPolicyDocument: Has prohibited field Resource',
    'Has prohibited field Resource',
  ],
  [
    'Error: Error creating IAM policy a: MalformedPolicyDocument: The policy failed legacy parsing status code: 400, request id: 1a',
    'The policy failed legacy parsing',
  ],
  [
    'Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/a" (retryable, according to sdk: false)',
    'Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/a"',
  ],
  [
    '3/9 | 10:02:44 AM | CREATE_FAILED | AWS::IAM::Role | AppStack/Role (Role5B1D9A2E) AssumeRolepolicy contained an invalid principal: "STAR":"*".',
    'AssumeRolepolicy contained an invalid principal: "STAR":"*".',
  ],
  ['Cannot exceed quota for PoliciesPerRole: 10. Could someone tell me how to raise it?', 'Cannot exceed quota for PoliciesPerRole: 10.'],
  [
    'User: arn:aws:iam::444455556666:user/a is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/a We run it as admin.',
    'User: arn:aws:iam::444455556666:user/a is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/a',
  ],
  [
    'Federated principals must be valid domain names or SAML metadata ARNs`',
    'Federated principals must be valid domain names or SAML metadata ARNs',
  ],
  ['Unsupported Principal: Remove the Principal element. Learn more ', 'Unsupported Principal: Remove the Principal element.'],
  [reasonOf('LimitExceeded', 'Cannot exceed quota for PoliciesPerRole: 10'), 'Cannot exceed quota for PoliciesPerRole: 10'],
])('of the message %s only AWS’s words are left', (message, words) => {
  expect(wordsOfAws(message)).toBe(words)
})

test.each([
  'Role trust policies apply to the role that they are attached to. You cannot specify a resource. Remove the Resource or NotResource element.',
  'User: arn:aws:sts::111122223333:assumed-role/App/i-0abc is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/my-role',
  'Please make sure that this role exists in the account. If it doesn’t exist, (re)-bootstrap the environment.',
])('AWS’s whole message is left: %s', (message) => {
  expect(wordsOfAws(message)).toBe(message)
})

test('a code alone is no message, and lines that a person wrote are none of AWS', () => {
  expect(['MalformedPolicyDocument.', 'AccessDenied', ' . '].map(isCodeAlone)).toStrictEqual([true, true, true])
  expect(isCodeAlone('Access Denied')).toBe(false)
  expect(withoutPersonalLines('Requires capabilities : [CAPABILITY_IAM]\nI added it already')).toBe(
    'Requires capabilities : [CAPABILITY_IAM]',
  )
})

test.each(['en', 'de'])('nothing is quoted where the text has only a code, in the language %s', (language) => {
  for (const text of ['MalformedPolicyDocument', 'It says MalformedPolicyDocument . Can someone help', 'InsufficientCapabilitiesException'])
    expect(diagnoseFacts(readPastedRole(text), planOf(), language)).toMatchObject({
      detail: expect.not.stringMatching(/AWS (?:said|meldet)/),
    })
})
