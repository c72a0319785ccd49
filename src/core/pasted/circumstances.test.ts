import { expect, test } from 'vitest'
import { planOf } from '#core/fixtures.test-data.ts'
import { circumstancesIn, malformedRoleArn } from './circumstances.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { readPastedRole } from './read-pasted-role.ts'

const plan = planOf()

function wordsOf(text: string): string {
  const { sentence, detail } = diagnoseFacts(readPastedRole(text), plan)
  return `${sentence} ${detail}`
}

const application = 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/worker'
const denial = (caller = application, resource: string = plan.roleArn, action = 'sts:AssumeRole', reason = ''): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${reason}`

test.each([
  ['aws sts assume-role --role-arn arn:aws:iam::444455556666:role/A --role-session-name a', ['no-external-id']],
  ['aws sts assume-role --role-arn arn:aws:iam::444455556666:role/A \\\n  --external-id k7Qm', []],
  ["sts.assume_role(RoleArn=arn, RoleSessionName='a')", ['no-external-id']],
  ['sts.assume_role(RoleArn=arn, **options)', []],
  ["sts.assume_role(RoleArn=arn, RoleSessionName='a', ExternalId=external_id)", []],
  ['assume_role(role_arn:"arn:aws:iam::1:role/A",external_id:nil)', ['no-external-id']],
  ['assume_role {\n  role_arn = var.role\n  external_id = var.id\n}', []],
  ["profile: skipping GetSessionToken because profile 'a' has no MFA serial defined", ['no-mfa']],
  ['The same role works from the AWS CLI.', ['works-elsewhere']],
  ['It never works from the AWS CLI either.', []],
  ['It doesn’t work from the console.', []],
  ['A second apply works.', ['works-later']],
  ['It fails intermittently.', ['works-sometimes']],
  ['If I remove the external ID condition it works.', ['works-without-id']],
  ['The role has an external ID. If we take that condition out it works.', ['works-without-id']],
  ['Ohne die Bedingung sts:ExternalId klappt es.', ['works-without-id']],
  ['The session token was left blank.', ['blank-session-token']],
  ['Den Session-Token habe ich leer gelassen.', ['blank-session-token']],
  ['Where is the session token?', []],
  ['As soon as role_session_name is set to that name it works.', ['session-name']],
])('finds in %j what the text tells of a call', (text, circumstances) => {
  expect(circumstancesIn(text)).toEqual(circumstances)
})

test.each([
  ['role_arn=arn:aws:iam::444455556666:/role/A', 'arn:aws:iam::444455556666:/role/A'],
  ['role_arn = arn:aws:iam::444455556666:role:A', 'arn:aws:iam::444455556666:role:A'],
  ['role_arn = arn:aws:iam:444455556666:role/A', 'arn:aws:iam:444455556666:role/A'],
  ['role_arn = arn:aws:iam::444455556666:role/team/A', null],
  ['arn:aws:iam::444455556666:user/role', null],
])('finds the role ARN in %j that no role can have', (text, arn) => {
  expect(malformedRoleArn(text)).toBe(arn)
})

test('a caller and a role in different accounts are told that both must allow the call', () => {
  const words = wordsOf(denial('arn:aws:iam::222233334444:user/ruth', 'arn:aws:iam::777788889999:role/Deploy'))
  expect(words).toContain('arn:aws:iam::222233334444:user/ruth couldn’t assume arn:aws:iam::777788889999:role/Deploy. AWS doesn’t say why.')
  expect(words).toContain('The trust policy of that role must allow the caller, and a policy of the caller must allow sts:AssumeRole')
})

test('in one account, either the trust policy names the caller or a policy of the caller allows the call', () => {
  expect(wordsOf(denial('arn:aws:iam::222233334444:user/ruth', 'arn:aws:iam::222233334444:role/Deploy'))).toContain(
    'must name the caller, or name the account while a policy of the caller allows sts:AssumeRole',
  )
})

test.each([
  [
    ' because no identity-based policy allows the sts:AssumeRole action',
    'because no identity-based policy of the caller allows sts:AssumeRole',
  ],
  [
    ' with an explicit deny in a service control policy',
    'because of a Deny in a service control policy (SCP) of the caller’s organization',
  ],
  [
    ' because no resource-based policy allows the sts:AssumeRole action',
    'because the trust policy of the role doesn’t allow sts:AssumeRole',
  ],
  [
    ' because no permissions boundary allows the sts:AssumeRole action',
    'because the permissions boundary of the caller doesn’t allow sts:AssumeRole',
  ],
])('the reason%s is told of the caller and the role', (reason, words) => {
  expect(
    wordsOf(denial('arn:aws:iam::222233334444:user/ruth', 'arn:aws:iam::777788889999:role/Deploy', 'sts:AssumeRole', reason)),
  ).toContain(words)
})

test('a missing trust policy for tags isn’t said to be without a reason', () => {
  const reason = ' because no resource-based policy allows the sts:TagSession action'
  const words = wordsOf(denial('arn:aws:iam::222233334444:user/ci', 'arn:aws:iam::777788889999:role/Deploy', 'sts:TagSession', reason))
  expect(words).toContain(
    'couldn’t pass session tags to arn:aws:iam::777788889999:role/Deploy, because the trust policy of the role doesn’t allow sts:TagSession',
  )
})

test('a call for the planned role without an external ID is told that it needs one', () => {
  const call = `aws sts assume-role --role-arn ${plan.roleArn} --role-session-name test\n\n${denial()}`
  expect(wordsOf(call)).toContain('The call in the text sends no external ID, but the role requires one.')
  expect(wordsOf(call.replace('--role-session-name', `--external-id ${plan.externalId} --role-session-name`))).not.toContain(
    'sends no external ID',
  )
})

test('a longer session than the connection needs isn’t said to need a longer maximum', () => {
  const error =
    'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
  const words = wordsOf(`aws sts assume-role --role-arn ${plan.roleArn} --duration-seconds 43200\n${error}`)
  expect(words).toContain('The call requests a session of 43200 seconds')
  expect(words).toContain('the caller needs to request a shorter session')
  expect(wordsOf(error)).toContain('or the caller requests a shorter session')
})

test.each([
  ['minimum field size of 20, AssumeRoleInput.RoleArn.', 'The role ARN that the program sent is empty or too short.'],
  ["MissingRequiredParameter: Missing required key 'RoleSessionName' in params", 'The program sent no session name.'],
  ["UnexpectedParameter: Unexpected key 'ExternalId' found in params", 'The call that the program makes has no parameter ExternalId.'],
  [
    `ValidationError: 1 validation error detected: Value '${plan.externalId}%20' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=]*`,
    'It’s the external ID of this connection with characters added to it.',
  ],
])('the rejected parameter of %j is named', (text, words) => {
  expect(wordsOf(text)).toContain(words)
})

test('a denied call of a user is told with the Deny', () => {
  const words = wordsOf(denial('arn:aws:iam::444455556666:user/Scan', '*', 'iam:ListGroups', ' with an explicit deny'))
  expect(words).toContain('AWS denied iam:ListGroups to arn:aws:iam::444455556666:user/Scan, because of an explicit Deny.')
  expect(words).toContain('it must exempt global services, such as IAM')
})
