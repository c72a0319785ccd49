import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from '../connection.ts'
import { type Partition, partitionIds } from '../partition.ts'
import type { ParameterKind } from '../permission-set.ts'
import { type RolePlan, rolePlan } from '../role-plan.ts'
import { Vendor } from '../vendor.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'
import { templateParameters } from './template-parameters.ts'

const demo = Vendor.parse(demoVendor)

/* A small reader of templates, written from the documentation and apart from what writes them. */

type Values = Readonly<Record<string, unknown>>
type Stack = { readonly template: Values; readonly parameters: Readonly<Record<string, string>>; readonly pseudo: Values }

const noValue = Symbol('AWS::NoValue')

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce((part: unknown, key) => (isValues(part) && Object.hasOwn(part, key) ? part[key] : undefined), value)
const section = (value: unknown, ...path: string[]): Values => {
  const found = at(value, ...path) ?? {}
  if (!isValues(found)) throw new Error(`${path.join('.')} is no mapping`)
  return found
}

function read(text: string): Values {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' })
  expect(document.errors).toEqual([])
  return section(plain(document.contents))
}

function plain(node: unknown): unknown {
  const tag = isScalar(node) || isSeq(node) || isMap(node) ? node.tag : undefined
  if (!tag?.startsWith('!')) return untagged(node)
  return { [tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`]: untagged(node) }
}

function untagged(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(plain)
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]))
  return node
}

function reference(name: string, stack: Stack): unknown {
  if (name === 'AWS::NoValue') return noValue
  if (Object.hasOwn(stack.pseudo, name)) return stack.pseudo[name]
  const declared = section(stack.template, 'Parameters', name)
  const value = stack.parameters[name] ?? declared['Default']
  if (typeof value !== 'string') throw new Error(`${name} has no value`)
  if (declared['Type'] !== 'CommaDelimitedList') return value
  return value === '' ? [] : value.split(',').map((part) => part.trim())
}

const list = (value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw new Error('Not a list')
  return value
}

const string = (value: unknown): string => {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`)
  return value
}

function substituted(argument: unknown, stack: Stack): string {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}]
  return string(text).replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`
    return string(Object.hasOwn(section(variables), name) ? resolved(at(variables, name), stack) : reference(name, stack))
  })
}

const functions: Readonly<Record<string, (argument: unknown, stack: Stack) => unknown>> = {
  Ref: (argument, stack) => reference(string(argument), stack),
  Condition: (argument, stack) => resolved(at(stack.template, 'Conditions', string(argument)), stack),
  'Fn::Sub': substituted,
  'Fn::Join': (argument, stack) => {
    const [delimiter, values] = list(argument)
    return list(resolved(values, stack)).map(string).join(string(delimiter))
  },
  'Fn::Split': (argument, stack) => {
    const [delimiter, text] = list(argument)
    return string(resolved(text, stack)).split(string(delimiter))
  },
  'Fn::Select': (argument, stack) => {
    const [index, values] = list(argument)
    const value = list(resolved(values, stack))[Number(index)]
    if (value === undefined) throw new Error(`Nothing at ${String(index)}`)
    return value
  },
  'Fn::If': (argument, stack) => {
    const [name, whenTrue, whenFalse] = list(argument)
    return resolved(resolved({ Condition: name }, stack) === true ? whenTrue : whenFalse, stack)
  },
  'Fn::Equals': (argument, stack) => {
    const [left, right] = list(argument).map((value) => resolved(value, stack))
    return left === right
  },
  'Fn::Not': (argument, stack) => resolved(list(argument)[0], stack) === false,
  'Fn::And': (argument, stack) => combined(argument, stack).every((value) => value === true),
  'Fn::Or': (argument, stack) => combined(argument, stack).some((value) => value === true),
}

function combined(argument: unknown, stack: Stack): unknown[] {
  const values = list(argument)
  if (values.length < 2 || values.length > 10) throw new Error(`${values.length} conditions`)
  return values.map((value) => resolved(value, stack))
}

function resolved(value: unknown, stack: Stack): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, stack)).filter((item) => item !== noValue)
  if (!isValues(value)) return value
  const [entry, ...others] = Object.entries(value)
  const apply = entry === undefined || others.length > 0 || !Object.hasOwn(functions, entry[0]) ? undefined : functions[entry[0]]
  if (apply !== undefined && !(entry?.[0] === 'Condition' && isValues(entry[1]))) return apply(entry?.[1], stack)
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, unknown] => [key, resolved(part, stack)])
      .filter(([, part]) => part !== noValue),
  )
}

function stackOf(plan: RolePlan, accountId: string = plan.accountId): Stack {
  return {
    template: read(cloudFormationTemplate(plan.vendor, plan.partition).text),
    parameters: templateParameters(plan),
    pseudo: { 'AWS::Partition': plan.partition, 'AWS::AccountId': accountId, 'AWS::Region': plan.region },
  }
}

const roleOf = (stack: Stack): Values => section(resolved(section(stack.template, 'Resources', 'AccountAccessRole', 'Properties'), stack))

const assertions = (stack: Stack): unknown[] =>
  list(at(stack.template, 'Rules', 'RightAccount', 'Assertions')).map((assertion) => resolved(at(assertion, 'Assert'), stack))

/* Vendors and connections of every kind. */

const hostile = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'no',
    "it's",
    'a: b # c',
    `x'\n      Effect: Allow`,
    `\${AWS::AccountId}`,
    '!Ref AWS::Region',
    '\u2028x',
    '"',
    '\\',
    '{{partition}}',
  ),
)

const parameterValues: Readonly<Record<ParameterKind, fc.Arbitrary<string>>> = {
  's3-bucket': fc.stringMatching(/^[a-z0-9]{3,20}$/),
  'kms-key-id': fc.uuid(),
  'sqs-queue': fc.stringMatching(/^[\w-]{1,20}$/),
  'dynamodb-table': fc.stringMatching(/^[\w.-]{3,20}$/),
}

const literalPart = fc.oneof(
  fc.constantFrom(
    '',
    ':',
    '/*',
    '-',
    ',',
    '|',
    ' ',
    '<>',
    '$',
    '${',
    '}',
    `\${aws:username}`,
    `\${!x}`,
    '{{region}}',
    '{{accountId}}',
    '{{partition}}',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[{}]/g, '')),
)

const setShape = fc.record({
  required: fc.boolean(),
  parameters: fc.array(fc.record({ kind: fc.constantFrom('s3-bucket', 'kms-key-id', 'sqs-queue', 'dynamodb-table'), many: fc.boolean() }), {
    maxLength: 3,
  }),
  statements: fc.array(
    fc.record({
      actions: fc.array(fc.constantFrom('s3:GetObject', 'sqs:*', 'kms:Decrypt'), { minLength: 1, maxLength: 2 }),
      resources: fc.array(fc.record({ start: literalPart, parameter: fc.nat(5), end: literalPart }), { minLength: 1, maxLength: 3 }),
      conditions: fc.option(
        fc.dictionary(
          fc.constantFrom('StringEquals', 'StringLike', 'Bool'),
          fc.dictionary(fc.constantFrom('aws:PrincipalTag/team', 's3:prefix', 'kms:ViaService'), fc.oneof(hostile, fc.array(hostile)), {
            noNullPrototype: true,
          }),
          { noNullPrototype: true },
        ),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  title: hostile,
  why: hostile,
})

type SetShape = typeof setShape extends fc.Arbitrary<infer Shape> ? Shape : never

function permissionSet(shape: SetShape, index: number) {
  const parameters = shape.parameters.map((parameter, position) => ({ ...parameter, id: `set${index}Name${position}`, title: shape.title }))
  const statements = shape.statements.map(({ actions, resources, conditions }, position) => ({
    sid: `S${index}x${position}`,
    actions,
    resources: resources.map(({ start, parameter, end }) => {
      const named = parameters[parameter]
      return `arn:{{partition}}:${start}${named === undefined ? '' : `{{${named.id}}}`}${end}`
    }),
    ...(conditions === null ? {} : { conditions }),
  }))
  return { id: `set${index}`, title: shape.title, why: shape.why, required: shape.required, parameters, statements }
}

const vendors = fc
  .record({
    name: hostile.filter((text) => text.length > 0),
    purpose: hostile,
    applicationRoleName: fc.option(fc.stringMatching(/^[\w+=,.@-]{1,64}$/), { nil: undefined }),
    roleName: fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
    path: fc.oneof(fc.constant('/'), fc.stringMatching(/^\/[!-~]{1,30}\/$/)),
    maxSessionDuration: fc.integer({ min: 3600, max: 43200 }),
    tags: fc.dictionary(
      hostile.filter((text) => text.length > 0 && text !== '__proto__'),
      hostile,
      { maxKeys: 3, noNullPrototype: true },
    ),
    sets: fc.array(setShape, { minLength: 1, maxLength: 3 }),
  })
  .map(({ name, purpose, applicationRoleName, roleName, path, maxSessionDuration, tags, sets }) =>
    Vendor.parse({
      ...demoVendor,
      name,
      purpose,
      applicationRoleName,
      role: { name: roleName, path, maxSessionDuration, tags },
      permissionSets: sets.map(permissionSet),
    }),
  )

const externalIds = fc.oneof(
  fc.stringMatching(/^[\w+=,.@:/-]{2,40}$/),
  fc.stringMatching(/^[\w+=,.@:/-]{1224}$/),
  fc.constantFrom('0123456789', 'no', '+=,.@:/-_', 'true', 'a,b'),
)

function plansOf(vendor: Vendor): fc.Arbitrary<RolePlan> {
  const choice = fc.record(
    Object.fromEntries(
      vendor.permissionSets.map((set) => [
        set.id,
        fc.record(
          Object.fromEntries(
            set.parameters.map(({ id, kind, many }) => [
              id,
              many ? fc.uniqueArray(parameterValues[kind], { minLength: 1, maxLength: 20 }) : parameterValues[kind],
            ]),
          ),
        ),
      ]),
    ),
    { requiredKeys: vendor.permissionSets.filter((set) => set.required).map((set) => set.id), noNullPrototype: true },
  )
  return fc
    .record({
      accountId: fc.stringMatching(/^\d{12}$/).filter((id) => !Object.values(vendor.accounts).some((account) => account === id)),
      region: fc.constantFrom(...vendor.regions),
      externalId: externalIds,
      permissions: choice,
    })
    .map((request) => rolePlan(connectionTerms(vendor, { externalId: 'any' }).parse(request), vendor))
}

const anyPlan = vendors.chain(plansOf)

function expectAgreement(plan: RolePlan): void {
  const role = roleOf(stackOf(plan))
  expect(role['AssumeRolePolicyDocument']).toEqual(plan.trustPolicy)
  const isEmpty = list(plan.permissionsPolicy.Statement).length === 0
  expect(role['Policies']).toEqual(isEmpty ? [] : [{ PolicyName: plan.policyName, PolicyDocument: plan.permissionsPolicy }])
  expect({ name: role['RoleName'], path: role['Path'], duration: role['MaxSessionDuration'] }).toEqual({
    name: plan.roleName,
    path: plan.path,
    duration: plan.maxSessionDuration,
  })
  const tags = list(role['Tags'] ?? []).map((tag) => [at(tag, 'Key'), at(tag, 'Value')])
  expect(tags).toEqual(Object.entries(plan.tags))
}

test('with its parameters filled in, the template is the plan, for every vendor and every connection', { timeout: 120_000 }, () => {
  fc.assert(fc.property(anyPlan, expectAgreement), { numRuns: 300 })
})

test('with its parameters filled in, the template of the demo vendor is the plan', { timeout: 120_000 }, () => {
  fc.assert(fc.property(plansOf(demo), expectAgreement), { numRuns: 100 })
})

function accepts(declared: Values, value: string): boolean {
  const pattern = new RegExp(string(declared['AllowedPattern'] ?? '.*'))
  const values = declared['Type'] === 'CommaDelimitedList' ? value.split(',') : [value]
  const allowed = declared['AllowedValues']
  const { MinLength = 0, MaxLength = 4096 } = declared
  return (
    values.every((part) => pattern.test(part)) &&
    (allowed === undefined || list(allowed).includes(value)) &&
    value.length >= Number(MinLength) &&
    value.length <= Number(MaxLength)
  )
}

test('every value of a plan is a declared parameter that the template accepts, and every default is accepted', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { template, parameters } = stackOf(plan)
      for (const [name, value] of Object.entries(parameters))
        expect([name, accepts(section(template, 'Parameters', name), value)]).toEqual([name, true])
      for (const [name, declared] of Object.entries(section(template, 'Parameters'))) {
        const value = at(declared, 'Default') ?? parameters[name]
        expect([name, typeof value === 'string' && accepts(section(declared), value)]).toEqual([name, true])
      }
    }),
    { numRuns: 100 },
  )
})

test('the stack is refused in any account but the one that was named, and in any other partition', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(plansOf(demo), fc.stringMatching(/^\d{12}$/), fc.constantFrom(...partitionIds), (plan, accountId, partition) => {
      expect(assertions(stackOf(plan))).toEqual([true, true])
      const elsewhere = stackOf(plan, accountId)
      expect(assertions({ ...elsewhere, pseudo: { ...elsewhere.pseudo, 'AWS::Partition': partition } })).toEqual([
        accountId === plan.accountId,
        partition === plan.partition,
      ])
    }),
    { numRuns: 30 },
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
  const template = read(cloudFormationTemplate(vendor, 'aws').text)
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

test('the version is the SHA-256 of the template without its last line, and the checksum that of the whole', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(vendors, fc.constantFrom(...partitionIds), (vendor, partition) => {
      const { text, version, sha256: checksum } = cloudFormationTemplate(vendor, partition)
      const lines = text.split('\n')
      const hash = (part: string) => bytesToHex(sha256(utf8ToBytes(part)))
      expect(hash(`${lines.slice(0, -2).join('\n')}\n`)).toBe(version)
      expect(hash(text)).toBe(checksum)
      expect(at(read(text), 'Outputs', 'TemplateVersion', 'Value')).toBe(version)
    }),
    { numRuns: 50 },
  )
})

test('the vendor account is no parameter, the external ID is not hidden, account numbers are quoted', () => {
  const { text } = cloudFormationTemplate(demo, 'aws')
  const template = read(text)
  expect(Object.keys(section(template, 'Parameters'))).toEqual(['AccountId', 'ExternalId', 'SourceBuckets', 'ResultBucket', 'ImageKey'])
  expect(text).not.toContain('NoEcho')
  expect(text).not.toMatch(/: \d{12}\b/)
  expect(at(template, 'Outputs', 'RoleArn', 'Value')).toEqual({ 'Fn::GetAtt': 'AccountAccessRole.Arn' })
  expect(new TextEncoder().encode(text).length).toBeLessThan(51_200)
})

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

function templateFile(vendor: Vendor, partition: Partition): string {
  const path = join(folder, `${partition}.yaml`)
  writeFileSync(path, cloudFormationTemplate(vendor, partition).text)
  return path
}

test('the CloudFormation validator of AWS has nothing to say against the demo template of any partition', { timeout: 120_000 }, () => {
  const engine = new RegoEngine()
  for (const partition of partitionIds) {
    const { diagnostics } = engine.validateStandard(new TemplateFile(templateFile(demo, partition)))
    expect(diagnostics.filter(({ severity }) => severity !== 'INFO').map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([])
  }
  engine.free()
})

/** A vendor that needs everything the template can do. */
const wide = Vendor.parse({
  ...demoVendor,
  permissionSets: [
    {
      id: 'queues',
      title: 'Queues',
      why: 'To take jobs from them.',
      parameters: [{ id: 'jobQueues', title: 'Queues', kind: 'sqs-queue', many: true }],
      statements: [
        {
          sid: 'Take',
          actions: ['sqs:ReceiveMessage'],
          resources: [
            'arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{jobQueues}}',
            `arn:{{partition}}:s3:::home/\${aws:PrincipalTag/team}/*`,
          ],
        },
      ],
    },
    {
      id: 'metrics',
      title: 'Metrics',
      why: 'To count.',
      statements: [{ sid: 'Count', actions: ['cloudwatch:ListMetrics'], resources: ['*'] }],
    },
  ],
})

const cfnLint = spawnSync('cfn-lint', ['--version']).status === 0
if (!cfnLint) console.warn('SKIPPED: there is no cfn-lint on the PATH, so it has not looked at the templates.')

test.skipIf(!cfnLint)('cfn-lint has nothing to say against the templates', { timeout: 120_000 }, () => {
  const files = [...partitionIds.map((partition) => templateFile(demo, partition)), templateFileOf(wide, 'wide')]
  expect(execFileSync('cfn-lint', [...files], { encoding: 'utf8' })).toBe('')
})

function templateFileOf(vendor: Vendor, name: string): string {
  const path = join(folder, `${name}.yaml`)
  writeFileSync(path, cloudFormationTemplate(vendor, 'aws').text)
  return path
}

test('the template of the demo vendor', () => {
  expect(cloudFormationTemplate(demo, 'aws').text).toMatchInlineSnapshot(`
    "# Connects an AWS account to Pixelworks, which processes the images in your S3 buckets on your behalf.
    #
    # Creates one IAM role, PixelworksAccess, and nothing else: no users, no access keys. To withdraw the access,
    # delete the stack; the role goes with it.

    AWSTemplateFormatVersion: '2010-09-09'
    Description: 'One IAM role that lets Pixelworks (AWS account 111122223333) work in this account.'

    # How the console groups and names the parameters. Grants nothing.
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

    # What makes this connection yours. Nothing else differs between the customers of Pixelworks: the trusted
    # account is written below and cannot be changed by a link.
    Parameters:
      AccountId:
        Type: String
        Description: 'The AWS account that you connect to Pixelworks. The stack can be created in this account only.'
        AllowedPattern: '^\\d{12}$'
        ConstraintDescription: '12 digits'
      ExternalId:
        Type: String
        Description: 'Tells your connection to Pixelworks from all others. Not a secret. Change it here and Pixelworks cannot use the role.'
        MinLength: 2
        MaxLength: 1224
        AllowedPattern: '^[\\w+=,.@:/-]*$'
        ConstraintDescription: '2 to 1224 letters, digits and the characters _ + = , . @ : / -'
      SourceBuckets:
        Type: CommaDelimitedList
        Description: 'Read source images: To find and fetch the pictures that you ask us to process.'
        AllowedPattern: '^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
        ConstraintDescription: 'one or more values, separated by commas, each like acme-uploads'
      ResultBucket:
        Type: String
        Description: 'Write results: To store the processed pictures in a bucket of yours. Without it you download them from us. Leave it empty if you do not want this.'
        Default: ''
        AllowedPattern: '^$|^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\\.mrap|--x-s3|--table-s3)$)(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$'
        ConstraintDescription: 'a value like acme-uploads'
      ImageKey:
        Type: String
        Description: 'Decrypt images: Only if your pictures are encrypted with a KMS key of your own. Leave it empty if you do not want this.'
        Default: ''
        AllowedPattern: '^$|^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'
        ConstraintDescription: 'a value like 1234abcd-12ab-34cd-56ef-1234567890ab'

    # Checked before anything is created, so that the role cannot end up in another account.
    Rules:
      RightAccount:
        Assertions:
          - Assert: !Equals
              - !Ref AWS::AccountId
              - !Ref AccountId
            AssertDescription: 'You are signed in to another AWS account than the one given as AccountId. Nothing was created. Sign in to that account and open the link again.'
          - Assert: !Equals
              - !Ref AWS::Partition
              - aws
            AssertDescription: 'This template is for the partition aws. Nothing was created. Use the template of your partition.'

    # Which of the optional permissions were chosen.
    Conditions:
      WriteResultsChosen: !Not
        - !Equals
          - !Ref ResultBucket
          - ''
      DecryptImagesChosen: !Not
        - !Equals
          - !Ref ImageKey
          - ''

    # The only thing that is created. It costs nothing.
    Resources:
      AccountAccessRole:
        Type: AWS::IAM::Role
        Properties:
          RoleName: PixelworksAccess
          Path: '/'
          MaxSessionDuration: 3600
          # Who may use the role: Pixelworks, and only with the external ID.
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
          # What the role may do. Everything that is not listed is refused. A list of names becomes one ARN for
          # each name.
          Policies:
            - PolicyName: PixelworksAccess
              PolicyDocument:
                Version: '2012-10-17'
                Statement:
                  # Read source images: To find and fetch the pictures that you ask us to process.
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
                  # Write results (only if chosen): To store the processed pictures in a bucket of yours. Without
                  # it you download them from us.
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
                  # Decrypt images (only if chosen): Only if your pictures are encrypted with a KMS key of your
                  # own.
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

    # For the record. Nothing has to be sent anywhere.
    Outputs:
      RoleArn:
        Description: 'The role that Pixelworks assumes.'
        Value: !GetAtt AccountAccessRole.Arn
      # To check it: head -n -1 FILE | sha256sum
      TemplateVersion:
        Description: 'SHA-256 of this template without its last line.'
        Value: 'd3a7f849196055add40584813775965ad47e72e242f4fdeb053a728be37afe3e'
    "
  `)
})
