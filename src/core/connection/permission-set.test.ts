import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ParameterKind, parameterKinds } from '#core/aws/parameter-kinds.ts'
import { listedValues, parameterValue, placeholders } from './permission-set.ts'

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
  ['s3-bucket', 'a'.repeat(64), 'parameter-s3-bucket'],
  ['kms-key-id', 'alias/images', 'parameter-kms-key-id'],
  ['kms-key-id', '1234ABCD-12ab-34cd-56ef-1234567890ab', 'parameter-kms-key-id'],
  ['sqs-queue', 'image jobs', 'parameter-sqs-queue'],
  ['sqs-queue', 'q'.repeat(81), 'parameter-sqs-queue'],
  ['sqs-queue', `${'q'.repeat(76)}.fifo`, 'parameter-sqs-queue'],
  ['sqs-queue', '*', 'parameter-sqs-queue'],
  ['dynamodb-table', 'ab', 'parameter-dynamodb-table'],
  ['dynamodb-table', 'table/*', 'parameter-dynamodb-table'],
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
      expect(result.data).toMatch(/^[\w.-]+$/)
      expect(parameterValue(kind).parse(result.data)).toBe(result.data)
    }),
  )
})

test('the example of each kind is a value of it', () => {
  for (const kind of ParameterKind.options)
    expect(parameterValue(kind).parse(parameterKinds[kind].example)).toBe(parameterKinds[kind].example)
})

test('a list is split at commas, blanks and line ends', () => {
  expect(listedValues(' a, b\nc;d,,"" \u200b e ')).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('finds the names between double braces', () => {
  expect(placeholders('arn:{{partition}}:s3:::{{bucket}}/{x}/{{}}')).toEqual(['partition', 'bucket'])
})
