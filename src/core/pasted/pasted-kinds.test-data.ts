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
]
