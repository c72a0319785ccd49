import * as z from 'zod/mini'

export const ParameterKind = z.enum(['s3-bucket', 'kms-key-id', 'sqs-queue', 'sns-topic', 'dynamodb-table', 'secret', 'log-group'])
export type ParameterKind = z.infer<typeof ParameterKind>
