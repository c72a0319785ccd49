import { expect, test } from 'vitest'
import '#i18n/de/findings.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { diagnoseFacts, type PastedDiagnosis } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const said = (text: string, language = 'en'): PastedDiagnosis => diagnoseFacts(readPastedRole(text), planOf(), language)

const capability = (operation: string): string =>
  `An error occurred (InsufficientCapabilitiesException) when calling the ${operation} operation: Requires capabilities : [CAPABILITY_NAMED_IAM]`

test.each([
  ['CreateStack', /^The stack wasn’t created because/, /^Der Stack wurde nicht angelegt, weil/],
  ['UpdateStack', /^The stack wasn’t updated because/, /^Der Stack wurde nicht geändert, weil/],
  ['CreateChangeSet', /^CloudFormation changed nothing because/, /^CloudFormation hat nichts geändert, weil/],
])('a missing acknowledgment of %s is told of that call', (operation, english, german) => {
  expect(said(capability(operation)).sentence).toMatch(english)
  expect(said(capability(operation), 'de').sentence).toMatch(german)
})

test('the roles of a stack set have the names of the message, and none that is cut off', () => {
  const { sentence, detail } = said("Account 444455556666 should have 'Tools-Execution' role with trust relationship to Role 'Tools-Admi")
  expect(sentence).toContain('Tools-Execution')
  expect(detail).toContain('the administration role of the stack set')
  expect(`${sentence} ${detail}`).not.toContain('AWSCloudFormationStackSet')
})

test('the CDK is told to send the external ID that its own role requires', () => {
  const call = (caller: string) =>
    `User: arn:aws:iam::${caller}:user/dev is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-ap-southeast-2`
  for (const caller of ['222233334444', '444455556666']) expect(said(call(caller)).detail).toContain('requires an external ID')
})

test('the only limit of a principal that is everyone is never just removed', () => {
  for (const Principal of ['*', { AWS: '*' }]) {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1a2b3c4d5e' } }
    const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition }] }
    expect(said(JSON.stringify(policy))).toMatchObject({ detail: expect.not.stringContaining('. Remove it. If') })
  }
})

test('an account that the text hides isn’t called a placeholder', () => {
  const trust = (account: string) =>
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${account}:root"},"Action":"sts:AssumeRole"}]}`
  for (const account of ['AAAAAAAAAAAA', 'XXXXXXXXXXXX']) expect(said(trust(account)).sentence).toMatch(/^The text hides a value/)
  expect(said(trust('ACCOUNT_ID')).sentence).toContain('never filled in')
})
