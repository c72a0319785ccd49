import { expect, test } from 'vitest'
import { planOf, userArn, userVendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import { diagnoseFacts, diagnosePasted } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole } from './role-mutations.test-data.ts'

const plan = planOf({}, userVendor)
const condition = { StringEquals: { 'sts:ExternalId': plan.externalId } }

const roleTrusting = (AWS: unknown, Condition: object = condition): string => {
  const role = observedRole(plan)
  const Statement = [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole', Condition }]
  return JSON.stringify({ Role: { ...role, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement } } })
}

const denied = (caller: string): string =>
  `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${plan.roleArn}`

const rejected = (principal: string): string =>
  `An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Invalid principal in policy: "AWS":"${principal}"`

const said = (text: string) => diagnoseFacts(readPastedRole(text), plan)

test.each<[string, string, string]>([
  ['the user', roleTrusting(userArn), 'as-planned'],
  ['the user in a list', roleTrusting([userArn]), 'as-planned'],
  [
    'the account with a condition on the user',
    roleTrusting('arn:aws:iam::111122223333:root', { ...condition, ArnEquals: { 'aws:PrincipalArn': userArn } }),
    'as-planned',
  ],
])('a role that trusts %s is as planned', (_, text, kind) => {
  expect(said(text)).toMatchObject({ kind })
})

test.each<[string, string, string]>([
  ['the account root still works, and is wider', roleTrusting('arn:aws:iam::111122223333:root'), 'principal-arn-missing'],
  ['a deleted user', roleTrusting('AIDA4EXAMPLE5EXAMPLE6'), 'TP06'],
  ['another user', roleTrusting('arn:aws:iam::111122223333:user/someone'), 'principal-other-user'],
  ['the user in other letters', roleTrusting(userArn.replace('pix1', 'PIX1')), 'principal-user-case'],
  ['the user without its path', roleTrusting('arn:aws:iam::111122223333:user/pix1-b-self1234'), 'principal-user-path'],
  ['a role of the user’s name', roleTrusting('arn:aws:iam::111122223333:role/pix1-b-self1234'), 'principal-other-user'],
  ['the customer’s own account', roleTrusting('arn:aws:iam::444455556666:root'), 'TP04'],
  ['no external ID', roleTrusting(userArn, {}), 'TP11'],
  ['another external ID', roleTrusting(userArn, { StringEquals: { 'sts:ExternalId': 'PIX1_SFCRole=2_abc=' } }), 'TP43'],
  [
    'a condition on another user',
    roleTrusting('111122223333', { ...condition, ArnEquals: { 'aws:PrincipalArn': `${userArn}x` } }),
    'principal-arn-other',
  ],
  [
    'a condition on the user in another path',
    roleTrusting('111122223333', { ...condition, ArnEquals: { 'aws:PrincipalArn': userArn.replace('/service/', '/') } }),
    'principal-arn-path',
  ],
  ['a denial of the user', denied(userArn), 'refused-without-reason'],
  ['a denial of another identity of the vendor', denied('arn:aws:iam::111122223333:user/ops'), 'vendor-other-caller'],
  ['a denial of a role of the vendor', denied('arn:aws:sts::111122223333:assumed-role/Nightly/s'), 'vendor-other-caller'],
  ['a denial of the customer', denied('arn:aws:iam::444455556666:user/alice'), 'caller-is-not-vendor'],
  ['the user doesn’t exist', rejected(userArn), 'creation-vendor-user-missing'],
  ['another principal doesn’t exist', rejected('arn:aws:iam::111122223333:user/typo'), 'creation-invalid-principal'],
])('says of a paste: %s', (_, text, rule) => {
  expect(said(text)).toMatchObject({ kind: 'differs', rule })
})

test('the corrected policy trusts the user, and so does every sentence', () => {
  const found = diagnosePasted(roleTrusting('AIDA4EXAMPLE5EXAMPLE6'), plan)
  expect(JSON.stringify(found)).toContain(userArn)
  expect(JSON.stringify(found)).not.toContain('111122223333:root')
  expect(said(roleTrusting('AIDA4EXAMPLE5EXAMPLE6'))).toMatchObject({
    sentence: expect.stringContaining('IAM user that this role trusted was deleted'),
    detail: expect.stringContaining(`The principal must be Pixelworks’s IAM user ${userArn}.`),
  })
})

test('the account root is said to work, and to be wider than requested', () => {
  expect(said(roleTrusting('arn:aws:iam::111122223333:root'))).toMatchObject({
    sentence: `The trust policy trusts the whole vendor account, not just the IAM user ${userArn}.`,
    detail: expect.stringContaining('The vendor can assume the role'),
  })
})

test('what the doctor says is not repeated in the linter’s words', () => {
  const { others, findings } = diagnosePasted(roleTrusting('arn:aws:iam::111122223333:user/someone'), plan)
  expect([others, findings.map(({ rule }) => rule)]).toEqual([[], []])
})

test('a plan with a role takes no notice of the user', () => {
  const text = policyText(plan.trustPolicy)
  expect(diagnoseFacts(readPastedRole(text), planOf())).toMatchObject({ kind: 'differs', rule: 'TP08' })
})
