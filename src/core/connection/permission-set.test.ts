import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { listedValues, parameterFault, parameterValue, singleValue } from './parameter-value.ts'
import { placeholders } from './placeholders.ts'

const taken = [
  ['s3-bucket', 'acme-uploads', 'acme-uploads'],
  ['s3-bucket', ' "acme.uploads.2024" ', 'acme.uploads.2024'],
  ['s3-bucket', 'arn:aws:s3:::acme-uploads', 'acme-uploads'],
  ['s3-bucket', 'arn:aws-cn:s3:::acme-uploads/images/*', 'acme-uploads'],
  ['s3-bucket', 's3://acme-uploads/images/', 'acme-uploads'],
  ['s3-bucket', 'a'.repeat(63), 'a'.repeat(63)],
  ['kms-key-id', '1234abcd-12ab-34cd-56ef-1234567890ab', '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['kms-key-id', `mrk-${'1a'.repeat(16)}`, `mrk-${'1a'.repeat(16)}`],
  ['kms-key-id', 'arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab', '1234abcd-12ab-34cd-56ef-1234567890ab'],
  ['sqs-queue', 'image-jobs.fifo', 'image-jobs.fifo'],
  ['sqs-queue', 'q'.repeat(80), 'q'.repeat(80)],
  ['sqs-queue', 'arn:aws:sqs:us-east-1:444455556666:image-jobs', 'image-jobs'],
  ['dynamodb-table', 'image.index_1', 'image.index_1'],
  ['dynamodb-table', 'arn:aws:dynamodb:us-east-1:444455556666:table/image-index', 'image-index'],
  ['sns-topic', 'image-events.fifo', 'image-events.fifo'],
  ['sns-topic', 'arn:aws:sns:us-east-1:444455556666:image-events', 'image-events'],
  ['secret', 'images/database', 'images/database'],
  ['secret', 'arn:aws:secretsmanager:us-east-1:444455556666:secret:images/database-a1B2c3', 'images/database'],
  ['log-group', '/aws/lambda/resize', '/aws/lambda/resize'],
  ['log-group', 'arn:aws:logs:us-east-1:444455556666:log-group:/aws/lambda/resize:*', '/aws/lambda/resize'],
  ['s3-bucket', 'https://acme-uploads.s3.amazonaws.com/', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3.amazonaws.com', 'acme-uploads'],
  ['s3-bucket', 'HTTPS://Acme-Uploads.S3.us-east-1.amazonaws.com/Images/a.png?versionId=1', 'acme-uploads'],
  ['s3-bucket', 'https://acme.uploads.s3.eu-west-1.amazonaws.com/x', 'acme.uploads'],
  ['s3-bucket', 'acme-uploads.s3.amazonaws.com', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3-eu-west-1.amazonaws.com/x', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3.dualstack.us-west-2.amazonaws.com/x', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3-accelerate.amazonaws.com/x', 'acme-uploads'],
  ['s3-bucket', 'http://acme-uploads.s3-website-us-east-1.amazonaws.com/', 'acme-uploads'],
  ['s3-bucket', 'http://acme-uploads.s3-website.eu-central-1.amazonaws.com', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3.cn-north-1.amazonaws.com.cn/x', 'acme-uploads'],
  ['s3-bucket', 'https://acme-uploads.s3.eusc-de-east-1.amazonaws.eu/x', 'acme-uploads'],
  ['s3-bucket', 'https://s3.amazonaws.com/acme-uploads', 'acme-uploads'],
  ['s3-bucket', 'https://s3.us-west-2.amazonaws.com/acme-uploads/images/a.png', 'acme-uploads'],
  ['s3-bucket', 'https://s3-us-west-2.amazonaws.com/acme-uploads/', 'acme-uploads'],
  ['s3-bucket', 'https://s3.console.aws.amazon.com/s3/buckets/acme-uploads?region=us-east-1&tab=objects', 'acme-uploads'],
  ['s3-bucket', 'https://us-east-1.console.aws.amazon.com/s3/buckets/acme-uploads', 'acme-uploads'],
  ['s3-bucket', 'https://444455556666-abcd1234.us-east-1.console.aws.amazon.com/s3/object/acme-uploads?prefix=a.png', 'acme-uploads'],
  ['s3-bucket', 'https://us-gov-west-1.console.amazonaws-us-gov.com/s3/buckets/acme-uploads/', 'acme-uploads'],
  ['s3-bucket', 's3://acme-uploads', 'acme-uploads'],
  ['s3-bucket', 's3a://acme-uploads/images', 'acme-uploads'],
  ['s3-bucket', 'acme-uploads/', 'acme-uploads'],
  ['s3-bucket', 'acme-uploads/images/*', 'acme-uploads'],
  [
    'kms-key-id',
    'https://us-east-1.console.aws.amazon.com/kms/home?region=us-east-1#/kms/keys/1234abcd-12ab-34cd-56ef-1234567890ab',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
  ],
  ['sqs-queue', 'https://sqs.us-east-1.amazonaws.com/444455556666/image-jobs.fifo', 'image-jobs.fifo'],
  [
    'sqs-queue',
    'https://us-east-1.console.aws.amazon.com/sqs/v3/home?region=us-east-1#/queues/https%3A%2F%2Fsqs.us-east-1.amazonaws.com%2F444455556666%2Fimage-jobs',
    'image-jobs',
  ],
  [
    'dynamodb-table',
    'https://us-east-1.console.aws.amazon.com/dynamodbv2/home?region=us-east-1#table?name=image-index&tab=overview',
    'image-index',
  ],
] as const

test.each(taken)('%s takes %s', (kind, text, value) => {
  expect(parameterValue(kind).parse(text)).toBe(value)
})

const refused = [
  ['s3-bucket', '', 'parameter-empty'],
  ['s3-bucket', '  ', 'parameter-empty'],
  ['s3-bucket', 'ab', 'parameter-s3-bucket'],
  ['s3-bucket', 'Acme', 'parameter-s3-bucket'],
  ['s3-bucket', 'acme_uploads', 'parameter-s3-bucket'],
  ['s3-bucket', 'acme..uploads', 'parameter-s3-bucket'],
  ['s3-bucket', '-acme', 'parameter-s3-bucket'],
  ['s3-bucket', '192.168.5.4', 'parameter-s3-bucket'],
  ['s3-bucket', 'xn--acme', 'parameter-s3-bucket'],
  ['s3-bucket', 'acme-s3alias', 'parameter-s3-bucket'],
  ['s3-bucket', '*', 'parameter-s3-bucket'],
  ['s3-bucket', 'https://pictures.acme.example/uploads', 'parameter-s3-bucket'],
  ['s3-bucket', 'https://scans-444455556666.s3-accesspoint.us-east-1.amazonaws.com', 'parameter-s3-bucket'],
  ['s3-bucket', 'arn:aws:s3:us-east-1:444455556666:accesspoint/scans', 'parameter-s3-bucket'],
  ['s3-bucket', 'a'.repeat(64), 'parameter-s3-bucket'],
  ['kms-key-id', 'alias/images', 'parameter-kms-key-id'],
  ['kms-key-id', '1234ABCD-12ab-34cd-56ef-1234567890ab', 'parameter-kms-key-id'],
  ['sqs-queue', 'image jobs', 'parameter-sqs-queue'],
  ['sqs-queue', 'q'.repeat(81), 'parameter-sqs-queue'],
  ['sqs-queue', `${'q'.repeat(76)}.fifo`, 'parameter-sqs-queue'],
  ['sqs-queue', '*', 'parameter-sqs-queue'],
  ['dynamodb-table', 'ab', 'parameter-dynamodb-table'],
  ['dynamodb-table', 'table/*', 'parameter-dynamodb-table'],
  ['sns-topic', 'image events', 'parameter-sns-topic'],
  ['sns-topic', 't'.repeat(257), 'parameter-sns-topic'],
  ['secret', 'images*', 'parameter-secret'],
  ['secret', 's'.repeat(513), 'parameter-secret'],
  ['log-group', '/aws/lambda/*', 'parameter-log-group'],
  ['log-group', 'images:*', 'parameter-log-group'],
] as const

test.each(refused)('%s refuses %j as %s', (kind, text, code) => {
  expect(
    parameterValue(kind)
      .safeParse(text)
      .error?.issues.map(({ message }) => message),
  ).toEqual([code])
})

const kinds = fc.constantFrom(...ParameterKind.options)

test('any text is a value or a refusal, and no value has a wildcard, a blank or a brace in it', () => {
  fc.assert(
    fc.property(kinds, fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.*{}/:-]{1,70}$/)), (kind, text) => {
      const result = parameterValue(kind).safeParse(text)
      expect(result.error?.issues ?? [1]).toHaveLength(1)
      if (!result.success) return
      // The names of these two have more characters in AWS.
      expect(result.data).toMatch(kind === 'secret' || kind === 'log-group' ? /^[\w./+=@#-]+$/ : /^[\w.-]+$/)
      expect(parameterValue(kind).parse(result.data)).toBe(result.data)
    }),
  )
})

test('the example of each kind is a value of it', () => {
  for (const kind of ParameterKind.options)
    expect(parameterValue(kind).parse(parameterKinds[kind].example)).toBe(parameterKinds[kind].example)
})

test('a list is split at commas, blanks and line ends', () => {
  expect(listedValues('s3-bucket', ' a, b\nc;d,,"" \u200b e ')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('finds the names between double braces', () => {
  expect(placeholders('arn:{{partition}}:s3:::{{bucket}}/{x}/{{}}')).toEqual(['partition', 'bucket'])
})

const listed = [
  ['acme-uploads', ['acme-uploads']],
  ['acme-uploads, s3://acme-scans/x', ['acme-uploads', 'acme-scans']],
  ['Bucket: acme-uploads', ['acme-uploads']],
  ['acme-uploads (us-east-1)', ['acme-uploads']],
  ['aws s3 ls s3://acme-uploads/images/', ['acme-uploads']],
  ['["acme-uploads", "acme-scans"]', ['acme-uploads', 'acme-scans']],
  ['2026-04-05 12:00:01 acme-uploads\r\n2026-04-06 12:00:01 acme-scans', ['acme-uploads', 'acme-scans']],
  ['Please use https://acme-uploads.s3.amazonaws.com/.', ['acme-uploads']],
  ['acme-uploads Acme_Scans', ['acme-uploads', 'Acme_Scans']],
] as const

test.each(listed)('takes the buckets out of %j', (text, values) => {
  expect(listedValues('s3-bucket', text)).toEqual(values)
})

test('takes one value where only one is allowed, and keeps what is unclear', () => {
  expect(singleValue('s3-bucket', 'Bucket: s3://acme-uploads/x')).toBe('acme-uploads')
  expect(singleValue('s3-bucket', ' acme-uploads acme-scans ')).toBe('acme-uploads acme-scans')
  expect(singleValue('s3-bucket', ' ')).toBe('')
})

const bucketNames = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,40}[a-z0-9]$/).filter((name) => parameterKinds['s3-bucket'].pattern.test(name))
const wrappings = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => `s3://${name}/a/b`,
  (name) => `arn:aws-us-gov:s3:::${name}/*`,
  (name) => `https://${name}.s3.eu-west-1.amazonaws.com/a.png`,
  (name) => `https://s3.eu-west-1.amazonaws.com/${name}/a.png`,
  (name) => `https://eu-west-1.console.aws.amazon.com/s3/buckets/${name}?tab=objects`,
)

test('a bucket is found in each of its addresses, alone and in lists', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(bucketNames, wrappings), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(', ', '\n', '; ', ' '),
      (all, between) => {
        const written = all.map(([name, wrap]) => wrap(name))
        for (const [at, text] of written.entries()) expect(parameterValue('s3-bucket').parse(text)).toBe(all[at]?.[0])
        if (between === ' ') return
        expect(listedValues('s3-bucket', written.join(between))).toEqual(all.map(([name]) => name))
      },
    ),
  )
})

test('a list reads back to itself, whatever is in it', () => {
  fc.assert(
    fc.property(kinds, fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.*{}/:, -]{1,70}$/)), (kind, text) => {
      const values = listedValues(kind, text).filter((value) => parameterFault(kind, value) === null)
      expect(listedValues(kind, values.join('\n'))).toEqual(values)
    }),
  )
})
