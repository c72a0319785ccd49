import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectionActions } from '#core/connection/inspection-set.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import type { PolicyStatement } from './document.ts'
import { policyInPlainWords } from './plain-words.ts'

const wordsFor = (permissions: Record<string, Record<string, string | string[]>>) =>
  policyInPlainWords(planOf({ permissions }).permissionsPolicy)
const wordsOf = (...Statement: PolicyStatement[]) => policyInPlainWords({ Version: '2012-10-17', Statement })
const allow = (Action: string | string[], Resource: string | string[] = 'arn:aws:s3:::acme/*'): PolicyStatement => ({
  Effect: 'Allow',
  Action,
  Resource,
})

test('describes the demo vendor’s required permissions', () => {
  expect(wordsFor({ readSourceImages: { sourceBuckets: ['acme-uploads'] } })).toMatchInlineSnapshot(`
    {
      "can": [
        "List objects in acme-uploads",
        "Read objects in acme-uploads",
      ],
      "cannot": "It can’t change or delete anything, or access anything else.",
      "never": [],
    }
  `)
})

test('describes each action that reads the role itself, by the name of the role', () => {
  const words = wordsOf(allow([...inspectionActions], 'arn:aws:iam::444455556666:role/partners/PixelworksAccess'))
  expect(words.can).toEqual([
    'View role PixelworksAccess',
    'Read inline policies of role PixelworksAccess',
    'List inline policies of role PixelworksAccess',
    'List managed policies of role PixelworksAccess',
    'Simulate requests of role PixelworksAccess',
  ])
  expect(words.cannot).toBe('It can’t change or delete anything, or access anything else.')
})

test('describes every permission set of the demo vendor', () => {
  expect(
    wordsFor({
      readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-archive'] },
      writeResults: { resultBucket: 'acme-results' },
      decryptImages: { imageKey: '1234abcd-12ab-34cd-56ef-1234567890ab' },
    }),
  ).toMatchInlineSnapshot(`
    {
      "can": [
        "List objects in acme-uploads and acme-archive",
        "Read objects in acme-uploads and acme-archive",
        "List objects in acme-results",
        "Add and overwrite objects in acme-results",
        "Decrypt data with KMS key 1234abcd-12ab-34cd-56ef-1234567890ab",
      ],
      "cannot": "It can overwrite data, but it can’t delete any or access anything else.",
      "never": [],
    }
  `)
})

test('names queues and tables', () => {
  expect(
    wordsOf(
      allow('sqs:ReceiveMessage', 'arn:aws:sqs:us-east-1:444455556666:jobs'),
      allow('dynamodb:Query', 'arn:aws:dynamodb:us-east-1:444455556666:table/index'),
    ).can,
  ).toEqual(['Receive messages from queue jobs', 'Query table index'])
})

test('shows the AWS name of an unknown action and promises nothing', () => {
  const { can, cannot } = wordsOf(allow(['s3:GetObject', 's3:*']))
  expect(can).toEqual(['Read objects in acme', 'Call s3:* on acme'])
  expect(cannot).not.toMatch(/can’t/)
})

test('lists up to three names and counts more', () => {
  const named = (count: number) =>
    wordsOf(
      allow(
        's3:GetObject',
        ['a', 'b', 'c', 'd'].slice(0, count).map((name) => `arn:aws:s3:::${name}/*`),
      ),
    ).can[0]
  expect([1, 2, 3, 4].map(named)).toEqual([
    'Read objects in a',
    'Read objects in a and b',
    'Read objects in a, b, and c',
    'Read objects in 4 buckets: a, b, c, d',
  ])
  expect(wordsOf(allow('kms:Decrypt', ['a', 'b'])).can).toEqual(['Decrypt data with KMS keys a and b'])
})

test('says every for a wildcard', () => {
  expect(wordsOf(allow('s3:GetObject', '*')).can).toEqual(['Read objects in every bucket in the account'])
  expect(wordsOf(allow('s3:GetObject', 'arn:aws:s3:::*')).can).toEqual(['Read objects in every bucket in the account'])
  expect(wordsOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }).can).toEqual([
    'Call every action except iam:* on every resource in the account',
  ])
})

test('recognizes actions in any capitalization', () => {
  expect(wordsOf(allow('S3:deleteobject')).can).toEqual(['Delete objects in acme'])
})

test('mentions a condition', () => {
  expect(wordsOf({ ...allow('s3:GetObject'), Condition: { Bool: { 'aws:SecureTransport': 'true' } } }).can[0]).toContain('condition')
})

const anyAction = fc.oneof(
  fc.constantFrom(
    's3:GetObject',
    's3:ListBucket',
    's3:PutObject',
    's3:DeleteObject',
    'kms:Decrypt',
    'sqs:DeleteMessage',
    'dynamodb:BatchWriteItem',
    'dynamodb:UpdateItem',
  ),
  fc.constantFrom('*', 's3:*', 's3:Delete*', 'iam:DeleteRole', 's3:deleteObject', 'S3:PUTOBJECT', 'constructor'),
  fc.string(),
)
const anyStatement: fc.Arbitrary<PolicyStatement> = fc.oneof(
  fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.oneof(anyAction, fc.array(anyAction, { maxLength: 4 })),
    Resource: fc.oneof(fc.constantFrom('*', 'arn:aws:s3:::acme/*'), fc.string()),
  }),
  fc.record({ Effect: fc.constant('Allow' as const), NotAction: anyAction, Resource: fc.string() }),
)

const reading = /^(s3:GetObject|s3:ListBucket|kms:Decrypt)$/i
const writing = /^(s3:PutObject|dynamodb:UpdateItem)$/i

test('never promises that nothing is deleted or changed if an action may do so', () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 4 }), (statements) => {
      const { cannot } = wordsOf(...statements)
      const allowed = statements.filter(({ Effect }) => Effect === 'Allow')
      const actions = allowed.flatMap(({ Action = [] }) => Action)
      const onlyReads = actions.every((action) => reading.test(action)) && allowed.every(({ NotAction }) => NotAction === undefined)
      const deletesNothing =
        actions.every((action) => reading.test(action) || writing.test(action)) && allowed.every(({ NotAction }) => NotAction === undefined)
      if (!onlyReads) expect(cannot).not.toMatch(/can’t change/)
      if (!deletesNothing) expect(cannot).not.toMatch(/delete/)
    }),
    { numRuns: 2000 },
  )
})
