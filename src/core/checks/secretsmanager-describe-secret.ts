import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'
import { jsonErrors } from './protocols.ts'

/**
 * Reads no secret value. Six random characters end the ARN of a secret. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
export const secretsManagerDescribeSecret = {
  id: 'secretsmanager-describe-secret',
  operation: 'Secrets Manager DescribeSecret',
  parameter: 'secret',
  action: 'secretsmanager:DescribeSecret',
  arn: 'arn:{{partition}}:secretsmanager:{{region}}:{{accountId}}:secret:{{resource}}-??????',
  protocol: 'json-1.1',
  request: {
    service: 'secretsmanager',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'secretsmanager.DescribeSecret' },
    body: '{"SecretId":"{{resource}}"}',
  },
  absent: { status: 400, code: 'ResourceNotFoundException' },
  errors: jsonErrors,
  success: {
    isAbout: (body, secret) => body.startsWith('{"ARN":') && body.includes(`"Name":${JSON.stringify(secret)}`),
    example: (secret) => JSON.stringify({ ARN: `arn:aws:secretsmanager:us-east-1:444455556666:secret:${secret}-a1b2c3`, Name: secret }),
  },
  messages: messages('check.secretsmanager-describe-secret', { title: (secret: string) => `Can find secret ${secret}` }),
} as const satisfies AwsCheck
