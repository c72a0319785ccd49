import * as z from 'zod/mini'

export const ParameterKind = z.enum(['s3-bucket', 'kms-key-id', 'sqs-queue', 'dynamodb-table'])
export type ParameterKind = z.infer<typeof ParameterKind>

const bucketName =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** The form of each kind as an anchored pattern, its longest value, and how a pasted ARN is reduced to the name in it. */
export const parameterKinds: Readonly<
  Record<ParameterKind, { readonly pattern: RegExp; readonly maximumLength: number; readonly arn: RegExp; readonly example: string }>
> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  's3-bucket': {
    pattern: bucketName,
    maximumLength: 63,
    arn: /^(?:arn:aws[\w-]*:s3:::|s3:\/\/)([^/]+)(?:\/.*)?$/,
    example: 'acme-uploads',
  },
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id
  'kms-key-id': {
    pattern: /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    maximumLength: 36,
    arn: /^arn:aws[\w-]*:kms:[\w-]+:\d{12}:key\/(.+)$/,
    example: '1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
  'sqs-queue': {
    pattern: /^([\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
    maximumLength: 80,
    arn: /^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:(.+)$/,
    example: 'image-jobs',
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  'dynamodb-table': {
    pattern: /^[\w.-]{3,255}$/,
    maximumLength: 255,
    arn: /^arn:aws[\w-]*:dynamodb:[\w-]+:\d{12}:table\/([^/]+)$/,
    example: 'image-index',
  },
}
