import type { PastedCase } from './pasted-answers.test-data.ts'

const denied =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/scan is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess'

/** People's words around an error, and words that only sound like them. */
export const descriptions: readonly PastedCase[] = [
  [
    'a client that leaves out the external ID',
    `The S3 client of the connector is created without a value: external_id is None.\n${denied}`,
    'application-external-id-missing',
  ],
  [
    'a request without the external ID',
    'The ExternalId is missing in the AssumeRole request, so roles with that condition can’t be assumed.',
    'application-external-id-missing',
  ],
  [
    'a product that doesn’t pass the external ID',
    `We see that your worker doesn’t pass the configured external ID to STS.\n${denied}`,
    'application-external-id-missing',
  ],
  [
    'a program’s call without the external ID',
    `The job does\n  const out = await sts.assumeRole({ RoleArn: roleArn, RoleSessionName: 'sync' }).promise()\nand ends in\n${denied}`,
    'refused-without-reason',
  ],
  [
    'a program’s call with the external ID',
    `The job does\n  const out = await sts.assumeRole({ RoleArn: roleArn, RoleSessionName: 'sync', ExternalId: id }).promise()\nand ends in\n${denied}`,
    'refused-without-reason',
  ],
  ['a program’s call with parameters from elsewhere', `sts.assume_role(RoleArn=role_arn, **options)\n${denied}`, 'refused-without-reason'],
  [
    'a trust policy without the external ID',
    'Assuming the role failed: the external ID is not included in the trust policy.',
    'vendor-denied',
  ],
  [
    'advice about the external ID',
    'Assuming the role failed. Make sure that the external ID is not missing from the request.',
    'vendor-denied',
  ],
  ['a role that works from a terminal', `${denied}\nThe same role works fine from the CLI.`, 'refused-without-reason'],
  [
    'a role that another version can assume',
    `${denied}\nWe only see this with 3.4.0. It worked with version 3.3.2.`,
    'refused-without-reason',
  ],
  [
    'a role that its owner can assume',
    'Pixelworks: Failed to assume role.\nI can assume the role manually with that external ID.',
    'call-works-elsewhere',
  ],
  ['a question about the terminal', 'Pixelworks: Failed to assume role. How can I assume the role from the CLI?', 'vendor-denied'],
  ['a role that works nowhere', 'Pixelworks: Failed to assume role. The role does not work from the CLI either.', 'vendor-denied'],
  ['a role that should work', 'Pixelworks: Failed to assume role. It should work with the CLI.', 'vendor-denied'],
  [
    'a second try that works',
    'Created role [PixelworksAccess].\nFailed to set up the integration with your AWS account.\nRunning it a second time right away, it works.',
    'call-worked-later',
  ],
  [
    'a retry that doesn’t work',
    'Failed to connect to your AWS account. Running it a second time doesn’t work either.',
    'vendor-connection-failed',
  ],
  ['a role that was deleted', `${denied}\nLooking into IAM, the role was deleted by our cleanup job on Friday.`, 'stated-role-absent'],
  ['a role that may not exist', `${denied}\nThis can happen if the role does not exist.`, 'refused-without-reason'],
  [
    'a role with another name',
    `${denied}\nI looked in IAM and the role that the stack created is named \`PixelworksAccess-1X2Y3Z\`.`,
    'stated-role-name',
  ],
  [
    'a role with its own name',
    `${denied}\nI looked in IAM and the role that the stack created is named \`PixelworksAccess\`.`,
    'refused-without-reason',
  ],
  [
    'a role with a path',
    'Authentication failed. Invalid external ID or trusted account.\nYour guide has arn:aws:iam::444455556666:role/PixelworksAccess, and in our accounts it is arn:aws:iam::444455556666:role/security/PixelworksAccess',
    'stated-role-path',
  ],
  ['two Regions', 'Pixelworks can’t assume the role. Regions affected: eu-west-1, us-gov-west-1', 'call-some-regions'],
  ['every Region', 'Pixelworks can’t assume the role. Regions affected: every region', 'vendor-denied'],
  [
    'a provider in one Region',
    'provider "aws" {\n  assume_role {\n    role_arn = var.role\n  }\n}\nError: The role cannot be used. With another Region it is fine, but it does not work in ap-northeast-2.',
    'call-some-regions',
  ],
  [
    'the credentials of the instance',
    'The export uses the instance profile of the node instead of the role. Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 1)',
    'call-without-role',
  ],
  [
    'a guardrail',
    'Any attempt to assume the role fails. Our security team found that a guardrail (SCP) blocks it for tagged roles.',
    'stated-organization-policy',
  ],
  ['a guardrail as one of several causes', 'Assuming the role failed. An SCP might block the call.', 'vendor-denied'],
  [
    'a storage credential that must assume itself',
    'Validation failed: the IAM role of this storage credential is not self-assuming.',
    'vendor-self-assume',
  ],
  [
    'an announcement',
    'Starting on March 3, 2027, Pixelworks will prohibit IAM roles without an external ID for new connections.',
    'unreadable',
  ],
  [
    'a failed call through the product’s API',
    'creating the AWS integration: POST https://pixelworks.example/api/v2/cloud returned 403 Forbidden',
    'vendor-api-denied',
  ],
  [
    'a script that can’t read an output',
    'ConvertFrom-Json : Conversion from JSON failed with error: Unexpected character encountered while parsing value: U. The script asks to assume the role in AWS next.',
    'vendor-program-error',
  ],
  [
    'a program that ends after a failed call',
    "Failed to assume role arn:aws:iam::444455556666:role/PixelworksAccess\nTypeError: 'NoneType' object is not subscriptable",
    'vendor-denied',
  ],
  [
    'an identity provider',
    '{"HealthResultType":"Failure","StatusMessage":"Failed to fetch an authentication token for the role. Make sure that the OpenIDConnect provider and its trust relationship allow sts:AssumeRoleWithWebIdentity"}',
    'call-of-identity-provider',
  ],
  [
    'a denied call of STS in the words of Java',
    'com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: Access denied (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 1)',
    'refused-without-reason',
  ],
  [
    'a denied call before the permissions',
    `ERROR: User arn:aws:redshift:us-west-1:444455556666:dbuser:cl/load is not authorized to assume IAM Role arn:aws:iam::444455556666:role/PixelworksAccess\nThis is attached to the role:\n{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"redshift:GetClusterCredentials","Resource":"*"}}`,
    'call-of-redshift',
  ],
  [
    'a role of Amazon Redshift',
    'ERROR: Not authorized to get credentials of role arn:aws:iam::444455556666:role/RedshiftLoad',
    'call-of-service',
  ],
  [
    'a role without a restriction',
    'I created an IAM role without an external ID restriction, and any external ID is accepted when I assume it.',
    'vendor-open',
  ],
  [
    'a part of a permissions policy after a denied read',
    'The report can’t be read: permission denied on S3 path s3://acme-reports/2026/11/report.parquet\nThe role has\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {"Effect": "Allow", "Action": ["athena:*"], "Resource": ["*"]},\n    {"Effect": "Allow", "Action": [\n      "glue:GetDatabase*",',
    'vendor-other-bucket',
  ],
  [
    'a policy of the organization that is said to block the role',
    'Any attempt to assume the role fails. It is this SCP that blocks it:\n{"Version":"2012-10-17","Statement":[{"Sid":"Tagged","Effect":"Deny","NotAction":["iam:GetRole"],"Resource":"*","Condition":{"StringEquals":{"iam:ResourceTag/Team":"core"}}}]}',
    'stated-organization-policy',
  ],
  [
    'an external ID that was changed',
    'All connectors show “Role could not be assumed” since Monday. Security rotated the external ID in our roles that day.',
    'stated-id-changed',
  ],
  [
    'a question about changing the external ID',
    'Role could not be assumed. Should we check if the external ID was changed?',
    'vendor-denied',
  ],
  [
    'an SCP and denied calls',
    'Our SCP denies everything outside eu-west-1. Pixelworks shows AccessDenied for its describe calls in us-east-1.',
    'stated-organization-policy',
  ],
  [
    'steps of which the first succeeded',
    'Test connection failed\nAssume role: OK\nList buckets: OK\nGet object: access denied',
    'vendor-lacks-permissions',
  ],
  ['steps with signs', '✔ Assume role\n✖ ec2:DescribeInstances - not authorized\n✔ s3:ListAllMyBuckets', 'vendor-lacks-permissions'],
  ['steps of which the first failed', 'Test connection\nAssume role: access denied\nList buckets: skipped', 'vendor-denied'],
]
