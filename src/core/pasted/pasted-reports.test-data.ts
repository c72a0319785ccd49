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
    'policy-not-json',
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
    'refused-without-reason',
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
    'as-planned',
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
]
