import * as z from 'zod/mini'

export const ParameterKind = z.enum([
  's3-bucket',
  'kms-key-id',
  'sqs-queue',
  'dynamodb-table',
  'sns-topic',
  'secret',
  'log-group',
  'region',
  'arn',
  'tag-value',
  'text',
])
export type ParameterKind = z.infer<typeof ParameterKind>
