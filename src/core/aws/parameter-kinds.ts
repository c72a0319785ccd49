import type { ParameterKind } from './parameter-kind.ts'

const bucketName =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)(?!\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

type ParameterFacts = { readonly pattern: RegExp; readonly maximumLength: number; readonly example: string }

/**
 * The form of each kind as an anchored pattern, and its longest value. No value has a wildcard, a policy variable, a quotation mark or a
 * comma in it: it can name nothing but itself, and lists of values can be joined.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export const parameterKinds: Readonly<Record<ParameterKind, ParameterFacts>> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  's3-bucket': {
    pattern: bucketName,
    maximumLength: 63,
    example: 'acme-uploads',
  },
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-id
  'kms-key-id': {
    pattern: /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    maximumLength: 36,
    example: '1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
  'sqs-queue': {
    pattern: /^([\w-]{1,80}|[\w-]{1,75}\.fifo)$/,
    maximumLength: 80,
    example: 'image-jobs',
  },
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html
  'dynamodb-table': {
    pattern: /^[\w.-]{3,255}$/,
    maximumLength: 255,
    example: 'image-index',
  },
  // https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
  'sns-topic': {
    pattern: /^([\w-]{1,256}|[\w-]{1,251}\.fifo)$/,
    maximumLength: 256,
    example: 'image-events',
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  secret: {
    pattern: /^[\w/+=.@-]{1,512}$/,
    maximumLength: 512,
    example: 'images/database',
  },
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
  'log-group': {
    pattern: /^[\w./#-]{1,512}$/,
    maximumLength: 512,
    example: '/aws/lambda/images',
  },
  // https://docs.aws.amazon.com/general/latest/gr/rande.html
  region: {
    pattern: /^[a-z]{2,6}(-[a-z]{2,12}){1,3}-\d{1,2}$/,
    maximumLength: 32,
    example: 'us-east-1',
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
  arn: {
    pattern: /^arn:aws(-[a-z]+)*:[a-z0-9-]{2,40}:[a-z0-9-]{0,32}:(\d{12}|aws)?:[\w.:/=+@#-]{1,700}$/,
    maximumLength: 800,
    example: 'arn:aws:kinesis:us-east-1:444455556666:stream/image-events',
  },
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
  'tag-value': {
    pattern: /^[\w.:/=+@-]([\w.:/=+@ -]{0,254}[\w.:/=+@-])?$/,
    maximumLength: 256,
    example: 'image-team',
  },
  text: {
    pattern: /^[\w./=+@-]{1,128}$/,
    maximumLength: 128,
    example: 'images/originals',
  },
}
