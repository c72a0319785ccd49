import type { PastedCase } from './pasted-answers.test-data.ts'

/** Reports about integrations with vendors, with other names and values. */
export const integrations: readonly PastedCase[] = [
  [
    'a SQL client',
    'SQL Error [1064] [42000]: Storage could not be listed. Error message: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-07455b788081c4987 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess (Service: Sts, Status Code: 403, Request ID: 9707390e-a34f)',
    'refused-without-reason',
  ],
  [
    'a metrics query that carries session tags',
    'Metrics query failed: operation error CloudWatch: ListMetrics, get identity: get credentials: failed to refresh cached credentials, operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: a4bf15ce-6fb9-4045, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/session-id is not authorized to perform: sts:TagSession on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'session-tags-refused',
  ],
  [
    'an empty role ARN',
    'InvalidParameter: 1 validation error(s) found.\n- minimum field size of 20, AssumeRoleInput.RoleArn.\n',
    'call-malformed',
  ],
  [
    'a denial in the log of a runner',
    '2026-11-12 09:20:11,402: c7n_org:ERROR Access denied api:AssumeRole policy:daily-audit account:acme-prod region:us-east-1',
    'vendor-denied',
  ],
  [
    'an invalid token in a log as JSON',
    '{"timestamp": "2026-11-11 20:04:10,218", "filename": "aws_provider.py:872", "level": "CRITICAL", "module": "aws_provider", "message": "ClientError[855] -- An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid"}',
    'application-credentials',
  ],
  [
    'an invalid token in a stack trace of AssumeRole',
    'Uncaught InvalidClientTokenId: The security token included in the request is invalid\n    at throwDefaultError (/app/node_modules/@aws-sdk/smithy-client/dist-cjs/default-error-handler.js:8:22)\n    at de_AssumeRoleCommandError (/app/node_modules/@aws-sdk/client-sts/dist-cjs/protocols/Aws_query.js:142:20)',
    'application-credentials',
  ],
  [
    'a session of the role without an action',
    'cannot run refresh: refresh failed: AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/1663822017293203786 is not authorized to perform: events:ListTargetsByRule on resource: arn:aws:events:eu-west-1:444455556666:rule/oms/orders because no identity-based policy allows the events:ListTargetsByRule action\n\tstatus code: 400, request id: 895b8bc1',
    'session-action-not-requested',
  ],
  [
    'a session of the role over several lines',
    'We could not collect everything:\nUser:\narn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks-crawler\nis not authorized to perform: states:ListStateMachines on resource:\narn:aws:states:us-east-1:444455556666:stateMachine:*',
    'session-action-not-requested',
  ],
  [
    'a tagging error in a stack of the CDK',
    ' ❌ Deployment failed: Error: The stack named PixelworksAccess failed creation, it may need to be manually deleted from the AWS console: ROLLBACK_COMPLETE: Resource handler returned message: "Encountered a permissions error performing a tagging operation, please add required tag permissions. See https://repost.aws/knowledge-center/cloudformation-tagging-permission-error for how to resolve. Resource handler returned message: "User: arn:aws:sts::444455556666:assumed-role/cdk-hnb659fds-cfn-exec-role-444455556666-eu-west-1/AWSCloudFormation is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess because no permissions boundary allows the iam:CreateRole action (Service: Iam, Status Code: 403, Request ID: 777a2667)"" (RequestToken: 78573905, HandlerErrorCode: UnauthorizedTaggingOperation)',
    'creation-boundary-required',
  ],
  [
    'an explicit deny without its policy',
    'API: iam:CreateRole User: arn:aws:sts::444455556666:assumed-role/Engineer/jane is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny',
    'creation-not-authorized',
  ],
  [
    'an ARN of another partition',
    'ServerlessError: An error occurred: AccountAccessRole - Partition "aws" is not valid for resource "arn:aws:s3:::acme-uploads/*". (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 0d1c; Proxy: null).',
    'policy-partition',
  ],
  [
    'a call in China',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws-cn:sts::111122223333:assumed-role/PixelworksApplication/w is not authorized to perform: sts:AssumeRole on resource: arn:aws-cn:iam::444455556666:role/PixelworksAccess',
    'called-other-role',
  ],
  [
    'a table with the columns status, type, and name',
    "12:13:27 UTC-0400 | ROLLBACK_IN_PROGRESS | AWS::CloudFormation::Stack | PixelworksAccess | The following resource(s) failed to create: [CustomTopic, HostedZone]. . Rollback requested by user.\n  | 12:13:26 UTC-0400 | CREATE_FAILED | AWS::Route53::HostedZone | HostedZone | Resource creation cancelled\n  | 12:13:25 UTC-0400 | CREATE_FAILED | AWS::Lambda::Function | CustomTopic | Template error: IAM role PixelworksAccess-CustomTopicRole-1A9H doesn't exist",
    'stack-rolled-back',
  ],
  [
    'a log of a custom resource',
    '[INFO]\t2026-10-03T06:21:58.285Z\tf03ffbd7\tResponseBody: \n{\n    "Status": "FAILED",\n    "Reason": "See the details in CloudWatch Log Stream: 2026/10/03/[$LATEST]ce1bf94d",\n    "StackId": "arn:aws:cloudformation:ap-northeast-3:444455556666:stack/Pixelworks-APICall-1LEF/60d4",\n    "LogicalResourceId": "PixelworksAPICall",\n    "Data": {\n        "Message": "Exception during processing: HTTP Error 403: Forbidden"\n    }\n}',
    'custom-resource-failed',
  ],
  [
    'a resource control policy in place of the trust policy',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "Perimeter",\n      "Effect": "Deny",\n      "Principal": "*",\n      "Action": [\n        "sts:AssumeRole",\n        "sts:AssumeRoleWithSAML"\n      ],\n      "Resource": "*",\n      "Condition": {\n        "BoolIfExists": {\n          "aws:PrincipalIsAWSService": "false"\n        },\n        "StringNotEqualsIfExists": {\n          "aws:PrincipalOrgID": "o-a1b2c3"\n        }\n      }\n    }\n  ]\n}',
    'trust-is-organization-policy',
  ],
  [
    'the SQL of a storage integration and its error',
    "CREATE STORAGE INTEGRATION pix_integ\n    TYPE = EXTERNAL_STAGE\n    STORAGE_PROVIDER = S3\n    ENABLED = TRUE\n    STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::444455556666:role/PixelworksAccess'\n    STORAGE_ALLOWED_LOCATIONS = ('s3://acme-uploads/test/')\n;\nSELECT * FROM @pix_stage LIMIT 10;\n\nSQL execution error: Error assuming AWS_ROLE.\nPlease verify the role and externalId are configured correctly\n in your AWS policy.",
    'vendor-denied',
  ],
  [
    'a storage integration of another vendor',
    '| property                  | property_type | property_value                                        | property_default |\n|---------------------------+---------------+-------------------------------------------------------+------------------|\n| ENABLED                   | Boolean       | true                                                  | false            |\n| STORAGE_AWS_IAM_USER_ARN  | String        | arn:aws:iam::777788889999:user/k1x0-s-ohst9999        |                  |\n| STORAGE_AWS_ROLE_ARN      | String        | arn:aws:iam::444455556666:role/PixelworksAccess |                  |\n| STORAGE_AWS_EXTERNAL_ID   | String        | k7Qm2vK9dRt4XwB8nZc5Hs2P |                  |',
    'vendor-other-principal',
  ],
  [
    'Terraform with a prefix on each line',
    'ERROR Error: Error creating IAM Role PixelworksAccess: AccessDenied: User: arn:aws:iam::444455556666:user/permboundary is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\nERROR   status code: 403, request id: f3cbd4eb\nERROR\nERROR   on access/main.tf line 48, in resource "aws_iam_role" "pixelworks":\nERROR   48: resource "aws_iam_role" "pixelworks" {',
    'creation-not-authorized',
  ],
  [
    'a trust policy as the policy of a group',
    'data "aws_iam_policy_document" "pix" {\n  statement {\n    effect = "Allow"\n    actions = ["sts:AssumeRole"]\n    resources = ["arn:aws:iam::444455556666:role/PixelworksAccess"]\n    principals {\n      identifiers = ["arn:aws:iam::111122223333:root"]\n      type        = "AWS"\n    }\n  }\n}\n\nError: Error putting IAM group policy pix-access: MalformedPolicyDocument: Policy document should not specify a principal.\n\tstatus code: 400, request id: 77540964',
    'policy-trust-as-permissions',
  ],
  [
    'a caller without ARN',
    'dev@acme.example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'session tags over several lines',
    'Retry AssumeRole: attempt 1 of 12 failed: Could not assume role with user credentials: User:\narn:aws:sts::111122223333:assumed-role/PixelworksApplication/run is not authorized to perform:\nsts:TagSession on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'session-tags-refused',
  ],
  ['a product that rejects the ARN', 'Role ARN format is not valid!', 'vendor-value-rejected'],
  [
    'an account that exists in the product',
    'Checking for a preexisting link, and validating the AWS CLI credentials\nCreating the AWS role for the integration\nLinking your Pixelworks account to your AWS account\nCloud integrations account [444455556666] already exists in Pixelworks account [77].',
    'vendor-already-connected',
  ],
  [
    'Terraform whose values all come from the vendor',
    'resource "aws_iam_role" "this" {\n  name = "PixelworksAccess"\n  max_session_duration = 3600\n  assume_role_policy = data.aws_iam_policy_document.pix_assume_policy\n}\ndata "aws_iam_policy_document" "pix_assume_policy" {\n  statement {\n    sid     = ""\n    effect  = "Allow"\n    actions = ["sts:AssumeRole"]\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = [pixelworks_access_setup.this.aws.assumed_role_external_id]\n    }\n    principals {\n      type        = "AWS"\n      identifiers = [pixelworks_access_setup.this.aws.aws_account_arn]\n    }\n  }\n}',
    'terraform-policy-reference',
  ],
  [
    'a second statement for the role itself',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "VendorAssumeRole",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n      },\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n        }\n      }\n    },\n    {\n      "Sid": "ExplicitSelfRoleAssumption",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": {\n        "AWS": "arn:aws:iam::444455556666:root"\n      },\n      "Condition": {\n        "ArnLike": {\n          "aws:PrincipalArn": "arn:aws:iam::444455556666:role/PixelworksAccess"\n        }\n      }\n    }\n  ]\n}',
    'TP07',
  ],
  [
    'a key that isn’t allowed',
    'download failed: s3://acme-uploads/file.gvcf.gz An error occurred (AccessDenied) when calling the GetObject operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    'key-denied',
  ],
  [
    'a key policy that denies a session',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:444455556666:key/1b2c because no resource-based policy allows the kms:Decrypt action',
    'session-denied-by-resource',
  ],
  [
    'a product that needs no external ID',
    "Pixelworks control plane is able to perform 'sts:AssumeRole' on 'arn:aws:iam::444455556666:role/PixelworksAccess' role without external id. The role is vulnerable and could be exploited by confused deputy attacks.",
    'vendor-open',
  ],
  [
    'a question with its error and its policy',
    'After the stack was deployed we waited ten minutes, no data. The tile says:\n\nPixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666 Regions affected: every region\n\nI checked the trust policy and it looks normal:\n\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:root"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "5f0c2f7be6b04c8a9d12"\n        }\n      }\n    }\n  ]\n}',
    'TP43',
  ],
  [
    'a credential that failed its checks',
    'Error: cannot create mws credentials: MALFORMED_REQUEST: Failed credential validation checks: please use a valid cross account IAM role with permissions setup correctly',
    'vendor-either-cause',
  ],
  [
    'a client that can’t read the answer of the product',
    '│ Error: cannot create mws credentials: unexpected error handling request: invalid character \'M\' looking for beginning of value. This is likely a bug in the SDK for Go or the underlying REST API. Request log:\n│ \n│ POST /api/2.0/accounts/acme/credentials\n│ > * Accept: application/json\n│ > {\n│ >   "aws_credentials": {\n│ >     "sts_role": {\n│ >       "role_arn": "arn:aws:iam::444455556666:role/PixelworksAccess"\n│ >     }\n│ >   },\n│ >   "credentials_name": "acme"\n│ > }\n│ < HTTP/2.0 400 Bad Request',
    'vendor-answer-unreadable',
  ],
  [
    'checks of permissions that failed',
    'Error: MALFORMED_REQUEST: Failed credentials validation checks: Spot Cancellation, Delete Tags, Describe Availability Zones, Describe Instances, Describe Vpcs',
    'vendor-lacks-permissions',
  ],
  [
    'a service that doesn’t exist',
    'Invalid principal in policy: "SERVICE":"cloudformation" (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 47ea4cec; Proxy: null)',
    'policy-other-principal',
  ],
  [
    'a denied administrator of a stack set',
    'User: arn:aws:sts::777788889999:assumed-role/MyStack-AdminRole38563C57/6c83d676 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/AWSCloudFormationStackSetExecutionRole',
    'creation-stack-set-role',
  ],
  [
    'a test with Python in the own account',
    "import boto3\nsts = boto3.client('sts')\nsts.assume_role(RoleArn='arn:aws:iam::444455556666:role/PixelworksAccess', RoleSessionName='integration')\n\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::444455556666:user/dev is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess",
    'caller-is-not-vendor',
  ],
  [
    'XML of Amazon S3',
    'curl https://s3.amazonaws.com/acme-uploads/myfile.json\n<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1C27250</RequestId><HostId>DYRP7gKyKf=</HostId></Error>',
    'storage-denied',
  ],
  [
    'a debug log with the external ID of the call',
    'time="2026-11-22T09:25:47Z" level=debug msg="Request\\nPOST / HTTP/1.1\\r\\nHost: sts.eu-central-1.amazonaws.com\\r\\n\\r\\nAction=AssumeRole&DurationSeconds=900&ExternalId=5c2845a9-2927-4e64-8913-9312fafb9890&RoleArn=arn%3Aaws%3Aiam%3A%3A444455556666%3Arole%2FPixelworksAccess&RoleSessionName=aws-go-sdk-1711&Version=2011-06-15" level_int=5\ntime="2026-11-22T09:25:47Z" level=debug msg="Response\\nHTTP/1.1 403 Forbidden\\r\\n\\r\\n<ErrorResponse xmlns=\\"https://sts.amazonaws.com/doc/2011-06-15/\\">\\n  <Error>\\n    <Type>Sender</Type>\\n    <Code>AccessDenied</Code>\\n    <Message>User: arn:aws:iam::111122223333:user/app is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess</Message>"',
    'vendor-other-caller',
  ],
  [
    'a throttled call after three attempts',
    'Error: aws: failed to refresh cached credentials, operation error STS: AssumeRole, exceeded maximum number of attempts, 3, https response error StatusCode: 400, RequestID: 28f9ea25, api error Throttling: Rate exceeded',
    'terminal-busy',
  ],
  [
    'a process that panics over the duration',
    'Error when retrieving credentials from custom-process: panic: operation error STS: AssumeRole, https response error StatusCode: 400, RequestID: ****, api error ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.\n\ngoroutine 1 [running]:',
    'vendor-duration',
  ],
  [
    'Terraform that can’t assume the role',
    'Error: error configuring Terraform AWS Provider: IAM Role (arn:aws:iam::444455556666:role/PixelworksAccess) cannot be assumed.\n\nThere are a number of possible causes of this - the most common are:\n  * The credentials used in order to assume the role are invalid\n  * The credentials do not have appropriate permission to assume the role\n  * The role ARN is not valid',
    'vendor-denied',
  ],
  [
    'a trust policy of an identity provider that IAM rejects',
    'Resource handler returned message: "Trust policy with trusted principal arn:aws:iam::444455556666:oidc-provider/token.actions.githubusercontent.com must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, token.actions.githubusercontent.com:sub which is not scoped to all. (Service: Iam, Status Code: 400, Request ID: b653ff02)" (RequestToken: bdf2f949, HandlerErrorCode: InvalidRequest)',
    'creation-policy-refused',
  ],
  [
    'a template that joins the principal',
    'PixelworksRole:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Statement:\n          - Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n            Effect: Allow\n            Principal:\n              AWS:\n                - Fn::Join:\n                    - ""\n                    - - "arn:"\n                      - Ref: AWS::Partition\n                      - :iam::111122223333:root\n        Version: "2012-10-17"',
    'principal-arn-missing',
  ],
  [
    'a masked principal',
    'Error Updating IAM Role (readonly) Assume Role Policy: MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::###########:root" status code: 400',
    'policy-of-other-role',
  ],
  [
    'a rejected principal without account',
    '│ Error: Error Updating IAM Role (PixelworksAccess) Assume Role Policy: MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam:::user/pixelworks"\n│       status code: 400, request id: \n│ \n│   with module.iam.aws_iam_role.admin[0],\n│   on main.tf line 50, in resource "aws_iam_role" "admin":',
    'policy-principal-digits',
  ],
  [
    'a bucket whose head is forbidden',
    'observe failed: failed to observe the resource: [{0 reading Amazon S3 (Simple Storage) Bucket (acme-uploads): operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: 0K34WCWY, HostID: ZrTVen/9=, api error Forbidden: Forbidden  []}]',
    'storage-denied',
  ],
  [
    'a plan that changes the external ID',
    'Terraform will perform the following actions:\n\n  # aws_iam_role.pixelworks will be updated in-place\n  ~ resource "aws_iam_role" "pixelworks" {\n      ~ assume_role_policy    = jsonencode(\n          ~ {\n              ~ Statement = [\n                  ~ {\n                      ~ Condition = {\n                          ~ StringEquals = {\n                              ~ "sts:ExternalId" = "acme-old-7781" -> "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n                            }\n                        }\n                        Action    = "sts:AssumeRole"\n                        Effect    = "Allow"\n                        Principal = {\n                            AWS = "arn:aws:iam::111122223333:root"\n                        }\n                    },\n                ]\n                # (1 unchanged attribute hidden)\n            }\n        )\n        id                    = "PixelworksAccess"\n        name                  = "PixelworksAccess"',
    'TP43',
  ],
  [
    'placeholders without quotes',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:root"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": [\n            <External-ID-1>,\n            <External-ID-2>\n          ]\n        }\n      }\n    }\n  ]\n}',
    'unreadable',
  ],
  [
    'an action within the principal',
    "Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal:\n              AWS: arn:aws:iam::111122223333:root\n              Action:\n                - sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: k7Qm2vK9dRt4XwB8nZc5Hs2P",
    'element-misplaced',
  ],
  [
    'session tags in the trust policy',
    '{"Version":"2012-10-17","Statement":[{"Sid":"PixelworksAuth","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/PixelworksApplication"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}}]}',
    'TP07',
  ],
  [
    'a session of the role without a secret',
    'Warning  UpdateFailed  1s (x12 over 12s)  external-secrets  AccessDeniedException: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/external-secrets-provider-aws is not authorized to perform: secretsmanager:GetSecretValue on resource: appsecret/test/new-test because no identity-based policy allows the secretsmanager:GetSecretValue action\n           status code: 400',
    'session-action-not-requested',
  ],
  [
    'a table of an API integration',
    '+-----------------------+---------------+--------------------------------------------------+\n| property              | property_type | property_value                                   |\n|-----------------------+---------------+--------------------------------------------------|\n| API_AWS_IAM_USER_ARN  | String        | arn:aws:iam::111122223333:user/b6kw-s-iest5621   |\n| API_AWS_ROLE_ARN      | String        | arn:aws:iam::444455556666:role/PixelworksAccess  |\n| API_AWS_EXTERNAL_ID   | String        | XYZ12345_SFCRole=2_kztjogs3W9S18I+iWapHpIz/wq4=  |',
    'vendor-other-external-id',
  ],
  [
    'another external ID in quotes',
    'Validating Amazon S3 connection: FAILED\nUnable to assume the role. Make sure that the external ID is "elated_river" and that the role trusts account 111122223333.',
    'vendor-other-external-id',
  ],
  [
    'a list of missing permissions',
    'Your connection to AWS account 444455556666 has an issue.\nThe IAM role arn:aws:iam::444455556666:role/PixelworksAccess is missing the following permissions: s3:GetBucketPolicy, s3:GetEncryptionConfiguration. Please update the policy.',
    'vendor-lacks-permissions',
  ],
  [
    'a log of Go that S3 denies',
    'level=error msg="upload failed" err="AccessDenied: Access Denied\\n\\tstatus code: 403, request id: 6X8Q, host id: h7c="',
    'storage-denied',
  ],
  [
    'a finding about the external ID',
    '[High] Role PixelworksAccess in account 444455556666 trusts the external account 111122223333, but its trust policy does not require an external ID.',
    'vendor-open',
  ],
  [
    'a key that AWS KMS doesn’t find',
    'An error occurred (AccessDeniedException) when calling the GenerateDataKey operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks is not authorized to perform: kms:GenerateDataKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    'key-denied',
  ],
  [
    'the role of a Terraform backend',
    'Error: error configuring S3 Backend: IAM Role (arn:aws:iam::444455556666:role/terraform-state) cannot be assumed.',
    'vendor-other-role',
  ],
  [
    'a stack set of another account than the management account',
    'An error occurred (ValidationError) when calling the CreateStackSet operation: You must be the management account or delegated admin account of an organization before operating a SERVICE_MANAGED stack set',
    'creation-stack-set-organization',
  ],
  [
    'the status reason of a stack set',
    'Account 444455556666 us-east-1 INOPERABLE FAILED ResourceLogicalId:AccountAccessRole, ResourceType:AWS::IAM::Role, ResourceStatusReason:Resource handler returned message: "Role with name PixelworksAccess already exists. (Service: Iam, Status Code: 409, Request ID: 1b)" (RequestToken: 2c, HandlerErrorCode: AlreadyExists).',
    'creation-role-exists',
  ],
  [
    'a build that sends an empty external ID',
    "##[error]1 validation error detected: Value '' at 'externalId' failed to satisfy constraint: Member must have length greater than or equal to 2",
    'application-external-id-empty',
  ],
  [
    'a role ARN that is too short',
    '  File "/opt/app/botocore/validate.py", line 291, in serialize_to_request\n    raise ParamValidationError(report=report.generate_report())\nbotocore.exceptions.ParamValidationError: Parameter validation failed:\nInvalid length for parameter RoleArn, value: 4, valid range: 20-inf',
    'call-malformed',
  ],
  [
    'credentials that AWS can’t validate',
    'operation error EC2: DescribeInstances, https response error StatusCode: 401, RequestID: 43c78114, api error AuthFailure: AWS was not able to validate the provided access credentials (SQLSTATE HV000)',
    'terminal-credentials',
  ],
  [
    'an SSO session that has expired',
    'failed to retrieve credentials for account . AWS Error: failed to refresh cached credentials, the SSO session has expired or is invalid: access token is expired, detected aws env variables: AWS_PROFILE',
    'terminal-credentials',
  ],
  [
    'a session that can’t read IAM',
    "ERROR:cartography.sync:Unhandled exception during sync stage 'aws'\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ListAttachedRolePolicies operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/sync is not authorized to perform: iam:ListAttachedRolePolicies on resource: role Admin because no identity-based policy allows the iam:ListAttachedRolePolicies action",
    'session-action-not-requested',
  ],
  [
    'an unknown token in a query',
    'aws: operation error Cost Explorer: GetCostAndUsage, https response error StatusCode: 400, RequestID: 871bad10, api error UnrecognizedClientException: The security token included in the request is invalid. (SQLSTATE HV000)',
    'terminal-credentials',
  ],
  [
    'a denial without words',
    '> select * from aws_backup_framework\nError: AccessDeniedException: \n\tstatus code: 403, request id: d7c11398 (SQLSTATE HV000)',
    'service-call-denied',
  ],
  [
    'a product that asks for permissions',
    'Access Denied. Please add PutObject permissions to the IAM role in the AWS IAM Console. Learn more',
    'vendor-lacks-permissions',
  ],
  [
    'a template without one of its resources',
    'An error occurred (ValidationError) when calling the ValidateTemplate operation: Template format error: Unresolved resource dependencies [AccountAccessRole] in the Resources block of the template',
    'creation-template-invalid',
  ],
  ['a template whose role isn’t there yet', "Template error: IAM role PixelworksAccess-Lambda-1X doesn't exist", 'not-enough'],
  [
    'a trust policy that was copied from another connection',
    'Failed to validate the storage credential. Trust policy of the role:\n{\n"Version": "2012-10-17",\n"Statement": [\n{\n"Effect": "Allow",\n"Principal": {\n"AWS": [\n"arn:aws:iam::111122223333:role/PixelworksApplication",\n"arn:aws:iam::444455556666:role/PixelworksAccess"\n]\n},\n"Action": "sts:AssumeRole",\n"Condition": {\n"StringEquals": {\n"sts:ExternalId": "0b7c9d3e-9a4f-4f0f-8c6a-2f3c1d0a9e77"\n}\n}\n}\n]\n}',
    'TP43',
  ],
  [
    'two vendors in one role',
    '{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Effect": "Allow",\n            "Principal": {\n                "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n            },\n            "Action": "sts:AssumeRole",\n            "Condition": {\n                "StringEquals": {\n                    "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n                }\n            }\n        },\n        {\n            "Effect": "Allow",\n            "Principal": {\n                "AWS": "arn:aws:iam::777788889999:role/other-vendor"\n            },\n            "Action": "sts:AssumeRole",\n            "Condition": {\n                "StringEquals": {\n                    "sts:ExternalId": "0000"\n                }\n            }\n        }\n    ]\n}',
    'TP09',
  ],
  [
    'Amazon Redshift without the credentials of the role',
    'ERROR:  Not authorized to get credentials of role arn:aws:iam::444455556666:role/PixelworksAccess DETAIL:     -----------------------------------------------   error:  Not authorized to get credentials of role arn:aws:iam::444455556666:role/PixelworksAccess   code:      30000   context:      query:     1350112   location:  xen_aws_credentials_mgr.cpp:392',
    'call-of-service',
  ],
  [
    'a call of another role to another service',
    'UnhandledPromiseRejectionWarning: AccessDeniedException: User: arn:aws:sts::777788889999:assumed-role/nonprod-role/i-inst is not authorized to perform: firehose:PutRecord on resource: arn:aws:firehose:us-east-1:777788889999:deliverystream/logs\n    at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/json.js:51:27)',
    'terminal-not-authorized',
  ],
  [
    'PHP that assumes a user',
    'Error executing "AssumeRole" on "https://sts.eu-west-1.amazonaws.com"; AWS HTTP error: Client error: `POST https://sts.eu-west-1.amazonaws.com` resulted in a `403 Forbidden` response: Sender AccessDeni (truncated...) AccessDenied (client): User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/w is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:user/pixelworks - Sender AccessDenied',
    'called-not-role',
  ],
  [
    'PowerShell that can’t assume the role',
    'PS C:\\> Use-STSRole -ProfileName pix -RoleSessionName "OdysseyDev" -Region us-east-1\nUse-STSRole : Error calling AssumeRole for role arn:aws:iam::444455556666:role/PixelworksAccess\nAt line:1 char:1\n+ Use-STSRole -ProfileName pix -RoleSessionName "OdysseyDev" ...\n    + CategoryInfo          : InvalidOperation: (Amazon.PowerShe...seSTSRoleCmdlet:UseSTSRoleCmdlet) [Use-STSRole], InvalidOperationException\n    + FullyQualifiedErrorId : Amazon.Runtime.AmazonClientException,Amazon.PowerShell.Cmdlets.STS.UseSTSRoleCmdlet',
    'vendor-denied',
  ],
  [
    'a token for another audience',
    'Run aws-actions/configure-aws-credentials@v4\n  with:\n    role-to-assume: arn:aws:iam::444455556666:role/PixelworksAccess\n    aws-region: us-east-1\nError: Incorrect token audience',
    'call-of-identity-provider',
  ],
  [
    'a session that assumes its own role',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/GitHub_to_AWS is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'session-assumes-itself',
  ],
  [
    'an ARN of another partition over several lines',
    '- Creating the infrastructure for the environment.                  [rollback complete]  [31.1s]\n  The following resource(s) failed to create: [EnvironmentManagerRole].                                   \n  Rollback requested by user.                                                                             \n    Partition "aws" is not valid for resource "arn:aws:states:cn-northwest                                \n    -1:444455556666:stateMachine:pix-*". (Service: AmazonIden                                \n    tityManagement; Status Code: 400; Error Code: MalformedPolicyDocument;                                \n     Request ID: 48b5aabd; Proxy: null)',
    'policy-partition',
  ],
  [
    'an invalid token of a tool',
    'failed get caller identity: InvalidClientTokenId: The security token included in the request is invalid.',
    'terminal-credentials',
  ],
  [
    'a controller without a Region',
    'Warning  CannotObserveExternalResource  32s (x10 over 4m29s)  managed/role.iam.aws.crossplane.io  failed to get Role with name: operation error IAM: GetRole, failed to resolve service endpoint, an AWS region is required, but was not found',
    'terminal-no-region',
  ],
  [
    'a role of a Kubernetes controller',
    'apiVersion: iam.aws.crossplane.io/v1beta1\nkind: Role\nmetadata:\n  name: PixelworksAccess\nspec:\n  forProvider:\n    assumeRolePolicyDocument: |\n      {\n        "Version": "2012-10-17",\n        "Statement": [\n          {\n            "Effect": "Allow",\n            "Principal": {\n              "AWS": "111122223333"\n            },\n            "Action": "sts:AssumeRole"\n          }\n        ]\n      }\n  providerConfigRef:\n    name: acme',
    'TP11',
  ],
  [
    'a service control policy that denies a session',
    'An error occurred (UnauthorizedOperation) when calling the DescribeVpcEndpoints operation: You are not authorized to perform this operation. User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/crossplane is not authorized to perform: ec2:DescribeVpcEndpoints with an explicit deny in a service control policy',
    'session-denied-by-organization',
  ],
  [
    'a bucket policy that denies a session',
    'User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::acme-uploads" with an explicit deny in a resource-based policy',
    'session-denied-by-resource',
  ],
  [
    'a CloudTrail event of a denied session',
    '{\n  "eventVersion": "1.09",\n  "userIdentity": {\n    "type": "AssumedRole",\n    "arn": "arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks",\n    "accountId": "444455556666"\n  },\n  "eventSource": "s3.amazonaws.com",\n  "eventName": "GetObject",\n  "errorCode": "AccessDenied",\n  "errorMessage": "User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/pixelworks is not authorized to perform: s3:GetObject on resource: \\"arn:aws:s3:::acme-uploads/a.png\\" because no identity-based policy allows the s3:GetObject action",\n  "requestParameters": {\n    "bucketName": "acme-uploads",\n    "key": "a.png"\n  }\n}',
    'session-action-missing',
  ],
  [
    'a CloudTrail event of a call that succeeded',
    '{\n  "eventVersion": "1.08",\n  "userIdentity": {\n    "type": "AWSAccount",\n    "principalId": "AROAEXAMPLE:w",\n    "accountId": "111122223333"\n  },\n  "eventSource": "sts.amazonaws.com",\n  "eventName": "AssumeRole",\n  "requestParameters": {\n    "roleArn": "arn:aws:iam::444455556666:role/PixelworksAccess",\n    "roleSessionName": "w",\n    "externalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P",\n    "durationSeconds": 3600\n  },\n  "responseElements": {\n    "credentials": {\n      "accessKeyId": "ASIAEXAMPLE",\n      "expiration": "Nov 22, 2026"\n    },\n    "assumedRoleUser": {\n      "assumedRoleId": "AROAX:w",\n      "arn": "arn:aws:sts::444455556666:assumed-role/PixelworksAccess/w"\n    }\n  }\n}',
    'call-succeeded',
  ],
  [
    'Pulumi, the role exists',
    'Diagnostics:\n  aws:iam:Role (pixelworks):\n    error:   sdk-v2/provider2.go:566: sdk.helper_schema: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 1b, EntityAlreadyExists: Role with name PixelworksAccess already exists.: provider=aws@7.11.0\n    error: 1 error occurred:',
    'creation-role-exists',
  ],
  [
    'a row about tags that an SCP denies',
    'CREATE_FAILED\tAccountAccessRole\tResource handler returned message: "User: arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Admin_1a/jane is not authorized to perform: iam:TagRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-1/service_control_policy/p-1 (Service: Iam, Status Code: 403, Request ID: x)" (RequestToken: y, HandlerErrorCode: UnauthorizedTaggingOperation)',
    'creation-forbidden-by-organization',
  ],
  [
    'a service control policy in place of the permissions',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "DenyOutsideRegions",\n      "Effect": "Deny",\n      "NotAction": [\n        "iam:*",\n        "sts:*",\n        "organizations:*"\n      ],\n      "Resource": "*",\n      "Condition": {\n        "StringNotEquals": {\n          "aws:RequestedRegion": [\n            "eu-central-1"\n          ]\n        }\n      }\n    }\n  ]\n}',
    'permissions-only-denies',
  ],
  [
    'a bucket policy in place of the trust policy',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "VendorRead",\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::444455556666:role/PixelworksAccess"\n      },\n      "Action": [\n        "s3:GetObject",\n        "s3:ListBucket"\n      ],\n      "Resource": [\n        "arn:aws:s3:::acme-uploads",\n        "arn:aws:s3:::acme-uploads/*"\n      ]\n    }\n  ]\n}',
    'policy-of-resource',
  ],
  [
    'a principal of AWS GovCloud (US)',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws-us-gov:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}}]}',
    'TP29',
  ],
  [
    'an ARN without its partition',
    'Code: 400. Errors:\n\n* Error assuming role: AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123 is not authorized to perform: sts:AssumeRole on resource: arn:iam::444455556666:role/PixelworksAccess',
    'called-other-role',
  ],
  [
    'a role that can’t be resolved',
    '* unable to resolve ARN "arn:aws:iam::444455556666:role/PixelworksAccess" to internal ID: AccessDenied: Access denied\n\tstatus code: 403, request id: dbd4ecf0',
    'service-call-denied',
  ],
  [
    'the role of a task',
    "service failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::444455556666:role/ecsTaskExecutionRole' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.).",
    'call-of-service',
  ],
  [
    'an old Terraform that can’t assume the role',
    'Error: The role "arn:aws:iam::444455556666:role/PixelworksAccess" cannot be assumed.\n\n  There are a number of possible causes of this - the most common are:\n    * The credentials used in order to assume the role are invalid\n    * The credentials do not have appropriate permission to assume the role\n    * The role ARN is not valid\n\n  on connections.tf line 1, in provider "aws":\n   1: provider "aws" {',
    'vendor-denied',
  ],
  [
    'Terragrunt',
    'ERRO[0000] AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/session is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\n\tstatus code: 403, request id: 12\nERRO[0000] Unable to determine underlying exit code, so Terragrunt will exit with error code 1',
    'refused-without-reason',
  ],
  [
    'permissions in the trust policy',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "Statement1",\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n        }\n      }\n    },\n    {\n      "Action": [\n        "kinesis:DescribeStream",\n        "kinesis:GetRecords"\n      ],\n      "Resource": [\n        "arn:aws:kinesis:us-east-1:444455556666:stream/x"\n      ],\n      "Effect": "Allow"\n    }\n  ]\n}',
    'TP25',
  ],
  [
    'a scheduler without permission',
    'AccessDenied: User: arn:aws:sts::444455556666:assumed-role/PixelworksAccess/scheduler is not authorized to perform: ec2:StopInstances on resource: arn:aws:ec2:us-east-1:444455556666:instance/i-0a',
    'session-action-not-requested',
  ],
  [
    'a role that a product can’t assume',
    'Role Assumption Failed\nUnable to assume role arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-denied',
  ],
  [
    'a denied call to AWS Organizations',
    "[InsufficientPermissionException] [Possible suggestions] Service account must be present in the management account with the required permissions. [Error details] Test Connection Failed: You don't have permissions to access this resource. (Service: AWSOrganizations; Status Code: 400; Error Code: AccessDeniedException; Request ID: 65fc15e5)",
    'organization-call-rejected',
  ],
  [
    'an account without organization',
    'sailpoint.connector.ConnectionFailedException: [ ConnectionFailedException ] [ Error details ] Your account is not a member of an organization. (Service: AWSOrganizations; Status Code: 400; Error Code: AWSOrganizationsNotInUseException; Request ID: c8d77e54)',
    'organization-call-rejected',
  ],
  [
    'the role of an organization',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::777788889999:user/billing is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/OrganizationAccountAccessRole',
    'call-of-others',
  ],
  [
    'a user who can’t pass the role',
    'User: arn:aws:iam::444455556666:user/mary is not authorized to perform: iam:PassRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'terminal-not-authorized',
  ],
  [
    'an error of botocore over five lines',
    'botocore.exceptions.ClientError: An error occurred (AccessDenied)\nwhen calling the AssumeRole operation:\nUser: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-059a2b3e\nis not authorized to perform: sts:AssumeRole on resource:\narn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'a database that validates the connection',
    'VALIDATE CONNECTION pix;\nERROR:  failed to validate AWS connection\nDETAIL:  role trust policy does not require an external ID\nHINT:  Update the trust policy of arn:aws:iam::444455556666:role/PixelworksAccess.',
    'vendor-open',
  ],
  [
    'a guide’s principal',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::<aws-account-id>:<role_or_user>/<role-name_or_user-name>"\n      },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n        }\n      }\n    }\n  ]\n}',
    'placeholder',
  ],
  [
    'the trust policies of two roles',
    'Role 1 trust policy\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "",\n      "Effect": "Allow",\n      "Principal": {\n        "Service": "ec2.amazonaws.com"\n      },\n      "Action": [\n        "sts:AssumeRole",\n        "sts:TagSession",\n        "sts:SetSourceIdentity"\n      ]\n    }\n  ]\n}\nRole 2 trust policy\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n      },\n      "Action": "sts:AssumeRole"\n    }\n  ]\n}',
    'TP11',
  ],
  [
    'the vendor account and one of its users',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "Statement1",\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": [\n          "arn:aws:iam::111122223333:root",\n          "arn:aws:iam::111122223333:user/pix-test"\n        ]\n      },\n      "Action": "sts:AssumeRole"\n    }\n  ]\n}',
    'TP11',
  ],
  [
    'the policy of the caller',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Resource": [\n        "arn:aws:iam::444455556666:role/PixelworksAccess"\n      ]\n    }\n  ]\n}',
    'permissions-of-caller',
  ],
  [
    'a program that reads an undefined answer',
    "ERR Cannot read property 'AssumeRoleResult' of undefined: TypeError: Cannot read property 'AssumeRoleResult' of undefined",
    'unreadable',
  ],
  [
    'stars in place of accounts',
    'User: arn:aws:iam::*:user/pixel is not authorized to perform: sts:AssumeRole on resource: aws:iam::*:role/pixel_role (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: b59b74ae)\nhow to solve this problem!!!',
    'call-of-others',
  ],
  ['a connection that is blocked', 'Connection Blocked: we do not have access to member account 444455556666.', 'vendor-connection-failed'],
  [
    'a program that can’t read a path',
    'ValueError: too many values to unpack (expected 2)\n  File "cli/integrations.py", line 12, in parse_arn\nrole arn: arn:aws:iam::444455556666:role/acct-managed/PixelworksAccess',
    'unreadable',
  ],
]
