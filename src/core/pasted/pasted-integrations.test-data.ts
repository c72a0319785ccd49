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
    'unreadable',
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
  ['a product that rejects the ARN', 'Role ARN format is not valid!', 'unreadable'],
  [
    'an account that exists in the product',
    'Checking for a preexisting link, and validating the AWS CLI credentials\nCreating the AWS role for the integration\nLinking your Pixelworks account to your AWS account\nCloud integrations account [444455556666] already exists in Pixelworks account [77].',
    'unreadable',
  ],
  [
    'Terraform whose values all come from the vendor',
    'resource "aws_iam_role" "this" {\n  name = "PixelworksAccess"\n  max_session_duration = 3600\n  assume_role_policy = data.aws_iam_policy_document.pix_assume_policy\n}\ndata "aws_iam_policy_document" "pix_assume_policy" {\n  statement {\n    sid     = ""\n    effect  = "Allow"\n    actions = ["sts:AssumeRole"]\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = [pixelworks_access_setup.this.aws.assumed_role_external_id]\n    }\n    principals {\n      type        = "AWS"\n      identifiers = [pixelworks_access_setup.this.aws.aws_account_arn]\n    }\n  }\n}',
    'not-enough',
  ],
  [
    'a second statement for the role itself',
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "VendorAssumeRole",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": {\n        "AWS": "arn:aws:iam::111122223333:role/PixelworksApplication"\n      },\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n        }\n      }\n    },\n    {\n      "Sid": "ExplicitSelfRoleAssumption",\n      "Effect": "Allow",\n      "Action": "sts:AssumeRole",\n      "Principal": {\n        "AWS": "arn:aws:iam::444455556666:root"\n      },\n      "Condition": {\n        "ArnLike": {\n          "aws:PrincipalArn": "arn:aws:iam::444455556666:role/PixelworksAccess"\n        }\n      }\n    }\n  ]\n}',
    'TP09',
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
]
