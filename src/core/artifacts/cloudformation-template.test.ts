import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionIds } from '#core/aws/partition.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { termsOf } from '#core/fixtures.test-data.ts'
import { listOf } from '#core/policy/document.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { runs } from '#tools/thorough.ts'
import { anyPlan, anyVendor, plansOf } from './any-plan.test-data.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'
import { at, list, readTemplate, resolved, roleOf, type Stack, section, stackOf, stringOf, type Values } from './read-template.test-data.ts'

const demo = Vendor.parse(demoVendor)

const assertions = (stack: Stack): unknown[] =>
  list(at(stack.template, 'Rules', 'RightAccount', 'Assertions')).map((assertion) => resolved(at(assertion, 'Assert'), stack))

/* Vendors and connections of every kind. */

function expectAgreement(plan: RolePlan): void {
  const role = roleOf(stackOf(plan))
  expect(role['AssumeRolePolicyDocument']).toEqual(plan.trustPolicy)
  const isEmpty = listOf(plan.permissionsPolicy.Statement).length === 0
  expect(role['Policies'] ?? []).toEqual(isEmpty ? [] : [{ PolicyName: plan.policyName, PolicyDocument: plan.permissionsPolicy }])
  expect(role['PermissionsBoundary'] ?? null).toBe(plan.permissionsBoundary)
  expect({ name: role['RoleName'], path: role['Path'], duration: role['MaxSessionDuration'] }).toEqual({
    name: plan.roleName,
    path: plan.path,
    duration: plan.maxSessionDuration,
  })
  const tags = list(role['Tags'] ?? []).map((tag) => [at(tag, 'Key'), at(tag, 'Value')])
  expect(tags).toEqual(Object.entries(plan.tags))
}

test('with its parameters filled in, the template is the plan, for every vendor and every connection', () => {
  fc.assert(fc.property(anyPlan, expectAgreement), { numRuns: runs(300) })
})

test('with its parameters filled in, the template of the demo vendor is the plan', () => {
  fc.assert(fc.property(plansOf(demo), expectAgreement), { numRuns: runs(100) })
})

test('a path with the signs of a list in it stays one, next to a parameter with several values', () => {
  const [read, ...others] = demoVendor.permissionSets
  const role = 'arn:{{partition}}:iam::{{accountId}}:role{{rolePath}}{{roleName}}'
  const statement = {
    sid: 'Read',
    actions: ['s3:GetObject'],
    resources: ['arn:{{partition}}:s3:::{{sourceBuckets}}/*', role],
    conditions: { ArnNotLike: { 'aws:PrincipalArn': ['arn:{{partition}}:iam::*:role/{{sourceBuckets}}', role] } },
  }
  const vendor = Vendor.parse({
    ...demoVendor,
    role: { ...demoVendor.role, customerMayChoose: ['path'] },
    permissionSets: [{ ...read, checks: [], statements: [statement] }, ...others],
  })
  const permissions = { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] } }
  const plan = rolePlan(connectionTerms(vendor).parse({ ...termsOf(), permissions, role: { path: '/a,b|c<>/' } }), vendor)
  expect(listOf(listOf(plan.permissionsPolicy.Statement)[0]?.Resource)).toContain(`arn:aws:iam::444455556666:role/a,b|c<>/${plan.roleName}`)
  expectAgreement(plan)
})

function accepts(declared: Values, value: string): boolean {
  const pattern = new RegExp(stringOf(declared['AllowedPattern'] ?? '.*'))
  const values = declared['Type'] === 'CommaDelimitedList' ? value.split(',') : [value]
  const allowed = declared['AllowedValues']
  const { MinLength = 0, MaxLength = 4096, MinValue = 0, MaxValue = 0 } = declared
  return (
    values.every((part) => pattern.test(part)) &&
    (allowed === undefined || list(allowed).includes(value)) &&
    value.length >= Number(MinLength) &&
    value.length <= Number(MaxLength) &&
    (declared['Type'] !== 'Number' || (Number(value) >= Number(MinValue) && Number(value) <= Number(MaxValue)))
  )
}

test('every value of a plan is a declared parameter that the template accepts, and every default is accepted', () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { template, parameters } = stackOf(plan)
      for (const [name, value] of Object.entries(parameters))
        expect([name, accepts(section(template, 'Parameters', name), value)]).toEqual([name, true])
      for (const [name, declared] of Object.entries(section(template, 'Parameters'))) {
        const value = String(at(declared, 'Default') ?? parameters[name])
        expect([name, accepts(section(declared), value)]).toEqual([name, true])
      }
    }),
    { numRuns: runs(100) },
  )
})

test('the stack is refused in any account but the one that was named, and in any other partition', () => {
  fc.assert(
    fc.property(plansOf(demo), fc.stringMatching(/^\d{12}$/), fc.constantFrom(...partitionIds), (plan, accountId, partition) => {
      expect(assertions(stackOf(plan))).toEqual([true, true])
      const elsewhere = stackOf(plan, accountId)
      expect(assertions({ ...elsewhere, pseudo: { ...elsewhere.pseudo, 'AWS::Partition': partition } })).toEqual([
        accountId === plan.accountId,
        partition === plan.partition,
      ])
    }),
    { numRuns: runs(30) },
  )
})

test('half a choice grants nothing', () => {
  const sets = [
    {
      id: 'tables',
      title: 'Tables',
      why: 'To read them.',
      parameters: [
        { id: 'table', title: 'Table', kind: 'dynamodb-table' },
        { id: 'keys', title: 'Keys', kind: 'kms-key-id', many: true },
      ],
      statements: [
        { sid: 'Read', actions: ['dynamodb:GetItem'], resources: ['arn:{{partition}}:dynamodb:{{region}}:{{accountId}}:table/{{table}}'] },
      ],
    },
  ]
  const vendor = Vendor.parse({ ...demoVendor, permissionSets: sets })
  const template = readTemplate(cloudFormationTemplate(vendor, 'aws').text)
  const policiesWith = (parameters: Record<string, string>) =>
    roleOf({
      template,
      parameters: { AccountId: '444455556666', ExternalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P', ...parameters },
      pseudo: { 'AWS::Partition': 'aws', 'AWS::AccountId': '444455556666', 'AWS::Region': 'us-east-1' },
    })['Policies']
  expect(policiesWith({})).toEqual([])
  expect(policiesWith({ Table: 'images' })).toEqual([])
  expect(policiesWith({ Table: 'images', Keys: '1234abcd-12ab-34cd-56ef-1234567890ab' })).toHaveLength(1)
})

test('the template is the same for every customer and differs between partitions by the vendor account', () => {
  const texts = partitionIds.map((partition) => cloudFormationTemplate(demo, partition).text)
  expect(new Set(texts).size).toBe(partitionIds.length)
  for (const partition of partitionIds) {
    const { text } = cloudFormationTemplate(demo, partition)
    expect(text).toContain(`${demo.accounts[partition]}:root`)
    for (const other of partitionIds.filter((id) => id !== partition)) expect(text).not.toContain(demo.accounts[other])
  }
})

test('the version is the SHA-256 of the template without its last line, and the checksum that of the whole', () => {
  fc.assert(
    fc.property(anyVendor, fc.constantFrom(...partitionIds), (vendor, partition) => {
      const { text, version, sha256: checksum } = cloudFormationTemplate(vendor, partition)
      const lines = text.split('\n')
      const hash = (part: string) => bytesToHex(sha256(utf8ToBytes(part)))
      expect(hash(`${lines.slice(0, -2).join('\n')}\n`)).toBe(version)
      expect(hash(text)).toBe(checksum)
      expect(at(readTemplate(text), 'Outputs', 'TemplateVersion', 'Value')).toBe(version)
    }),
    { numRuns: runs(50) },
  )
})

test('the vendor account is no parameter, the external ID is not hidden, account numbers are quoted', () => {
  const { text } = cloudFormationTemplate(demo, 'aws')
  const template = readTemplate(text)
  expect(Object.keys(section(template, 'Parameters'))).toEqual([
    'AccountId',
    'ExternalId',
    'SourceBuckets',
    'ResultBucket',
    'ImageKey',
    'RolePath',
    'PermissionsBoundary',
    'MaxSessionDuration',
  ])
  expect(text).not.toContain('NoEcho')
  expect(text).not.toMatch(/: \d{12}\b/)
  expect(at(template, 'Outputs', 'RoleArn', 'Value')).toEqual({ 'Fn::GetAtt': 'AccountAccessRole.Arn' })
  expect(new TextEncoder().encode(text).length).toBeLessThan(51_200)
})

test('the template of the demo vendor', () => {
  expect(cloudFormationTemplate(demo, 'aws').text).toMatchInlineSnapshot(`
    "# Connects an AWS account to Pixelworks, which processes the images in your S3 buckets on your behalf.
    #
    # Creates one IAM role, PixelworksAccess. No users, no access keys. To remove access, delete the stack. The
    # role is deleted with it.

    AWSTemplateFormatVersion: '2010-09-09'
    Description: 'One IAM role that lets Pixelworks (AWS account 111122223333) access this account.'

    # Groups and labels for the console. Grants nothing.
    Metadata:
      AWS::CloudFormation::Interface:
        ParameterGroups:
          - Label:
              default: 'Your connection to Pixelworks'
            Parameters:
              - AccountId
              - ExternalId
          - Label:
              default: 'Read source images'
            Parameters:
              - SourceBuckets
          - Label:
              default: 'Write results (optional)'
            Parameters:
              - ResultBucket
          - Label:
              default: 'Decrypt images (optional)'
            Parameters:
              - ImageKey
          - Label:
              default: 'Advanced settings'
            Parameters:
              - RolePath
              - PermissionsBoundary
              - MaxSessionDuration
        ParameterLabels:
          AccountId:
            default: 'AWS account ID'
          ExternalId:
            default: 'External ID'
          SourceBuckets:
            default: Buckets
          ResultBucket:
            default: 'Bucket for results'
          ImageKey:
            default: 'KMS key ID'
          RolePath:
            default: 'Role path'
          PermissionsBoundary:
            default: 'Permissions boundary'
          MaxSessionDuration:
            default: 'Maximum session duration (seconds)'

    # The settings of your connection. Everything else is the same for all customers of Pixelworks. The trusted
    # account is fixed below, so a link cannot change it.
    Parameters:
      AccountId:
        Type: String
        Description: 'The AWS account to connect to Pixelworks. The stack can only be created in this account.'
        AllowedPattern: '^\\d{12}$'
        ConstraintDescription: '12 digits'
      ExternalId:
        Type: String
        Description: 'Identifies your connection to Pixelworks. Not a secret. If you change it here, Pixelworks cannot use the role.'
        MinLength: 2
        MaxLength: 1224
        AllowedPattern: '^[\\w+=,.@:/-]*$'
        ConstraintDescription: '2 to 1224 letters, digits, and the characters _ + = , . @ : / -'
      SourceBuckets:
        Type: CommaDelimitedList
        Description: 'Read source images: Lists and reads the images you ask us to process.'
        AllowedPattern: '^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
        ConstraintDescription: 'one or more values, separated by commas, each like acme-uploads'
      ResultBucket:
        Type: String
        Description: 'Write results: Saves processed images to your bucket. Otherwise, download them from Pixelworks. Leave it empty to skip this permission.'
        Default: ''
        AllowedPattern: '^$|^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
        ConstraintDescription: 'a value like acme-uploads'
      ImageKey:
        Type: String
        Description: 'Decrypt images: Needed only if your images are encrypted with your own KMS key. Leave it empty to skip this permission.'
        Default: ''
        AllowedPattern: '^$|^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'
        ConstraintDescription: 'a value like 1234abcd-12ab-34cd-56ef-1234567890ab'
      RolePath:
        Type: String
        Description: 'Part of the role ARN. If you change it here, Pixelworks cannot find the role.'
        Default: '/'
        MaxLength: 512
        AllowedPattern: '^/$|^/[!-~]+/$'
        ConstraintDescription: '/ or a path that starts and ends with /, like /company/'
      PermissionsBoundary:
        Type: String
        Description: 'ARN of the policy that caps the permissions of the role. Keep "no permissions boundary" if you do not need one.'
        Default: 'no permissions boundary'
        AllowedPattern: '^$|^no permissions boundary$|^arn:[a-z-]+:iam::(\\d{12}|aws):policy/[!-~]{1,600}$'
        ConstraintDescription: 'the ARN of an IAM policy, like arn:aws:iam::444455556666:policy/Boundary'
      MaxSessionDuration:
        Type: Number
        Description: 'How long a role session can last, in seconds.'
        Default: 7200
        MinValue: 3600
        MaxValue: 7200
        ConstraintDescription: '3600 to 7200 seconds'

    # Checked before anything is created, so the role cannot end up in the wrong account.
    Rules:
      RightAccount:
        Assertions:
          - Assert: !Equals
              - !Ref AWS::AccountId
              - !Ref AccountId
            AssertDescription: 'You are signed in to another AWS account. Nothing was created. Sign in to the account in AccountId and open the link again.'
          - Assert: !Equals
              - !Ref AWS::Partition
              - aws
            AssertDescription: 'This template is for the partition aws. Nothing was created. Use the template for your partition.'

    # The optional permissions you chose.
    Conditions:
      WriteResultsChosen: !Not
        - !Equals
          - !Ref ResultBucket
          - ''
      DecryptImagesChosen: !Not
        - !Equals
          - !Ref ImageKey
          - ''
      HasPermissionsBoundary: !And
        - !Not
          - !Equals
            - !Ref PermissionsBoundary
            - 'no permissions boundary'
        - !Not
          - !Equals
            - !Ref PermissionsBoundary
            - ''

    # The only resource. It is free.
    Resources:
      AccountAccessRole:
        Type: AWS::IAM::Role
        Properties:
          RoleName: PixelworksAccess
          Path: !Ref RolePath
          MaxSessionDuration: !Ref MaxSessionDuration
          PermissionsBoundary: !If
            - HasPermissionsBoundary
            - !Ref PermissionsBoundary
            - !Ref AWS::NoValue
          # Only Pixelworks can use the role, and only with the external ID.
          AssumeRolePolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Principal:
                  AWS: !Sub 'arn:\${AWS::Partition}:iam::111122223333:root'
                Action: sts:AssumeRole
                Condition:
                  StringEquals:
                    sts:ExternalId: !Ref ExternalId
                  ArnEquals:
                    aws:PrincipalArn: !Sub 'arn:\${AWS::Partition}:iam::111122223333:role/PixelworksApplication'
          # What the role can do. Everything else is denied. A list of names becomes one ARN per name.
          Policies:
            - PolicyName: PixelworksAccess
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  # Read source images: Lists and reads the images you ask us to process.
                  - Sid: FindSourceImages
                    Effect: Allow
                    Action:
                      - s3:ListBucket
                    Resource: !Split
                      - ','
                      - !Sub
                        - 'arn:\${AWS::Partition}:s3:::\${value0}'
                        - value0: !Join
                            - ',arn:aws:s3:::'
                            - !Ref SourceBuckets
                  - Sid: ReadSourceImages
                    Effect: Allow
                    Action:
                      - s3:GetObject
                    Resource: !Split
                      - ','
                      - !Sub
                        - 'arn:\${AWS::Partition}:s3:::\${value0}/*'
                        - value0: !Join
                            - '/*,arn:aws:s3:::'
                            - !Ref SourceBuckets
                  # Write results (if chosen): Saves processed images to your bucket. Otherwise, download them
                  # from Pixelworks.
                  - !If
                    - WriteResultsChosen
                    - Sid: FindResults
                      Effect: Allow
                      Action:
                        - s3:ListBucket
                      Resource:
                        - !Sub 'arn:\${AWS::Partition}:s3:::\${ResultBucket}'
                    - !Ref AWS::NoValue
                  - !If
                    - WriteResultsChosen
                    - Sid: WriteResults
                      Effect: Allow
                      Action:
                        - s3:PutObject
                      Resource:
                        - !Sub 'arn:\${AWS::Partition}:s3:::\${ResultBucket}/*'
                    - !Ref AWS::NoValue
                  # Decrypt images (if chosen): Needed only if your images are encrypted with your own KMS key.
                  - !If
                    - DecryptImagesChosen
                    - Sid: DecryptImages
                      Effect: Allow
                      Action:
                        - kms:Decrypt
                      Resource:
                        - !Sub 'arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/\${ImageKey}'
                    - !Ref AWS::NoValue
          Tags:
            - Key: CreatedFor
              Value: Pixelworks

    # For your records. You do not need to send these to anyone.
    Outputs:
      RoleArn:
        Description: 'The role that Pixelworks assumes.'
        Value: !GetAtt AccountAccessRole.Arn
      # To verify: head -n -1 FILE | sha256sum
      TemplateVersion:
        Description: 'SHA-256 of this template without its last line.'
        Value: '70b981a46a6491221ff34888ed8c554fd779ec0bd5ff22ff30533c3ca96cc0a2'
    "
  `)
})
