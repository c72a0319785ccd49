import type { PastedCase } from './pasted-answers.test-data.ts'

/** Kinds of reports that a reading by pattern once got wrong. */
export const kinds: readonly PastedCase[] = [
  [
    'A principal list with the application role and the role itself',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:role/PixelworksApplication","arn:aws:iam::444455556666:role/PixelworksAccess"]},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}}]}',
    'TP07',
  ],
  [
    'An account of 13 digits',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::1111222233334:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}}]}',
    'principal-account-digits',
  ],
  [
    'A guide’s account and 0000 left in',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::<VENDOR_ACCOUNT>:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"0000"}}}]}',
    'placeholder',
  ],
  [
    'A template read with file()',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\u0024{vendor_account}:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"\u0024{external_id}"}}}]}',
    'template-variable',
  ],
  [
    'An old external ID and a CI role',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root","arn:aws:iam::777788889999:role/ci"]},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"acme-2024-old-connection-id"}}}]}',
    'TP43',
  ],
  [
    'A second Terraform statement without a condition',
    'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = [var.external_id]\n    }\n  }\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n  }\n}\n',
    'TP22',
  ],
  [
    'A trailing comma in a heredoc',
    'resource "aws_iam_role" "r" {\n  name = "PixelworksAccess"\n  assume_role_policy = <<EOF\n{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n    "Action": "sts:AssumeRole",\n    "Condition": { "StringEquals": { "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P" } },\n  }]\n}\nEOF\n}\n',
    'document-not-json',
  ],
  [
    'A CDK role with SUPPLY-ME',
    "new iam.Role(this, 'Access', {\n  roleName: 'PixelworksAccess',\n  assumedBy: new iam.AccountPrincipal('111122223333'),\n  externalIds: ['SUPPLY-ME'],\n});",
    'placeholder',
  ],
  [
    'A lone statement that trusts everyone',
    '{ "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole", "Condition": { "StringEqualsIfExists": { "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P" } } }',
    'TP02',
  ],
  [
    'A condition without operator',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}]}',
    'condition-without-operator',
  ],
  [
    'A policy that ends in a word',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeR',
    'policy-incomplete',
  ],
  [
    'A version that became a time',
    '{"Version":"2012-10-17T00:00:00.000Z","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"}}}]}',
    'policy-version',
  ],
  [
    'A file name without file://',
    '$ aws iam create-role --role-name PixelworksAccess --assume-role-policy-document trust.json\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json',
    'policy-file-prefix',
  ],
  [
    'Has prohibited field Resource',
    'An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Has prohibited field Resource',
    'policy-permissions-as-trust',
  ],
  [
    'A reason that names another stack',
    'PixelworksAccess already exists in stack arn:aws:cloudformation:us-east-1:444455556666:stack/old/0aa0-11bb',
    'creation-resource-in-stack',
  ],
  [
    'The vendor’s sentence about a failed connection',
    'Could not validate the connection: unable to assume arn:aws:iam::444455556666:role/PixelworksAccess with the external ID k7Qm2vK9dRt4XwB8nZc5Hs2P. Check the trust relationship of the role.',
    'vendor-denied',
  ],
  [
    'An empty external ID in boto3',
    'Parameter validation failed:\nInvalid length for parameter ExternalId, value: 0, valid min length: 2',
    'application-external-id-empty',
  ],
  [
    'A traceback without credentials',
    'botocore.exceptions.NoCredentialsError: Unable to locate credentials\n  in pixelworks/scanner/aws.py, line 88',
    'application-credentials',
  ],
  [
    'A session of two hours in a role chain',
    'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    'application-role-chaining',
  ],
  [
    'A Region that the vendor turned off',
    'An error occurred (RegionDisabledException) when calling the AssumeRole operation: STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
    'application-region-off',
  ],
  [
    'Everyone, and an organization that the vendor isn’t in',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P","aws:PrincipalOrgID":"o-customer123"}}}]}',
    'TP35',
  ],
  [
    '"*" for the whole element, and an organization that the vendor isn’t in',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P","aws:PrincipalOrgID":"o-customer123"}}}]}',
    'TP35',
  ],
  [
    'Everyone, with another external ID',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2Q"}}}]}',
    'TP43',
  ],
  [
    'An organization and no external ID',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-customer123"}}}]}',
    'TP35',
  ],
  [
    'MFA and no external ID',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}',
    'TP32',
  ],
  [
    'Everyone and no external ID',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}',
    'TP02',
  ],
  [
    'Everyone, and another role of the vendor',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["*","arn:aws:iam::444455556666:root"]},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P"},"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/Other"}}}]}',
    'principal-arn-other',
  ],
  [
    'A source identity',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"k7Qm2vK9dRt4XwB8nZc5Hs2P","aws:SourceIdentity":"jane"}}}]}',
    'condition-source-identity',
  ],
  [
    'A Terraform module that requires MFA by default',
    'module "iam_assumable_role" {\n  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  version = "5.30.0"\n  trusted_role_arns = ["arn:aws:iam::111122223333:root"]\n  create_role = true\n  role_name = "PixelworksAccess"\n  role_sts_externalid = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n}',
    'TP32',
  ],
  [
    'A Terraform module with MFA turned off',
    'module "iam_assumable_role" {\n  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  version = "5.30.0"\n  trusted_role_arns = ["arn:aws:iam::111122223333:root"]\n  create_role = true\n  role_name = "PixelworksAccess"\n  role_requires_mfa = false\n  role_sts_externalid = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n}',
    'principal-arn-missing',
  ],
  [
    'A Terraform module with MFA left open',
    'module "iam_assumable_role" {\n  source  = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  trusted_role_arns = ["arn:aws:iam::111122223333:root"]\n  role_name = "PixelworksAccess"\n  role_requires_mfa = var.mfa\n  role_sts_externalid = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n}',
    'principal-arn-missing',
  ],
  [
    'A dynamic block for the condition',
    'data "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n    dynamic "condition" {\n      for_each = var.external_id == null ? [] : [var.external_id]\n      content {\n        test     = "StringEquals"\n        variable = "sts:ExternalId"\n        values   = [condition.value]\n      }\n    }\n  }\n}',
    'not-enough',
  ],
  [
    'A dynamic block for the principals',
    'data "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    dynamic "principals" {\n      for_each = var.trusted\n      content {\n        type        = "AWS"\n        identifiers = principals.value\n      }\n    }\n    condition {\n        test     = "StringEquals"\n        variable = "sts:ExternalId"\n        values   = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n    }\n  }\n}',
    'not-enough',
  ],
  [
    'A dynamic block for the statements',
    'data "aws_iam_policy_document" "assume" {\n  dynamic "statement" {\n    for_each = var.vendors\n    content {\n      actions = ["sts:AssumeRole"]\n      principals {\n        type        = "AWS"\n        identifiers = [statement.value.arn]\n      }\n      condition {\n        test     = "StringEquals"\n        variable = "sts:ExternalId"\n        values   = [statement.value.external_id]\n      }\n    }\n  }\n}',
    'not-enough',
  ],
  [
    'A right statement and a dynamic block for others',
    'data "aws_iam_policy_document" "assume" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = ["k7Qm2vK9dRt4XwB8nZc5Hs2P"]\n    }\n    condition {\n      test     = "ArnEquals"\n      variable = "aws:PrincipalArn"\n      values   = ["arn:aws:iam::111122223333:role/PixelworksApplication"]\n    }\n  }\n  dynamic "statement" {\n    for_each = var.extra\n    content {\n      actions = ["sts:AssumeRole"]\n      principals {\n        type        = "AWS"\n        identifiers = [statement.value]\n      }\n    }\n  }\n}',
    'not-enough',
  ],
  [
    'A part of a statement with placeholders without quotes',
    '  "Principal": {\n    "AWS": "arn:aws:iam::111122223333:root"\n  },\n  "Action": "sts:AssumeRole",\n  "Condition": {\n    "StringEquals": {\n      "sts:ExternalId": [\n        <first ID>,\n        <second ID>,\n      ]\n    }\n  }',
    'policy-fragment',
  ],
  [
    'A policy that lost its braces',
    'Use this policy:\n\n  "Version": "2012-10-17",\n  "Statement": [\n     "Effect": "Allow",\n     "Principal": {\n        "AWS": "<vendor_account>"\n     "Action": "sts:AssumeRole",\n     "Condition": {\n        "StringEquals": {\n          "sts:ExternalId": [',
    'policy-fragment',
  ],
  [
    'A part of a statement with another external ID',
    'The condition is\n  "Condition": {\n    "StringEquals": {\n      "sts:ExternalId": "Zq81LmT0vB5nRw7Yc3Kd9Sxe"\n    }\n  }',
    'TP43',
  ],
  [
    'A whole policy with a comma too many, after a sentence',
    'Here it is:\n{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P", } } } ] }',
    'document-not-json',
  ],
  [
    'A permissions policy of a caller is no part of a trust policy',
    '  "Effect": "Allow",\n  "Action": "sts:AssumeRole",\n  "Resource": "<role ARN>",\n  "Condition": { "StringEquals": { "sts:ExternalId": "<ID>" } }',
    'unreadable',
  ],
  [
    'An action within the principal, with a bare error code',
    'What is wrong here? MalformedPolicyDocument\n\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Principal:\n              AWS: arn:aws:iam::111122223333:root\n              Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: k7Qm2vK9dRt4XwB8nZc5Hs2P',
    'element-misplaced',
  ],
  [
    'The findings of a linter about a trust policy',
    "HIGH - Malformed - Policy does not contain a required element - Statement contains neither Resource nor NotResource - {'line': 5, 'column': 5, 'filepath': 'trust.json'}",
    'scan-policy-lint',
  ],
  [
    'A Federated principal without a value',
    'MalformedPolicyDocument: Federated principals must be valid domain names or SAML metadata ARNs',
    'policy-other-principal',
  ],
  [
    'A resource handler that lost its connection',
    'Resource handler returned message: "Unable to execute HTTP request: Read timed out" (RequestToken: 1a, HandlerErrorCode: GeneralServiceException)',
    'stack-service-unreachable',
  ],
  [
    'A bucket of an example with a prefix',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::MY_BUCKET_NAME/*"}]}',
    'permissions-placeholder',
  ],
]
