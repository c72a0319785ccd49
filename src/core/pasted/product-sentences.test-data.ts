import type { PastedCase } from './pasted-answers.test-data.ts'

/** Sentences with which products report a failed connection to AWS, each with its subject and what went wrong. */
export const productSentences: readonly PastedCase[] = [
  [
    '“Connector health: Error. Pixelworks could not assume the”',
    'Connector health: Error. Pixelworks could not assume the role arn:aws:iam::444455556666:role/PixelworksAccess. Reason: STS_ASSUME_ROLE_FAILED',
    'vendor-denied',
  ],
  [
    '“We were unable to assume the role provided. Verify that the”',
    'We were unable to assume the role provided. Verify that the trust relationship is configured correctly and try again.',
    'vendor-denied',
  ],
  [
    '“Failed to establish trust with account 444455556666: role”',
    'Failed to establish trust with account 444455556666: role assumption denied',
    'vendor-denied',
  ],
  [
    '“Integration status: Error - Pixelworks was unable to assume”',
    'Integration status: Error - Pixelworks was unable to assume role PixelworksAccess (AccessDenied)',
    'vendor-denied',
  ],
  [
    '“Pixelworks could not assume the provided IAM role. Please”',
    'Pixelworks could not assume the provided IAM role. Please check that the External ID is k7Qm2vK9dRt4XwB8nZc5Hs2P.',
    'vendor-denied',
  ],
  [
    '“Monitoring of AWS account 444455556666 stopped. Could not”',
    'Monitoring of AWS account 444455556666 stopped. Could not retrieve temporary credentials for role PixelworksAccess.',
    'vendor-denied',
  ],
  [
    '“Pixelworks: Unable to obtain AWS session token for the role”',
    'Pixelworks: Unable to obtain AWS session token for the role PixelworksAccess in account 444455556666',
    'vendor-denied',
  ],
  [
    '“Pixelworks could not validate the IAM role: the role cannot”',
    'Pixelworks could not validate the IAM role: the role cannot be assumed using the provided external ID.',
    'vendor-denied',
  ],
  [
    '“Error: failed to generate AWS credentials: could not assume”',
    'Error: failed to generate AWS credentials: could not assume role for stack "network": AccessDenied',
    'vendor-denied',
  ],
  [
    '“You need to configure trust relationship section in your”',
    'You need to configure trust relationship section in your AWS account: could not assume role',
    'vendor-denied',
  ],
  [
    '“Unauthorized: AWS role assumption was rejected. Role:”',
    'Unauthorized: AWS role assumption was rejected. Role: arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-denied',
  ],
  [
    '“The account is disconnected: we no longer can assume the”',
    'The account is disconnected: we no longer can assume the cross-account role',
    'vendor-denied',
  ],
  ['“AWS returned 403 when we tried to assume your IAM role”', 'AWS returned 403 when we tried to assume your IAM role', 'vendor-denied'],
  ['“role_assume_error:”', 'role_assume_error: arn:aws:iam::444455556666:role/PixelworksAccess', 'vendor-denied'],
  [
    '“{"level":"error","component":"aws-collector","msg":"sts”',
    '{"level":"error","component":"aws-collector","msg":"sts assume role failed","account":"444455556666"}',
    'vendor-denied',
  ],
  [
    '“Cloud account 444455556666 is in state ASSUME_ROLE_FAILED”',
    'Cloud account 444455556666 is in state ASSUME_ROLE_FAILED',
    'vendor-denied',
  ],
  ['“Status: CANNOT_ASSUME_ROLE”', 'Status: CANNOT_ASSUME_ROLE', 'vendor-denied'],
  [
    '“Die Rolle PixelworksAccess konnte nicht übernommen werden.”',
    'Die Rolle PixelworksAccess konnte nicht übernommen werden.',
    'vendor-denied',
  ],
  [
    '“La connexion à AWS a échoué : impossible d’assumer le rôle”',
    "La connexion à AWS a échoué : impossible d'assumer le rôle PixelworksAccess",
    'vendor-denied',
  ],
  [
    '“Polling paused. Our attempt to switch into your IAM role”',
    'Polling paused. Our attempt to switch into your IAM role was unsuccessful.',
    'vendor-denied',
  ],
  [
    '“The connection to your AWS account is broken. Last”',
    'The connection to your AWS account is broken. Last successful sync: 3 days ago.',
    'vendor-connection-failed',
  ],
  [
    '“Scan failed: no access to AWS account 444455556666”',
    'Scan failed: no access to AWS account 444455556666',
    'vendor-connection-failed',
  ],
  [
    '“Your AWS integration needs attention. We haven’t been able”',
    "Your AWS integration needs attention. We haven't been able to collect data from account 444455556666 since Monday.",
    'vendor-connection-failed',
  ],
  ['“AWS account 444455556666: Disconnected”', 'AWS account 444455556666: Disconnected', 'vendor-connection-failed'],
  [
    '“Data collection stopped for AWS account 444455556666.”',
    'Data collection stopped for AWS account 444455556666. Credentials are not working.',
    'vendor-connection-failed',
  ],
  [
    '“We’ve lost access to your AWS account 444455556666.”',
    "We've lost access to your AWS account 444455556666. Reconnect it to resume monitoring.",
    'vendor-connection-failed',
  ],
  [
    '“Authentication failed for cloud account aws-prod”',
    'Authentication failed for cloud account aws-prod (444455556666)',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks can’t access your AWS account. Please reconnect.”',
    "Pixelworks can't access your AWS account. Please reconnect.",
    'vendor-connection-failed',
  ],
  ['“Cloud account status: Unhealthy”', 'Cloud account status: Unhealthy', 'vendor-connection-failed'],
  [
    '“Connector test unsuccessful - AWS account 444455556666”',
    'Connector test unsuccessful - AWS account 444455556666',
    'vendor-connection-failed',
  ],
  [
    '“Sync error: AWS credentials are invalid or have been”',
    'Sync error: AWS credentials are invalid or have been revoked. Reauthorize the integration.',
    'vendor-connection-failed',
  ],
  ['“Your AWS connection is in an error state.”', 'Your AWS connection is in an error state.', 'vendor-connection-failed'],
  [
    '“Pixelworks: AWS integration health check did not pass”',
    'Pixelworks: AWS integration health check did not pass',
    'vendor-connection-failed',
  ],
  [
    '“The External ID in the trust policy doesn’t match the”',
    "The External ID in the trust policy doesn't match the External ID we generated.",
    'vendor-names-trust',
  ],
  ['“External ID mismatch”', 'External ID mismatch', 'vendor-names-trust'],
  [
    '“Your role’s trust policy is missing the sts:ExternalId”',
    "Your role's trust policy is missing the sts:ExternalId condition",
    'vendor-names-trust',
  ],
  [
    '“The role does not trust the Pixelworks account 111122223333”',
    'The role does not trust the Pixelworks account 111122223333',
    'vendor-names-trust',
  ],
  [
    '“Trust relationship misconfigured for PixelworksAccess”',
    'Trust relationship misconfigured for PixelworksAccess',
    'vendor-names-trust',
  ],
  [
    '“Principal 111122223333 isn’t listed in your role’s trust”',
    "Principal 111122223333 isn't listed in your role's trust relationship.",
    'vendor-names-trust',
  ],
  [
    '“Invalid trust policy. Expected principal”',
    'Invalid trust policy. Expected principal arn:aws:iam::111122223333:root.',
    'vendor-names-trust',
  ],
  [
    '“No role named PixelworksAccess was found in account”',
    'No role named PixelworksAccess was found in account 444455556666',
    'vendor-role-not-found',
  ],
  [
    '“The IAM role you provided does not exist or was deleted.”',
    'The IAM role you provided does not exist or was deleted.',
    'vendor-role-not-found',
  ],
  [
    '“The role PixelworksAccess could not be located in AWS”',
    'The role PixelworksAccess could not be located in AWS account 444455556666',
    'vendor-role-not-found',
  ],
  [
    '“We couldn’t find the role in your account. Did the”',
    "We couldn't find the role in your account. Did the CloudFormation stack finish?",
    'vendor-role-not-found',
  ],
  [
    '“Missing permissions: ec2:DescribeInstances,”',
    'Missing permissions: ec2:DescribeInstances, rds:DescribeDBInstances',
    'vendor-lacks-permissions',
  ],
  [
    '“Your role is missing the following permissions:”',
    'Your role is missing the following permissions: s3:GetBucketLocation',
    'vendor-lacks-permissions',
  ],
  [
    '“Permission check failed. The following actions were denied:”',
    'Permission check failed. The following actions were denied: ec2:DescribeRegions, iam:ListRoles',
    'vendor-lacks-permissions',
  ],
  [
    '“Insufficient permissions to list S3 buckets in account”',
    'Insufficient permissions to list S3 buckets in account 444455556666. Attach the SecurityAudit policy to the role.',
    'vendor-lacks-permissions',
  ],
  [
    '“The policy attached to PixelworksAccess does not grant”',
    'The policy attached to PixelworksAccess does not grant cloudwatch:GetMetricData.',
    'vendor-lacks-permissions',
  ],
  [
    '“Partial data: 3 of 12 permission checks failed. Denied:”',
    'Partial data: 3 of 12 permission checks failed. Denied: kms:ListKeys, lambda:ListFunctions',
    'vendor-lacks-permissions',
  ],
  [
    '“Role was assumed successfully, but s3:ListBucket on”',
    'Role was assumed successfully, but s3:ListBucket on acme-uploads was denied.',
    'vendor-lacks-permissions',
  ],
  [
    '“Unable to describe EC2 instances in us-east-1: permission”',
    'Unable to describe EC2 instances in us-east-1: permission ec2:DescribeInstances is required',
    'vendor-lacks-permissions',
  ],
  [
    '“Could not read from bucket acme-uploads: access denied”',
    'Could not read from bucket acme-uploads: access denied',
    'vendor-bucket-failed',
  ],
  [
    '“Test connection failed: S3 bucket acme-uploads is not”',
    'Test connection failed: S3 bucket acme-uploads is not accessible with the role provided.',
    'vendor-bucket-failed',
  ],
  [
    '“Can’t write to s3://acme-uploads/exports/: 403 Forbidden”',
    "Can't write to s3://acme-uploads/exports/: 403 Forbidden",
    'vendor-bucket-failed',
  ],
  [
    '“The specified bucket does not exist (NoSuchBucket):”',
    'The specified bucket does not exist (NoSuchBucket): acme-uploads',
    'vendor-bucket-failed',
  ],
  ['“Invalid Role ARN”', 'Invalid Role ARN', 'vendor-value-rejected'],
  ['“Role ARN is not in the correct format”', 'Role ARN is not in the correct format', 'vendor-value-rejected'],
  ['“Please enter a valid IAM role ARN.”', 'Please enter a valid IAM role ARN.', 'vendor-value-rejected'],
  [
    '“ValidationError: roleArn must match pattern ^arn:aws”',
    'ValidationError: roleArn must match pattern ^arn:aws',
    'vendor-value-rejected',
  ],
  [
    '“The external ID must be between 2 and 1224 characters”',
    'The external ID must be between 2 and 1224 characters',
    'vendor-value-rejected',
  ],
  ['“role_arn: does not look like an AWS ARN”', 'role_arn: does not look like an AWS ARN', 'vendor-value-rejected'],
  [
    '“This AWS account is already connected to another Pixelworks”',
    'This AWS account is already connected to another Pixelworks workspace.',
    'vendor-already-connected',
  ],
  ['“Account 444455556666 has already been added.”', 'Account 444455556666 has already been added.', 'vendor-already-connected'],
  ['“A connector for this account already exists”', 'A connector for this account already exists', 'vendor-already-connected'],
  ['“Role ARN is already in use by another integration”', 'Role ARN is already in use by another integration', 'vendor-already-connected'],
  [
    '“Error Code: AWS_ROLE_ASSUMPTION_FAILURE. Pixelworks failed”',
    'Error Code: AWS_ROLE_ASSUMPTION_FAILURE. Pixelworks failed assuming the role in account 444455556666.',
    'vendor-denied',
  ],
  [
    '“Credential validation failed for AWS account 444455556666:”',
    'Credential validation failed for AWS account 444455556666: Unable to obtain STS token with provided role',
    'vendor-denied',
  ],
  [
    '“Pixelworks: Account status red. Config: "Failed to assume”',
    'Pixelworks: Account status red. Config: "Failed to assume role, check the External ID and Role ARN"',
    'vendor-denied',
  ],
  [
    '“Pixelworks: IAM Role is unhealthy: Pixelworks cannot access”',
    'Pixelworks: IAM Role is unhealthy: Pixelworks cannot access this AWS account',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks source error: ASSUME-ROLE-ERROR. Could not”',
    'Pixelworks source error: ASSUME-ROLE-ERROR. Could not assume role. Verify the role ARN and the external ID.',
    'vendor-denied',
  ],
  [
    '“aws_access_error: Pixelworks could not generate temporary”',
    'aws_access_error: Pixelworks could not generate temporary AWS credentials for stack prod: assume role error',
    'vendor-denied',
  ],
  [
    '“Pixelworks: AWS connector test failed: Invalid AWS”',
    'Pixelworks: AWS connector test failed: Invalid AWS credentials',
    'vendor-connection-failed',
  ],
  [
    '“The Role ARN you entered isn’t valid. It should start with”',
    "The Role ARN you entered isn't valid. It should start with arn:aws:iam::",
    'vendor-value-rejected',
  ],
  [
    '“Cost and Usage Report role not found in account 444455556666”',
    'Cost and Usage Report role not found in account 444455556666',
    'vendor-role-not-found',
  ],
  [
    '“We’re missing permission to read your Cost and Usage Report”',
    "We're missing permission to read your Cost and Usage Report (cur:DescribeReportDefinitions)",
    'vendor-lacks-permissions',
  ],
  [
    '“Pixelworks: Connection error. AWS connection is failing.”',
    'Pixelworks: Connection error. AWS connection is failing.',
    'vendor-connection-failed',
  ],
  ['“Your Pixelworks AWS integration is disconnected”', 'Your Pixelworks AWS integration is disconnected', 'vendor-connection-failed'],
  [
    '“Pixelworks: the integration role lacks permission”',
    'Pixelworks: the integration role lacks permission ecr:DescribeRepositories',
    'vendor-lacks-permissions',
  ],
  [
    '“Pixelworks: Failed to get credentials for role”',
    'Pixelworks: Failed to get credentials for role arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-denied',
  ],
  [
    '“Pixelworks couldn’t list objects in bucket acme-uploads”',
    "Pixelworks couldn't list objects in bucket acme-uploads",
    'vendor-bucket-failed',
  ],
  [
    '“Pixelworks: We couldn’t write a test file to your S3 bucket”',
    "Pixelworks: We couldn't write a test file to your S3 bucket acme-uploads",
    'vendor-bucket-failed',
  ],
  [
    '“Pixelworks: Unable to assume customer role ARN:”',
    'Pixelworks: Unable to assume customer role ARN: arn:aws:iam::444455556666:role/PixelworksAccess for provider integration cspi-123',
    'vendor-denied',
  ],
  [
    '“Pixelworks: Failed to assume role; AccessDenied. source:”',
    'Pixelworks: Failed to assume role; AccessDenied. source: in_s3',
    'vendor-denied',
  ],
  [
    '“Pixelworks: Cloud connector failed. Status: Error. AWS”',
    'Pixelworks: Cloud connector failed. Status: Error. AWS account could not be verified.',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks: Connector error. Unable to assume the role with”',
    'Pixelworks: Connector error. Unable to assume the role with ARN arn:aws:iam::444455556666:role/PixelworksAccess. Check the external ID.',
    'vendor-denied',
  ],
  [
    '“Pixelworks: The trust relationship between our account and”',
    'Pixelworks: The trust relationship between our account and the role has not been set up.',
    'vendor-names-trust',
  ],
  ['“Pixelworks: cross-account role assumption failed”', 'Pixelworks: cross-account role assumption failed', 'vendor-denied'],
  [
    '“Pixelworks: The AWS integration job failed. Authentication”',
    'Pixelworks: The AWS integration job failed. Authentication error.',
    'vendor-connection-failed',
  ],
  ['“Pixelworks: fn::open::aws-login: failed to assume role”', 'Pixelworks: fn::open::aws-login: failed to assume role', 'vendor-denied'],
  [
    '“Pixelworks: fn::open::aws-login oidc: operation error STS:”',
    'Pixelworks: fn::open::aws-login oidc: operation error STS: AssumeRoleWithWebIdentity failed: Not authorized',
    'call-of-identity-provider',
  ],
  ['“Pixelworks: error assuming role with OIDC token”', 'Pixelworks: error assuming role with OIDC token', 'call-of-identity-provider'],
  [
    '“Pixelworks: We can no longer access your AWS account.”',
    'Pixelworks: We can no longer access your AWS account. Please update your cross-account role.',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks: Account 444455556666 - Connection status: Broken”',
    'Pixelworks: Account 444455556666 - Connection status: Broken',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks: Deployment failed at the credentials step:”',
    'Pixelworks: Deployment failed at the credentials step: Failed to assume role arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-denied',
  ],
  [
    '“Pixelworks: Data Manager: AWS account 444455556666”',
    'Pixelworks: Data Manager: AWS account 444455556666 onboarding failed',
    'vendor-connection-failed',
  ],
  [
    '“Pixelworks: Failed to connect to AWS: role cannot be”',
    'Pixelworks: Failed to connect to AWS: role cannot be assumed (InvalidClientTokenId)',
    'vendor-denied',
  ],
  [
    '“Error: The provided role”',
    'Error: The provided role arn:aws:iam::444455556666:role/PixelworksAccess is not found in the target account',
    'vendor-role-not-found',
  ],
  ['“Provided external ID is incorrect”', 'Provided external ID is incorrect', 'vendor-names-trust'],
  [
    '“The AWS account you’re trying to connect is already linked”',
    "The AWS account you're trying to connect is already linked to another organization",
    'vendor-already-connected',
  ],
  [
    '“Pixelworks: PERMISSION_DENIED: IAM role does not have WRITE”',
    'Pixelworks: PERMISSION_DENIED: IAM role does not have WRITE permissions on url s3://acme-uploads/data',
    'vendor-lacks-permissions',
  ],
  [
    '“PERMISSION_DENIED: The IAM role for this storage credential”',
    'PERMISSION_DENIED: The IAM role for this storage credential was found to be non self-assuming.',
    'vendor-self-assume',
  ],
  ['“Esta cuenta no está autorizada a asumir el rol”', 'Esta cuenta no está autorizada a asumir el rol (sts:AssumeRole)', 'vendor-denied'],
  [
    '“Pixelworks n’est pas autorisé à effectuer sts:AssumeRole”',
    "Pixelworks n'est pas autorisé à effectuer sts:AssumeRole",
    'vendor-denied',
  ],
  [
    '“Die Rolle konnte nicht angenommen werden (sts:AssumeRole)”',
    'Die Rolle konnte nicht angenommen werden (sts:AssumeRole)',
    'vendor-denied',
  ],
  ['“Pixelworksはsts:AssumeRoleを実行する権限がありません”', 'Pixelworksはsts:AssumeRoleを実行する権限がありません', 'vendor-denied'],
]

/** Sentences with the same words, about something else than a role in AWS or the connection to it. */
export const otherSentences: readonly PastedCase[] = [
  [
    '“Failed to access Google Cloud project my-project:”',
    'Failed to access Google Cloud project my-project: permission denied for service account scanner@my-project.iam.gserviceaccount.com',
    'unreadable',
  ],
  [
    '“The GitHub token is invalid or has expired. Reconnect”',
    'The GitHub token is invalid or has expired. Reconnect GitHub.',
    'unreadable',
  ],
  [
    '“Connection to the database failed: password authentication”',
    'Connection to the database failed: password authentication failed for user "etl"',
    'unreadable',
  ],
  [
    '“Could not connect to Snowflake: Incorrect username or”',
    'Could not connect to Snowflake: Incorrect username or password was specified.',
    'unreadable',
  ],
  [
    '“Azure subscription 1234: the app registration does not have”',
    'Azure subscription 1234: the app registration does not have the Reader role.',
    'unreadable',
  ],
  [
    '“Your role in this workspace doesn’t allow you to add”',
    "Your role in this workspace doesn't allow you to add integrations. Ask an admin.",
    'unreadable',
  ],
  ['“You don’t have permission to edit this connection.”', "You don't have permission to edit this connection.", 'unreadable'],
  ['“Error: role "analyst" does not exist”', 'Error: role "analyst" does not exist', 'unreadable'],
  [
    '“Kubernetes: pods is forbidden: User”',
    'Kubernetes: pods is forbidden: User "system:serviceaccount:default:agent" cannot list resource "pods"',
    'unreadable',
  ],
  ['“Slack integration disconnected. Reauthorize Slack.”', 'Slack integration disconnected. Reauthorize Slack.', 'unreadable'],
  [
    '“Failed to assume the identity of the Azure managed identity”',
    'Failed to assume the identity of the Azure managed identity',
    'unreadable',
  ],
  ['“Okta role assignment failed for user jane@example.com”', 'Okta role assignment failed for user jane@example.com', 'unreadable'],
  [
    '“The SQL role ANALYST does not have USAGE privilege on”',
    'The SQL role ANALYST does not have USAGE privilege on warehouse',
    'unreadable',
  ],
  ['“GCP service account key is malformed”', 'GCP service account key is malformed', 'unreadable'],
  ['“Jira connection failed: 401”', 'Jira connection failed: 401', 'unreadable'],
  ['“Salesforce: invalid_grant: expired access/refresh token”', 'Salesforce: invalid_grant: expired access/refresh token', 'unreadable'],
  [
    '“We assume that the data is sorted. Error: unsorted input.”',
    'We assume that the data is sorted. Error: unsorted input.',
    'unreadable',
  ],
  ['“ERROR 1045 (28000): Access denied for user”', "ERROR 1045 (28000): Access denied for user 'root'@'localhost'", 'unreadable'],
  [
    '“docker: pull access denied for pixelworks/agent, repository”',
    "docker: pull access denied for pixelworks/agent, repository does not exist or may require 'docker login'",
    'unreadable',
  ],
  [
    '“Workload Identity Federation: failed to exchange token with”',
    'Workload Identity Federation: failed to exchange token with sts.googleapis.com',
    'unreadable',
  ],
  ['“Connection successful. 14 buckets found, 0 errors.”', 'Connection successful. 14 buckets found, 0 errors.', 'unreadable'],
  ['“PixelworksAccess verified. All permissions are in place.”', 'PixelworksAccess verified. All permissions are in place.', 'unreadable'],
  [
    '“GitLab: You need at least Maintainer role in the project to”',
    'GitLab: You need at least Maintainer role in the project to add a runner',
    'unreadable',
  ],
  [
    '“Fivetran: Could not reach database host: connection refused”',
    'Fivetran: Could not reach database host: connection refused',
    'unreadable',
  ],
  [
    '“npm ERR! 403 Forbidden - PUT https://registry.npmjs.org/pkg”',
    'npm ERR! 403 Forbidden - PUT https://registry.npmjs.org/pkg',
    'unreadable',
  ],
  ['“Terraform Cloud: Invalid or missing API token”', 'Terraform Cloud: Invalid or missing API token', 'unreadable'],
  ['“Monitor alert: error rate above 5 % for service checkout”', 'Monitor alert: error rate above 5 % for service checkout', 'unreadable'],
  ['“Grafana dashboard could not be loaded”', 'Grafana dashboard could not be loaded', 'unreadable'],
  [
    '“Your subscription has expired. Renew to continue scanning.”',
    'Your subscription has expired. Renew to continue scanning.',
    'unreadable',
  ],
  ['“Agent is not connected. Check the firewall of the host.”', 'Agent is not connected. Check the firewall of the host.', 'unreadable'],
  ['“S3-compatible storage MinIO: disk full error”', 'S3-compatible storage MinIO: disk full error', 'unreadable'],
]
