import type { PastedCase } from './pasted-answers.test-data.ts'

/** Reports of many products and tools, in the order in which they were tried. */
export const tickets: readonly PastedCase[] = [
  [
    'a root user, in a log of PHP',
    'PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\ClientException: Client error: `POST https://sts.amazonaws.com/` resulted in a `403 Forbidden` response: {"Error":{"Code":"AccessDenied","Message":"Roles may not be assumed by root accounts.","Type":"Sender"},"RequestId":"9db (truncated...)\n in /srv/app/vendor/guzzlehttp/guzzle/src/Exception/RequestException.php:113',
    'caller-is-root',
  ],
  [
    'a masked role whose ARN has lost its start',
    'User: arn:aws:iam::*:user/integration is not authorized to perform: sts:AssumeRole on resource: aws:iam::*:role/PixelworksAccess (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: b59b74ae-9126; Proxy: null)',
    'vendor-other-caller',
  ],
  [
    'a denial that a client cut off',
    'Error (signing) : Client error: `POST https://sts.amazonaws.com/` resulted in a `403 Forbidden` response:\n{"Error":{"Code":"AccessDenied","Message":"User: arn:aws:iam::444455556666:user/lena is not authorized to perform: s (truncated...)',
    'not-enough',
  ],
  [
    'a service-linked role that a task needs',
    '[ERROR] InvalidParameterException: An error occurred (InvalidParameterException) when calling the RunTask operation: Unable to assume the service linked role. Please verify that the ECS service linked role exists.\nTraceback (most recent call last):\n  File "/var/task/source/helpers/create-task.py", line 54, in lambda_handler',
    'call-of-service',
  ],
  [
    'a service-linked role in a stack event',
    '2026-11-12 10:02:11 UTC+0100\tCluster\tCREATE_FAILED\tResource handler returned message: "Invalid request provided: CreateCluster Invalid Request: Unable to assume the service linked role. Please verify that the ECS service linked role exists. (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 22e06152; Proxy: null)" (RequestToken: 70f29b80, HandlerErrorCode: InvalidRequest)',
    'stack-rolled-back',
  ],
  [
    'the ARN of a bucket in the place of its name',
    'The connection tests failed.\nParamValidationError(\'Parameter validation failed:\\nInvalid bucket name "arn:aws:s3:::acme-uploads": Bucket name must match the regex "^[a-zA-Z0-9.\\\\-_]{1,255}$" or be an ARN matching the regex "^arn:(aws).*:(s3|s3-object-lambda):[a-z\\\\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\\\\-.]{1,63}$"\')',
    'bucket-name-invalid',
  ],
  [
    'an access key that S3 doesn’t know, in JSON',
    '"message":\n  "Internal Server Error:\n    The AWS Access Key Id you provided does not exist in our records.\n    (Service: S3, Status Code: 403, Request ID: 5K2, Extended Request ID: xO=)",',
    'application-credentials',
  ],
  [
    'a role without READ on an empty location',
    '│ Error: cannot create external location: AWS IAM role does not have READ permissions on url s3://acme-uploads. Please contact your account admin to update the storage credential. No file available under the location to read.',
    'vendor-lacks-permissions',
  ],
  [
    'an instance profile that a product rejects',
    'Error: cannot create instance profile: Verification of the instance profile failed. AWS error: Value (arn:aws:iam::444455556666:instance-profile/spark-s3) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN',
    'unreadable',
  ],
  [
    'an integration whose location has a wrong form',
    'resource "snowflake_storage_integration" "pix" {\n  name    = "storage"\n  type    = "EXTERNAL_STAGE"\n  enabled = true\n  storage_allowed_locations = ["S3"]\n  storage_provider         = "S3"\n  storage_aws_role_arn     = "arn:aws:iam::444455556666:role/PixelworksAccess"\n}\n\n│ Error: error creating storage integration: 001011 (42601): SQL compilation error:\n│ invalid URL prefix found in: \'S3\'',
    'vendor-value-rejected',
  ],
  [
    'an error with the number of a product',
    'AWSAssumeRoleError[1012]: AWS assume role error - An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.',
    'application-credentials',
  ],
  [
    'an account of 11 digits in another role',
    '╷\n│ Error: updating IAM Role (workflow-role) assume role policy: operation error IAM: UpdateAssumeRolePolicy, https response error StatusCode: 400, RequestID: 0b1f, MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::12345678910:role/Orchestration_Role"\n│ \n│   with aws_iam_role.workflow,\n│   on main.tf line 12, in resource "aws_iam_role" "workflow":\n╵',
    'policy-principal-digits',
  ],
  [
    'a call of .NET without a token',
    "Unhandled Exception: Amazon.Runtime.AmazonClientException: Error calling AssumeRole for role arn:aws:iam::444455556666:role/PixelworksAccess ---> Amazon.SecurityToken.AmazonSecurityTokenServiceException: Request is missing Authentication Token ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'Amazon.Runtime.Internal.HttpErrorResponseException' was thrown.\n   at Amazon.Runtime.HttpWebRequestMessage.GetResponse()\n   at Amazon.Runtime.Internal.HttpHandler`1.InvokeSync(IExecutionContext executionContext)",
    'application-credentials',
  ],
  [
    'an instance of .NET without metadata',
    'Storage assume role error (Exception):\nUnable to get IAM security credentials from EC2 Instance Metadata Service.\nStack:\nat Amazon.Runtime.DefaultInstanceProfileAWSCredentials.FetchCredentials()\nat Amazon.Runtime.DefaultInstanceProfileAWSCredentials.GetCredentials()',
    'terminal-credentials',
  ],
  [
    'a call of .NET that was canceled',
    'Amazon.Runtime.AmazonClientException: Error calling AssumeRole for role arn:aws:iam::444455556666:role/PixelworksAccess\n---> System.TimeoutException: The operation was canceled.\n---> System.Threading.Tasks.TaskCanceledException: The operation was canceled.\nat System.Net.Http.ConnectHelper.ConnectAsync(Func`3 callback, DnsEndPoint endPoint, HttpRequestMessage requestMessage, CancellationToken cancellationToken)',
    'terminal-no-connection',
  ],
  [
    'a call of Java without a token',
    'Exception in thread "main" com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: Request is missing Authentication Token (Service: AWSSecurityTokenService; Status Code: 403; Error Code: MissingAuthenticationToken; Request ID: 4d745eda-d71e; Proxy: null)\n        at com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1811)',
    'application-credentials',
  ],
  [
    'a token that expired, tried again',
    'Serverless: Recoverable error occurred (The security token included in the request is expired), sleeping for ~7 seconds. Try 1 of 4\nServerless: Recoverable error occurred (The security token included in the request is expired), sleeping for ~4 seconds. Try 2 of 4',
    'terminal-credentials',
  ],
  [
    'a web identity in a line of JSON',
    '{"level":50,"time":1795648005611,"pid":17,"hostname":"external-secrets-c79f97985-gvw9q","message":"Not authorized to perform sts:AssumeRoleWithWebIdentity","code":"AccessDenied","time":"2026-07-25T03:33:25.611Z","requestId":"5f8c8963","statusCode":403,"retryable":false,"stack":"AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\\n    at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/query.js:50:29)"}',
    'call-of-identity-provider',
  ],
  [
    'an error that a function printed',
    "2026-06-02T17:40:35.538Z\t6cca367d-47ba\t{ [AccessDenied: Not authorized to perform sts:AssumeRole]\nmessage: 'Not authorized to perform sts:AssumeRole',\ncode: 'AccessDenied',\ntime: 2026-06-02T17:40:35.520Z }",
    'refused-without-reason',
  ],
  [
    'a call to AWS Organizations with suggestions',
    "[InsufficientPermissionException] [Possible suggestions] Service account must be present in the management account with the required permissions. [Error details] Test Connection Failed: You don't have permissions to access this resource. (Service: AWSOrganizations; Status Code: 400; Error Code: AccessDeniedException; Request ID: 65fc15e5-7e90)",
    'organization-call-rejected',
  ],
  [
    'instances that the role can’t stop',
    'Schedule "nights" failed for i-0ab1.\nAccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/scheduler\nis not authorized to perform: ec2:StopInstances',
    'session-action-not-requested',
  ],
  [
    'the role of a stack that can’t be deleted',
    'An error occurred (ValidationError) when calling the DeleteStack operation: Role arn:aws:iam::444455556666:role/cfn-deployer is invalid or cannot be assumed',
    'call-of-service',
  ],
  [
    'another role of a stack, denied',
    'CREATE_FAILED                                       AWS::IAM::Role                                      CodeDeployServiceRole                               API: iam:CreateRole User: arn:aws:sts::444455556666:assumed-role/dev-a200/jo is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/orders-CodeDeployServiceRole-1A9H because no identity-based policy allows the iam:CreateRole action',
    'stack-call-denied',
  ],
  [
    'another role that exists, in Ansible',
    'fatal: [localhost]: FAILED! => changed=false\n  msg: "Unable to create role: An error occurred (EntityAlreadyExists) when calling the CreateRole operation: Role with name HA-Role-Pacemaker already exists."',
    'creation-other-role-exists',
  ],
  [
    'the console in Japanese',
    'ロールの一覧を表示する権限がありません\nUser: arn:aws:iam::444455556666:user/taro is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::444455556666:role/ because no identity-based policy allows the iam:ListRoles action',
    'terminal-not-authorized',
  ],
  [
    'the console in German, and a role that wasn’t created',
    'Die Rolle PixelworksAccess konnte nicht erstellt werden.\nUser: arn:aws:iam::444455556666:user/anna is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess because no identity-based policy allows the iam:CreateRole action',
    'creation-not-authorized',
  ],
  [
    'an alert for two Regions',
    '[Triggered] AWS integration issue\n%%% Pixelworks cannot collect metrics from your account. Error: Pixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666 Regions affected: us-east-1, eu-west-1 %%%',
    'call-some-regions',
  ],
  [
    'two trust policies of one vendor, without external ID',
    'PASS: Installer has no sts:ExternalId\nInstaller trust policy:\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n      },\n      "Action": "sts:AssumeRole"\n    }\n  ]\n}\nSupport trust policy:\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/Pix-Support-14540493"\n      },\n      "Action": "sts:AssumeRole"\n    }\n  ]\n}',
    'TP11',
  ],
  [
    'a queue that can’t be read',
    '[ERROR] Unable to poll queue\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ReceiveMessage operation: Access to the resource https://sqs.us-west-2.amazonaws.com/444455556666/uploads-queue is denied.',
    'queue-denied',
  ],
  [
    'a queue that isn’t named',
    'AccessDenied: Access to the resource https://sqs.eu-west-2.amazonaws.com/ is denied.\n    at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/query.js:50:29)',
    'queue-denied',
  ],
  [
    'a bucket that may be the vendor’s',
    'AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/run is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::pixelworks-exports-prod" because no identity-based policy allows the s3:ListBucket action',
    'session-other-resource',
  ],
  [
    'an alert without a role',
    'AWS account 444455556666: Pixelworks is not authorized to perform sts:AssumeRole. Metrics are missing since 10:02.',
    'refused-without-reason',
  ],
  [
    'an alert about another action',
    'Datadog alert: AWS Integration errors. Pixelworks is not authorized to perform action ec2:DescribeInstances Account affected: 444455556666 Regions affected: us-east-1',
    'vendor-lacks-permissions',
  ],
  [
    'a policy that is rejected after a new sign-in',
    'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired\n$ aws sso login\n$ aws iam create-role --role-name PixelworksAccess --assume-role-policy-document file://trust.json\n\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Has prohibited field Resource',
    'policy-permissions-as-trust',
  ],
  [
    'a role that exists, after an expired token',
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.\n\nError: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 1, EntityAlreadyExists: Role with name PixelworksAccess already exists.',
    'creation-role-exists',
  ],
  [
    'a denied role after throttling',
    'An error occurred (Throttling) when calling the DescribeStacks operation (reached max retries: 4): Rate exceeded\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'the role of stack sets, which exists',
    'An error occurred (EntityAlreadyExists) when calling the CreateRole operation: Role with name AWSCloudFormationStackSetExecutionRole already exists.',
    'creation-other-role-exists',
  ],
  [
    'another role that exists, in CloudFormation',
    "Resource of type 'AWS::IAM::Role' with identifier 'orders-lambda-role' already exists.",
    'creation-other-role-exists',
  ],
  [
    'another role that can’t be created',
    'An error occurred (AccessDenied) when calling the CreateRole operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/lambda-exec because no identity-based policy allows the iam:CreateRole action',
    'terminal-not-authorized',
  ],
  [
    'another role that a service control policy denies',
    'User: arn:aws:iam::444455556666:user/jo is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/lambda-exec with an explicit deny in a service control policy',
    'terminal-not-authorized',
  ],
  [
    'a service-linked role that can’t be assumed',
    'Role arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling is invalid or cannot be assumed',
    'call-of-service',
  ],
  [
    'the role of a function, in the AWS CLI',
    'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.',
    'call-of-service',
  ],
  [
    'a service role of CodeBuild',
    'CodeBuild is not authorized to perform: sts:AssumeRole on service role. Please verify that: 1) The provided service role exists, 2) The role name is case-sensitive and matches exactly, and 3) The role has the necessary trust policy configured.',
    'call-of-service',
  ],
  ['a service role without its name', 'The service role is invalid or cannot be assumed. AWS CloudFormation', 'call-of-service'],
  ['an upload that S3 denies', 'upload failed: ./a.txt to s3://acme-uploads/a.txt Access Denied', 'storage-denied'],
  [
    'a denial without the name of its service',
    'AccessDenied: Access Denied\n    at throwDefaultError (/app/node_modules/@smithy/smithy-client/dist-cjs/index.js:838:20)\n    at /app/node_modules/@smithy/smithy-client/dist-cjs/index.js:847:5',
    'service-call-denied',
  ],
  [
    'the console of S3',
    "You don't have permissions to list objects\nAfter you or your AWS administrator has updated your permissions to allow the s3:ListBucket action, refresh the page.",
    'terminal-not-authorized',
  ],
  [
    'a script that couldn’t add the policy',
    'Creating role...\n{\n    "Role": {\n        "Path": "/",\n        "RoleName": "PixelworksAccess",\n        "RoleId": "AROA1",\n        "Arn": "arn:aws:iam::444455556666:role/PixelworksAccess",\n        "CreateDate": "2026-11-22T08:00:00+00:00"\n    }\n}\n\nAn error occurred (AccessDenied) when calling the PutRolePolicy operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: iam:PutRolePolicy on resource: role PixelworksAccess because no identity-based policy allows the iam:PutRolePolicy action',
    'inline-policy-not-authorized',
  ],
  [
    'a role that couldn’t be tagged',
    'An error occurred (AccessDenied) when calling the TagRole operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: iam:TagRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'terminal-not-authorized',
  ],
  [
    'an integration of another vendor, in JSON',
    '[{"property":"ENABLED","property_type":"Boolean","property_value":"true"},{"property":"STORAGE_AWS_IAM_USER_ARN","property_type":"String","property_value":"arn:aws:iam::777788889999:user/k1x0-s-ohst9999"},{"property":"STORAGE_AWS_ROLE_ARN","property_type":"String","property_value":"arn:aws:iam::444455556666:role/PixelworksAccess"},{"property":"STORAGE_AWS_EXTERNAL_ID","property_type":"String","property_value":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}]',
    'vendor-other-principal',
  ],
  [
    'an integration of another vendor, on lines of its own',
    'STORAGE_AWS_IAM_USER_ARN\nString\narn:aws:iam::777788889999:user/k1x0-s-ohst9999\n\nSTORAGE_AWS_ROLE_ARN\nString\narn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-other-principal',
  ],
  [
    'an integration of another vendor, in Terraform',
    '# snowflake_storage_integration.pix:\nresource "snowflake_storage_integration" "pix" {\n    enabled                   = true\n    name = "PIX"\n    storage_aws_external_id   = "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    storage_aws_iam_user_arn  = "arn:aws:iam::777788889999:user/k1x0-s-ohst9999"\n    storage_aws_role_arn      = "arn:aws:iam::444455556666:role/PixelworksAccess"\n}',
    'vendor-other-principal',
  ],
  [
    'an integration of another vendor, as a program prints it',
    'Storage integration created.\n  iam_user_arn: arn:aws:iam::777788889999:user/k1x0-s-ohst9999\n  external_id: k7Qm2vK9dRt4XwB8nZc5Hs2P',
    'vendor-other-principal',
  ],
  [
    'markup of S3 in a database’s error',
    'Received exception from server (version 21.4.5):\nCode: 499. DB::Exception: Received from localhost:9000. DB::Exception: <?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4K2</RequestId><HostId>x9=</HostId></Error>: While executing S3.',
    'storage-denied',
  ],
  [
    'a status of HTTP alone',
    "HTTP Error: HTTP GET error on 'https://acme-uploads.s3.eu-central-1.amazonaws.com/events/a.parquet' (HTTP 403)",
    'unreadable',
  ],
  [
    'Terraform that finds no credentials for the role',
    'provider "aws" {\n  region = "eu-central-1"\n  assume_role {\n    role_arn    = "arn:aws:iam::444455556666:role/PixelworksAccess"\n    external_id = "k7Qm2vK9dRt4XwB8nZc5Hs3P"\n  }\n}\n\n│ Error: configuring Terraform AWS Provider: no valid credential sources for Terraform AWS Provider found.\n│ \n│ Please see https://registry.terraform.io/providers/hashicorp/aws\n│ for more information about providing credentials.',
    'terminal-credentials',
  ],
  [
    'an older Terraform and another role',
    'Error: Error refreshing state: 1 error(s) occurred:\n\n* provider.aws: The role "arn:aws:iam::444455556666:role/FullAdmin" cannot be assumed.\n\n  There are a number of possible causes of this - the most common are:\n    * The credentials used in order to assume the role are invalid\n    * The role ARN is not valid',
    'vendor-other-role',
  ],
  [
    'a scanner and buckets',
    '2026-04-29 02:02:52 scout[1711] ERROR s3.py L99: Failed to get encryption configuration for ses-yhma: An error occurred (AccessDenied) when calling the GetBucketEncryption operation: Access Denied\n2026-04-29 02:02:52 scout[1711] ERROR s3.py L145: Failed to get bucket policy for ses-yhma: An error occurred (AccessDenied) when calling the GetBucketPolicy operation: Access Denied',
    'storage-denied',
  ],
  [
    'a scanner’s progress with an error behind it',
    'Fetching CloudTrail config...\n             regions             trails\n               13/15              24/26An error occurred (AccessDeniedException) when calling the GetEventSelectors operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/audit is not authorized to perform: cloudtrail:GetEventSelectors on resource: arn:aws:cloudtrail:eu-west-1:444455556666:trail/main because no identity-based policy allows the cloudtrail:GetEventSelectors action',
    'session-action-not-requested',
  ],
  [
    'Pulumi with a value that it didn’t know yet',
    'Diagnostics:\n  aws:iam:Role (testCluster):\n    error: 1 error occurred:\n    \t* failed creating IAM Role (testCluster-5c1a): MalformedPolicyDocument: Partition "1" is not valid for resource "arn:1:2:3:4:5".\n    \tstatus code: 400, request id: 6c1',
    'policy-partition',
  ],
  [
    'an installer and another role',
    '[2026-01-19T16:23:00Z] debug: aws-sdk-js request failed (attempt 0): MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/bk-1588-eks-nodes" (retryable, according to sdk: false)\n[2026-01-19T16:23:00Z] debug: aws sdk: [AWS iam 400 0.306s 0 retries] createRole({\n[2026-01-19T16:23:00Z]   AssumeRolePolicyDocument: \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/bk-1588-eks-nodes"},"Action":"sts:AssumeRole"}]}\',\n[2026-01-19T16:23:00Z]   RoleName: \'bk-1588-cert-manager\'\n[2026-01-19T16:23:00Z] })',
    'policy-of-other-role',
  ],
  [
    'Pulumi with names in lowercase',
    'const access = new aws_native.iam.Role("access", {\n    roleName: "PixelworksAccess",\n    assumeRolePolicyDocument: {\n        version: "2012-10-17",\n        statement: [{\n            effect: "Allow",\n            principal: {\n                aws: ["arn:aws:iam::111122223333:root"],\n            },\n            action: ["sts:AssumeRole"],\n            condition: { stringEquals: { "sts:ExternalId": "RIGHT" } },\n        }],\n    },\n});',
    'unreadable',
  ],
  [
    'the Serverless Framework and a policy',
    'Serverless Error ---------------------------------------\n \n  An error occurred: IamRoleLambdaExecution - The policy failed legacy parsing (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 1b; Proxy: null).',
    'policy-legacy-parsing',
  ],
  [
    'the role of a function over two lines',
    '  Serverless Error ---------------------------------------\n\n An error occurred while provisioning your stack: HelloLambdaFunction\n - The role defined for the function cannot be assumed\n by Lambda..',
    'call-of-service',
  ],
  [
    'the Serverless Framework and its events',
    'CloudFormation - CREATE_IN_PROGRESS - AWS::IAM::Role - IamRoleLambdaExecution\nCloudFormation - CREATE_IN_PROGRESS - AWS::Logs::LogGroup - HelloLogGroup\nCloudFormation - CREATE_FAILED - AWS::IAM::Role - IamRoleLambdaExecution\nCloudFormation - UPDATE_ROLLBACK_IN_PROGRESS - AWS::CloudFormation::Stack - hello-dev\nServerless: Operation failed!',
    'stack-rolled-back',
  ],
  [
    'the configuration of a log shipper with another external ID',
    '[OUTPUT]\n    Name s3\n    Match internal.*\n    region us-east-2\n    bucket acme-uploads\n    external_id k7Qm2vK9dRt4XwB8nZc5Hs3P\n    role_arn arn:aws:iam::444455556666:role/PixelworksAccess\n    sts_endpoint https://sts.us-east-2.amazonaws.com\n\n[2026/05/26 19:18:25] [error] [aws_credentials] STS assume role request failed\n[2026/05/26 19:18:25] [ warn] [aws_credentials] No cached credentials are available and a credential refresh is already in progress. The current co-routine will retry.',
    'vendor-other-external-id',
  ],
  [
    'a log shipper without a host',
    "[2026/10/21 14:08:12] [ warn] net_tcp_fd_connect: getaddrinfo(host=''): Name or service not known\n[2026/10/21 14:08:12] [error] [io] connection #54 failed to: :443\n[2026/10/21 14:08:12] [error] [aws_client] connection initialization error\n[2026/10/21 14:08:12] [error] [aws_credentials] STS assume role request failed",
    'terminal-no-connection',
  ],
  [
    'markup that was indented',
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15">\n  <Error>\n    <Type>Sender</Type>\n    <Code>\n      AccessDenied</Code>\n    <Message>User:\n      arn:aws:sts::444455556666:assumed-role/PixelworksAccess/AAAA1\n      is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess</Message>\n  </Error>\n  <RequestId>1</RequestId>\n</ErrorResponse>',
    'session-assumes-itself',
  ],
  [
    'a signature for another Region',
    "2026-10-02 20:05:15,970: c7n_org:ERROR unable to obtain credentials for account:prod role:arn:aws:iam::444455556666:role/PixelworksAccess error:An error occurred (SignatureDoesNotMatch) when calling the AssumeRole operation: Credential should be scoped to a valid region, not 'us-east-2'.",
    'call-region-rejected',
  ],
  [
    'credentials that EC2 can’t validate',
    'SEVERE: ThID:105|TID:0|Unable to add AWS account with error AWS sync exception, RequestRegion=ap-south-1, Credentials=INSTANCE_ROLE Error: AWS was not able to validate the provided access credentials (Service: AmazonEC2; Status Code: 401; Error Code: AuthFailure; Request ID: 2bec52d1)',
    'terminal-credentials',
  ],
  [
    'the caller’s policy behind its error',
    'Check that AccountID: 444455556666 has the correct IAM Role deployed to it via the CloudFormation Stack Template. Raw Error: An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::444455556666:assumed-role/asa-inventory-execution-role/ASA-Inventory is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/asa-list-accounts-role\n\npolicy has assume role for specified role in error.\n\n{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Sid": "VisualEditor0",\n            "Effect": "Allow",\n            "Action": "lambda:InvokeFunction",\n            "Resource": "*"\n        },\n        {\n            "Sid": "VisualEditor1",\n            "Effect": "Allow",\n            "Action": "sts:AssumeRole",\n            "Resource": "arn:aws:iam::444455556666:role/asa-list-accounts-role"\n        }\n    ]\n}',
    'call-of-others',
  ],
  [
    'a user of an account that was never filled in',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::vendor_account_id:user/log_shipper"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "12345"\n        }\n      }\n    }\n  ]\n}',
    'placeholder',
  ],
  [
    'a managed policy that a product misses',
    'We were unable to verify your AWS connection. The role PixelworksAccess is missing the following managed policy: arn:aws:iam::aws:policy/SecurityAudit',
    'vendor-lacks-permissions',
  ],
  [
    'a connection test that failed as a user',
    'Validating S3 Connection\nFAILED\ncom.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: User: arn:aws:iam::111122223333:user/loader is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 1c; Proxy: null)',
    'vendor-other-caller',
  ],
  [
    'an organization that a product can’t list',
    "Connector status: Error\nAccess denied to organization: AccessDeniedException: You don't have permissions to access this resource. Missing permission: organizations:ListAccounts",
    'vendor-lacks-permissions',
  ],
  [
    'a finding of IAM Access Analyzer',
    'Finding ID 0a1b\nResource arn:aws:iam::444455556666:role/PixelworksAccess\nResource type IAM Role\nExternal principal AWS account 111122223333\nCondition sts:ExternalId = RIGHT\nAccess level Write (sts:AssumeRole)\nStatus Active',
    'finding-expected',
  ],
  [
    'a test with another external ID from the own account',
    '$ aws sts assume-role --role-arn arn:aws:iam::444455556666:role/PixelworksAccess --role-session-name t --external-id k7Qm2vK9dRt4XwB8nZc5Hs3P\n\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::444455556666:user/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'caller-is-not-vendor',
  ],
  [
    'the usage of the AWS CLI',
    'usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\nTo see help text, you can run:\n\n  aws help\n\naws: error: argument --assume-role-policy-document: expected one argument',
    'terminal-wrong-command',
  ],
  [
    'quotes that PowerShell removed',
    'PS C:\\Users\\jo> aws iam create-role --role-name PixelworksAccess --assume-role-policy-document \'{"Version":"2012-10-17"}\'\n\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Syntax error at position (1,2)',
    'policy-quotes-lost',
  ],
  [
    'a role that can’t be deleted',
    '│ Error: deleting IAM Role (PixelworksAccess): operation error IAM: DeleteRole, https response error StatusCode: 409, RequestID: 5c, DeleteConflict: Cannot delete entity, must detach all policies first.',
    'role-delete-conflict',
  ],
  [
    'a mail about a new external ID',
    'Hi team,\nyour external ID for the AWS integration has changed. Please update the trust policy of your role so that it uses the external ID k7Qm2vK9dRt4XwB8nZc5Hs3P until Friday, otherwise the connection will fail.',
    'vendor-other-external-id',
  ],
  [
    'an event of CloudTrail with a short ARN',
    '{\n  "eventVersion": "1.08",\n  "userIdentity": { "type": "AssumedRole", "accountId": "111122223333", "arn": "arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-1" },\n  "eventSource": "sts.amazonaws.com",\n  "eventName": "AssumeRole",\n  "errorCode": "ValidationException",\n  "errorMessage": "1 validation error detected: Value \'PixelworksAccess\' at \'roleArn\' failed to satisfy constraint: Member must have length greater than or equal to 20",\n  "requestParameters": null\n}',
    'call-malformed',
  ],
  [
    'Java without a Region',
    'software.amazon.awssdk.core.exception.SdkClientException: Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@1b: [SystemSettingsRegionProvider@2c: Unable to load region from system settings.]',
    'terminal-no-region',
  ],
  [
    'JavaScript without its profile',
    'Error: Could not resolve credentials using profile: [pixelworks] in configuration/credentials file(s).\n    at resolveProfileData (/app/node_modules/@aws-sdk/credential-provider-ini/dist-cjs/index.js:200:9)',
    'terminal-credentials',
  ],
  [
    'a session of IAM Identity Center in boto3',
    'botocore.exceptions.UnauthorizedSSOTokenError: The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
    'terminal-credentials',
  ],
  [
    'a role that a product calls invalid',
    'Error: Error applying plan:\n\n1 error occurred:\n\t* sumologic_cloudwatch_source.pix: {"status":400,"id":"A1B2","code":"cannot.connect","message":"Invalid IAM role: arn:aws:iam::444455556666:role/PixelworksAccess"}',
    'vendor-denied',
  ],
  [
    'a custom resource and its call to S3',
    'Received response status [FAILED] from custom resource. Message returned: Error: An error occurred (AccessDenied) when calling the GetBucketNotificationConfiguration operation: Access Denied Logs: /aws/lambda/CL-SvcPipe-0b5a9c19 at invokeUserFunction (/var/task/framework.js:2:6) (RequestId: e007c600) Resource creation cancelled.',
    'storage-denied',
  ],
  [
    'a stack set that didn’t reach IAM',
    'ResourceLogicalId:AccountAccessRole, ResourceType:AWS::IAM::Role, ResourceStatusReason:Resource handler returned message: "Unable to execute HTTP request: Connect to iam.amazonaws.com:443 [iam.amazonaws.com/44.216.186.86] failed: connect timed out" (RequestToken: 78a0f509, HandlerErrorCode: GeneralServiceException).',
    'stack-service-unreachable',
  ],
  [
    'the ID of a deleted principal',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "AROAXTORPWSIQCIKP4LZH"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": { "StringEquals": { "sts:ExternalId": "RIGHT" } }\n    }\n  ]\n}',
    'TP06',
  ],
  [
    'an administrator and another role',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::777788889999:assumed-role/AWSReservedSSO_AWSAdministratorAccess_c2e87a8fc4e314e2/gus is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/BillingConsolePolicyMigratorRole',
    'call-of-others',
  ],
  [
    'accounts that were removed',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam:::user/developers-access is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam:::role/BillingConsolePolicyMigratorRole',
    'call-of-others',
  ],
  [
    'a policy of a stack whose role is gone',
    '2026-10-17 16:16:06 UTC+0100 | LambdaStartDeployRolePolicy | CREATE_FAILED | Resource handler returned message: "The role with name LambdaStartDeployRole cannot be found. (Service: Iam, Status Code: 404, Request ID: 3fa4dbbf)" (RequestToken: 102dbe91, HandlerErrorCode: NotFound)',
    'stack-role-absent',
  ],
  [
    'a role of AWS Control Tower that exists',
    '│ Error: creating IAM Role (AWSAFTExecution): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 9f, EntityAlreadyExists: Role with name AWSAFTExecution already exists.\n│ \n│   with module.aft.aws_iam_role.execution,\n│   on main.tf line 4, in resource "aws_iam_role" "execution":',
    'creation-other-role-exists',
  ],
  [
    'a stack set that doesn’t exist',
    '[ERROR] Unable to launch in:PixelworksDiscover-IAM-ROLES, REASON: An error occurred (StackSetNotFoundException) when calling the CreateStackInstances operation: StackSet PixelworksDiscover-IAM-ROLES not found',
    'stack-set-absent',
  ],
  [
    'a bucket policy of a data perimeter',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "EnforceIdentityPerimeter",\n      "Effect": "Deny",\n      "Principal": "*",\n      "Action": "s3:*",\n      "Resource": [\n        "arn:aws:s3:::acme-uploads",\n        "arn:aws:s3:::acme-uploads/*"\n      ],\n      "Condition": {\n        "StringNotEqualsIfExists": {\n          "aws:PrincipalOrgID": "o-a1b2c3",\n          "aws:PrincipalAccount": ["111122223333"]\n        },\n        "BoolIfExists": { "aws:PrincipalIsAWSService": "false" }\n      }\n    }\n  ]\n}',
    'policy-of-resource',
  ],
  [
    'a connector whose class isn’t there',
    '{"error_code":400,"message":"Connector configuration is invalid and contains the following 2 error(s):\\nInvalid value AWSAssumeRoleCredentialsProvider for configuration s3.credentials.provider.class: Class AWSAssumeRoleCredentialsProvider could not be found.\\nInvalid value null for configuration s3.credentials.provider.class: Class must extend: interface com.amazonaws.auth.AWSCredentialsProvider"}',
    'vendor-program-error',
  ],
  [
    'Java and the vendor’s call',
    'Exception in thread "main" software.amazon.awssdk.services.sts.model.StsException: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0ab is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess (Service: Sts, Status Code: 403, Request ID: 5c) (SDK Attempt Count: 1)\n\tat software.amazon.awssdk.services.sts.DefaultStsClient.assumeRole(DefaultStsClient.java:277)\n\tat software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider.getUpdatedCredentials(StsAssumeRoleCredentialsProvider.java:76)',
    'refused-without-reason',
  ],
  [
    'an upload in parts that S3 denies',
    '[2026-07-22 16:47:34,877] ERROR WorkerSinkTask{id=t1-to-s3-0} Task threw an uncaught and unrecoverable exception\nCaused by: org.apache.kafka.connect.errors.DataException: Multipart upload failed to complete.\n        at io.connect.s3.storage.S3OutputStream.commit(S3OutputStream.java:169)\nCaused by: com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 1F; S3 Extended Request ID: q=)',
    'storage-denied',
  ],
  [
    'accounts of nine digits',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111111111:assumed-role/airflow-ecs-task-role/cfdjkal342nk is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111:role/airflow-ecs-task-role',
    'call-of-own-role',
  ],
  [
    'an external ID that is a number',
    "[2026-07-13 12:38:10,271] {taskinstance.py:1482} ERROR - Task failed with exception\nbotocore.exceptions.ParamValidationError: Parameter validation failed:\nInvalid type for parameter ExternalId, value: 12345, type: <class 'int'>, valid types: <class 'str'>",
    'call-malformed',
  ],
  [
    'a key, in lines that are wrapped in a frame',
    "✗ decryption failed for 'cluster-secrets': failed to decrypt Secret data: cannot get sops data key\n\nGroup 0: FAILED\n  key: FAILED\n    - | failed to decrypt sops data key with AWS KMS: operation\n      | error KMS: Decrypt, https response error StatusCode: 400,\n      | RequestID: 1c, api error\n      | AccessDeniedException: The ciphertext refers to a customer\n      | master key that does not exist, does not exist in this\n      | region, or you are not allowed to access.",
    'key-denied',
  ],
  [
    'a key in the status of a Kubernetes resource',
    '      message: "could not get secret data from provider: key \\"db\\"\n        from ExternalSecret \\"db\\": AccessDeniedException:\n        Access to KMS is not allowed\\n\\tstatus code: 400, "\n      reason: SecretSyncedError\n      status: "False"',
    'key-denied',
  ],
  [
    'another role in a log of Kubernetes',
    '{"level":"error","ts":"2026-08-28T23:08:06.377Z","msg":"Reconciler error","controller":"secretstore","SecretStore":{"name":"beta-store","namespace":"beta"},"error":"could not validate provider: AccessDenied: User: arn:aws:sts::777788889999:assumed-role/eks-external-secrets/token-file-web-identity is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::777788889999:role/es/role-eks-beta\\n\\tstatus code: 403, request id: 4eaf8694","stacktrace":"sigs.k8s.io/controller-runtime"}',
    'call-of-others',
  ],
  [
    'a web identity in a log of Kubernetes',
    '{"level":"error","ts":1674226667.35,"logger":"controllers.ClusterSecretStore","msg":"unable to validate store","error":"could not validate provider: WebIdentityErr: failed to retrieve credentials\\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\\n\\tstatus code: 403, request id: 1dcaaff3"}',
    'call-of-identity-provider',
  ],
  [
    'the trust policy of a service account',
    '{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Sid": "",\n            "Effect": "Allow",\n            "Principal": {\n                "Federated": "arn:aws:iam::444455556666:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABCD1234"\n            },\n            "Action": "sts:AssumeRoleWithWebIdentity",\n            "Condition": {\n                "StringEquals": {\n                    "oidc.eks.us-east-1.amazonaws.com/id/ABCD1234:sub": "system:serviceaccount:kube-system:secrets"\n                }\n            }\n        }\n    ]\n}',
    'action-missing',
  ],
  [
    'the configuration of a Kubernetes resource',
    'apiVersion: external-secrets.io/v1beta1\nkind: ClusterSecretStore\nmetadata:\n  name: secret-store\nspec:\n  provider:\n    aws:\n      service: SecretsManager\n      role: arn:aws:iam::444455556666:role/PixelworksAccess\n      region: us-east-1',
    'unreadable',
  ],
  [
    'the console’s words about a principal, with the policy',
    'This policy contains the following error: Has prohibited field Principal For more information about the IAM policy grammar, see AWS IAM Policies.\n\n{\n  "Statement": [\n    {\n      "Action": "sts:AssumeRole",\n      "Effect": "Allow",\n      "Principal": {\n        "Service": "ec2.amazonaws.com"\n      }\n    },\n    {\n      "Action": "sts:AssumeRole",\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "INSERT_THE_ROLE_ARN_YOU_JUST_CREATED_HERE"\n      }\n    }\n  ],\n  "Version": "2012-10-17"\n}',
    'policy-trust-as-permissions',
  ],
  [
    'the CDK and a role of the vendor that IAM can’t find',
    'new Role(this,\'my-role\',{\n   assumedBy: new ArnPrincipal(`arn:aws:iam::111122223333:role/PixelworksApplication`)\n})\n\nInvalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/PixelworksApplication" (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 3ee72085; Proxy: null)',
    'creation-invalid-principal',
  ],
  [
    'the words of a guide for the own account',
    '{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Sid": "",\n            "Effect": "Allow",\n            "Principal": {\n                "AWS": "arn:aws:iam::<MY_ACCOUNT_ID>:root"\n            },\n            "Action": "sts:AssumeRole"\n        }\n    ]\n}',
    'placeholder',
  ],
  [
    'a service control policy of the vendor',
    'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny in a service control policy',
    'vendor-not-allowed',
  ],
  [
    'a service control policy with its ARN',
    'AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/run is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-uploads/a.png" with an explicit deny in a service control policy: arn:aws:organizations::777788889999:policy/o-1a2b/service_control_policy/p-1a2b',
    'session-denied-by-organization',
  ],
  [
    'PHP with an answer that was cut off',
    'Error executing "AssumeRole" on "https://sts.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: `POST https://sts.eu-west-1.amazonaws.com` resulted in a `403 Forbidden` response:\n<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AccessDeni (truncated...)\n AccessDenied (client): User: arn:aws:iam::111122223333:user/app is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess - <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
    'vendor-other-caller',
  ],
  [
    'a condition on the source account',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/PixelworksApplication"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT","aws:SourceAccount":"444455556666"}}}]}',
    'TP31',
  ],
  [
    'a condition on the organization',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/PixelworksApplication"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT","aws:PrincipalOrgID":"o-a1b2c3d4"}}}]}',
    'TP35',
  ],
  [
    'a zone in the place of a Region',
    '│ Error: invalid AWS Region: us-east-1a\n│ \n│   with provider["registry.terraform.io/hashicorp/aws"],\n│   on provider.tf line 1, in provider "aws":',
    'unreadable',
  ],
  [
    'a sample program',
    'const sts = new AWS.STS();\n\nsts.assumeRole({\n    RoleArn: "arn:aws:iam::XXXXXXXXX:role/GoAndGetYourOwnRole",\n    ExternalId: "put any string, it will work"\n}, (err, data) => {\n  if (err) console.log(err);\n  else  console.log(data);\n});',
    'unreadable',
  ],
  [
    'a Terraform module and another external ID',
    'module "pixelworks_role" {\n  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n\n  trusted_role_arns = [\n    "arn:aws:iam::111122223333:root",\n  ]\n\n  create_role = true\n\n  role_name         = "PixelworksAccess"\n  role_requires_mfa = false\n\n  sts_externalid = "k7Qm2vK9dRt4XwB8nZc5Hs3P"\n}',
    'TP43',
  ],
  [
    'an ARN that isn’t one of a role',
    '2026-02-20 11:37:26,698 [File: audit_info.py:379]       [Module: audit_info]     CRITICAL: RoleArnParsingInvalidResourceType[372]: The assumed role ARN contains a value for resource type different than role, please input a valid ARN',
    'vendor-value-rejected',
  ],
  [
    'a product without credentials',
    'Error: Provider has no secret\nError: AWS assume role error - Unable to locate credentials',
    'terminal-credentials',
  ],
  [
    'a product that can’t connect and names credentials',
    'Connection test failed\nIt seems there was an issue with your credentials. Please review your credentials and try again.\nMax retries exceeded',
    'vendor-connection-failed',
  ],
  [
    'a token of another partition',
    'aws s3 ls\n\nAn error occurred (InvalidToken) when calling the ListBuckets operation: The provided token is malformed or otherwise invalid.',
    'terminal-credentials',
  ],
  [
    'a controller whose token isn’t valid',
    'E0306 10:02:50.109642       1 controller.go:324] "Reconciler error" err=<\n\terror getting infra provider cluster or control plane object: failed to create aws session: Failed to retrieve identity credentials: InvalidClientTokenId: The security token included in the request is invalid.\n\t\tstatus code: 403, request id: 5c',
    'terminal-credentials',
  ],
  [
    'a masked configuration and its error',
    '# .aws/config\n[profile target]\nregion = us-gov-east-1\n# .aws/credentials\n[default]\nsource_profile = target\nrole_arn = [MASKED]\nexternal_id = [MASKED]\nregion = us-gov-east-1\n\nInvalidClientTokenId: The security token included in the request is invalid',
    'terminal-credentials',
  ],
  [
    'a sign-in with SAML',
    "botocore.errorfactory.InvalidIdentityTokenException: An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: Specified provider doesn't exist",
    'call-of-identity-provider',
  ],
  [
    'a service-linked role that can’t be created',
    'ERROR   controller.provisioner  launching machine, creating instance, with fleet error(s), AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    'call-of-service',
  ],
  [
    'a role that can’t be passed',
    '{"level":"ERROR","message":"Reconciler error","error":"launching nodeclaim, creating instance, with fleet error(s), UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::777788889999:assumed-role/c-karpenter/1717079343811266923 is not authorized to perform: iam:PassRole on resource: arn:aws:iam::777788889999:role/KarpenterNodeRole-c because no identity-based policy allows the iam:PassRole action. Encoded Failure: abc"}',
    'terminal-not-authorized',
  ],
  [
    'an encoded denial in a question',
    'When using the tool, the nodes are not being created and the logs say this:\n\n"You are not authorized to perform this operation. Encoded authorization failure message: HZ_vABCDEF"',
    'service-call-denied',
  ],
  [
    'two errors of AWS Glue',
    '20:14:30  Glue adapter: An error occurred (AlreadyExistsException) when calling the CreateDatabase operation: Database already exists.\n20:14:30  Glue adapter: create_schema exception\n20:14:30  Unhandled error while executing \nAn error occurred (AccessDeniedException) when calling the GetTable operation\nInsufficient Lake Formation permission(s) on extraction_batch',
    'service-call-denied',
  ],
  [
    'a masked session of the role',
    'com.simba.athena.api.AJClient.checkGlueSupport: An exception was caught during AWS Glue availability detection operation. Detail: com.simba.athena.amazonaws.services.glue.model.AccessDeniedException: User: arn:aws:sts::xxxxx:assumed-role/PixelworksAccess/a499929205b74b0c is not authorized to perform: glue:GetCatalogImportStatus on resource: arn:aws:glue:eu-west-1:xxxxx:catalog because no identity-based policy allows the glue:GetCatalogImportStatus action (Service: AWSGlue; Status Code: 400; Error Code: AccessDeniedException; Request ID: e8fb47f5; Proxy: null)',
    'session-action-not-requested',
  ],
  [
    'Terraform and AWS Lake Formation',
    '│ Error: creating Glue Catalog Database (db): operation error Glue: CreateDatabase, https response error StatusCode: 400, RequestID: e7aa8195, api error AccessDeniedException: Insufficient Lake Formation permission(s): Required Create Database on Catalog',
    'service-call-denied',
  ],
  [
    'a status that names the trust',
    '{\n  "name": "AWS Prod",\n  "status": "Error",\n  "status_message": "AWS_INVALID_TRUST"\n}',
    'vendor-names-trust',
  ],
  [
    'a log of backups',
    '2022-04-28 19:59:58,244:[140698990913280][----------] ERROR:  s3sync_thread(agent.py:1869)  fatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    'storage-denied',
  ],
  [
    'the words of a guide as principal and as external ID',
    '{\n    "Version":"2012-10-17",\n    "Statement":[\n    {\n    "Effect":"Allow",\n    "Principal":{\n    "AWS":"<atlasAWSAccountArn>"\n    },\n    "Action":"sts:AssumeRole",\n    "Condition":{\n    "StringEquals":{\n    "sts:ExternalId":"<atlasAssumedRoleExternalId>"\n    }\n    }\n    }\n    ]\n}',
    'placeholder',
  ],
  [
    'the answer of a product’s CLI',
    '{\n  "atlasAWSAccountArn": "arn:aws:iam::777788889999:root",\n  "atlasAssumedRoleExternalId": "RIGHT",\n  "createdDate": "2026-11-01T10:00:00Z",\n  "featureUsages": [],\n  "providerName": "AWS",\n  "roleId": "65fa"\n}',
    'unreadable',
  ],
  [
    'a denial that is masked as a whole',
    'An error occurred (AccessDeniedException) when calling the xxx operation: User: arn:x....x is not authorized to perform xxx:xxx on resource arn:x....x because no resource-based policy allows the xxx:xxx action.',
    'service-call-denied',
  ],
  [
    'a table in Markdown',
    '| Error Type | Error Message |\n| --- | --- |\n| AccessDenied | User: arn:aws:iam::111122223333:user/deployer is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess |',
    'vendor-other-caller',
  ],
  [
    'the console in French',
    "Accès refusé\nVous n'êtes pas autorisé à effectuer cette opération.\nUtilisateur: arn:aws:iam::444455556666:user/lea\nAction: iam:CreateRole\nRessource: arn:aws:iam::444455556666:role/PixelworksAccess\nContexte: aucune politique basée sur l'identité n'autorise l'action",
    'creation-not-authorized',
  ],
  [
    'a notification integration of another vendor',
    '| property | property_type | property_value | property_default |\n| ENABLED | Boolean | true | false |\n| SF_AWS_IAM_USER_ARN | String | arn:aws:iam::777788889999:user/abc1-s-xyz | |\n| SF_AWS_EXTERNAL_ID | String | MYACCOUNT_SFCRole=2_abc= | |\n| AWS_SNS_ROLE_ARN | String | arn:aws:iam::444455556666:role/PixelworksAccess | |',
    'vendor-other-principal',
  ],
  [
    'the console of CloudTrail',
    'Event name\nAssumeRole\nEvent source\nsts.amazonaws.com\nError code\nAccessDenied\nUser name\n-\nSource IP address\n203.0.113.10\nResource name\narn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'a check of the console’s policy editor for a principal',
    'Ln 8, Col 32 Missing Principal: Add a Principal element to the policy statement. Learn more',
    'policy-no-principal',
  ],
  [
    'a variable that isn’t declared',
    '│ Error: Reference to undeclared input variable\n│ \n│   on main.tf line 18, in data "aws_iam_policy_document" "trust":\n│   18:       values   = [var.external_id]\n│ \n│ An input variable with the name "external_id" has not been declared.',
    'terraform-configuration',
  ],
  [
    'a stack without its external ID',
    'An error occurred (ValidationError) when calling the CreateStack operation: Parameters: [ExternalId] must have values',
    'creation-parameter-refused',
  ],
  [
    'a change set without capabilities',
    'Waiting for changeset to be created..\n\nFailed to create the changeset: Waiter ChangeSetCreateComplete failed: Waiter encountered a terminal failure state: For expression "Status" we matched expected path: "FAILED" Status: FAILED. Reason: Requires capabilities : [CAPABILITY_NAMED_IAM]',
    'creation-capabilities',
  ],
  [
    'a stack that doesn’t exist',
    'An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id PixelworksAccess does not exist',
    'stack-absent',
  ],
  [
    'a database that can’t list a bucket',
    'ERROR: failed to list s3 bucket: AccessDenied: Access Denied\n        status code: 403, request id: 5K2, host id: 9x=\nHINT: check that the role assumed with ASSUME_ROLE=arn:aws:iam::444455556666:role/PixelworksAccess;external_id=k7Qm2vK9dRt4XwB8nZc5Hs3P can list the bucket',
    'storage-denied',
  ],
  [
    'a template with the role of a service',
    '{\n  "Resources": {\n    "KinesisFirehoseRole" : {\n      "Type" : "AWS::IAM::Role",\n      "Properties" : {\n        "AssumeRolePolicyDocument": {\n            "Version": "2012-10-17",\n            "Statement": [\n                {\n                    "Effect": "Allow",\n                    "Principal": { "Service": [ "firehose.amazonaws.com" ] },\n                    "Action": [ "sts:AssumeRole" ],\n                    "Condition": {\n                        "StringEquals": {\n                            "sts:ExternalId": { "Ref": "AWS::AccountId" }\n                        }\n                    }\n                }\n            ]\n        },\n        "ManagedPolicyArns": [ { "Ref": "KinesisFirehosePolicy" } ]\n      }\n    }\n  }\n}',
    'TP04',
  ],
  [
    'an account of 13 digits, in the CDK',
    'CREATE_FAILED | AWS::IAM::Role | AgentExecutionRole558CFA0C\nResource handler returned message: "Invalid principal in policy: "AWS":"arn:aws:iam::1234567891012:role/agent-execution-role" HandlerErrorCode: InvalidRequest)\n\n ❌ AgentCore failed: ToolkitError: The stack named AgentCore failed creation ... ROLLBACK_COMPLETE: Resource handler returned message: "Invalid principal in policy: "AWS":"arn:aws:iam::1234567891012:role/agent-execution-role" ...',
    'policy-principal-digits',
  ],
  [
    'a key of a stack',
    '8:19:13 PM | CREATE_FAILED        | AWS::KMS::Key               | PipelineArtifactsB...ryptionKeyF5BF0670\nResource handler returned message: "Policy contains a statement with one or more invalid principals. (Service: Kms, Status\nCode: 400, Request ID: 3ea2d7c9-6620)" (RequestToken: 7b08be0e, HandlerErrorCode: InvalidRequest)\n\n ❌  services failed: Error: The stack named services failed creation, it may need to be manually deleted from the AWS console: ROLLBACK_COMPLETE',
    'stack-rolled-back',
  ],
  [
    'a stack whose caller isn’t valid',
    ' CREATE_FAILED        | AWS::IAM::Role          | LookupRole\n\nThe security token included in the request is invalid (Service: AmazonIdentityManagement; Status Code: 403; Error Code: InvalidClientTokenId; Request ID: c1010f85; Proxy: null)\n\n5:51:52 pm | CREATE_FAILED        | AWS::IAM::Role          | CloudFormationExecutionRole\n\nResource handler returned message: "The security token included in the request is invalid (Service: Iam, Status Code: 403, Request ID: ce3d7f11)" (RequestToken: d97fa2a9, HandlerErrorCode: AccessDenied)',
    'stack-rolled-back',
  ],
  [
    'the lookup role of the CDK over several lines',
    "Could not assume role in target account using current credentials (which are for account 777788889999) \nUser: arn:aws:iam::777788889999:user/test is not authorized to perform: sts:AssumeRole \non resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1 . \nPlease make sure that this role exists in the account. If it doesn't exist, (re)-bootstrap \nthe environment with the right '--trust', using the latest version of the CDK CLI.",
    'call-of-cdk',
  ],
  [
    'a policy of a template without its role',
    '  CrossAccountPolicy76F2CBCC:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Action: iam:PassRole\n            Effect: Allow\n            Resource: arn:aws:iam::444455556666:role/deployer-policy\n          - Action:\n              - s3:GetObject*\n              - s3:GetBucket*\n            Effect: Allow\n            Resource: "*"',
    'permissions-action-missing',
  ],
  [
    'an access key that Jenkins uses',
    'com.amazonaws.services.s3.model.AmazonS3Exception: The AWS Access Key Id you provided does not exist in our records. (Service: Amazon S3; Status Code: 403; Error Code: InvalidAccessKeyId; Request ID: 7X)',
    'application-credentials',
  ],
  [
    'Jenkins with the role',
    "withAWS(region: 'ap-southeast-2', role: 'PixelworksAccess', roleAccount: '444455556666', externalId: 'RIGHT') {\n    sh 'aws ssm get-parameter --name \"/github/token\"'\n}\n\nAn error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/jenkins is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:ap-southeast-2:444455556666:parameter/github/token",
    'session-action-not-requested',
  ],
  [
    'a pipeline that can’t create the role',
    'An error occurred (InvalidClientTokenId) when calling the CreateRole operation: The security token included in the request is invalid.\n##[error]The process failed with exit code 255',
    'terminal-credentials',
  ],
  [
    'the variables of a pipeline',
    'jobs:\n  - job: job_in_dev\n    variables:\n      AWS.Region: ap-northeast-1\n      AWS.AssumeRoleArn: arn:aws:iam::444455556666:role/PixelworksAccess\n      AWS.ExternalId: k7Qm2vK9dRt4XwB8nZc5Hs3P\n    steps:\n      - task: AWSShellScript@1',
    'vendor-other-external-id',
  ],
  [
    'the headers of an answer of S3',
    '2026-08-17T00:51:23.378Z [CURL DBG] < HTTP/1.1 403 Forbidden\n2026-08-17T00:51:23.378Z [CURL DBG] < x-amz-bucket-region: us-east-1\n2026-08-17T00:51:23.378Z [CURL DBG] < x-amz-request-id: G7YTHSEV',
    'unreadable',
  ],
  [
    'a redirection of S3',
    'Fatal: unable to open config file: Stat: Head https://acme-uploads.s3.dualstack.us-east-1.amazonaws.com/repo/config: 301 response missing Location header\nIs there a repository at the following location?\ns3:s3.amazonaws.com/acme-uploads/repo',
    'unreadable',
  ],
  [
    'a number in place of an error',
    '2026-07-05T12:02:31.679404Z ERROR awscrt::S3MetaRequest: id=0x5638ff289bf0 Meta request cannot recover from error 14343 (Invalid response status from request). (request=0x7fac8c001990, response status=403)',
    'unreadable',
  ],
  [
    'the configuration of a program',
    '[my-s3-remote]\ntype = s3\nprovider = AWS\nenv_auth = true\nregion = us-east-1\nrole_arn = arn:aws:iam::444455556666:role/PixelworksAccess\nrole_session_duration = 15m\nrole_external_id = k7Qm2vK9dRt4XwB8nZc5Hs3P',
    'vendor-other-external-id',
  ],
  [
    'a root user, in Terraform',
    '│ Error: Cannot assume IAM Role\n│ \n│ IAM Role (arn:aws:iam::444455556666:role/PixelworksAccess) cannot be assumed.\n│ \n│ Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 686ad334, api error\n│ AccessDenied: Roles may not be assumed by root accounts.',
    'caller-is-root',
  ],
  [
    'a profile for another role',
    '2026/01/04 13:33:47 profile new-acc-admin: using AssumeRole \naws-vault: error: login: Failed to get credentials for new-acc-admin: AccessDenied: User: arn:aws:iam::777788889999:user/Prov is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/OrganizationAccountAccessRole\n\tstatus code: 403, request id: 1',
    'call-of-others',
  ],
  [
    'a stack that can’t be described',
    'An error occurred (AccessDenied) when calling the DescribeStacks operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: cloudformation:DescribeStacks on resource: arn:aws:cloudformation:us-east-1:444455556666:stack/PixelworksAccess/* because no identity-based policy allows the cloudformation:DescribeStacks action',
    'terminal-not-authorized',
  ],
  [
    'another account by its number alone',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "777788889999"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "b21b757b-7d8e-4864-bb7b-800f5fad7aa6"\n        }\n      }\n    }\n  ]\n}',
    'TP04',
  ],
  [
    'a database user of the own account',
    'ERROR:  User arn:aws:redshift:us-east-1:444455556666:dbuser:cl/awsuser is not authorized to assume IAM Role arn:aws:iam::444455556666:role/PixelworksAccess\nDETAIL:  \n  -----------------------------------------------\n  error:  User arn:aws:redshift:us-east-1:444455556666:dbuser:cl/awsuser is not authorized to assume IAM Role\n  code:      8001\n  context:   IAM Role=arn:aws:iam::444455556666:role/PixelworksAccess',
    'call-of-redshift',
  ],
  [
    'S3 in the words of a warehouse',
    'ERROR: S3ServiceException:Access Denied,Status 403,Error AccessDenied,Rid 5C1A,ExtRid 9x=,CanRetry 1\n  code: 8001\n  context: Listing bucket=acme-uploads prefix=a/',
    'storage-denied',
  ],
  [
    'a path that a query can’t read',
    'Permission denied on S3 path: s3://acme-uploads/events/\nThis query ran against the "default" database, unless qualified by the query.',
    'vendor-bucket-failed',
  ],
  [
    'a query without permissions of AWS Lake Formation',
    'Insufficient permissions to execute the query. Insufficient Lake Formation permission(s) on events This query ran against the "default" database.',
    'service-call-denied',
  ],
  [
    'a dashboard that can’t write its output',
    'Error details\nregion: us-east-1\nsourceErrorCode: 100071\nsourceErrorMessage: [Simba][AthenaJDBC](100071) An error has been thrown from the AWS Athena client. Access denied when writing output to url: s3://acme-uploads/tmp/1.csv . Please ensure you are allowed to access the S3 bucket.',
    'vendor-bucket-failed',
  ],
  [
    'the role of a database migration',
    'SYSTEM ERROR MESSAGE:The IAM Role arn:aws:iam::444455556666:role/dms-vpc-role is not configured properly.',
    'vendor-other-role',
  ],
  [
    'the role of a delivery stream',
    'An error occurred (InvalidArgumentException) when calling the CreateDeliveryStream operation: Firehose is unable to assume role arn:aws:iam::444455556666:role/firehose_delivery. Please check the role provided.',
    'call-of-service',
  ],
  [
    'a connector that calls as a user',
    '[2026-11-22 09:06:42,767] ERROR Task is being killed and will not recover until manually restarted (org.apache.kafka.connect.runtime.WorkerTask:212)\nsoftware.amazon.awssdk.services.sts.model.StsException: User: arn:aws:iam::111122223333:user/connect is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess (Service: Sts, Status Code: 403, Request ID: 3f0e5c1d) (SDK Attempt Count: 1)\n\tat software.amazon.awssdk.services.sts.DefaultStsClient.assumeRole(DefaultStsClient.java:277)\n\tat software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider.getUpdatedCredentials(StsAssumeRoleCredentialsProvider.java:76)',
    'vendor-other-caller',
  ],
  [
    'session tags that the SDK adds',
    'CloudWatch metrics query failed: operation error CloudWatch: ListMetrics, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: a4bf15ce-6fb9-4045, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/eks-prod-1 is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'session-tags-refused',
  ],
  [
    'a denial without anything else, in a log',
    't=2026-11-23T13:15:22+0000 lvl=eror msg="Metric request error" logger=context userId=1 orgId=1 error="Failed to call ec2:getAwsConfig, AccessDenied: Access denied\\n\\tstatus code: 403, request id: d9d9c45c-65c9"',
    'service-call-denied',
  ],
  [
    'a role ARN that is empty',
    'InvalidParameter: 1 validation error(s) found.\n- minimum field size of 20, AssumeRoleInput.RoleArn.',
    'call-malformed',
  ],
  [
    'a denial in the words of earlier years',
    'c7n.commands:ERROR Traceback\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: Access denied',
    'refused-without-reason',
  ],
  [
    'warnings that list external IDs',
    "2026-11-24 16:29:18,912: custodian.iamaccess:WARNING no handler:handle_sts_externalid op:StringEquals key:sts:externalid values:('RIGHT',)\n2026-11-24 16:29:18,913: custodian.iamaccess:WARNING no handler:handle_accounts.google.com_aud op:StringEquals key:accounts.google.com:aud values:('4065.apps.googleusercontent.com',)",
    'unreadable',
  ],
  [
    'the role of another program, with its call',
    '[2026-11-19T16:23:00Z] debug: aws-sdk-js request failed (attempt 0): MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/bk-eks-nodes" (retryable, according to sdk: false)\n[2026-11-19T16:23:00Z] debug: aws sdk: [AWS iam 400 0.306s 0 retries] createRole({\n[2026-11-19T16:23:00Z]   AssumeRolePolicyDocument: \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/bk-eks-nodes"},"Action":"sts:AssumeRole"}]}\',\n[2026-11-19T16:23:00Z]   RoleName: \'bk-cert-manager\'\n[2026-11-19T16:23:00Z] })',
    'policy-of-other-role',
  ],
  [
    'a function that Pulumi can’t create',
    '  aws:lambda:Function (fn):\n    error: 1 error occurred:\n    \t* error creating Lambda Function (1): AccessDeniedException:\n    \tstatus code: 403, request id: 470b4118-6237',
    'unreadable',
  ],
  [
    'an inline policy with a wrong element, in Terraform',
    'Error: putting IAM Role (PixelworksAccess) Policy (PixelworksReads): operation error IAM: PutRolePolicy, https response error StatusCode: 400, RequestID: 27e49b82-72f3, MalformedPolicyDocument: Syntax errors in policy.\n\n  with module.pixelworks.aws_iam_role_policy.reads,\n  on modules/pixelworks/main.tf line 52, in resource "aws_iam_role_policy" "reads":\n  52: resource "aws_iam_role_policy" "reads" {',
    'creation-policy-refused',
  ],
  [
    'the CLI of earlier years',
    'A client error (MalformedPolicyDocument) occurred when calling the CreateRole operation: This policy contains invalid Json',
    'policy-not-json',
  ],
  [
    'a download that is forbidden',
    '$ aws --profile pixel s3 cp s3://acme-uploads/a.csv ./a.csv\nfatal error: An error occurred (403) when calling the HeadObject operation: Forbidden',
    'storage-denied',
  ],
  [
    'a Deny of the bucket, with the ARN in quotes',
    'An error occurred (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sync is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme-uploads" with an explicit deny in a resource-based policy',
    'session-denied-by-resource',
  ],
  [
    'a site that can’t be uploaded',
    '✖ Failed.\n  AccessDenied: Access Denied\n\n  - s3.js:710 Request.extractError\n    [frontend]/[aws-sdk]/lib/services/s3.js:710:35\n\n  - sequential_executor.js:106 Request.callListeners',
    'storage-denied',
  ],
  [
    'capabilities, in Ruby',
    'Aws::CloudFormation::Errors::InsufficientCapabilitiesException Requires capabilities : [CAPABILITY_NAMED_IAM]',
    'creation-capabilities',
  ],
  [
    'capabilities, in the tools of earlier years',
    'cfn-create-stack:  Malformed input-Requires capabilities : [CAPABILITY_IAM]',
    'creation-capabilities',
  ],
  [
    'capabilities, after warnings',
    'INFO: Creating new session. Profile: pubdirect Region: us-east-2\nWARNING: ProdEnvironment: TemplateName <--- is nil.\nINFO: Template role.yml is valid!\nERROR: Error creating stack: InsufficientCapabilitiesException: Requires capabilities : [CAPABILITY_NAMED_IAM]\n\tstatus code: 400, request id: b02d62c8-2af1',
    'creation-capabilities',
  ],
  [
    'the documentation’s policy of another product',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": [\n          "arn:aws:iam::777788889999:role/catalog-prod-MasterRole-14S5ZJ",\n          "arn:aws:iam::<YOUR-AWS-ACCOUNT-ID>:role/<THIS-ROLE-NAME>"\n        ]\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "<STORAGE-CREDENTIAL-EXTERNAL-ID>"\n        }\n      }\n    }\n  ]\n}',
    'placeholder',
  ],
  [
    'a role that also trusts itself',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "CatalogAssumeRole",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n      "Condition": { "StringEquals": { "sts:ExternalId": "RIGHT" } }\n    },\n    {\n      "Sid": "ExplicitSelfRoleAssumption",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": { "AWS": "arn:aws:iam::444455556666:root" },\n      "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/PixelworksAccess" } }\n    }\n  ]\n}',
    'principal-arn-missing',
  ],
  [
    'the installer of a cluster',
    "Error: There was an error creating the cluster: status is 400, identifier is '400', code is 'CLUSTERS-MGMT-400' and operation identifier is '9a': Please make sure IAM role 'arn:aws:iam::444455556666:role/ManagedOpenShift-Installer-Role' exists, and add 'arn:aws:iam::777788889999:role/RH-Managed-OpenShift-Installer' to the trust policy on IAM role 'arn:aws:iam::444455556666:role/ManagedOpenShift-Installer-Role': Failed to assume role: User: arn:aws:sts::777788889999:assumed-role/RH-Managed-OpenShift-Installer/OCM is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ManagedOpenShift-Installer-Role",
    'call-of-others',
  ],
  [
    'a name in place of the ARN',
    '$ aws sts assume-role --role-arn PixelworksAccess --role-session-name t\n\nAn error occurred (ValidationError) when calling the AssumeRole operation: PixelworksAccess is invalid',
    'call-malformed',
  ],
  [
    'a user without its ARN',
    '$ aws sts assume-role --role-arn arn:aws:iam::444455556666:role/PixelworksAccess ...\nAccessDenied: user/s3-user is not authorized to perform: sts:AssumeRole',
    'refused-without-reason',
  ],
  [
    'a pipeline of the own account',
    '{\n  "level": "error",\n  "message": "failed to assume \'arn:aws:iam::444455556666:role/PixelworksAccess\': operation error STS: GetCallerIdentity, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: de0401b8, api error AccessDenied: User: arn:aws:sts::777788889999:assumed-role/connect-pipeline/1768926423691540220 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess",\n  "path": "root.input",\n  "time": "2026-11-20T16:27:06.316621814Z"\n}',
    'caller-is-not-vendor',
  ],
  [
    'a finding without conditions, of IAM Access Analyzer',
    '{\n  "findings": [\n    {\n      "id": "4a8f2b1c-1c2d",\n      "principal": { "AWS": "111122223333" },\n      "action": [ "sts:AssumeRole" ],\n      "resource": "arn:aws:iam::444455556666:role/PixelworksAccess",\n      "isPublic": false,\n      "resourceType": "AWS::IAM::Role",\n      "condition": {},\n      "status": "ACTIVE",\n      "resourceOwnerAccount": "444455556666"\n    }\n  ]\n}',
    'finding-without-external-id',
  ],
  [
    'a check that the external ID is required',
    "CDP Control Plane is able to perform 'sts:AssumeRole' on 'arn:aws:iam::444455556666:role/PixelworksAccess' role without external id. Make sure that the role requires the external id.",
    'vendor-open',
  ],
  [
    'a connection of a warehouse in another cloud',
    'Access Denied: BigQuery BigQuery: Failed to assume AWS role arn:aws:iam::444455556666:role/PixelworksAccess in connection projects/acme/locations/aws-us-east-1/connections/pixel. Check that the trust policy of the role lists the identity of the connection.',
    'vendor-denied',
  ],
  [
    'a policy whose brackets a wiki lost',
    '      "Version": "2012-10-17",\n      "Statement": [\n          "Effect": "Allow",\n          "Principal": {\n            "AWS": "111122223333"\n          "Action": "sts:AssumeRole",\n          "Condition": {\n            "StringLike": {\n              "sts:ExternalId": [\n                "RIGHT"',
    'document-not-json',
  ],
  [
    'a call without the external ID, with its error in part',
    "sts = boto3.client('sts')\nsts.assume_role(RoleArn='arn:aws:iam::444455556666:role/PixelworksAccess', RoleSessionName='integration')\n\nAccessDenied: User ... is not authorized to perform: sts:AssumeRole on resource ...",
    'refused-without-reason',
  ],
  [
    'another role, in a log that was cut off',
    'com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-015333655393dd020 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/JenkinsAccessRole (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied;',
    'called-other-role',
  ],
  [
    'a list of buckets that is denied to a user',
    'An error occurred (AccessDenied) when calling the ListBuckets operation: User: arn:aws:iam::444455556666:user/jo is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
    'terminal-not-authorized',
  ],
  [
    'the role of a support team',
    "status is 404, identifier is '404', code is 'CLUSTERS-MGMT-404' and operation identifier is '7b': Support role, used with cluster '2a', does not exist in the customer's AWS account",
    'vendor-role-not-found',
  ],
  [
    'a backup with the role',
    'time="2026-11-20T10:01:11Z" level=error msg="Error getting a backup store" backup-storage-location=default error="rpc error: code = Unknown desc = AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/1733 is not authorized to perform: s3:ListBucket on resource: \\"arn:aws:s3:::acme-uploads\\" because no identity-based policy allows the s3:ListBucket action\\n\\tstatus code: 403, request id: X1"',
    'session-action-missing',
  ],
  [
    'a denial in Japanese',
    'エラー: ロール arn:aws:iam::444455556666:role/PixelworksAccess を引き受けることができません。信頼ポリシーと外部 ID を確認してください。(AccessDenied)',
    'vendor-denied',
  ],
  [
    'an option that isn’t JSON',
    'Executing: aws iam create-role --role-name OIDC_Pixel --assume-role-policy-document {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::444455556666:oidc-provider/sts.windows.net/33e01921/"},"Action":"sts:AssumeRoleWithWebIdentity"}]} --tags \'[{"Key":"Operator","Value":"Script"}]\' 2>&1\n\nSystem.Management.Automation.RemoteException Error parsing parameter \'--tags\': Invalid JSON: \nExpecting property name enclosed in double quotes: line 1 column 3 (char 2) JSON received\n[{Key:Operator,Value:Script}]',
    'terminal-wrong-command',
  ],
  [
    'a policy that an older parser rejects',
    'Error: Error creating IAM policy assume_prod_developer: MalformedPolicyDocument: The policy failed legacy parsing\n        status code: 400, request id: 0638940c-cbb1\n\n  on iam_policy_developer.tf line 1, in resource "aws_iam_policy" "developer":\n   1: resource "aws_iam_policy" "developer" {',
    'policy-legacy-parsing',
  ],
  [
    'a Resource in the trust policy',
    'An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: Has prohibited field Resource.',
    'policy-permissions-as-trust',
  ],
  [
    'an exception that a debugger shows',
    'Exception has occurred: MalformedPolicyDocumentException\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Invalid principal in policy: "AWS":"arn:aws:iam::777788889999:user/cloud_user"\n  File "/app/roles.py", line 41, in <module>',
    'creation-invalid-principal',
  ],
  [
    'a policy of the own account that doesn’t exist',
    'An error occurred (NoSuchEntity) when calling the AttachRolePolicy operation: Policy arn:aws:iam::444455556666:policy/PixelS3AccessPolicy does not exist or is not attachable.',
    'attachment-policy-unknown',
  ],
  [
    'lines of PowerShell that go on',
    'PS C:\\> aws iam create-role `\n>> --role-name PixelworksAccess `\n>> --assume-role-policy-document file://$env:TEMP\\trust-policy.json\n\naws: [ERROR]: An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json',
    'policy-not-json',
  ],
  [
    'an answer of S3 in the browser',
    'This XML file does not appear to have any style information associated with it. The document tree is shown below.\n<Error><Code>AccessDenied</Code><Message>User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/i-0bfc4291 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-uploads/private/a.txt" with an explicit deny in a resource-based policy</Message><RequestId>8RQ2</RequestId><HostId>Tnx1=</HostId></Error>',
    'session-denied-by-resource',
  ],
  [
    'another role’s denial in an answer',
    '{"error": "An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::444455556666:assumed-role/api-role-0rb94tto/api is not authorized to perform: s3:GetObject on resource: \\"arn:aws:s3:::words/words.json\\" because no identity-based policy allows the s3:GetObject action"}',
    'terminal-not-authorized',
  ],
  [
    'the policy of an endpoint, over several lines',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sync-7\nis not authorized to perform: s3:GetObject on resource: \n"arn:aws:s3:::acme-uploads/a.csv" \nbecause no VPC endpoint policy allows the s3:GetObject action',
    'session-denied-by-caller',
  ],
  [
    'a denial over several lines',
    'An error occurred (AccessDenied) when calling the GetObject operation: User:\narn:aws:sts::444455556666:assumed-role/PixelworksAccess/handler\nis not authorized to perform: s3:GetObject on resource:\narn:aws:s3:::acme-uploads/anomaly-12.jpg because no\nidentity-based policy allows the s3:GetObject action',
    'session-action-missing',
  ],
  [
    'a message and its translation',
    'SQL execution error: Error assuming AWS_ROLE.\nPlease verify the role and externalId are configured correctly\n in your AWS policy.\n\n和訳: AWS ポリシー内で、ロールおよび外部ID (externalId) が正しく設定されているかを確認してください。',
    'vendor-denied',
  ],
  [
    'commands and the error after them',
    "CREATE STORAGE INTEGRATION demo_integ\n    TYPE = EXTERNAL_STAGE\n    STORAGE_PROVIDER = S3\n    ENABLED = TRUE\n    STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/PixelworksAccess'\n    STORAGE_ALLOWED_LOCATIONS = ('s3://acme-uploads/test/')\n;\nSELECT * FROM @demo_stage LIMIT 10;\n\nSQL execution error: Error assuming AWS_ROLE. Please verify the role and externalId are configured correctly in your AWS policy.",
    'vendor-denied',
  ],
  [
    'an alert for some Regions',
    'Datadog is not authorized to perform action sts:AssumeRole Account affected:444455556666 Regions affected: us-east-1, eu-west-1',
    'call-some-regions',
  ],
  [
    'a stack set without its role',
    "ResourceLogicalId:PixelworksRole, Account 444455556666 should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.",
    'creation-stack-set-role',
  ],
  [
    'a denial in French',
    "Une erreur s'est produite (AccessDenied) lors de l'appel de l'opération AssumeRole : User: arn:aws:iam::444455556666:user/bob is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess",
    'caller-is-not-vendor',
  ],
  [
    'a switch of roles in French',
    'Informations non valides dans un ou plusieurs champs. Vérifiez vos informations ou contactez votre administrateur.',
    'console-cannot-switch',
  ],
  [
    'a custom resource, cut into lines',
    '8:12:13 PM | CREATE_FAILED        | Custom::S3BucketNotifications                 | logs/Notifications\nReceived response status [FAILED] from custom resource. Message returned: Error: An error occurred (InvalidArgu\nment) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destinati\non configurations. See the details in CloudWatch Log Stream: 2026/11/28/[$LATEST]f1ddeaad (RequestId: f293ef11)',
    'custom-resource-failed',
  ],
  [
    'notifications that S3 rejects',
    '* aws_s3_bucket_notification.pixel: Error putting S3 notification configuration: InvalidArgument: Unable to validate the following destination configurations\n status code: 400, request id: B3EBEEB2, host id: CgRcW6=',
    'not-enough',
  ],
  [
    'a web identity in a log',
    't=2026-11-21T12:08:19+0000 lvl=eror msg="Metric request error" error="failed to query data: WebIdentityErr: failed to retrieve credentials\\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\\n\\tstatus code: 403, request id: 9d"',
    'call-of-identity-provider',
  ],
  [
    'a parameter that is too short',
    'Parameters: [ExternalId] must contain at least 8 characters (Service: AmazonCloudFormation; Status Code: 400; Error Code: ValidationError; Request ID: 53; Proxy: null)',
    'creation-parameter-refused',
  ],
  [
    'the tags of another caller',
    'Error: User: arn:aws:iam::777788889999:user/gh-actions is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'caller-is-not-vendor',
  ],
  [
    'an event of a cluster',
    'Warning  UpdateFailed  2s (x5 over 30s)  external-secrets  could not get secret data from provider: AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/external-secrets-provider-aws is not authorized to perform: secretsmanager:GetSecretValue on resource: prod/db because no identity-based policy allows the secretsmanager:GetSecretValue action',
    'session-action-not-requested',
  ],
  [
    'a log whose error has a host ID',
    'level=error ts=2026-11-21T03:01:00Z caller=flush.go:146 org_id=fake msg="failed to flush" err="store put chunk: AccessDenied: Access Denied\\n\\tstatus code: 403, request id: QK9, host id: kZ7="',
    'storage-denied',
  ],
  [
    'a file system without credentials',
    'java.nio.file.AccessDeniedException: acme-uploads: org.apache.hadoop.fs.s3a.auth.NoAuthWithAWSException: No AWS Credentials provided by TemporaryAWSCredentialsProvider SimpleAWSCredentialsProvider EnvironmentVariableCredentialsProvider IAMInstanceCredentialsProvider : com.amazonaws.SdkClientException: Unable to load AWS credentials from environment variables',
    'terminal-credentials',
  ],
  [
    'a secrets manager of the own account',
    'Error reading aws/creds/pixel: Error making API request.\n\nURL: GET https://vault.example.com/v1/aws/creds/pixel\nCode: 400. Errors:\n\n* Error assuming role: AccessDenied: User: arn:aws:iam::777788889999:user/vault is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\n\tstatus code: 403, request id: 5f',
    'caller-is-not-vendor',
  ],
  [
    'causes without an error, in Terraform',
    'Error: error configuring Terraform AWS Provider: IAM Role (arn:aws:iam::444455556666:role/PixelworksAccess) cannot be assumed.\n\nThere are a number of possible causes of this - the most common are:\n  * The credentials used in order to assume the role are invalid\n  * The credentials do not have appropriate permission to assume the role\n  * The role ARN is not valid',
    'vendor-denied',
  ],
  [
    'a cluster without its identity provider',
    'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: No OpenIDConnect provider found in your account for https://oidc.eks.eu-west-1.amazonaws.com/id/ABCD',
    'call-of-identity-provider',
  ],
  [
    'the answer of the policy simulator',
    '{\n    "EvaluationResults": [\n        {\n            "EvalActionName": "s3:GetObject",\n            "EvalResourceName": "arn:aws:s3:::acme-uploads/*",\n            "EvalDecision": "implicitDeny",\n            "MatchedStatements": [],\n            "MissingContextValues": []\n        }\n    ],\n    "IsTruncated": false\n}',
    'simulation-not-allowed',
  ],
  [
    'a finding of a scanner of code',
    'Check: CKV_AWS_60: "Ensure IAM role allows only specific services or principals to assume it"\n\tFAILED for resource: aws_iam_role.pixelworks\n\tFile: /main.tf:1-22',
    'scan-any-principal',
  ],
  [
    'values in a message of a vendor',
    'Hi, here are the values for the role.\n\nAWS account ID to trust: 111122223333\nExternal ID: k7Qm2vK9dRt4XwB8nZc5Hs3P\n\nLet us know the ARN when the role is there.',
    'vendor-other-external-id',
  ],
]
