import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'
import { jsonErrors } from './protocols.ts'

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html */
export const dynamodbDescribeTable = {
  id: 'dynamodb-describe-table',
  operation: 'DynamoDB DescribeTable',
  parameter: 'dynamodb-table',
  action: 'dynamodb:DescribeTable',
  arn: 'arn:{{partition}}:dynamodb:{{region}}:{{accountId}}:table/{{resource}}',
  protocol: 'json-1.0',
  request: {
    service: 'dynamodb',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'DynamoDB_20120810.DescribeTable' },
    body: '{"TableName":"{{resource}}"}',
  },
  absent: { status: 400, code: 'ResourceNotFoundException' },
  errors: jsonErrors,
  success: {
    isAbout: (body, table) => body.startsWith('{"Table":') && body.includes(`"TableName":${JSON.stringify(table)}`),
    example: (table) => JSON.stringify({ Table: { TableName: table, TableStatus: 'ACTIVE' } }),
  },
  messages: messages('check.dynamodb-describe-table', { title: (table: string) => `Can access table ${table}` }),
} as const satisfies AwsCheck
