import { expect, test } from 'vitest'
import { denialReason, deniedRequests } from './denied-request.ts'

const user = 'arn:aws:iam::444455556666:user/jane'
const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'

test.each([
  [`User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${role}`, [user, 'sts:AssumeRole', role]],
  [`#<AccessDenied: User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${role}>`, [user, 'sts:AssumeRole', role]],
  [
    `API: iam:CreateRole ${user} is not authorized to perform: iam:CreateRole on resource: role PixelworksAccess`,
    [user, 'iam:CreateRole', 'PixelworksAccess'],
  ],
  ['AWSCloudFormation is not authorized to perform: iam:CreateRole', ['AWSCloudFormation', 'iam:CreateRole', '']],
  [
    `User: arn:aws:sts::<my account>:assumed-role/App/i not authorized to perform sts:TagSession`,
    ['arn:aws:sts::<my-account>:assumed-role/App/i', 'sts:TagSession', ''],
  ],
  [
    `User arn:aws:redshift:us-east-1:444455556666:dbuser:c/jane is not authorized to assume IAM Role ${role}.`,
    ['arn:aws:redshift:us-east-1:444455556666:dbuser:c/jane', 'sts:AssumeRole', role],
  ],
  ['You are not authorized to perform: iam:GetRole', ['', 'iam:GetRole', '']],
])('%s names its caller, action and resource', (message, parts) => {
  expect(deniedRequests(message).map(({ caller, action, resource }) => [caller, action, resource])).toEqual([parts])
})

test('all denied calls are read in their order', () => {
  const message = `User: ${user} is not authorized to perform: iam:GetRole. User: ${user} is not authorized to perform: iam:ListRoles`
  expect(deniedRequests(message).map(({ action }) => action)).toEqual(['iam:GetRole', 'iam:ListRoles'])
})

test('a message without a denied call has none', () => {
  expect(deniedRequests('The role is not authorized. Access denied.')).toEqual([])
})

test('the reason names the policy, its kind, and a Deny', () => {
  const message = `User: ${user} is not authorized to perform: iam:CreateRole on resource: ${role} with an explicit deny in an identity-based policy: arn:aws:iam::444455556666:policy/Guard`
  expect(denialReason(message)).toEqual({ hint: 'identity-policy', isExplicit: true, policyName: 'Guard' })
})
