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
    'refused-without-reason',
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
    'not-enough',
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
    'stack-rolled-back',
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
    'refused-without-reason',
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
]
