import type { JsonValue } from '#core/policy/json/json-node.ts'

type TemplateCase = { readonly name: string; readonly text: string }

export type TemplateCases = {
  readonly bad: readonly TemplateCase[]
  readonly good: readonly TemplateCase[]
  readonly nearMiss: readonly TemplateCase[]
}

type Object = { readonly [name: string]: JsonValue }

const root = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::111122223333:root` }

type Changes = {
  readonly principal?: JsonValue
  readonly parameter?: Object
  readonly parameters?: Object
  readonly properties?: Object
  readonly outputs?: Object | null
  readonly rest?: Object
}

/** A right template with some parts changed. */
function templateWith({ principal = root, parameter = {}, parameters = {}, properties = {}, outputs, rest = {} }: Changes): string {
  const limits = { Type: 'String', MinLength: 2, MaxLength: 1224, AllowedPattern: '[\\w+=,.@:\\/-]*' }
  const shown = outputs === undefined ? { RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } } : outputs
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: principal },
    Action: 'sts:AssumeRole',
    Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
  }
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: { ExternalId: { ...limits, ...parameter }, ...parameters },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] }, ...properties },
      },
    },
    ...(shown === null ? {} : { Outputs: shown }),
    ...rest,
  }
  return JSON.stringify(template, null, 2)
}

const withAccountParameter = (name: string, limits: Object): TemplateCase => ({
  name,
  text: templateWith({ principal: { Ref: 'Vendor' }, parameters: { Vendor: { Type: 'String', ...limits } } }),
})

const withRoleName = (name: string, arn: string): TemplateCase => ({
  name,
  text: templateWith({ principal: [root, { 'Fn::Sub': arn }], parameters: { RoleName: { Type: 'String' } } }),
})

const policyOn = (Resource: JsonValue) => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }] } }],
})

const link = (templateUrl: string) =>
  `https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?templateURL=${encodeURIComponent(templateUrl)}&stackName=X`

const right = { name: 'the right template', text: templateWith({}) }
const hashed = 'https://acme-templates.s3.us-east-1.amazonaws.com/rolebridge/d3a7f849196055ad/role.yaml'
const rightLink = { name: 'the right link', text: link(hashed) }

export const templateCases: Readonly<Record<string, TemplateCases>> = {
  CT01: {
    bad: [
      {
        name: 'Sub',
        text: templateWith({ principal: { 'Fn::Sub': `arn:aws:iam::\${Vendor}:root` }, parameters: { Vendor: { Type: 'String' } } }),
      },
      { name: 'Ref', text: templateWith({ principal: { Ref: 'Vendor' }, parameters: { Vendor: { Type: 'String' } } }) },
      {
        name: 'Join',
        text: templateWith({
          principal: { 'Fn::Join': [':', ['arn:aws:iam:', { Ref: 'Vendor' }, 'root']] },
          parameters: { Vendor: { Type: 'String' } },
        }),
      },
      withAccountParameter('a pattern of any account', { AllowedPattern: '^\\d{12}$' }),
      withAccountParameter('a pattern with an account among others', { AllowedPattern: '^111122223333|.*$' }),
      withAccountParameter('a pattern of any ARN', { AllowedPattern: '^arn:aws:iam::\\d{12}:root$' }),
      withAccountParameter('an empty list of values', { AllowedValues: [] }),
      withAccountParameter('a default', { Default: '111122223333' }),
      {
        name: 'Sub with a value of its own',
        text: templateWith({
          principal: { 'Fn::Sub': [`arn:aws:iam::\${Account}:root`, { Account: { Ref: 'Vendor' } }] },
          parameters: { Vendor: { Type: 'String' } },
        }),
      },
      {
        name: 'a role in a list, whose account is a parameter',
        text: templateWith({
          principal: [root, { 'Fn::Sub': `arn:aws:iam::\${Vendor}:role/App` }],
          parameters: { Vendor: { Type: 'String' } },
        }),
      },
    ],
    good: [right],
    nearMiss: [
      {
        name: 'a pseudo parameter',
        text: templateWith({ principal: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:root` } }),
      },
      { name: 'an unused parameter', text: templateWith({ parameters: { VendorAccountId: { Type: 'String' } } }) },
      withAccountParameter('one allowed value', { AllowedValues: ['111122223333'] }),
      withAccountParameter('two allowed values', { AllowedValues: ['111122223333', '222233334444'] }),
      withAccountParameter('a pattern of one account', { AllowedPattern: '^111122223333$' }),
      withAccountParameter('a pattern of two accounts', { AllowedPattern: '^(111122223333|222233334444)$' }),
      withAccountParameter('a pattern of the roles of one account', { AllowedPattern: '^arn:aws:iam::111122223333:role/[\\w-]+$' }),
      withRoleName('the name of a role in the own account', `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${RoleName}`),
      withRoleName('the name of a role in a fixed account', `arn:aws:iam::111122223333:role/\${RoleName}`),
      {
        name: 'the name of a role, joined',
        text: templateWith({
          principal: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':role/', { Ref: 'RoleName' }]] },
          parameters: { RoleName: { Type: 'String' } },
        }),
      },
      {
        name: 'a service',
        text: templateWith({ parameters: { Service: { Type: 'String' } } }).replace(
          /"Principal": \{/,
          '"Principal": { "Service": { "Ref": "Service" },',
        ),
      },
    ],
  },
  CT02: {
    bad: [
      { name: 'true', text: templateWith({ parameter: { NoEcho: true } }) },
      { name: 'as a text', text: templateWith({ parameter: { NoEcho: 'true' } }) },
    ],
    good: [right],
    nearMiss: [
      { name: 'false', text: templateWith({ parameter: { NoEcho: false } }) },
      { name: 'another parameter', text: templateWith({ parameters: { Password: { Type: 'String', NoEcho: true } } }) },
    ],
  },
  CT03: {
    bad: [{ name: 'no pattern', text: templateWith({}).replace(/,\s*"AllowedPattern": "[^"]*"/, '') }],
    good: [right],
    nearMiss: [
      { name: 'a list of values', text: templateWith({ parameter: { AllowedValues: ['abc-123'] } }).replace(/,\s*"MinLength": 2/, '') },
      { name: 'another parameter', text: templateWith({ parameters: { Bucket: { Type: 'String' } } }) },
    ],
  },
  CT04: {
    bad: [
      { name: 'a literal', text: templateWith({ properties: policyOn('arn:aws:s3:::acme/*') }) },
      { name: 'in a Sub', text: templateWith({ properties: policyOn({ 'Fn::Sub': `arn:aws-cn:s3:::\${Bucket}/*` }) }) },
    ],
    good: [
      { name: 'the pseudo parameter', text: templateWith({ properties: policyOn({ 'Fn::Sub': `arn:\${AWS::Partition}:s3:::acme/*` }) }) },
    ],
    nearMiss: [
      { name: 'in a description', text: templateWith({ properties: { Description: 'Trusts arn:aws:iam::111122223333:root' } }) },
      {
        name: 'a template that its rules hold to one partition',
        text: templateWith({
          properties: policyOn('arn:aws:s3:::acme/*'),
          rest: { Rules: { Partition: { Assertions: [{ Assert: { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws'] } }] } } },
        }),
      },
      { name: 'outside the resources', text: templateWith({ rest: { Description: 'arn:aws:iam::aws:policy/X' } }) },
    ],
  },
  CT05: {
    bad: [{ name: 'a name', text: templateWith({ properties: { RoleName: 'AcmeAccess' } }) }],
    good: [
      {
        name: 'said in the description',
        text: templateWith({ properties: { RoleName: 'AcmeAccess' }, rest: { Description: 'Needs CAPABILITY_NAMED_IAM.' } }),
      },
    ],
    nearMiss: [right],
  },
  CT06: {
    bad: [{ name: 'a default', text: templateWith({ parameters: { Account: { Type: 'String', Default: 123456789012 } } }) }],
    good: [{ name: 'in quotes', text: templateWith({ parameters: { Account: { Type: 'String', Default: '012345678901' } } }) }],
    nearMiss: [{ name: 'eleven digits', text: templateWith({ parameters: { Count: { Type: 'Number', Default: 12345678901 } } }) }],
  },
  CT07: {
    bad: [
      { name: 'no outputs', text: templateWith({ outputs: null }) },
      { name: 'another output', text: templateWith({ outputs: { Name: { Value: { Ref: 'Role' } } } }) },
    ],
    good: [right],
    nearMiss: [
      { name: 'as one text', text: templateWith({ outputs: { Arn: { Value: { 'Fn::GetAtt': 'Role.Arn' } } } }) },
      { name: 'substituted', text: templateWith({ outputs: { Arn: { Value: { 'Fn::Sub': `\${Role.Arn}` } } } }) },
    ],
  },
  CT08: {
    bad: [
      { name: 'a website', text: link('http://acme.s3-website-us-east-1.amazonaws.com/d3a7f849196055ad/t.yaml') },
      { name: 'http', text: link(hashed.replace('https', 'http')) },
      { name: 'another host', text: link('https://templates.acme.example/d3a7f849196055ad/t.yaml') },
      { name: 'a host that ends alike', text: link('https://acme.s3.us-east-1.amazonaws.com.evil.example/d3a7f849196055ad/t.yaml') },
      { name: 'no address', text: link('role.yaml') },
    ],
    good: [rightLink],
    nearMiss: [
      { name: 'path style', text: link('https://s3.us-east-1.amazonaws.com/acme/d3a7f849196055ad/t.yaml') },
      { name: 'China', text: link('https://acme.s3.cn-north-1.amazonaws.com.cn/d3a7f849196055ad/t.yaml') },
      { name: 'no region', text: link('https://acme.s3.amazonaws.com/d3a7f849196055ad/t.yaml') },
      {
        name: 'another page of the console',
        text: 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks',
      },
    ],
  },
  CT09: {
    bad: [{ name: 'latest', text: link('https://acme.s3.us-east-1.amazonaws.com/latest.yaml') }],
    good: [rightLink],
    nearMiss: [
      { name: 'a version', text: link('https://acme.s3.us-east-1.amazonaws.com/v1.4.2/role.yaml') },
      { name: 'a version of the object', text: link('https://acme.s3.us-east-1.amazonaws.com/role.yaml?versionId=3HL4kqtJ') },
    ],
  },
}
