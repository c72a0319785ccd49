import { expect, test } from 'vitest'
import type { CheckResponse } from '#core/checks/protocols.ts'
import type { AwsRefusal } from '#core/verify/sts.ts'
import { readRole } from './read-role.ts'

const policy = (text: object) => encodeURIComponent(JSON.stringify(text))

const role = {
  roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
  roleName: 'PixelworksAccess',
  permissionsPolicy: {
    Statement: [
      { Effect: 'Allow' as const, Action: ['s3:GetObject', 's3:List*'], Resource: 'arn:aws:s3:::a/*' },
      { Effect: 'Allow' as const, Action: 'kms:Decrypt', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    ],
  },
}

const contents: Readonly<Record<string, string>> = {
  GetRole: `<Role><AssumeRolePolicyDocument>${policy({ Statement: [] })}</AssumeRolePolicyDocument></Role>`,
  ListRolePolicies: '<PolicyNames><member>One&amp;Two</member></PolicyNames><IsTruncated>false</IsTruncated>',
  ListAttachedRolePolicies:
    '<AttachedPolicies><member><PolicyName>X</PolicyName><PolicyArn>arn:aws:iam::aws:policy/X</PolicyArn></member></AttachedPolicies>',
  GetRolePolicy: `<PolicyDocument>${policy({ Statement: [] })}</PolicyDocument>`,
  SimulatePrincipalPolicy:
    '<EvaluationResults><member><EvalActionName>s3:GetObject</EvalActionName><EvalResourceName>arn:aws:s3:::a/*</EvalResourceName><EvalDecision>implicitDeny</EvalDecision><MatchedStatements/></member></EvaluationResults>',
}

const success = (action: string): CheckResponse => ({
  ...{ status: 200, requestId: `r-${action}` },
  body: `<${action}Response><${action}Result>${contents[action]}</${action}Result></${action}Response>`,
})

const failure = (status: number, code: string, message = 'x'): CheckResponse => ({
  ...{ status, requestId: 'r-error' },
  body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
})

/** IAM with one answer changed. */
async function reading(changed: Readonly<Record<string, CheckResponse | AwsRefusal>> = {}, read: Parameters<typeof readRole>[1] = role) {
  const calls: Readonly<Record<string, string>>[] = []
  const found = await readRole(async (parameters) => {
    calls.push(parameters)
    const { Action = '' } = parameters
    return changed[Action] ?? success(Action)
  }, read)
  return { found, calls }
}

test('reads the policies, and has IAM decide on each action with a whole name', async () => {
  const { found, calls } = await reading()
  expect(found).toMatchObject({
    kind: 'read',
    trustPolicy: '{"Statement":[]}',
    inlinePolicies: ['{"Statement":[]}'],
    attachedPolicies: ['arn:aws:iam::aws:policy/X'],
    decisions: [{ action: 's3:GetObject', resource: 'arn:aws:s3:::a/*', decision: 'implicitDeny' }],
  })
  expect(calls).toContainEqual(expect.objectContaining({ Action: 'GetRolePolicy', PolicyName: 'One&Two' }))
  expect(calls.filter(({ Action }) => Action === 'SimulatePrincipalPolicy')).toEqual([
    expect.objectContaining({ 'ActionNames.member.1': 's3:GetObject', 'ResourceArns.member.1': 'arn:aws:s3:::a/*' }),
  ])
})

const boundary = 'arn:aws:iam::444455556666:policy/Boundary'
const attachedBoundary = `<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType><PermissionsBoundaryArn>${boundary}</PermissionsBoundaryArn></PermissionsBoundary>`
const tag = (parts: string) => `<Tags><member>${parts}</member><member><Key>Owner</Key><Value>Team A</Value></member></Tags>`

test.each([
  ['none', '', { permissionsBoundary: null, maxSessionDuration: 3600, tags: {} }],
  ['a boundary', attachedBoundary, { permissionsBoundary: boundary, maxSessionDuration: 3600, tags: {} }],
  ['a session duration', '<MaxSessionDuration>43200</MaxSessionDuration>', { maxSessionDuration: 43200 }],
  ['tags', tag('<Key>Stage</Key><Value>prod</Value>'), { tags: { Stage: 'prod', Owner: 'Team A' } }],
  ['a tag with its value first', tag('<Value>prod</Value>\n<Key>Stage</Key>'), { tags: { Stage: 'prod', Owner: 'Team A' } }],
  ['a tag without a value', tag('<Key>Stage</Key><Value/>'), { tags: { Stage: '', Owner: 'Team A' } }],
])('reads settings of the role: %s', async (_, settings, expected) => {
  const body = success('GetRole').body.replace('</Role>', `${settings}</Role>`)
  expect((await reading({ GetRole: { ...success('GetRole'), body } })).found).toMatchObject({ kind: 'read', settings: expected })
})

test.each(['GetRole', 'ListRolePolicies', 'ListAttachedRolePolicies', 'GetRolePolicy'])(
  'a denial of %s is a denial of the whole',
  async (action) => {
    const message = `User: arn:x is not authorized to perform: iam:${action} on resource: role R because no identity-based policy allows it`
    const { found } = await reading({ [action]: failure(403, 'AccessDenied', message) })
    expect(found).toMatchObject({ kind: 'unread', isDenied: true, code: 'AccessDenied', action: `iam:${action}` })
  },
)

test.each([
  ['throttling', failure(400, 'Throttling'), 'Throttling'],
  ['a denial with another status', failure(200, 'AccessDenied'), 'IncompleteAnswer'],
  ['a denial of a proxy', failure(400, 'AccessDenied'), 'AccessDenied'],
  ['an error page', { status: 403, requestId: '', body: '<html>Blocked</html>' }, '403'],
  ['a sign-in page', { status: 200, requestId: 'r', body: '<html>Sign in</html>' }, 'IncompleteAnswer'],
  ['half an answer', { ...success('GetRole'), body: success('GetRole').body.slice(0, -20) }, 'IncompleteAnswer'],
  ['no request ID', { ...success('GetRole'), requestId: '' }, 'IncompleteAnswer'],
  ['no network', { kind: 'refused', code: 'NetworkError', hint: null, requestId: '' }, 'NetworkError'],
] as const)('%s is no denial', async (_, answer, code) => {
  expect((await reading({ GetRole: answer })).found).toMatchObject({ kind: 'unread', isDenied: false, code })
})

test('a list that goes on counts as not read', async () => {
  const body = success('ListRolePolicies').body.replace('>false<', '>true<')
  const { found } = await reading({ ListRolePolicies: { ...success('ListRolePolicies'), body } })
  expect(found).toMatchObject({ kind: 'unread', isDenied: false, code: 'IncompleteAnswer' })
})

test('policies are read without an answer to the simulation', async () => {
  const { found } = await reading({ SimulatePrincipalPolicy: failure(403, 'AccessDenied') })
  expect(found).toMatchObject({ kind: 'read', decisions: [], inlinePolicies: ['{"Statement":[]}'] })
})

test.each([
  ['the action', { Action: 's3:Get*' }, []],
  ['all but other actions', { NotAction: 'iam:*' }, []],
  ['another action', { Action: 's3:DeleteObject' }, ['s3:GetObject']],
])('a plan that denies %s has IAM decide only on what it can allow', async (_, denied, simulated) => {
  const denial = { Effect: 'Deny' as const, Resource: 'arn:aws:s3:::a/private/*', ...denied }
  const permissionsPolicy = { Statement: [...role.permissionsPolicy.Statement, denial] }
  const { calls } = await reading({}, { ...role, permissionsPolicy })
  expect(calls.flatMap((call) => call['ActionNames.member.1'] ?? [])).toEqual(simulated)
})
