import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'

/** https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const snsGetTopicAttributes = {
  id: 'sns-get-topic-attributes',
  operation: 'SNS GetTopicAttributes',
  parameter: 'sns-topic',
  action: 'sns:GetTopicAttributes',
  arn: 'arn:{{partition}}:sns:{{region}}:{{accountId}}:{{resource}}',
  protocol: 'query',
  request: {
    service: 'sns',
    method: 'POST',
    path: '/',
    body: 'Action=GetTopicAttributes&Version=2010-03-31&TopicArn=arn%3A{{partition}}%3Asns%3A{{region}}%3A{{accountId}}%3A{{resource}}',
  },
  absent: { status: 404, code: 'NotFound' },
  errors: { denied: { status: 403, code: 'AuthorizationError' }, throttled: { status: 400, code: 'Throttling' } },
  success: {
    isAbout: (body, topic) => body.includes('<GetTopicAttributesResult>') && body.includes(`:${topic}</value>`),
    example: (topic) =>
      `<GetTopicAttributesResponse><GetTopicAttributesResult><Attributes><entry><key>TopicArn</key><value>arn:aws:sns:us-east-1:444455556666:${topic}</value></entry></Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>`,
  },
  messages: messages('check.sns-get-topic-attributes', { title: (topic: string) => `Can access topic ${topic}` }),
} as const satisfies AwsCheck
