import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { listedValues, parameterFault, parameterValue, singleValue } from './parameter-value.ts'
import { placeholders } from './permission-set.ts'

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
  ['sns-topic', 'image-events.fifo', 'image-events.fifo'],
  ['sns-topic', 'arn:aws:sns:us-east-1:444455556666:image-events', 'image-events'],
  ['sns-topic', 'arn:aws-cn:sns:cn-north-1:444455556666:image-events:11112222-3333-4444-5555-666677778888', 'image-events'],
  [
    'sns-topic',
    'https://us-east-1.console.aws.amazon.com/sns/v3/home?region=us-east-1#/topic/arn:aws:sns:us-east-1:444455556666:image-events',
    'image-events',
  ],
  ['secret', 'images/database', 'images/database'],
  ['secret', 'arn:aws:secretsmanager:us-east-1:444455556666:secret:images/database-a1B2c3', 'images/database'],
  ['secret', 'https://us-east-1.console.aws.amazon.com/secretsmanager/secret?name=images%2Fdatabase&region=us-east-1', 'images/database'],
  ['log-group', '/aws/lambda/images', '/aws/lambda/images'],
  ['log-group', 'arn:aws:logs:us-east-1:444455556666:log-group:/aws/lambda/images:*', '/aws/lambda/images'],
  ['log-group', 'arn:aws:logs:us-east-1:444455556666:log-group:/aws/lambda/images:log-stream:a/b', '/aws/lambda/images'],
  [
    'log-group',
    'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fimages/log-events/a',
    '/aws/lambda/images',
  ],
  ['region', ' eu-central-1 ', 'eu-central-1'],
  ['region', 'us-gov-west-1', 'us-gov-west-1'],
  ['region', 'https://eu-west-1.console.aws.amazon.com/s3/home', 'eu-west-1'],
  ['region', 'https://console.aws.amazon.com/s3/home?region=ap-southeast-2#', 'ap-southeast-2'],
  ['region', 'arn:aws:sqs:eusc-de-east-1:444455556666:image-jobs', 'eusc-de-east-1'],
  ['arn', 'arn:aws:kinesis:us-east-1:444455556666:stream/image-events', 'arn:aws:kinesis:us-east-1:444455556666:stream/image-events'],
  ['arn', 'arn:aws:s3:::acme-uploads', 'arn:aws:s3:::acme-uploads'],
  [
    'arn',
    'https://us-east-1.console.aws.amazon.com/sns/v3/home?region=us-east-1#/topic/arn:aws:sns:us-east-1:444455556666:image-events',
    'arn:aws:sns:us-east-1:444455556666:image-events',
  ],
  ['tag-value', ' Image team, '.replace(',', ''), 'Image team'],
  ['tag-value', 'acme:cost-center/42', 'acme:cost-center/42'],
  ['text', '/images/2026-01/a.b', '/images/2026-01/a.b'],
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
  ['sns-topic', 'image*', 'parameter-sns-topic'],
  ['secret', 'arn:aws:secretsmanager:us-east-1:444455556666:secret:images/database', 'parameter-secret'],
  ['region', 'Frankfurt', 'parameter-region'],
  ['region', 'eu-central-1a', 'parameter-region'],
  ['arn', 'arn:aws:kinesis:us-east-1:444455556666:stream/*', 'parameter-arn'],
  ['arn', 'arn:aws:kinesis:*:444455556666:stream/images', 'parameter-arn'],
  ['arn', 'arn:aws:iam::444455556666:user/$'.concat('{aws:username}'), 'parameter-arn'],
  ['arn', 'stream/image-events', 'parameter-arn'],
  ['tag-value', 'team*', 'parameter-tag-value'],
  ['tag-value', 'a", "b', 'parameter-tag-value'],
  ['text', 'images/*', 'parameter-text'],
  ['text', 'images/?', 'parameter-text'],
  ['text', '$'.concat('{aws:PrincipalTag/team}'), 'parameter-text'],
  ['text', '{{partition}}', 'parameter-text'],
  ['text', 'a:b', 'parameter-text'],
  ['text', 'a b', 'parameter-text'],
  ['text', 'a'.repeat(129), 'parameter-text'],
] as const

test.each(refused)('%s refuses %j as %s', (kind, text, code) => {
  expect(
    parameterValue(kind)
      .safeParse(text)
      .error?.issues.map(({ message }) => message),
  ).toEqual([code])
})

const kinds = fc.constantFrom(...ParameterKind.options)

/** Names have no sign that an ARN or a list could end with. In other values there are signs, none of which IAM or a quotation reads. */
const names: readonly ParameterKind[] = ['s3-bucket', 'kms-key-id', 'sqs-queue', 'dynamodb-table', 'sns-topic', 'region']

test('any text is a value or a refusal, and no value has a wildcard, a policy variable, a quotation mark or a comma in it', () => {
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w.*{}/:-]{1,70}$/), fc.stringMatching(/^arn:aws:s3:::[ -~]{1,40}$/)),
      (kind, text) => {
        const result = parameterValue(kind).safeParse(text)
        expect(result.error?.issues ?? [1]).toHaveLength(1)
        if (!result.success) return
        expect(result.data).toMatch(names.includes(kind) ? /^[\w.-]+$/ : /^[\w.:/=+@# -]+$/)
        expect(result.data.trim()).toBe(result.data)
        expect(parameterValue(kind).parse(result.data)).toBe(result.data)
      },
    ),
  )
})

test('the example of each kind is a value of it', () => {
  for (const kind of ParameterKind.options)
    expect(parameterValue(kind).parse(parameterKinds[kind].example)).toBe(parameterKinds[kind].example)
})

test('a list is split at commas, blanks and line ends', () => {
  expect(listedValues('s3-bucket', ' a, b\nc;d,,"" \u200b e ')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a tag value is taken with its spaces and full stops, and several are split at commas and line ends', () => {
  expect(singleValue('tag-value', 'Acme Inc.')).toBe('Acme Inc.')
  expect(listedValues('tag-value', 'Acme Inc., Team (blue)\nteam 1')).toEqual(['Acme Inc.', 'Team (blue)', 'team 1'])
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
