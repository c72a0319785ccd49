import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const sqsGetQueueAttributes = {
  id: 'sqs-get-queue-attributes',
  operation: 'SQS GetQueueAttributes',
  parameter: 'sqs-queue',
  action: 'sqs:GetQueueAttributes',
  arn: 'arn:{{partition}}:sqs:{{region}}:{{accountId}}:{{resource}}',
  protocol: 'json-1.0',
  request: {
    service: 'sqs',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'AmazonSQS.GetQueueAttributes' },
    body: '{"QueueUrl":"https://sqs.{{region}}.{{dnsSuffix}}/{{accountId}}/{{resource}}","AttributeNames":["QueueArn"]}',
  },
  absent: { status: 400, code: 'QueueDoesNotExist' },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
  errors: { denied: { status: 403, code: 'AccessDeniedException' }, throttled: { status: 403, code: 'RequestThrottled' } },
  success: {
    isAbout: (body, queue) => body.startsWith('{"Attributes":') && body.includes(`:${queue}"`),
    example: (queue) => JSON.stringify({ Attributes: { QueueArn: `arn:aws:sqs:us-east-1:444455556666:${queue}` } }),
  },
  messages: messages('check.sqs-get-queue-attributes', { title: (queue: string) => `Can access queue ${queue}` }),
} as const satisfies AwsCheck
