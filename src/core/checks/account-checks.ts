import { messages } from '#core/text/messages.ts'
import type { AwsCheck } from './aws-check.ts'
import { jsonErrors, jsonField, queryErrors } from './protocols.ts'

/** The permissions of these calls have no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const ofAccount = { parameter: null, arn: '*', absent: null } as const

const listed = (name: string): AwsCheck['success'] => ({
  isAbout: (body) => Array.isArray(jsonField(body, name)),
  example: () => JSON.stringify({ [name]: [] }),
})

const response = (operation: string, content = ''): AwsCheck['success'] => ({
  isAbout: (body) => body.includes(`<${operation}Response`) && body.trimEnd().endsWith(`</${operation}Response>`),
  example: () => `<${operation}Response>${content}</${operation}Response>`,
})

const called = (service: string, body: string, target?: string): AwsCheck['request'] => ({
  ...{ service, method: 'POST', path: '/', body },
  ...(target === undefined ? {} : { headers: { 'x-amz-target': target } }),
})

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export const ec2DescribeInstances: AwsCheck = {
  ...ofAccount,
  id: 'ec2-describe-instances',
  operation: 'EC2 DescribeInstances',
  action: 'ec2:DescribeInstances',
  protocol: 'query',
  request: called('ec2', 'Action=DescribeInstances&Version=2016-11-15&MaxResults=5'),
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
  errors: { denied: { status: 403, code: 'UnauthorizedOperation' }, throttled: { status: 503, code: 'RequestLimitExceeded' } },
  success: response('DescribeInstances', '<reservationSet/>'),
  messages: messages('check.ec2-describe-instances', { title: (_: string) => 'Can list EC2 instances' }),
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html: 20 is the fewest records. */
export const rdsDescribeInstances: AwsCheck = {
  ...ofAccount,
  id: 'rds-describe-db-instances',
  operation: 'RDS DescribeDBInstances',
  action: 'rds:DescribeDBInstances',
  arn: 'arn:{{partition}}:rds:{{region}}:{{accountId}}:db:*',
  protocol: 'query',
  request: called('rds', 'Action=DescribeDBInstances&Version=2014-10-31&MaxRecords=20'),
  errors: queryErrors,
  success: response('DescribeDBInstances', '<DescribeDBInstancesResult><DBInstances/></DescribeDBInstancesResult>'),
  messages: messages('check.rds-describe-db-instances', { title: (_: string) => 'Can list RDS instances' }),
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListClusters.html */
export const ecsListClusters: AwsCheck = {
  ...ofAccount,
  id: 'ecs-list-clusters',
  operation: 'ECS ListClusters',
  action: 'ecs:ListClusters',
  protocol: 'json-1.1',
  request: called('ecs', '{"maxResults":1}', 'AmazonEC2ContainerServiceV20141113.ListClusters'),
  errors: jsonErrors,
  success: listed('clusterArns'),
  messages: messages('check.ecs-list-clusters', { title: (_: string) => 'Can list ECS clusters' }),
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
export const lambdaListFunctions: AwsCheck = {
  ...ofAccount,
  id: 'lambda-list-functions',
  operation: 'Lambda ListFunctions',
  action: 'lambda:ListFunctions',
  protocol: 'rest-json',
  request: { service: 'lambda', method: 'GET', path: '/2015-03-31/functions/?MaxItems=1' },
  errors: { denied: { status: 403, code: 'AccessDeniedException' }, throttled: { status: 429, code: 'TooManyRequestsException' } },
  success: listed('Functions'),
  messages: messages('check.lambda-list-functions', { title: (_: string) => 'Can list Lambda functions' }),
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html */
export const cloudTrailDescribeTrails: AwsCheck = {
  ...ofAccount,
  id: 'cloudtrail-describe-trails',
  operation: 'CloudTrail DescribeTrails',
  action: 'cloudtrail:DescribeTrails',
  protocol: 'json-1.1',
  request: called('cloudtrail', '{}', 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails'),
  errors: jsonErrors,
  success: listed('trailList'),
  messages: messages('check.cloudtrail-describe-trails', { title: (_: string) => 'Can list CloudTrail trails' }),
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html */
export const organizationsDescribeOrganization: AwsCheck = {
  ...ofAccount,
  id: 'organizations-describe-organization',
  operation: 'Organizations DescribeOrganization',
  action: 'organizations:DescribeOrganization',
  protocol: 'json-1.1',
  request: called('organizations', '{}', 'AWSOrganizationsV20161128.DescribeOrganization'),
  isGlobal: true,
  errors: { ...jsonErrors, throttled: { status: 400, code: 'TooManyRequestsException' } },
  absent: { status: 400, code: 'AWSOrganizationsNotInUseException' },
  success: {
    isAbout: (body) => typeof jsonField(body, 'Organization') === 'object',
    example: () => '{"Organization":{"Id":"o-simulated00"}}',
  },
  messages: messages('check.organizations-describe-organization', { title: (_: string) => 'Can find the organization' }),
}

/**
 * AWS charges USD 0.01 for each request. https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html,
 * https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/
 */
export const costExplorerGetCostAndUsage: AwsCheck = {
  ...ofAccount,
  id: 'ce-get-cost-and-usage',
  operation: 'Cost Explorer GetCostAndUsage',
  action: 'ce:GetCostAndUsage',
  isCharged: true,
  protocol: 'json-1.1',
  request: called(
    'ce',
    '{"TimePeriod":{"Start":"{{yesterday}}","End":"{{today}}"},"Granularity":"DAILY","Metrics":["UnblendedCost"]}',
    'AWSInsightsIndexService.GetCostAndUsage',
  ),
  isGlobal: true,
  errors: { ...jsonErrors, throttled: { status: 400, code: 'LimitExceededException' } },
  success: listed('ResultsByTime'),
  messages: messages('check.ce-get-cost-and-usage', { title: (_: string) => 'Can read costs in Cost Explorer' }),
}

/** AWS allows it without a permission. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const stsGetCallerIdentity: AwsCheck = {
  ...ofAccount,
  id: 'sts-get-caller-identity',
  operation: 'STS GetCallerIdentity',
  action: 'sts:GetCallerIdentity',
  needsPermission: false,
  protocol: 'query',
  request: called('sts', 'Action=GetCallerIdentity&Version=2011-06-15'),
  errors: queryErrors,
  success: response('GetCallerIdentity'),
  messages: messages('check.sts-get-caller-identity', { title: (_: string) => 'Can read its own identity' }),
}
