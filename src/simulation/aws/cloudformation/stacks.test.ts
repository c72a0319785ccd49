import { expect, test } from 'vitest'
import { templateParameters } from '#core/artifacts/template-choice.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { type Answered, type Credentials, type TestAws, templateUrl, testAws } from '#simulation/aws/testing.test-data.ts'

const plan = planOf({
  region: 'eu-west-1',
  permissions: {
    readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-archive'] },
    decryptImages: { imageKey: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  },
})
const as: Credentials = { accessKeyId: 'SIM444455556666', region: 'eu-west-1' }

function launch(
  aws: TestAws,
  change: Readonly<Record<string, string | undefined>> = {},
  more: Readonly<Record<string, string>> = {},
  caller = as,
) {
  const values = Object.entries({ ...templateParameters(plan), ...change })
  const given = values.flatMap(([key, value], index) =>
    value === undefined
      ? []
      : [
          [`Parameters.member.${index + 1}.ParameterKey`, key],
          [`Parameters.member.${index + 1}.ParameterValue`, value],
        ],
  )
  const parameters = {
    Action: 'CreateStack',
    StackName: 'Pixelworks',
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    ...Object.fromEntries(given),
    ...more,
  }
  return aws.call('cloudformation', 'TemplateBody' in more ? parameters : { TemplateURL: templateUrl('aws'), ...parameters }, caller)
}

const said = (answered: Answered) => `${answered.status} ${answered.field('Code')}: ${answered.field('Message')}`

async function events(aws: TestAws, caller = as): Promise<string[]> {
  const { text } = await aws.call('cloudformation', { Action: 'DescribeStackEvents', StackName: 'Pixelworks' }, caller)
  return [...text.matchAll(/<LogicalResourceId>(.*?)<.*?<Timestamp>(.*?)<.*?<ResourceStatus>(.*?)<(.*?)<\/member>/g)].map(
    ([, id, time, status, rest = '']) =>
      [time?.slice(14, 23), id, status, /<ResourceStatusReason>(.*?)</.exec(rest)?.[1]?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'UUID')]
        .filter(Boolean)
        .join(' '),
  )
}

test('a stack creates the role of the plan, step by step', async () => {
  const aws = testAws(3000)
  expect((await launch(aws)).status).toBe(200)
  const status = async () =>
    (await aws.call('cloudformation', { Action: 'DescribeStacks', StackName: 'Pixelworks' }, as)).field('StackStatus')
  const role = () => aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })
  expect([await status(), (await role()).status]).toEqual(['CREATE_IN_PROGRESS', 404])
  aws.pass(3000)
  expect(await status()).toBe('CREATE_COMPLETE')
  expect(await events(aws)).toMatchInlineSnapshot(`
    [
      "00:03.000 Pixelworks CREATE_COMPLETE",
      "00:02.550 AccountAccessRole CREATE_COMPLETE",
      "00:00.300 AccountAccessRole CREATE_IN_PROGRESS Resource creation Initiated",
      "00:00.300 AccountAccessRole CREATE_IN_PROGRESS",
      "00:00.000 Pixelworks CREATE_IN_PROGRESS User Initiated",
    ]
  `)
  const found = await role()
  expect(found.field('Arn')).toBe(plan.roleArn)
  expect(JSON.parse(decodeURIComponent(found.field('AssumeRolePolicyDocument') ?? ''))).toEqual(plan.trustPolicy)
  const policy = await aws.call('iam', { Action: 'GetRolePolicy', RoleName: plan.roleName, PolicyName: plan.policyName })
  expect(JSON.parse(decodeURIComponent(policy.field('PolicyDocument') ?? ''))).toEqual(plan.permissionsPolicy)
  const described = await aws.call('cloudformation', { Action: 'DescribeStacks', StackName: 'Pixelworks' }, as)
  expect(described.text).toContain(`<OutputKey>RoleArn</OutputKey><OutputValue>${plan.roleArn}</OutputValue>`)
})

test("a role that a policy blocks rolls the stack back, with AWS's message", async () => {
  const aws = testAws(3000)
  const caller = { ...as, accessKeyId: 'SIM400000000003' }
  await launch(aws, { AccountId: '400000000003' }, {}, caller)
  aws.pass(3000)
  expect(await events(aws, caller)).toMatchInlineSnapshot(`
    [
      "00:03.000 Pixelworks ROLLBACK_COMPLETE",
      "00:02.550 AccountAccessRole DELETE_COMPLETE",
      "00:01.800 Pixelworks ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.",
      "00:00.300 AccountAccessRole CREATE_FAILED Resource handler returned message: &quot;User: arn:aws:iam::400000000003:user/Administrator is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::400000000003:role/PixelworksAccess with an explicit deny in a service control policy (Service: Iam, Status Code: 403, Request ID: UUID) (SDK Attempt Count: 1)&quot; (RequestToken: UUID, HandlerErrorCode: AccessDenied)",
      "00:00.300 AccountAccessRole CREATE_IN_PROGRESS",
      "00:00.000 Pixelworks CREATE_IN_PROGRESS User Initiated",
    ]
  `)
  const again = await launch(aws, { AccountId: '400000000003' }, {}, caller)
  expect(said(again)).toBe('400 AlreadyExistsException: Stack [Pixelworks] already exists')
})

test('an existing role rolls the stack back and stays', async () => {
  const aws = testAws()
  await aws.call('iam', { Action: 'CreateRole', RoleName: plan.roleName, AssumeRolePolicyDocument: JSON.stringify(plan.trustPolicy) })
  await launch(aws)
  expect(await events(aws)).toMatchInlineSnapshot(`
    [
      "00:00.000 Pixelworks ROLLBACK_COMPLETE",
      "00:00.000 AccountAccessRole DELETE_COMPLETE",
      "00:00.000 Pixelworks ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [AccountAccessRole]. Rollback requested by user.",
      "00:00.000 AccountAccessRole CREATE_FAILED Resource handler returned message: &quot;Role with name PixelworksAccess already exists. (Service: Iam, Status Code: 409, Request ID: UUID) (SDK Attempt Count: 1)&quot; (RequestToken: UUID, HandlerErrorCode: AlreadyExists)",
      "00:00.000 AccountAccessRole CREATE_IN_PROGRESS",
      "00:00.000 Pixelworks CREATE_IN_PROGRESS User Initiated",
    ]
  `)
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })).status).toBe(200)
})

test('deleting a stack deletes its role and frees its name', async () => {
  const aws = testAws(3000)
  const { field } = await launch(aws)
  const stackId = field('StackId') ?? ''
  aws.pass(3000)
  await aws.call('cloudformation', { Action: 'DeleteStack', StackName: 'Pixelworks' }, as)
  const stackNamed = (StackName: string) => aws.call('cloudformation', { Action: 'DescribeStacks', StackName }, as)
  expect((await stackNamed('Pixelworks')).field('StackStatus')).toBe('DELETE_IN_PROGRESS')
  aws.pass(3000)
  expect(said(await stackNamed('Pixelworks'))).toBe('400 ValidationError: Stack with id Pixelworks does not exist')
  expect((await stackNamed(stackId)).field('StackStatus')).toBe('DELETE_COMPLETE')
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })).status).toBe(404)
  expect((await launch(aws)).status).toBe(200)
})

test('deleting a stack keeps a role with a policy of another origin', async () => {
  const aws = testAws()
  await launch(aws)
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } })
  await aws.call('iam', { Action: 'PutRolePolicy', RoleName: plan.roleName, PolicyName: 'Mine', PolicyDocument })
  await aws.call('cloudformation', { Action: 'DeleteStack', StackName: 'Pixelworks' }, as)
  expect((await aws.call('cloudformation', { Action: 'DescribeStacks' }, as)).field('StackStatus')).toBe('DELETE_FAILED')
  expect((await aws.call('iam', { Action: 'GetRole', RoleName: plan.roleName })).status).toBe(200)
})

test('CloudFormation rejects a launch with its own messages', async () => {
  const aws = testAws()
  const refusals = {
    missing: said(await launch(aws, { ExternalId: undefined })),
    unknown: said(await launch(aws, { Nobody: 'x' })),
    pattern: said(await launch(aws, { ExternalId: 'two words' })),
    bucket: said(await launch(aws, { SourceBuckets: 'Not_A_Bucket' })),
    wrongAccount: said(await launch(aws, {}, {}, { ...as, accessKeyId: 'SIM777788889999' })),
    capability: said(await launch(aws, {}, { 'Capabilities.member.1': 'CAPABILITY_IAM' })),
    notS3: said(await launch(aws, {}, { TemplateURL: 'https://example.com/t.yaml' })),
    noObject: said(await launch(aws, {}, { TemplateURL: 'https://templates.s3.us-east-1.amazonaws.com/none.yaml' })),
    name: said(await launch(aws, {}, { StackName: '1st' })),
    noResources: said(await launch(aws, {}, { TemplateBody: 'Description: x' })),
    otherType: said(await launch(aws, {}, { TemplateBody: 'Resources: {B: {Type: AWS::S3::Bucket}}' })),
    noYaml: said(await launch(aws, {}, { TemplateBody: 'Resources: {' })),
    alias: said(await launch(aws, {}, { TemplateBody: 'Resources: &r {B: *r}' })),
  }
  expect(refusals).toMatchInlineSnapshot(`
    {
      "alias": "400 ValidationError: Template format error: unsupported structure.",
      "bucket": "400 ValidationError: Parameter SourceBuckets failed to satisfy constraint: one or more values, separated by commas, each like acme-uploads",
      "capability": "400 InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]",
      "missing": "400 ValidationError: Parameters: [ExternalId] must have values",
      "name": "400 ValidationError: 1 validation error detected: Value '1st' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*",
      "noObject": "400 ValidationError: TemplateURL must reference a valid S3 object to which you have access.",
      "noResources": "400 ValidationError: Template format error: At least one Resources member must be defined.",
      "noYaml": "400 ValidationError: Template format error: YAML not well-formed. (line 1, column 13)",
      "notS3": "400 ValidationError: TemplateURL must be a supported URL.",
      "otherType": "400 ValidationError: Template format error: Unrecognized resource types: [AWS::S3::Bucket]",
      "pattern": "400 ValidationError: Parameter ExternalId failed to satisfy constraint: 2 to 1224 letters, digits, and the characters _ + = , . @ : / -",
      "unknown": "400 ValidationError: Parameters: [Nobody] do not exist in the template",
      "wrongAccount": "400 ValidationError: Template validation error: You are signed in to another AWS account. Nothing was created. Sign in to the account in AccountId and open the link again.",
    }
  `)
  expect((await aws.call('cloudformation', { Action: 'DescribeStacks' }, as)).text).not.toContain('<member>')
})

const everyFunction = `
Parameters:
  Names: {Type: CommaDelimitedList, Default: 'a, b'}
  Empty: {Type: String, Default: ''}
Conditions:
  IsEmpty: !Equals [!Ref Empty, '']
  Both: !And [!Condition IsEmpty, !Not [!Equals [x, y]]]
  Either: !Or [!Equals [x, y], !Condition Both]
Mappings: {Teams: {one: {name: Images}}}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Path: !If [Either, /app/, /]
      Description: !Sub ['\${Name} in \${AWS::Region} \${!Literal} \${Team}', {Name: !Select [1, !Ref Names], Team: !FindInMap [Teams, one, name]}]
      PermissionsBoundary: !If [Both, !Ref AWS::NoValue, unused]
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{Effect: Allow, Principal: {AWS: !Sub '\${AWS::AccountId}'}, Action: 'sts:AssumeRole'}]
  Policy:
    Type: AWS::IAM::RolePolicy
    Properties:
      RoleName: !Ref Role
      PolicyName: Read
      PolicyDocument:
        Statement:
          Effect: Allow
          Action: s3:GetObject
          Resource: !Split ['|', !Join ['|', [!Sub 'arn:\${AWS::Partition}:s3:::x', 'arn:aws:s3:::y']]]
  Absent: {Type: AWS::IAM::RolePolicy, Condition: Never, Properties: {RoleName: x, PolicyName: x}}
Outputs:
  Arn: {Value: !GetAtt Role.Arn}
  Twice: {Value: {'Fn::Join': ['-', {'Fn::Split': [',', !Sub '\${AWS::StackName},\${Role}']}]}}
`

test('a template can use every function, in short and long form', async () => {
  const aws = testAws()
  const body = everyFunction.replace('Mappings:', '  Never: !Equals [x, y]\nMappings:')
  const parameters = { Action: 'CreateStack', StackName: 'S', TemplateBody: body, 'Capabilities.member.1': 'CAPABILITY_IAM' }
  expect(said(await aws.call('cloudformation', parameters, as))).toBe('200 undefined: undefined')
  const described = await aws.call('cloudformation', { Action: 'DescribeStacks', StackName: 'S' }, as)
  const arn = described.field('OutputValue') ?? ''
  expect(arn).toMatch(/^arn:aws:iam::444455556666:role\/app\/S-Role-[A-Z2-7]{12}$/)
  const RoleName = arn.split('/').at(-1) ?? ''
  expect(described.text).toContain(`<OutputValue>S-${RoleName}</OutputValue>`)
  expect((await aws.call('iam', { Action: 'GetRole', RoleName })).field('Description')).toBe(`b in eu-west-1 \${Literal} Images`)
  const policy = await aws.call('iam', { Action: 'GetRolePolicy', RoleName, PolicyName: 'Read' })
  expect(JSON.parse(decodeURIComponent(policy.field('PolicyDocument') ?? ''))).toMatchObject({
    Statement: { Resource: ['arn:aws:s3:::x', 'arn:aws:s3:::y'] },
  })
})

test('a template summary has what the console shows', async () => {
  const summary = await testAws().call('cloudformation', { Action: 'GetTemplateSummary', TemplateURL: templateUrl('aws') }, as)
  expect(summary.text).toContain('<ParameterKey>ExternalId</ParameterKey><NoEcho>false</NoEcho>')
  expect(summary.text).toContain('<Capabilities><member>CAPABILITY_NAMED_IAM</member></Capabilities>')
  expect(JSON.parse(summary.field('Metadata') ?? '')).toHaveProperty('AWS::CloudFormation::Interface')
})
