import type * as z from 'zod/mini'
import type { PermissionSet } from '#core/connection/permission-set.ts'

type Starter = {
  readonly id: string
  readonly title: string
  /** In the form of a config. The vendor edits it. */
  readonly permissionSet: z.input<typeof PermissionSet>
}

const bucket = 'arn:{{partition}}:s3:::'
const arn = (service: string, resource: string): string => `arn:{{partition}}:${service}:{{region}}:{{accountId}}:${resource}`

/** Usual needs of an application, each with the smallest set of actions and a check where one exists. */
export const starters: readonly Starter[] = [
  {
    id: 'read-s3',
    title: 'List and read objects in S3 buckets',
    permissionSet: {
      id: 'readBuckets',
      title: 'Read S3 buckets',
      why: 'Lists and reads the objects you ask us to process.',
      parameters: [{ id: 'sourceBuckets', title: 'Buckets', kind: 's3-bucket', many: true }],
      statements: [
        { sid: 'FindObjects', actions: ['s3:ListBucket'], resources: [`${bucket}{{sourceBuckets}}`] },
        { sid: 'ReadObjects', actions: ['s3:GetObject'], resources: [`${bucket}{{sourceBuckets}}/*`] },
      ],
      checks: [{ id: 'source-bucket', call: 's3-head-bucket', parameter: 'sourceBuckets' }],
    },
  },
  {
    id: 'write-s3',
    title: 'Save objects to an S3 bucket',
    permissionSet: {
      id: 'writeResults',
      title: 'Write results to S3',
      why: 'Saves results to your bucket.',
      parameters: [{ id: 'resultBucket', title: 'Bucket for results', kind: 's3-bucket' }],
      statements: [
        { sid: 'FindResults', actions: ['s3:ListBucket'], resources: [`${bucket}{{resultBucket}}`] },
        { sid: 'WriteResults', actions: ['s3:PutObject'], resources: [`${bucket}{{resultBucket}}/*`] },
      ],
      checks: [{ id: 'result-bucket', call: 's3-head-bucket', parameter: 'resultBucket' }],
    },
  },
  {
    id: 'read-dynamodb',
    title: 'Read items in DynamoDB tables',
    permissionSet: {
      id: 'readTables',
      title: 'Read DynamoDB tables',
      why: 'Reads the items you ask us to process.',
      parameters: [{ id: 'tables', title: 'Tables', kind: 'dynamodb-table', many: true }],
      statements: [
        {
          sid: 'ReadTables',
          actions: ['dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:Query'],
          resources: [arn('dynamodb', 'table/{{tables}}')],
        },
      ],
      checks: [{ id: 'table', call: 'dynamodb-describe-table', parameter: 'tables' }],
    },
  },
  {
    id: 'read-sqs',
    title: 'Receive messages from SQS queues',
    permissionSet: {
      id: 'readQueues',
      title: 'Receive SQS messages',
      why: 'Receives the messages you send us.',
      parameters: [{ id: 'queues', title: 'Queues', kind: 'sqs-queue', many: true }],
      statements: [{ sid: 'ReadQueues', actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], resources: [arn('sqs', '{{queues}}')] }],
    },
  },
]

export const starterIds: readonly string[] = starters.map(({ id }) => id)
