import type { PastedCase } from './pasted-answers.test-data.ts'

/** Reports of the kinds that people write in public, with other names and values. */
export const reports: readonly PastedCase[] = [
  [
    'Go SDK with an empty external ID',
    '{"level":"error","msg":"list installers","err":"InvalidParameter: 1 validation error(s) found.\\n- minimum field size of 2, AssumeRoleInput.ExternalId.\\n"}',
    'application-external-id-empty',
  ],
  [
    'Terraform, legacy parsing',
    'Error: creating IAM Role (PixelworksAccess): MalformedPolicyDocument: The policy failed legacy parsing\n\tstatus code: 400, request id: 0638940c\n\n  on role.tf line 1, in resource "aws_iam_role" "r":\n   1: resource "aws_iam_role" "r" {',
    'policy-legacy-parsing',
  ],
  [
    'IAM rejects an account of 11 digits',
    'error updating IAM Role (PixelworksAccess) assume role policy: MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::11112222333:role/PixelworksApplication"',
    'policy-principal-digits',
  ],
  [
    'a file name without file:// in a substitution',
    '$ ROLE_ARN=$(aws iam create-role --role-name PixelworksAccess \\\n   --assume-role-policy-document assume-role-policy.json --output text --query Role.Arn)\n\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json',
    'policy-file-prefix',
  ],
  [
    'Terraform, a statement without resources',
    'Error: error creating IAM policy PixelworksRead: MalformedPolicyDocument: Policy statement must contain resources.\n\tstatus code: 400',
    'policy-no-resource',
  ],
  [
    'an indented heredoc',
    'resource "aws_iam_role" "role" {\n    name = "PixelworksAccess"\n    assume_role_policy = <<EOF\n    {\n      "Version": "2012-10-17",\n      "Statement": [\n        {\n          "Action": "sts:AssumeRole",\n          "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n          "Effect": "Allow",\n          "Condition": {"StringEquals": {"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"}, "ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"}}\n        }\n      ]\n    }\nEOF\n}',
    'document-leading-space',
  ],
  [
    'a heredoc with variables and an empty condition',
    'resource "aws_iam_role" "r" {\n  name = var.role_name\n  assume_role_policy = <<EOF\n{\n  "Version":"2012-10-17",\n  "Statement": {\n    "Effect": "Allow",\n    "Principal": {\n      "AWS":"arn:aws:iam::\u0024{var.vendor_account}:root"\n    },\n    "Action": "sts:AssumeRole",\n    "Condition": {}\n  }\n}\nEOF \n}',
    'TP11',
  ],
  [
    'a data platform that calls as a user',
    'SQL execution error: Error assuming AWS_ROLE:\nUser: arn:aws:iam::111122223333:user/k7m2-s-v2st1234 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-other-caller',
  ],
  [
    'a data platform that asks to verify role and external ID',
    'Error assuming AWS_ROLE. Please verify the role and externalId are configured correctly in your AWS policy.',
    'vendor-denied',
  ],
  [
    'the own account and 0000 of a guide',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::444455556666:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "0000"}}}]}',
    'placeholder',
  ],
  [
    'a storage credential that could not be validated',
    'AWS IAM role in the storage credential is not authorized: the role arn:aws:iam::444455556666:role/PixelworksAccess could not be validated. Make sure the trust relationship of the role allows the external ID k7Qm2vK9dRt4XwB8nZc5Hs2P.',
    'vendor-denied',
  ],
  [
    'a message that names another external ID',
    'We were unable to assume role arn:aws:iam::444455556666:role/PixelworksAccess using external ID "acme-7781-xyz". AccessDenied.',
    'vendor-other-external-id',
  ],
  [
    'a message that names another role',
    'Failed to assume role arn:aws:iam::444455556666:role/pixelworks-old. Please check that the role exists and trusts our account.',
    'vendor-other-role',
  ],
  ['a mail with colons', 'Hi team, one question: the connection worked yesterday.\nNote: nothing was changed on our side.', 'unreadable'],
  [
    'a trust policy as inline policy',
    'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: Policy document should not specify a principal.',
    'policy-trust-as-permissions',
  ],
  [
    'Terraform, invalid JSON with numbered lines',
    '╷\n│ Error: "assume_role_policy" contains an invalid JSON policy: invalid character \'}\' looking for beginning of object key string\n│ \n│   with aws_iam_role.r,\n│   on main.tf line 12, in resource "aws_iam_role" "r":\n│   12:   assume_role_policy = file("trust.json")\n│ \n╵',
    'policy-not-json',
  ],
  [
    'a Terraform module that requires MFA',
    'module "access" {\n  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  version = "~> 5.0"\n\n  trusted_role_arns = [\n    "arn:aws:iam::111122223333:root",\n  ]\n\n  create_role = true\n  role_name   = "PixelworksAccess"\n  role_sts_externalid = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n}',
    'TP32',
  ],
  [
    'a Terraform local with another external ID',
    'locals {\n  external_id = "some-other-id-9x"\n}\ndata "aws_iam_policy_document" "t" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type = "AWS"\n      identifiers = ["arn:aws:iam::\u0024{local.vendor}:root"]\n    }\n    condition {\n      test = "StringEquals"\n      variable = "sts:ExternalId"\n      values = [local.external_id]\n    }\n  }\n}',
    'TP43',
  ],
  [
    'a template without Fn::Sub',
    '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "PixelworksAccess", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::\u0024{VendorAccount}:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"}, "ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"}}}]}}}}}',
    'template-variable',
  ],
  [
    'a table of AWS SAM that breaks within words',
    'CloudFormation events from stack operations (refresh every 5.0 seconds)\n-------------------------------------------------------------------------------------------------\nResourceStatus           ResourceType             LogicalResourceId        ResourceStatusReason    \n-------------------------------------------------------------------------------------------------\nCREATE_IN_PROGRESS       AWS::IAM::Role           AccountAccessRole        -                       \nCREATE_FAILED            AWS::IAM::Role           AccountAccessRole        User: arn:aws:iam::4444\n                                                                           55556666:user/dev is no\n                                                                           t authorized to perform\n                                                                           : iam:CreateRole on res\n                                                                           ource: arn:aws:iam::444\n                                                                           455556666:role/Pixelwor\n                                                                           ksAccess               \nROLLBACK_IN_PROGRESS     AWS::CloudFormation::St  PixelworksAccess         The following resource(\n                         ack                                               s) failed to create:   \n                                                                           [AccountAccessRole].    \n',
    'creation-not-authorized',
  ],
  [
    'a table with wrapped cells',
    '+---------------+----------------+-------------------+---------------------------+\n| Status        | Type           | LogicalId         | Reason                    |\n+---------------+----------------+-------------------+---------------------------+\n| CREATE_FAILED | AWS::IAM::Role | AccountAccessRole | Role with name            |\n|               |                |                   | PixelworksAccess already  |\n|               |                |                   | exists.                   |\n+---------------+----------------+-------------------+---------------------------+\n',
    'creation-role-exists',
  ],
  [
    'a wildcard in a role ARN',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/Pixel*"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"}, "ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"}}}]}',
    'TP05',
  ],
  [
    'everyone, limited to the vendor account',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P", "aws:PrincipalAccount": "111122223333"}, "ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"}}}]}',
    'principal-limited',
  ],
  [
    'the same operator twice',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"},"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/PixelworksApplication"}}}]}',
    'document-duplicate-name',
  ],
  [
    'a permissions policy in assume_role_policy',
    'resource "aws_iam_role" "r" {\n name = "PixelworksAccess"\n assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::acme-uploads/*" }] })\n}',
    'trust-is-permissions',
  ],
  [
    'Principals in place of Principal',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principals":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}',
    'document-grammar',
  ],
  [
    'a CDK role in Python without external ID',
    'role = iam.Role(self, "Access",\n    role_name="PixelworksAccess",\n    assumed_by=iam.AccountPrincipal("111122223333"),\n)',
    'TP11',
  ],
  [
    'a CDK principal with conditions',
    'const role = new iam.Role(this, "R", {\n  roleName: "PixelworksAccess",\n  assumedBy: new iam.PrincipalWithConditions(new iam.AccountPrincipal("111122223333"), {\n    StringEquals: { "sts:ExternalId": "old-id-from-2023" },\n  }),\n});',
    'TP43',
  ],
  [
    'a CDK role whose values come from outside',
    'new Role(this, "R", { assumedBy: new ArnPrincipal(props.vendorArn), externalIds: [props.externalId], roleName: "PixelworksAccess" })',
    'not-enough',
  ],
  ['a stack reason without its stack', 'PixelworksAccess already exists', 'creation-role-exists'],
  [
    'a resource that was cancelled',
    'CREATE_FAILED   AWS::IAM::Role   AccountAccessRole   Resource creation cancelled',
    'stack-rolled-back',
  ],
  [
    'a nested stack that failed',
    'Embedded stack arn:aws:cloudformation:us-west-2:444455556666:stack/pixelworks-ConfigStack-18GY/3ebc7c80 was not successfully updated. Currently in UPDATE_FAILED with reason: The following resource(s) failed to create: [AccountAccessRole].',
    'stack-rolled-back',
  ],
  [
    'an identifier that exists',
    "2026-10-17 16:16:06 UTC+0100 | AccountAccessRole | CREATE_FAILED | Resource handler returned message: \"Resource of type 'AWS::IAM::Role' with identifier 'PixelworksAccess' already exists.\" (RequestToken: fb433b47, HandlerErrorCode: AlreadyExists)",
    'creation-role-exists',
  ],
  [
    'the CDK with an old reason',
    'PixelworksStack: creating CloudFormation changeset...\n2:20:17 PM | CREATE_FAILED        | AWS::IAM::Role      | AccountAccessRole34F54B99\nPixelworksAccess already exists',
    'creation-role-exists',
  ],
  [
    'iam:CreateRole with API before it',
    'API: iam:CreateRole User: arn:aws:sts::444455556666:assumed-role/dev/jo is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess because no identity-based policy allows the iam:CreateRole action',
    'creation-not-authorized',
  ],
  [
    'a guide of a data platform with two principals',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": [\n     "arn:aws:iam::111122223333:role/PixelworksApplication",\n     "arn:aws:iam::<YOUR-AWS-ACCOUNT-ID>:role/<THIS-ROLE-NAME>"\n    ]\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "<STORAGE-CREDENTIAL-EXTERNAL-ID>"\n    }\n   }\n  }\n ]\n}',
    'placeholder',
  ],
  [
    'a CloudTrail event of a denied call',
    '{\n  "eventVersion": "1.08",\n  "userIdentity": {\n    "type": "AssumedRole",\n    "arn": "arn:aws:sts::111122223333:assumed-role/PixelworksApplication/w1",\n    "accountId": "111122223333"\n  },\n  "eventSource": "sts.amazonaws.com",\n  "eventName": "AssumeRole",\n  "errorCode": "AccessDenied",\n  "errorMessage": "User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/w1 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess",\n  "requestParameters": null,\n  "responseElements": null\n}',
    'refused-without-reason',
  ],
  [
    'an error of the SDK for JavaScript v2',
    "2026-06-02T17:40:35.538Z\t6cca367d { [AccessDenied: Not authorized to perform sts:AssumeRole]\nmessage: 'Not authorized to perform sts:AssumeRole',\ncode: 'AccessDenied' }",
    'refused-without-reason',
  ],
  [
    'a monitoring product that isn’t authorized',
    'Pixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666 Regions affected: every region',
    'refused-without-reason',
  ],
  [
    'the lookup role of the CDK',
    "Could not assume role in target account using current credentials (which are for account 777788889999) User: arn:aws:iam::777788889999:user/test is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/cdk-hnb659fds-lookup-role-444455556666-eu-west-1 . Please make sure that this role exists in the account. If it doesn't exist, (re)-bootstrap the environment",
    'call-of-cdk',
  ],
  [
    'an account of ten digits in a second statement',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    },\n    "ArnEquals": {\n     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"\n    }\n   }\n  },\n  {\n   "Sid": "",\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::1234567890:role/nodes.acme.example"\n   },\n   "Action": "sts:AssumeRole"\n  }\n ]\n}',
    'principal-account-digits',
  ],
  [
    'a star as external ID in a list',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringLike": {\n     "sts:ExternalId": [\n      "*"\n     ]\n    }\n   }\n  }\n ]\n}',
    'TP12',
  ],
  [
    'angle brackets of a guide',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "<aws_account_id>"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringLike": {\n     "sts:ExternalId": [\n      "<external_id>"\n     ]\n    }\n   }\n  }\n ]\n}',
    'placeholder',
  ],
  [
    'the external IDs of two tenants',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": [\n      "k7Qm2vK9dRt4XwB8nZc5Hs2P",\n      "partner-tenant-5521"\n     ]\n    },\n    "ArnEquals": {\n     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"\n    }\n   }\n  }\n ]\n}',
    'TP21',
  ],
  [
    'Terraform with the external ID of another resource',
    'data "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["sts:AssumeRole"]\n\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n\n      values = [\n        datadog_integration_aws.this.external_id\n      ]\n    }\n  }\n}\n\ndata "aws_iam_policy_document" "perm" {\n  statement {\n    actions = [\n      "s3:Get*",\n    ]\n    resources = ["*"]\n  }\n}\nresource "aws_iam_role" "this" {\n  name = "PixelworksAccess"\n  assume_role_policy = data.aws_iam_policy_document.assume.json\n}\n',
    'principal-arn-missing',
  ],
  [
    'the own account in place of the vendor',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::444455556666:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    },\n    "ArnEquals": {\n     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"\n    }\n   }\n  }\n ]\n}',
    'TP04',
  ],
  [
    'MFA, which the console offers',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    },\n    "Bool": {\n     "aws:MultiFactorAuthPresent": "true"\n    }\n   }\n  }\n ]\n}',
    'TP32',
  ],
  [
    'a table of a storage integration',
    '| STORAGE_AWS_ROLE_ARN      | String | arn:aws:iam::444455556666:role/pixelworks_old | |\n| STORAGE_AWS_IAM_USER_ARN  | String | arn:aws:iam::111122223333:user/abc1-b-self1234 | |\n| STORAGE_AWS_EXTERNAL_ID   | String | MYACCOUNT_SFCRole=2_a123456/s0aBCDEfGHIJklmNoPq= | |',
    'vendor-other-role',
  ],
  [
    'a connection test that failed',
    'Connection test failed\nDefault: Failed to assume role arn:aws:iam::444455556666:role/PixelworksAccess. Verify that the external ID in the trust policy matches k7Qm2vK9dRt4XwB8nZc5Hs2P',
    'vendor-denied',
  ],
  [
    'the SDK for Java without credentials',
    'com.amazonaws.SdkClientException: Unable to load AWS credentials from any provider in the chain: [EnvironmentVariableCredentialsProvider: Unable to load AWS credentials from environment variables]',
    'application-credentials',
  ],
  [
    'an invalid token of the caller',
    'An error occurred (InvalidClientTokenId) when calling the AssumeRole operation: The security token included in the request is invalid.',
    'application-credentials',
  ],
  [
    'a terminal in another account',
    '$ aws sts get-caller-identity\n{\n    "UserId": "AIDAEXAMPLE",\n    "Account": "777788889999",\n    "Arn": "arn:aws:iam::777788889999:user/ops"\n}',
    'terminal-in-other-account',
  ],
  [
    'a YAML template with words to replace',
    'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Principal:\n              AWS: "arn:aws:iam::REPLACE_WITH_ACCOUNT:root"\n            Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: CHANGE_ME\n',
    'placeholder',
  ],
  [
    'a CDK role in Java without external ID',
    'Role role = Role.Builder.create(this, "Access")\n    .roleName("PixelworksAccess")\n    .assumedBy(new AccountPrincipal("111122223333"))\n    .build();',
    'TP11',
  ],
  [
    'a policy within a command',
    'aws iam create-role --role-name PixelworksAccess --assume-role-policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"wrong-id-here-77"}}}]}\'',
    'TP43',
  ],
  [
    'a session longer than the role allows',
    'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'vendor-duration',
  ],
  [
    'a Region that the customer deactivated',
    'An error occurred (RegionDisabledException) when calling the AssumeRole operation: STS is not activated in this region for account:444455556666. Your account administrator can activate STS in this region using the IAM Console.',
    'sts-region-off',
  ],
  [
    'a role that trusts itself',
    '17:24:58 ERROR An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/PixelworksAccess"',
    'creation-self-principal',
  ],
  [
    'a principal that doesn’t exist',
    'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/PixelworksApplication" (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 5a36253e; Proxy: null)',
    'creation-invalid-principal',
  ],
  [
    'a trust policy in the console’s policy editor',
    'This policy contains the following error: Has prohibited field Principal For more information about the IAM policy grammar, see AWS IAM Policies.',
    'policy-trust-as-permissions',
  ],
  [
    'the checks of the console’s policy editor',
    'Ln 4, Col 4 Missing Resource: Add a Resource or NotResource element to the policy statement.\nLn 6, Col 19 Unsupported Principal: The policy type IDENTITY_POLICY does not support the Principal element. Remove the Principal element.',
    'policy-trust-as-permissions',
  ],
  [
    'a guide’s words in capitals',
    '{"Statement": [{"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}}, {"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"AWS": "INSERT_THE_ROLE_ARN_YOU_JUST_CREATED_HERE"}}], "Version": "2012-10-17"}',
    'placeholder',
  ],
  [
    'an identity policy of the caller',
    'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess because no identity-based policy allows the sts:AssumeRole action',
    'vendor-not-allowed',
  ],
  ['a role that is unable to be assumed', 'The defined assume role is unable to be assumed.', 'vendor-denied'],
  [
    'words in the place of the account',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::AWS-account-ID:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    },\n    "ArnEquals": {\n     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication"\n    }\n   }\n  }\n ]\n}',
    'placeholder',
  ],
  [
    'a policy without its outer brackets',
    '"Version": "2012-10-17",\n"Statement": [\n{\n"Effect": "Allow",\n"Principal": {\n"AWS": "arn:aws:iam::111122223333:root"\n},\n"Action": "sts:AssumeRole"\n}\n]',
    'document-not-json',
  ],
  [
    'another role of the vendor',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:role/pixelworks-upload-qa"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEquals": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    }\n   }\n  }\n ]\n}',
    'principal-other-role',
  ],
  [
    'a web identity',
    'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'call-of-identity-provider',
  ],
  [
    'the SDK for JavaScript v2 without credentials',
    'CredentialsError: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1',
    'application-credentials',
  ],
  [
    'the role of a Terraform provider',
    'Error: Cannot assume IAM Role\n\n  with provider["registry.terraform.io/hashicorp/aws"],\n  on provider.tf line 1, in provider "aws":\n   1: provider "aws" {\n\nIAM Role (arn:aws:iam::444455556666:role/terraform) cannot be assumed.\n\nError: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 11, api error AccessDenied: User: arn:aws:iam::444455556666:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/terraform',
    'call-of-others',
  ],
  ['a reason about capabilities', 'Requires capabilities : [CAPABILITY_NAMED_IAM]', 'creation-capabilities'],
  [
    'an error of a key policy',
    'Policy contains a statement with one or more invalid principals. (Service: Kms, Status Code: 400, Request ID: 4ae4)',
    'unreadable',
  ],
  [
    'an optional external ID',
    '{\n "Version": "2012-10-17",\n "Statement": [\n  {\n   "Effect": "Allow",\n   "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n   },\n   "Action": "sts:AssumeRole",\n   "Condition": {\n    "StringEqualsIfExists": {\n     "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n    }\n   }\n  }\n ]\n}',
    'TP14',
  ],
  [
    'a CloudTrail event with another external ID',
    '{\n "eventName": "AssumeRole",\n "userIdentity": {\n  "accountId": "111122223333",\n  "type": "AWSAccount"\n },\n "requestParameters": {\n  "roleArn": "arn:aws:iam::444455556666:role/PixelworksAccess",\n  "externalId": "older-connection-id-4",\n  "roleSessionName": "w"\n },\n "errorCode": "AccessDenied",\n "errorMessage": "Access denied"\n}',
    'vendor-other-external-id',
  ],
  [
    'a debug log of the SDK with the request',
    '[2026-11-19T09:12:41Z] 09:12:41.218Z info: make sure that role PixelworksAccess is there\n[2026-11-19T09:12:41Z] 09:12:41.644Z debug: [AWS iam 400 0.291s 0 retries] createRole({\n[2026-11-19T09:12:41Z]   AssumeRolePolicyDocument: \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/PixelworksGone"},"Action":"sts:AssumeRole"}]}\',\n[2026-11-19T09:12:41Z]   RoleName: \'PixelworksAccess\'\n[2026-11-19T09:12:41Z] })\n[2026-11-19T09:12:41Z] 09:12:41.645Z error: setup failed (attempt 2):\n[2026-11-19T09:12:41Z] MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/PixelworksGone"\n[2026-11-19T09:12:41Z]     at Request.extractError (/app/node_modules/aws-sdk/lib/protocol/query.js:50:29)',
    'creation-invalid-principal',
  ],
  [
    'a key that the call doesn’t have',
    "Run aws-actions/configure-aws-credentials@v1\n  with:\n    role-to-assume: arn:aws:iam::444455556666:role/PixelworksAccess\n    role-external-id: ***\n    aws-region: eu-west-1\nError: Unexpected key 'ExternalId' found in params",
    'call-malformed',
  ],
  [
    'a sign-in with OIDC',
    'Run aws-actions/configure-aws-credentials@v4\nAssuming role with OIDC\nError: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'call-of-identity-provider',
  ],
  [
    'an empty external ID in an error of the product',
    'PXW-SRC-401-02: The warehouse connection could not be opened:\nParameter validation failed:\nInvalid length for parameter ExternalId, value: 0, valid min length: 2',
    'application-external-id-empty',
  ],
  [
    'masked accounts on three lines',
    'level=error msg="cannot list buckets" AccessDenied: User: arn:aws:sts::*****:assumed-role/<APP-ROLE>/7c1e9a-<APP-ROLE>\nis not authorized to perform: sts:AssumeRole on resource:\narn:aws:iam::*****:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'a denied call without the caller',
    "2026-11-20 04:00:12,771 ERROR: Exception in sync of account 444455556666: An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole' [in /opt/sync/watcher.py:172]",
    'refused-without-reason',
  ],
  [
    'a service that gives its reason',
    'Error: error creating DataSync Location S3: InvalidRequestException: Unable to assume role. Reason: Access denied when calling sts:AssumeRole; roleName=PixelworksAccess, roleArn=arn:aws:iam::444455556666:role/PixelworksAccess\n\tstatus code: 400, request id: 4d1f0a2e-0000',
    'refused-without-reason',
  ],
  [
    'Pulumi in Python, with a text as Principal',
    'role = aws.iam.Role("access",\n    name="PixelworksAccess",\n    assume_role_policy="""{\n    "Version": "2012-10-17",\n    "Statement": [{\n        "Sid": "AllowPixelworks",\n        "Effect": "Allow",\n        "Principal": "arn:aws:iam::111122223333:root",\n        "Action": "sts:AssumeRole",\n        "Condition": {"StringEquals": {"sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P"}}\n    }]\n}""",\n)',
    'TP39',
  ],
  [
    'Pulumi in TypeScript, with values of its config',
    'import * as aws from "@pulumi/aws";\nconst cfg = new pulumi.Config();\nconst access = new aws.iam.Role("access", {\n    name: "PixelworksAccess",\n    assumeRolePolicy: {\n        Version: "2012-10-17",\n        Statement: [{\n            Effect: "Allow",\n            Principal: { AWS: `arn:aws:iam::\u0024{cfg.require("vendorAccount")}:root` },\n            Action: "sts:AssumeRole",\n            Condition: { StringEquals: { "sts:ExternalId": cfg.requireSecret("externalId") } },\n        }],\n    },\n});',
    'principal-arn-missing',
  ],
  [
    'a partition that doesn’t exist',
    '  aws:iam:Role (access):\n    error: 1 error occurred:\n    \t* error creating IAM Role (PixelworksAccess): MalformedPolicyDocument: Partition "1" is not valid for resource "arn:1:iam::111122223333:root".\n    \tstatus code: 400, request id: 0f0e-11',
    'policy-partition',
  ],
  [
    'a stack set without an execution role',
    "Error: Operation (terraform-20261119102211) Results:\nAccount (444455556666) Region (eu-west-1) Status (FAILED) Status Reason: Account 444455556666 should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.",
    'creation-stack-set-role',
  ],
  [
    'a capability in the words of an old API',
    'INFO: Template cf.yml is valid!\nERROR: Could not create PixelworksAccess: Malformed input-Requires capabilities : [CAPABILITY_IAM]',
    'creation-capabilities',
  ],
  [
    'an exception of Julia',
    'ERROR: LoadError: AWSException("AccessDenied", "User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess", HTTP.Exceptions.StatusError(403, "POST", "/"))',
    'refused-without-reason',
  ],
  [
    'a CDK program and the error that it ended in',
    "new Role(this, 'access', {\n    roleName: 'PixelworksAccess',\n    assumedBy: new ArnPrincipal(`arn:aws:iam::111122223333:role/PixelworksAplication`),\n    externalIds: ['k7Qm2vK9dRt4XwB8nZc5Hs2P'],\n});\n\nThis fails with\nInvalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:role/PixelworksAplication\" (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 3ee72085-0000; Proxy: null)",
    'creation-invalid-principal',
  ],
  [
    'a policy with brackets lost in a wiki',
    '  "Version": "2012-10-17",\n  "Statement": [\n      "Effect": "Allow",\n      "Principal": {\n        "AWS": "111122223333"\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringLike": {\n          "sts:ExternalId": [\n             "k7Qm2vK9dRt4XwB8nZc5Hs2P"',
    'document-not-json',
  ],
  [
    'a row of the event table about a principal',
    '2026-11-19 10:44:03 UTC+0100\tAccountAccessRole\tCREATE_FAILED\t-\tResource handler returned message: "Policy document should not specify a principal. (Service: Iam, Status Code: 400, Request ID: 77aa) (SDK Attempt Count: 1)" (RequestToken: 11-22, HandlerErrorCode: InvalidRequest)',
    'policy-trust-as-permissions',
  ],
  [
    'a failed task of Ansible',
    'fatal: [localhost]: FAILED! => {"boto3_version": "1.34.0", "changed": false, "error": {"code": "EntityAlreadyExists", "message": "Role with name PixelworksAccess already exists.", "type": "Sender"}, "msg": "Unable to create role: An error occurred (EntityAlreadyExists) when calling the CreateRole operation: Role with name PixelworksAccess already exists."}',
    'creation-role-exists',
  ],
  [
    'MFA that failed',
    'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    'caller-mfa',
  ],
  [
    'the console about a policy without a principal',
    'Your request has a problem. See the following details.\nThis policy contains the following error: Missing required field Principal',
    'policy-no-principal',
  ],
  [
    'an external ID that has expired',
    'Pixelworks could not refresh account 444455556666 (role PixelworksAccess). The external ID of this setup has expired. Generate a new one and update the trust policy.',
    'vendor-names-trust',
  ],
  [
    'Terraform about the length of the policy',
    '│ Error: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 9c, LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048',
    'TP28',
  ],
  [
    'an event of Kubernetes with another role name',
    'Warning  ReconcileError  2m (x14 over 9m)  account-controller  failed to sync account "acme": operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 1c7e, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/pod-77 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/pixelworksaccess',
    'called-other-role',
  ],
  [
    'Terraform with quotes within an expression',
    'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::\u0024{var.accounts["vendor"]}:root"]\n    }\n    condition {\n      test     = "StringLike"\n      variable = "sts:ExternalId"\n      values   = ["*"]\n    }\n  }\n}',
    'TP12',
  ],
  [
    'a part of an event of CloudTrail',
    '"errorCode": "AccessDenied",\n    "errorMessage": "User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/1679911173 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess",',
    'refused-without-reason',
  ],
  [
    'a connector that S3 denies',
    'Configuration check failed\nCould not connect to the S3 bucket with the provided configuration. Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: 7XA; S3 Extended Request ID: 9k; Proxy: null)',
    'storage-denied',
  ],
  [
    'boto3 that S3 denies',
    'botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: Access Denied',
    'storage-denied',
  ],
  [
    'a product that asks to configure the external ID',
    'Access Denied. Please configure External ID in the AWS IAM Console. Learn more',
    'vendor-names-trust',
  ],
  [
    'an access key that doesn’t exist',
    '"message": "Internal Server Error: The AWS Access Key Id you provided does not exist in our records. (Service: S3, Status Code: 403, Request ID: 9Q, Extended Request ID: zz)"',
    'application-credentials',
  ],
  [
    'the own account as external ID of a template',
    '{"Resources":{"AccessRole":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"PixelworksAccess","AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root"]},"Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"sts:ExternalId":{"Ref":"AWS::AccountId"}}}}]},"ManagedPolicyArns":[{"Ref":"Read"}]}}}}',
    'TP43',
  ],
  [
    'a log with two policies',
    '==> Verifying trust policies\nPASS: Installer has no sts:ExternalId\nInstaller trust policy:\n{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Pixelworks-Installer" }, "Action": "sts:AssumeRole" }]\n}\nSupport trust policy:\n{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/Pixelworks-Support" }, "Action": "sts:AssumeRole" }]\n}',
    'principal-other-role',
  ],
  [
    'a template with a condition on the external ID',
    "Parameters:\n  ExternalId:\n    Type: String\n    Default: ''\nConditions:\n  HasExternalId:\n    Fn::Not: [{ Fn::Equals: [{ Ref: ExternalId }, ''] }]\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal: { AWS: 'arn:aws:iam::111122223333:root' }\n            Action: sts:AssumeRole\n            Condition:\n              Fn::If:\n                - HasExternalId\n                - StringEquals: { sts:ExternalId: { Ref: ExternalId } }\n                - Ref: AWS::NoValue",
    'principal-arn-missing',
  ],
  [
    'a service that calls the role invalid',
    'ValidationException: Role arn:aws:iam::444455556666:role/PixelworksAccess is invalid or cannot be assumed',
    'vendor-denied',
  ],
  [
    'Pulumi in YAML',
    'resources:\n  access:\n    type: aws:iam:Role\n    properties:\n      name: PixelworksAccess\n      assumeRolePolicy:\n        fn::toJSON:\n          Version: 2012-10-17\n          Statement:\n            - Effect: Allow\n              Principal: { AWS: "111122223333" }\n              Action: sts:AssumeRole',
    'TP11',
  ],
  [
    'a question with a key that ends in a space',
    'Hi, we set up the role as in the docs but it still says "could not be verified". This is our trust relationship:\n\n{\n    "Version": "2012-10-17",\n    "Statement": [\n        {\n            "Effect": "Allow",\n            "Principal": {\n                "AWS": "arn:aws:iam::111122223333:root"\n            },\n            "Action": "sts:AssumeRole",\n            "Condition": {\n                "StringEquals": {\n                    "sts:ExternalID ": "k7Qm2vK9dRt4XwB8nZc5Hs2P"\n                }\n            }\n        }\n    ]\n}\n\nAny idea?',
    'external-id-key',
  ],
  [
    'a new line at the end of the external ID',
    '{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n    "Action": "sts:AssumeRole",\n    "Condition": { "StringEquals": { "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P\\n" } }\n  }]\n}',
    'TP20',
  ],
  [
    'a log of a function with a bare denial',
    "2026-06-02T17:40:35.538Z\t6cca367d-47ba-11e7-81aa-e3668cf6c658\t{ [AccessDenied: Not authorized to perform sts:AssumeRole]\nmessage: 'Not authorized to perform sts:AssumeRole',\ncode: 'AccessDenied' }",
    'refused-without-reason',
  ],
  [
    'a denial over three lines',
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/6fa16a-PixelworksApplication\nis not authorized to perform: sts:AssumeRole on resource: \narn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'StringLike with a list, as a guide has it',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringLike":{"sts:ExternalId":["k7Qm2vK9dRt4XwB8nZc5Hs2P"]}}}]}',
    'external-id-operator',
  ],
  [
    'the external ID of the test environment',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"staging-3fLw8Qm2vK9dRt4X"}}}]}',
    'TP43',
  ],
  [
    'a session without its name',
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'an ARN as account in the AWS CDK',
    "new iam.Role(this, 'Integration', {\n  roleName: 'PixelworksAccess',\n  assumedBy: new iam.AccountPrincipal('arn:aws:iam::111122223333:user/pix1-b-self1234'),\n  externalIds: ['k7Qm2vK9dRt4XwB8nZc5Hs2P'],\n});",
    'principal-nested-arn',
  ],
  [
    'a Terraform module without principals',
    'Error: Error creating IAM Role PixelworksAccess: MalformedPolicyDocument: Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in policy has a statement with no principals!\n        status code: 400, request id: 5b1c0d2e\n\n  on access.tf line 4, in resource "aws_iam_role" "access":',
    'policy-no-principal',
  ],
  [
    'a trust policy as an inline policy',
    'Error: putting IAM Role (PixelworksAccess) Policy (Trust): MalformedPolicyDocument: Policy document should not specify a principal.\n\tstatus code: 400, request id: 91aa',
    'policy-trust-as-permissions',
  ],
]
