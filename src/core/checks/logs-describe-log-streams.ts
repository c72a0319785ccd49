import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'
import { jsonErrors, jsonField } from './protocols.ts'

/**
 * The ARN of a log group ends in :* in policies. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html,
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
export const logsDescribeLogStreams = {
  id: 'logs-describe-log-streams',
  operation: 'CloudWatch Logs DescribeLogStreams',
  parameter: 'log-group',
  action: 'logs:DescribeLogStreams',
  arn: 'arn:{{partition}}:logs:{{region}}:{{accountId}}:log-group:{{resource}}:*',
  protocol: 'json-1.1',
  request: {
    service: 'logs',
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'Logs_20140328.DescribeLogStreams' },
    body: '{"logGroupName":"{{resource}}","limit":1}',
  },
  absent: { status: 400, code: 'ResourceNotFoundException' },
  errors: jsonErrors,
  // A log group without streams names nothing.
  success: { isAbout: (body) => Array.isArray(jsonField(body, 'logStreams')), example: () => '{"logStreams":[]}' },
  messages: messages('check.logs-describe-log-streams', { title: (group: string) => `Can find log streams in ${group}` }),
} as const satisfies AwsCheck
