import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { readVendorConfig, Vendor } from './vendor.ts'

const statement = {
  sid: 'Find',
  actions: ['sqs:GetQueueAttributes'],
  resources: ['arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{queues}}'],
}
const set = {
  id: 'readQueues',
  title: 'Queues',
  why: 'Reads your queues.',
  parameters: [{ id: 'queues', title: 'Queues', kind: 'sqs-queue', many: true }],
  statements: [statement],
}

const denial = {
  ...{ sid: 'Never', effect: 'Deny', actions: ['sqs:Get*'] },
  resources: ['arn:{{partition}}:sqs:{{region}}:{{accountId}}:private-jobs'],
}
const insecure = { Bool: { 'aws:SecureTransport': 'false' } }

/** The checks of a set that names none. */
function derived(change: object) {
  const { vendor, findings } = readVendorConfig({ ...demoVendor, permissionSets: [{ ...set, ...change }] })
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  return vendor?.permissionSets[0]?.checks
}

const withResource = (resource: string) => ({ statements: [{ ...statement, resources: [resource] }] })
const ofAccount = (...actions: readonly string[]) => ({ parameters: [], statements: [{ sid: 'List', actions, resources: ['*'] }] })

test('derives the check of a permission on what a parameter names', () => {
  expect(derived({})).toEqual([{ id: 'sqs-get-queue-attributes', call: 'sqs-get-queue-attributes', parameter: 'queues' }])
})

test.each([
  ['every queue of the account', withResource('arn:{{partition}}:sqs:{{region}}:{{accountId}}:*')],
  ['every queue', withResource('*')],
  ['every action of a name', { statements: [{ ...statement, actions: ['sqs:Get*'] }] }],
])('derives it from a permission on %s', (_, change) => {
  expect(derived(change)).toMatchObject([{ call: 'sqs-get-queue-attributes', parameter: 'queues' }])
})

test.each([
  ['another action', { statements: [{ ...statement, actions: ['sqs:ReceiveMessage'] }] }],
  ['one Region', withResource('arn:{{partition}}:sqs:us-east-1:{{accountId}}:{{queues}}')],
  ['part of a name', withResource('arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{queues}}-jobs')],
  ['a condition', { statements: [{ ...statement, conditions: { Bool: { 'aws:SecureTransport': 'true' } } }] }],
  ['an empty list of checks', { checks: [] }],
  ['a denial', { statements: [{ ...statement, effect: 'Deny' }] }],
  ['a permission that is denied on a part', { statements: [statement, denial] }],
  ['a permission that is denied on a condition', { statements: [statement, { ...denial, resources: ['*'], conditions: insecure }] }],
])('derives nothing from %s', (_, change) => {
  expect(derived(change)).toEqual([])
})

test('derives nothing that another set denies, and what no set denies', () => {
  const never = { ...set, id: 'never', title: 'Never', parameters: [], statements: [{ ...denial, resources: ['*'] }] }
  const topics = { sid: 'Topics', actions: ['sns:GetTopicAttributes'], resources: ['*'] }
  const parameters = [...set.parameters, { id: 'topics', title: 'Topics', kind: 'sns-topic' }]
  const { vendor } = readVendorConfig({
    ...demoVendor,
    permissionSets: [{ ...set, parameters, statements: [statement, topics] }, never],
  })
  expect(vendor?.permissionSets.map(({ checks }) => checks.map(({ call }) => call))).toEqual([['sns-get-topic-attributes'], []])
})

test('derives checks of the account, and none that AWS charges for', () => {
  expect(derived(ofAccount('ec2:Describe*', 'lambda:List*', 'ce:GetCostAndUsage'))).toEqual([
    { id: 'ec2-describe-instances', call: 'ec2-describe-instances' },
    { id: 'lambda-list-functions', call: 'lambda-list-functions' },
  ])
})

test('derives one check of two calls with the same permission', () => {
  const statements = [{ sid: 'List', actions: ['s3:ListBucket'], resources: ['arn:{{partition}}:s3:::{{buckets}}'] }]
  const parameters = [{ id: 'buckets', title: 'Buckets', kind: 's3-bucket' }]
  expect(derived({ statements, parameters })).toMatchObject([{ call: 's3-head-bucket' }])
})

test('gives each derived check an ID of its own, and derives none again', () => {
  const other = {
    ...set,
    id: 'otherQueues',
    parameters: [{ ...set.parameters[0], id: 'others' }],
    statements: [{ ...statement, sid: 'Other', resources: ['*'] }],
  }
  const vendor = Vendor.parse({ ...demoVendor, permissionSets: [set, other] })
  const ids = vendor.permissionSets.map(({ checks }) => checks.map(({ id }) => id))
  expect(ids).toEqual([['sqs-get-queue-attributes'], ['sqs-get-queue-attributes-2']])
  expect(Vendor.parse(vendor)).toEqual(vendor)
})

test('rejects a check of the account that its set denies', () => {
  const statements = [statement, { sid: 'Never', effect: 'Deny', actions: ['ec2:*'], resources: ['*'] }]
  const checks = [{ id: 'own', call: 'ec2-describe-instances' }]
  const { findings } = readVendorConfig({ ...demoVendor, permissionSets: [{ ...set, statements, checks }] })
  expect(findings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('"ec2-describe-instances" needs ec2:DescribeInstances on *, which the statement "Never" denies'),
  )
})

test.each([
  [
    { call: 'ec2-describe-instances', parameter: 'queues' },
    '"ec2-describe-instances" is a check of the account, so it has no parameter. Remove "queues".',
  ],
  [{ call: 'sqs-get-queue-attributes' }, '"sqs-get-queue-attributes" checks the values of a parameter. Use "queues".'],
  [{ call: 'ec2-describe-instances' }, '"ec2-describe-instances" needs ec2:DescribeInstances on *, which no statement of this set allows'],
])('rejects the check %o', (check, message) => {
  const { findings } = readVendorConfig({ ...demoVendor, permissionSets: [{ ...set, checks: [{ id: 'own', ...check }] }] })
  expect(findings.map(({ message }) => message)).toContainEqual(expect.stringContaining(message))
})
