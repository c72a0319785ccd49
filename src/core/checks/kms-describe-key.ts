import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'
import { jsonErrors } from './protocols.ts'

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html */
export const kmsDescribeKey = {
  id: 'kms-describe-key',
  operation: 'KMS DescribeKey',
  parameter: 'kms-key-id',
  action: 'kms:DescribeKey',
  arn: 'arn:{{partition}}:kms:{{region}}:{{accountId}}:key/{{resource}}',
  protocol: 'json-1.1',
  request: {
    service: 'kms',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'TrentService.DescribeKey' },
    body: '{"KeyId":"{{resource}}"}',
  },
  absent: { status: 400, code: 'NotFoundException' },
  errors: jsonErrors,
  success: {
    isAbout: (body, key) => body.startsWith('{"KeyMetadata":') && body.includes(`"KeyId":${JSON.stringify(key)}`),
    example: (key) => JSON.stringify({ KeyMetadata: { KeyId: key, Enabled: true } }),
  },
  messages: messages('check.kms-describe-key', { title: (key: string) => `Can access key ${key}` }),
} as const satisfies AwsCheck
