import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { planOf, request, vendor } from '#core/fixtures.test-data.ts'
import { listOf, type PolicyDocument, policyText } from '#core/policy/document.ts'
import { diagnoseFacts, diagnosePasted, type PastedDiagnosis } from './diagnose-pasted.ts'
import { pastedRules } from './pasted-rules.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole } from './role-mutations.test-data.ts'

const plan = planOf()

const said = (text: string): PastedDiagnosis => diagnoseFacts(readPastedRole(text), plan)
const ruleOf = (text: string): string => {
  const examination = said(text)
  return examination.kind === 'differs' ? examination.rule : examination.kind
}

propertyTest.prop([connections, fc.boolean(), fc.constantFrom(undefined, 2, 4)], { seed, numRuns: 100 })(
  'the planned role is as planned, encoded or not, pretty or not',
  ({ terms: anyTerms, vendor: anyVendor }, isEncoded, indent) => {
    const anyPlan = rolePlan(anyTerms, anyVendor)
    const role = observedRole(anyPlan)
    const policy = role.AssumeRolePolicyDocument
    const Role = { ...role, AssumeRolePolicyDocument: isEncoded ? encodeURIComponent(JSON.stringify(policy, null, indent)) : policy }
    const policyOf = { RoleName: role.RoleName, PolicyName: anyPlan.policyName, PolicyDocument: anyPlan.permissionsPolicy }
    expect(diagnoseFacts(readPastedRole(JSON.stringify({ Role }, null, indent)), anyPlan).kind).toBe('as-planned')
    expect(diagnoseFacts(readPastedRole(`${JSON.stringify({ Role }, null, indent)}\n${JSON.stringify(policyOf)}`), anyPlan).kind).toBe(
      'as-planned',
    )
    expect(diagnoseFacts(readPastedRole(JSON.stringify(policyOf)), anyPlan).kind).toBe('not-enough')
  },
)

const trust = (change: Partial<PolicyDocument> | object): string => JSON.stringify({ ...plan.trustPolicy, ...change })
const [statement] = Array.isArray(plan.trustPolicy.Statement) ? plan.trustPolicy.Statement : []

test('what IAM writes in another way is as planned', () => {
  const condition = { ...statement?.Condition, Null: { 'sts:ExternalId': 'false' } }
  for (const same of [
    { Statement: statement },
    { Statement: { ...statement, Sid: 'Vendor', Principal: { AWS: ['111122223333'] }, Action: ['sts:AssumeRole'] } },
    {
      Statement: {
        ...statement,
        Condition: { StringEquals: { 'STS:externalid': [plan.externalId], 'aws:PrincipalArn': plan.applicationPrincipalArn } },
      },
    },
    { Statement: { ...statement, Condition: condition } },
  ]) {
    expect(said(trust(same))).toMatchObject({ kind: 'as-planned' })
  }
})

test('a wrong external ID is told with its place, both policies and the ways to put it right', () => {
  const text = trust({ Statement: { ...statement, Condition: { StringEquals: { 'sts:ExternalId': 'k7Qm2vK9dRt4XwB8nZc5Hs3P' } } } })
  expect(said(text)).toMatchObject({
    kind: 'differs',
    rule: 'TP43',
    sentence:
      'The external ID of this connection is k7Qm2vK9dRt4XwB8nZc5Hs2P. The trust policy expects "k7Qm2vK9dRt4XwB8nZc5Hs3P", which differs at character 23.',
    detail: expect.stringContaining('It must be StringEquals with sts:ExternalId k7Qm2vK9dRt4XwB8nZc5Hs2P.'),
    others: ['principal-arn-missing'],
    current: expect.stringContaining('Hs3P'),
    corrected: `${JSON.stringify(plan.trustPolicy, null, 2)}\n`,
    fixes: [
      { artifact: 'console', command: null },
      { artifact: 'aws-cli', command: expect.stringMatching(/^aws iam update-assume-role-policy /) },
      { artifact: 'cloudformation', command: null },
      { artifact: 'terraform', command: 'terraform apply\n', file: { filename: 'account-access-role.tf' } },
      { artifact: 'cdk', command: 'cdk deploy AccountAccessRole\n' },
      { artifact: 'pulumi', command: 'pulumi up --refresh\n' },
      { artifact: 'stack-set', command: null },
    ],
  })
})

test('a policy that is wrong without a name is said to be so, and never as planned', () => {
  const variable = { StringEquals: { 'sts:ExternalId': plan.externalId }, ArnEquals: { 'aws:PrincipalArn': [] } }
  expect(said(trust({ Statement: { ...statement, Condition: variable } }))).toMatchObject({
    kind: 'unnamed-difference',
    verdict: 'unknown',
    corrected: expect.stringContaining(plan.externalId),
  })
})

const stackText = (status: string, reason: string): string =>
  JSON.stringify({
    StackEvents: [
      { StackName: plan.stackName, LogicalResourceId: plan.stackName, ResourceType: 'AWS::CloudFormation::Stack', ResourceStatus: status },
      {
        StackName: plan.stackName,
        LogicalResourceId: 'AccountAccessRole',
        ResourceType: 'AWS::IAM::Role',
        ResourceStatus: 'CREATE_FAILED',
        ResourceStatusReason: reason,
      },
    ],
  })
const rolledBack = (reason: string): string => stackText('ROLLBACK_COMPLETE', reason)
const cli = (code: string, operation: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`
const user = 'User: arn:aws:sts::444455556666:assumed-role/Admin/me is not authorized to perform:'
const vendorCall = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0 is not authorized to perform:'
const onRole = `on resource: ${plan.roleArn}`

test.each([
  [
    'creation-role-exists',
    rolledBack(
      'Resource handler returned message: "Role with name PixelworksAccess already exists. (Service: Iam, Status Code: 409)" (HandlerErrorCode: AlreadyExists)',
    ),
  ],
  ['creation-role-exists', cli('EntityAlreadyExists', 'CreateRole', 'Role with name PixelworksAccess already exists.')],
  ['creation-stack-exists', cli('AlreadyExistsException', 'CreateStack', 'Stack [PixelworksAccess] already exists')],
  ['creation-capabilities', cli('InsufficientCapabilitiesException', 'CreateStack', 'Requires capabilities : [CAPABILITY_NAMED_IAM]')],
  [
    'creation-wrong-account',
    cli(
      'ValidationError',
      'CreateStack',
      'Template validation error: You are signed in to another AWS account than the one given as AccountId. Nothing was created.',
    ),
  ],
  ['creation-wrong-account', 'Stopped, nothing was changed: you are signed in to AWS account 777766665555, not to 444455556666.'],
  [
    'creation-wrong-partition',
    cli('ValidationError', 'CreateStack', 'Template validation error: This template is for the partition aws. Nothing was created.'),
  ],
  [
    'creation-invalid-principal',
    rolledBack('Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:root" (Service: Iam, Status Code: 400)'),
  ],
  ['creation-template-unreadable', 'S3 error: Access Denied'],
  [
    'creation-template-unreadable',
    cli('ValidationError', 'CreateStack', 'TemplateURL must reference a valid S3 object to which you have access.'),
  ],
  [
    'creation-boundary-required',
    rolledBack(`${user} iam:CreateRole ${onRole} because no permissions boundary allows the iam:CreateRole action`),
  ],
  ['creation-forbidden-by-organization', rolledBack(`${user} iam:CreateRole ${onRole} with an explicit deny in a service control policy`)],
  [
    'creation-not-authorized',
    rolledBack(`${user} iam:CreateRole ${onRole} because no identity-based policy allows the iam:CreateRole action`),
  ],
  ['creation-not-authorized', cli('AccessDenied', 'CreateRole', `${user} iam:CreateRole ${onRole}`)],
  ['creation-stack-not-authorized', cli('AccessDenied', 'CreateStack', `${user} cloudformation:CreateStack on resource: x`)],
  [
    'creation-parameter-refused',
    cli('ValidationError', 'CreateStack', 'Parameter ExternalId failed to satisfy constraint: 2 to 1224 letters'),
  ],
  ['creation-quota', rolledBack('Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam)')],
  ['TP28', rolledBack('Cannot exceed quota for ACLSizePerRole: 2048 (Service: Iam)')],
  ['stack-rolled-back', rolledBack('Internal Failure')],
  ['stack-rolled-back', JSON.stringify({ Stacks: [{ StackName: plan.stackName, StackStatus: 'ROLLBACK_COMPLETE' }] })],
  ['stack-in-progress', JSON.stringify({ Stacks: [{ StackName: plan.stackName, StackStatus: 'CREATE_IN_PROGRESS' }] })],
  ['stack-deleted', JSON.stringify({ Stacks: [{ StackName: plan.stackName, StackStatus: 'DELETE_COMPLETE' }] })],
  [
    'stack-external-id-differs',
    JSON.stringify({
      Stacks: [
        { StackName: plan.stackName, StackStatus: 'CREATE_COMPLETE', Parameters: [{ ParameterKey: 'ExternalId', ParameterValue: 'x ' }] },
      ],
    }),
  ],
  [
    'role-in-other-account',
    JSON.stringify({
      Stacks: [
        {
          StackName: plan.stackName,
          StackStatus: 'CREATE_COMPLETE',
          Outputs: [{ OutputKey: 'RoleArn', OutputValue: plan.roleArn.replace('444455556666', '777766665555') }],
        },
      ],
    }),
  ],
  ['role-in-other-account', 'arn:aws:iam::777766665555:role/PixelworksAccess'],
  ['role-absent', cli('NoSuchEntity', 'GetRole', 'The role with name PixelworksAccess cannot be found.')],
  ['terminal-credentials', cli('ExpiredToken', 'GetRole', 'The security token included in the request is expired')],
  ['terminal-credentials', 'Unable to locate credentials. You can configure credentials by running "aws configure".'],
  [
    'resource-control-policy',
    cli('AccessDenied', 'AssumeRole', `${vendorCall} sts:AssumeRole ${onRole} with an explicit deny in a resource control policy`),
  ],
  [
    'vendor-not-allowed',
    cli('AccessDenied', 'AssumeRole', `${vendorCall} sts:AssumeRole ${onRole} with an explicit deny in a service control policy`),
  ],
  ['vendor-not-allowed', `${vendorCall} sts:AssumeRole ${onRole} because no identity-based policy allows the sts:AssumeRole action`],
  ['session-tags-refused', `${vendorCall} sts:TagSession ${onRole}`],
  ['session-tags-refused', `${trust({})}\n${vendorCall} sts:TagSession ${onRole}`],
  ['source-identity-refused', `${vendorCall} sts:SetSourceIdentity ${onRole}`],
  [
    'vendor-duration',
    cli('ValidationError', 'AssumeRole', 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'),
  ],
  ['sts-region-off', cli('RegionDisabledException', 'AssumeRole', 'STS is not activated in this region for account:444455556666.')],
  ['trust-policy-denies', `${vendorCall} sts:AssumeRole ${onRole} with an explicit deny in the role trust policy`],
  ['trust-policy-silent', `${vendorCall} sts:AssumeRole ${onRole} because no role trust policy allows the sts:AssumeRole action`],
  ['refused-without-reason', cli('AccessDenied', 'AssumeRole', `${vendorCall} sts:AssumeRole ${onRole}`)],
  ['permissions-policy-missing', JSON.stringify({ PolicyNames: [] })],
  [
    'condition-service',
    trust({ Statement: { ...statement, Condition: { ...statement?.Condition, Bool: { 'aws:ViaAWSService': 'true' } } } }),
  ],
  [
    'condition-region',
    trust({ Statement: { ...statement, Condition: { ...statement?.Condition, StringLike: { 'aws:RequestedRegion': 'eu-*' } } } }),
  ],
  [
    'principal-arn-operator',
    trust({
      Statement: {
        ...statement,
        Condition: {
          StringEquals: { 'sts:ExternalId': plan.externalId },
          ArnEqualsIfExists: { 'aws:PrincipalArn': plan.applicationPrincipalArn },
        },
      },
    }),
  ],
])('%s is named', (rule, text) => {
  expect(ruleOf(text)).toBe(rule)
})

const permissions = (change: (policy: string) => string): string =>
  JSON.stringify({
    RoleName: plan.roleName,
    PolicyName: plan.policyName,
    PolicyDocument: JSON.parse(change(JSON.stringify(plan.permissionsPolicy))),
  })

test.each([
  ['not-enough', (policy: string) => policy],
  ['permissions-other-resource', (policy: string) => policy.replaceAll('acme-uploads', 'acme-archive')],
  ['permissions-action-missing', (policy: string) => policy.replace('s3:GetObject', 's3:GetObjectVersion')],
  ['permissions-further', (policy: string) => policy.replace('"s3:GetObject"', '"s3:GetObject","s3:DeleteObject"')],
  ['permissions-further', (policy: string) => policy.replace('"s3:GetObject"', '"s3:*"')],
  ['permissions-deny', (policy: string) => policy.replace('"Effect":"Allow"', '"Effect":"Deny"')],
  [
    'permissions-condition',
    (policy: string) => policy.replace('"Effect":"Allow"', '"Effect":"Allow","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'),
  ],
])('of a permissions policy %s is said', (rule, change) => {
  expect(ruleOf(permissions(change))).toBe(rule)
})

test('the permissions policy is corrected to the planned one', () => {
  expect(said(permissions((policy) => policy.replaceAll('acme-uploads', 'acme-archive')))).toMatchObject({
    current: expect.stringContaining('acme-archive'),
    corrected: `${JSON.stringify(plan.permissionsPolicy, null, 2)}\n`,
  })
})

test('a role that lacks the boundary of the plan is told of it', () => {
  const bounded = { ...plan, permissionsBoundary: 'arn:aws:iam::444455556666:policy/Boundary' }
  const examination = diagnoseFacts(readPastedRole(JSON.stringify({ Role: observedRole(plan) })), bounded)
  expect(examination).toMatchObject({ kind: 'differs', rule: 'boundary-missing' })
})

test('nothing, and what cannot be read, is never as planned', () => {
  expect(diagnoseFacts([], plan).kind).toBe('unreadable')
  for (const text of ['', '{', 'hello', 'a:\n  b', '{"Statement":[]}', '{"Role":{"RoleName":"PixelworksAccess"}}']) {
    expect(said(text).kind).not.toBe('as-planned')
  }
})

propertyTest.prop([connections, fc.oneof(fc.json(), fc.string({ maxLength: 200 }))], { seed, numRuns: 300 })(
  'arbitrary text is never as planned',
  ({ terms: anyTerms, vendor: anyVendor }, text) => {
    expect(diagnoseFacts(readPastedRole(text), rolePlan(anyTerms, anyVendor)).kind).toMatch(
      /^(unreadable|differs|not-enough|unnamed-difference)$/,
    )
  },
)

test('what says less names pastedRules that stand before it', () => {
  const ids = pastedRules.map(({ id }) => id)
  for (const { id, suppressedBy = [] } of pastedRules) {
    expect(suppressedBy.filter((better) => ids.indexOf(better) === -1 || ids.indexOf(better) >= ids.indexOf(id))).toEqual([])
  }
})

test('a character that cannot be seen is shown', () => {
  const text = trust({ Statement: { ...statement, Condition: { StringEquals: { 'sts:ExternalId': `\u200b${plan.externalId}` } } } })
  expect(said(text)).toMatchObject({ rule: 'TP20', sentence: expect.stringContaining('"\\u200bk7Qm2vK9dRt4XwB8nZc5Hs2P"') })
})

test('each rule has a permanent name of its own, a title and an AWS page', () => {
  expect(new Set(pastedRules.map(({ id }) => id)).size).toBe(pastedRules.length)
  for (const { id, title, source } of pastedRules) {
    expect(id).toMatch(/^([a-z]+(-[a-z]+)*|TP\d{2})$/)
    expect(title('en')).toMatch(/^[A-Zaa].*[^.]$/)
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  }
})

test('a role with all that a company asks of it, and with an edited policy that denies, is as planned', () => {
  const asked = connectionTerms(vendor).parse({
    ...request,
    role: { path: '/company/', permissionsBoundary: 'arn:aws:iam::444455556666:policy/Boundary', maxSessionDuration: 3600 },
    permissionsPolicy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-uploads/*' },
        { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::acme-uploads/secret/*' },
      ],
    },
  })
  const planned = rolePlan(asked, vendor)
  const role = observedRole(planned)
  const policy = JSON.stringify({ RoleName: role.RoleName, PolicyName: planned.policyName, PolicyDocument: planned.permissionsPolicy })
  const found = (Role: object, on = planned) => {
    const examination = diagnoseFacts(readPastedRole(`${JSON.stringify({ Role })}\n${policy}`), on)
    return examination.kind === 'differs' ? examination.rule : examination.kind
  }
  expect(found(role)).toBe('as-planned')
  expect(found({ ...role, MaxSessionDuration: 7200 })).toBe('as-planned')
  expect(found({ ...role, PermissionsBoundary: undefined })).toBe('boundary-missing')
  expect(found({ ...role, Path: '/', Arn: plan.roleArn })).toBe('role-path-differs')
  expect(found(observedRole(plan), plan)).toBe('permissions-deny')
})

test('answers with the rule, a sentence, other rules and the corrected policy', () => {
  const open = { ...plan.trustPolicy, Statement: [{ ...listOf(plan.trustPolicy.Statement)[0], Condition: undefined }] }
  expect(diagnosePasted(JSON.stringify(open), plan)).toMatchObject({
    diagnosis: 'TP11',
    sentence: 'Nothing requires an external ID. Add the condition StringEquals on sts:ExternalId.',
    others: ['principal-arn-missing'],
    findings: [],
    fix: policyText(plan.trustPolicy),
  })
  expect(diagnosePasted('', plan)).toMatchObject({ diagnosis: 'unreadable', others: [], findings: [] })
})

test('a module that requires MFA is named with the input that turns it off', () => {
  const module = (more: string): string =>
    `module "role" {\n  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  trusted_role_arns = ["arn:aws:iam::111122223333:root"]\n  role_sts_externalid = "${plan.externalId}"\n${more}}\n`
  expect(said(module(''))).toMatchObject({
    rule: 'TP32',
    sentence: 'The Terraform module requires MFA, because role_requires_mfa is true by default.',
    detail: 'Applications can’t use MFA, so AWS always denies the request. Set role_requires_mfa = false.',
  })
  expect(said(module('  role_requires_mfa = true\n'))).toMatchObject({ sentence: expect.stringMatching(/role_requires_mfa is true\.$/) })
  expect(said(module('  role_requires_mfa = var.mfa\n'))).toMatchObject({
    rule: 'principal-arn-missing',
    detail: expect.stringContaining('The text doesn’t show the value of var.mfa.'),
  })
})
