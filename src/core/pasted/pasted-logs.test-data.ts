import type { PastedCase } from './pasted-answers.test-data.ts'

/** Reports of further kinds that people write in public, with other names and values. */
export const programLogs: readonly PastedCase[] = [
  [
    'a program’s printed error',
    "2026-06-02T17:40:35.538Z\t6cca367d-47ba-11e7\t{ [AccessDenied: Not authorized to perform sts:AssumeRole]\n  message: 'Not authorized to perform sts:AssumeRole',\n  code: 'AccessDenied',\n  statusCode: 403 }",
    'refused-without-reason',
  ],
  [
    'a caller that is masked',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::<main_account>:assumed-role/<role_name>/<session_name> is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'a role of the Chinese partition',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws-cn:sts::777788889999:assumed-role/OrganizationAccountAccessRole/member_lambda is not authorized to perform: sts:AssumeRole on resource: arn:aws-cn:iam::777788889999:role/OrganizationAccountAccessRole',
    'call-of-own-role',
  ],
  [
    'a program’s stack trace',
    '[ERROR]\t2026-07-08T19:33:01.162Z\taa4701c8\tERROR: Failed to assume PixelworksAccess role in AWS account 444455556666\nTraceback (most recent call last):\n  File "/var/task/scan.py", line 25, in assume_role\n    assumed = stsclient.assume_role(RoleArn = role_arn, RoleSessionName = project)\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/scan is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'another role in masked accounts',
    'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::xxx:user/acme.inventory is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::xxx:role/ShopOrders',
    'call-of-others',
  ],
  [
    'a role passed to a service',
    'chaos deploy -r arn:aws:iam::777788889999:role/ChaosRole\nSomething went wrong:\n{ AccessDeniedException: Cross-account pass role is not allowed.\n    at Object.extractError (/usr/local/lib/node_modules/aws-sdk/lib/protocol/json.js:43:27)',
    'call-passes-role',
  ],
  [
    'a role after a line break',
    'AccessDenied: User: arn:aws:sts::*****:assumed-role/kube-node/6fa16a-kube-node\nis not authorized to perform: sts:AssumeRole on resource: \narn:aws:iam::*****:role/PixelworksAccess',
    'vendor-other-caller',
  ],
  [
    'an alert of the product',
    'Pixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666 Regions affected: every region',
    'refused-without-reason',
  ],
  [
    'a secret that wasn’t requested',
    'Warning  UpdateFailed  1s (x12 over 12s)  external-secrets  AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/external-secrets-provider-aws is not authorized to perform: secretsmanager:GetSecretValue on resource: appsecret/test/new because no identity-based policy allows the secretsmanager:GetSecretValue action\n           status code: 400, request id: 7b1d',
    'session-action-not-requested',
  ],
  [
    'a rejected name',
    '{"level":50,"time":1559737055540,"pid":16,"msg":"failure while polling the secrets {\\"message\\":\\"Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!\\",\\"code\\":\\"ValidationException\\",\\"statusCode\\":400}"}',
    'unreadable',
  ],
  [
    'a Deny in an unnamed policy',
    'Error: operation error EKS: ListClusters, https response error StatusCode: 403, api error AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/aaaa is not authorized to perform: eks:ListClusters on resource: arn:aws:eks:us-east-1:444455556666:cluster/" with an explicit deny',
    'session-denied-explicitly',
  ],
  [
    'a policy that revokes sessions',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-03T09:12:44.112Z"}}}]}',
    'permissions-revoke-sessions',
  ],
  [
    'a denied call without its action',
    'An error occurred (UnauthorizedOperation) when calling the DescribeRegions operation: You are not authorized to perform this operation.',
    'service-call-denied',
  ],
  [
    'Terraform and possible causes',
    'Error: The role "arn:aws:iam::444455556666:role/PixelworksAccess" cannot be assumed.\n\n  There are a number of possible causes of this - the most common are:\n    * The credentials used in order to assume the role are invalid\n    * The credentials do not have appropriate permission to assume the role\n    * The role ARN is not valid\n',
    'vendor-denied',
  ],
  [
    'Terraform and a role ARN without an account',
    'Error refreshing state: 1 error(s) occurred:\n\n* The role "arn:aws:iam:::role/devops" cannot be assumed.\n\n  There are a number of possible causes of this - the most common are:\n    * The credentials used in order to assume the role are invalid\n    * The credentials do not have appropriate permission to assume the role\n    * The role ARN is not valid',
    'vendor-other-role',
  ],
  [
    'a role ARN that is too short',
    'InvalidParameter: 1 validation error(s) found.\n- minimum field size of 20, AssumeRoleInput.RoleArn.',
    'call-malformed',
  ],
  [
    'a dashboard and a bare denial',
    't=2026-04-23T13:15:22+0000 lvl=eror msg="Metric request error" logger=context userId=1 orgId=1 error="Failed to call ec2:getAwsConfig, AccessDenied: Access denied\\n\\tstatus code: 403, request id: d9d9c45c-65c9"',
    'service-call-denied',
  ],
  [
    'a role that assumes itself, in a log',
    't=2026-01-18T01:39:18+0000 lvl=eror msg="Unable to call AWS API" logger=context userId=1 error="AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/i-90fd089a is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\\n\\tstatus code: 403, request id: xxxxxx"',
    'session-assumes-itself',
  ],
  [
    'tags that CloudFormation skips',
    'Encountered a permissions error applying tags, please add required tag permissions. Retrying request without including tags. Details: Resource handler returned message: User: arn:aws:sts::444455556666:assumed-role/Dev/me is not authorized to perform: iam:TagRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny in an identity-based policy.',
    'creation-tags-skipped',
  ],
  [
    'tags that CloudFormation skips, in other words',
    'AccountAccessRole  AWS::IAM::Role  CREATE_IN_PROGRESS  Did not have IAM permissions to process tags on AWS::IAM::Role resource.',
    'creation-tags-skipped',
  ],
  [
    'a stack set whose execution role is denied',
    '{\n    "Summaries": [\n        {\n            "Account": "444455556666",\n            "Region": "eu-central-1",\n            "Status": "FAILED",\n            "StatusReason": "User: arn:aws:sts::444455556666:assumed-role/stacksets-exec-49150fde/2fe0a0cb is not authorized to perform: cloudformation:CreateStack on resource: arn:aws:cloudformation:eu-central-1:444455556666:stack/StackSet-PixelworksAccess-324d42ae/*",\n            "AccountGateResult": {\n                "Status": "SKIPPED",\n                "StatusReason": "Insufficient permissions to invoke AWSCloudFormationStackSetAccountGate"\n            }\n        }\n    ]\n}',
    'creation-stack-set-denied',
  ],
  [
    'a framed error of a role that assumes itself',
    'Group 0: FAILED\n  arn:aws:kms:us-east-1:444455556666:key/a2db: FAILED\n    - | Error creating AWS session: Failed to assume role\n      | "arn:aws:iam::444455556666:role/PixelworksAccess":\n      | AccessDenied: User:\n      | arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sops\n      | is not authorized to perform: sts:AssumeRole on resource:\n      | arn:aws:iam::444455556666:role/PixelworksAccess\n      |     status code: 403, request id:\n      | a401448b',
    'session-assumes-itself',
  ],
  [
    'a bare denial of the S3 client',
    "{ AccessDenied: Access Denied\n    at Request.extractError (/var/runtime/node_modules/aws-sdk/lib/services/s3.js:577:35)\n    at Request.callListeners (/var/runtime/node_modules/aws-sdk/lib/sequential_executor.js:105:20)\n  message: 'Access Denied',\n  code: 'AccessDenied',\n  region: null }",
    'storage-denied',
  ],
  [
    'an endpoint without a Region',
    'conditions:\n  - lastTransitionTime: \'2026-03-21T16:48:09Z\'\n    message: >-\n      connect failed: cannot get terraform setup: failed to use pod service\n      account: unknown endpoint, could not resolve endpoint, partition: "aws",\n      service: "sts", region: "", known: [us-east-1]',
    'terminal-no-region',
  ],
  ['an external ID to configure', 'Access Denied. Please configure External ID in the AWS IAM Console.', 'vendor-names-trust'],
  ['a defined role', 'The defined assume role is unable to be assumed.', 'vendor-denied'],
  [
    'Terraform and an invalid token',
    'Error: Error refreshing state: 1 error(s) occurred:\n\n* provider.aws: The role "arn:aws:iam::444455556666:role/PixelworksAccess" cannot be assumed.\n\n  There are a number of possible causes of this - the most common are:\n    * The credentials used in order to assume the role are invalid\n\nInvalidClientTokenId: The security token included in the request is invalid.\n\tstatus code: 403, request id: 3f',
    'terminal-credentials',
  ],
  [
    'session tags in masked accounts',
    '##[error]User: arn:aws:iam::***:user/deployer is not authorized to perform: sts:TagSession on resource: arn:aws:iam::***:role/devops',
    'call-of-others',
  ],
  [
    'session tags and a masked role',
    'Error: User: arn:aws:iam::***:user/[IAMUSERNAME] is not authorized to perform: sts:TagSession on resource: ***',
    'session-tags-refused',
  ],
  [
    'tags of a web identity',
    'Error: Could not assume role with web identity token file: Unable to validate tags',
    'call-of-identity-provider',
  ],
  [
    'a trust policy for an identity provider',
    '{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:acme/start:*"}}}]}',
    'action-missing',
  ],
  [
    'a role that another tool assumes twice',
    'AWS Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 00000000-0000, api error AccessDenied: User: arn:aws:sts::444455556666:assumed-role/acme-core-terraform/aws-go-sdk-1687312396297825294 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/acme-core-terraform',
    'call-of-own-role',
  ],
  [
    'a query and a bucket that wasn’t requested',
    'Your query has the following errors:[ErrorCategory:USER_ERROR, ErrorCode:PERMISSION_ERROR], Detail:Permission denied on S3 path: s3://acme-cost-reports/cost_/year=2026/month=8/part-00002.snappy.parquet, Message:Amazon Athena experienced a permission error. Please provide proper permission and submitting the query again.',
    'vendor-other-bucket',
  ],
  [
    'a query without an endpoint',
    '2026-04-05T07:40:47.399878024Z ERR CloudCost[444455556666/s3://aws-athena-query-results-acme-2]: ingestor: build failed for window: GetCloudCost: error getting Athena columns: QueryAthenaPaginated: start query error: not found, ResolveEndpointV2',
    'unreadable',
  ],
  [
    'a query without a schema',
    'SYNTAX_ERROR: line 6:7: Schema cost_and_usage_reports does not exist\nThis query ran against the "cost_and_usage_reports" database, unless qualified by the query.',
    'unreadable',
  ],
  [
    'a log of failed STS requests',
    '[2026/05/26 19:18:24] [debug] [aws_credentials] Calling STS..\n[2026/05/26 19:18:24] [error] [aws_client] connection initialization error\n[2026/05/26 19:18:25] [error] [aws_credentials] STS assume role request failed\n[2026/05/26 19:18:25] [ warn] [aws_credentials] No cached credentials are available and a credential refresh is already in progress. The current co-routine will retry.',
    'vendor-denied',
  ],
  [
    'a log of a bucket without a name',
    '[2026-07-20T07:18:46,508][ERROR][logstash.inputs.s3       ][main][790d495a] \nUnable to list objects in bucket {:exception=>Aws::S3::Errors::AccessDenied, :message=>"Access Denied", \n:backtrace=>["/usr/share/logstash/vendor/bundle/jruby/2.5.0/gems/aws-sdk-core-2.11.501/lib/seahorse/client/plugins/raise_response_errors.rb:15:in \n`call\'"]}',
    'storage-denied',
  ],
  [
    'a queue that doesn’t exist or isn’t accessible',
    '[2026-09-10T21:45:50,635][ERROR][logstash.inputs.s3snssqs ][main] Cannot establish connection to Amazon SQS {:error=>#<Aws::SQS::Errors::NonExistentQueue: The specified queue does not exist or you do not have access to it.>}',
    'resource-absent-or-denied',
  ],
  [
    'an exception in Ruby',
    '[2026-02-23T12:33:17,299][ERROR][logstash.javapipeline    ][main] Pipeline error {:pipeline_id=>"main", :exception=>#<Aws::STS::Errors::AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-xyz is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess>, :backtrace=>["/usr/share/x.rb:15:in `call\'"]',
    'refused-without-reason',
  ],
  [
    'an exception in Ruby without credentials',
    '[2026-05-23T23:45:01,614][ERROR][logstash.pipeline        ] Pipeline aborted due to error {:exception=>#<Aws::Errors::MissingCredentialsError: unable to sign request without credentials set>, :backtrace=>["request_signer.rb:104:in `require_credentials\'"]',
    'application-credentials',
  ],
  [
    'a policy of the caller with masked roles',
    '{\n    "Statement": [\n        {\n            "Action": "sts:AssumeRole",\n            "Effect": "Allow",\n            "Resource": [\n                "arn:aws:iam::444455556666:role/PixelworksAccess",\n                "arn:aws:iam::XXXXXXXXXXXXXX:role/Other_Role"\n            ],\n            "Sid": "AllowToAssumeRoles"\n        }\n    ],\n    "Version": "2012-10-17"\n}',
    'permissions-of-caller',
  ],
  [
    'a trust policy for the own account',
    '{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":"sts:AssumeRole"}]}',
    'TP04',
  ],
  [
    'placeholders in two pairs of angle brackets',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::<<PLACEHOLDER_AWS_IAM_USER_ARN>>:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"<<PLACEHOLDER_AWS_EXTERNAL_ID>>"}}}]}',
    'placeholder',
  ],
  [
    'SQL that names another role',
    "CREATE STORAGE INTEGRATION acme_s3\n  TYPE = EXTERNAL_STAGE\n  STORAGE_PROVIDER = 'S3'\n  ENABLED = TRUE\n  STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/pixelworks-s3-access-role'\n  STORAGE_ALLOWED_LOCATIONS = ('s3://acme-uploads/');",
    'vendor-other-role',
  ],
  [
    'an external ID in a list',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringLike":{"sts:ExternalId":["k7Qm2vK9dRt4XwB8nZc5Hs2P"]}}}]}',
    'external-id-operator',
  ],
  [
    'a dashboard and another role in masked accounts',
    't=2026-01-11 lvl=eror msg="CloudWatch: Failed to assume role%!(EXTRA []interface {}=[AccessDenied: User: arn:aws:iam::xxxxxxxx:user/grafana-user is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::xxxxxxxx:role/grafana-role\\n\\tstatus code: 403, request id: ',
    'call-of-others',
  ],
  [
    'metrics and a masked account',
    't=2026-08-22T11:43:24+0000 lvl=eror msg="Unable to call AWS API" error="AccessDenied: User: arn:aws:sts::COMPANY_ID:assumed-role/aws-elasticbeanstalk-ec2-role/i-0be92a0e is not authorized to perform: cloudwatch:ListMetrics\\n\\tstatus code: 403, request id',
    'terminal-not-authorized',
  ],
  [
    'a key that wasn’t requested',
    'error creating GZIP reader for file "logs/2026/10/15" (event: "ObjectCreated:Put", bucket: "acme-uploads"): AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/collection is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-2:444455556666:key/b997e702 because no identity-based policy allows the kms:Decrypt action status code: 403, request id: TMZD, host id: 6Av1=',
    'session-action-not-requested',
  ],
  [
    'a service role that can’t be assumed',
    'Role arn:aws:iam::444455556666:role/cfn-deploy is invalid or cannot be assumed',
    'call-of-service',
  ],
  [
    'a Deny of role creation',
    'API: iam:CreateRole User: arn:aws:sts::444455556666:assumed-role/Owner/me@acme.example is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny',
    'creation-not-authorized',
  ],
  [
    'a nested stack',
    'Embedded stack arn:aws:cloudformation:us-west-2:444455556666:stack/pixelworks-ConfigStack-18GY/3ebc7c80 was not successfully updated. Currently in UPDATE_FAILED with reason: The following resource(s) failed to create: [AccountAccessRole].',
    'stack-rolled-back',
  ],
  [
    'a role that is open',
    "Pixelworks Control Plane is able to perform 'sts:AssumeRole' on 'arn:aws:iam::444455556666:role/PixelworksAccess' role without external id. This is not recommended.",
    'vendor-open',
  ],
  [
    'permissions to add',
    'Access Denied. Please add PutObject permissions to the IAM role in the AWS IAM console.',
    'vendor-lacks-permissions',
  ],
  [
    'a policy with syntax errors',
    'Error: putting IAM Role (pixelworks-transfer-user) Policy (sftp-user-policy): operation error IAM: PutRolePolicy, https response error StatusCode: 400, RequestID: 27e49b82-72f3, MalformedPolicyDocument: Syntax errors in policy.\n\n  with module.sftp_users.aws_iam_role_policy.sftp_user_policies,\n  on main.tf line 52',
    'creation-policy-refused',
  ],
  [
    'a query with the words of S3',
    'Received exception from server (version 22.1.2):\nCode: 499. DB::Exception: Received from 127.0.0.1:9000. DB::Exception: Access Denied. (S3_ERROR)',
    'vendor-bucket-failed',
  ],
  [
    'a log of the C++ client',
    "2026.07.14 14:43:58.603020 [ 1987 ] {fec1d7b6} <Warning> AWSClient: AWSErrorMarshaller: Encountered AWSError 'AccessDenied': Access Denied\n2026.07.14 14:43:58.603074 [ 1987 ] {fec1d7b6} <Error> AWSClient: HTTP response code: 403\nException name: AccessDenied\nError message: Access Denied\nserver : AmazonS3",
    'vendor-bucket-failed',
  ],
  [
    'a query that reads a file',
    'Code: 499. DB::Exception: Received from 172.31.30.179:9000. DB::Exception: Access Denied: While executing CSVRowInputFormat: While executing S3. (S3_ERROR)',
    'vendor-bucket-failed',
  ],
  [
    'a database service of another account',
    'AccessDenied: User: arn:aws:sts::777788889999:assumed-role/teleport-db-service-role/i-* is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::777788889999:role/db-user-role',
    'call-of-others',
  ],
  [
    'fields of an event with masked accounts',
    '"errorCode": "AccessDenied",\n    "errorMessage": "User: arn:aws:sts::<PIPELINE>:assumed-role/gitlab-runner/1679911173656119075 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::<CLUSTER>:role/terraform-privileged",',
    'call-of-others',
  ],
  [
    'an ARN that a product rejects',
    'apply failed: error creating database user: POST\n        https://cloud.example.com/api/v1.0/groups/665b/databaseUsers:\n        400 (request "INVALID_AWS_IAM_ARN") The ARN specified in the\n        username field, acme-access, is not valid for AWS IAM type ROLE.:',
    'vendor-value-rejected',
  ],
  [
    'a user of another account',
    'E0204 16:50:51.457360       1 controller.go:134] Error reconciling cluster object test1; unable to reconcile load balancers: AccessDenied: User: arn:aws:iam::777788889999:user/bootstrapper.acme is not authorized to perform: elasticloadbalancing:DescribeLoadBalancerAttributes\n        status code: 403, request id: 07a34e2b',
    'terminal-not-authorized',
  ],
  [
    'certificates that weren’t requested',
    'Warning  FailedBuildModel  2m55s  ingress  Failed build model due to ingress: AccessDeniedException: User: arn:aws:sts::xxxxx:assumed-role/PixelworksAccess/i-04a484b0 is not authorized to perform: acm:ListCertificates',
    'session-action-not-requested',
  ],
  [
    'a web identity and its cause',
    'F0824 12:17:58.432670       1 aws_cloud_provider.go:389] Failed to create AWS Manager: cannot autodiscover ASGs: WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\tstatus code: 403, request id: eecd',
    'call-of-identity-provider',
  ],
  [
    'a message that was cut off',
    'service_controller.go:749] Failed to process service. Retrying in 5m0s: Error getting LB for service acme/web: AccessDenied: User: arn:aws:sts::xxx:assumed-\n, request id: 8d48abfb-cdc9-11e7',
    'unreadable',
  ],
  [
    'a stack and the words of S3',
    'CREATE_FAILED - Resource handler returned message: "Access Denied (Service: S3, Status Code: 403)"',
    'storage-denied',
  ],
  [
    'a function role that may not exist',
    'Resource handler returned message: "The role named \'acme-fn\' does not exist or is not authorized"',
    'vendor-denied',
  ],
  [
    'a question about an external ID',
    'Currently if an ExternalId is specified this cannot change roles and returns a 403',
    'vendor-names-trust',
  ],
]
