/** Policies in sources, in prose and in reports of tools: what it is, the text, and what is said of it first. */
export const sources: readonly (readonly [name: string, text: string, says: string])[] = [
  [
    'a role of the customer that doesn’t exist yet',
    'Error: creating IAM Role (PixelworksAccess): MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/build-agent"',
    'creation-invalid-principal',
  ],
  [
    'a role that names itself, under another name than the planned one',
    'Error: creating IAM Role (importer): MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::444455556666:role/importer"',
    'creation-self-principal',
  ],
  [
    'a policy that lets the vendor in, next to a denial',
    'Since Monday no data arrives. The page of the vendor shows:\n\nPixelworks is not authorized to perform action sts:AssumeRole\n\nThis is the trust policy that the stack made:\n\n```json\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "RIGHT" } } }] }\n```',
    'refused-though-trusted',
  ],
  [
    'a policy with another external ID, next to a denial',
    'Pixelworks is not authorized to perform action sts:AssumeRole\n\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "EDITED" } } }] }',
    'TP43',
  ],
  [
    'a policy that lets the vendor in, next to a denied call of somebody else',
    'User: arn:aws:iam::444455556666:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\n\n{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "RIGHT" }, "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication" } } }] }',
    'caller-is-not-vendor',
  ],
  [
    'stars of Markdown around a placeholder in JSON',
    '~~~\n{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "AWS": **"arn:aws:iam::<VENDOR-ACCOUNT>:root"** },\n    "Action": "sts:AssumeRole",\n    "Condition": { "StringEquals": { "sts:ExternalId": **"<EXTERNAL-ID>"** } }\n  }]\n}\n~~~',
    'placeholder',
  ],
  [
    'an account of 13 digits next to an example of an external ID',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::1111222233334:root" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "sts:ExternalId": "my-external-id" } } }] }',
    'principal-account-digits',
  ],
  [
    'placeholders in the permissions policy',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::<BUCKET_NAME>", "arn:aws:s3:::<BUCKET_NAME>/*"] }] }',
    'permissions-placeholder',
  ],
  [
    'a bucket whose name only looks like one of an example',
    '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::photos-example", "arn:aws:s3:::photos-example/*"] }] }',
    'permissions-other-resource',
  ],
  [
    'permissions in Terraform that lack the bucket itself',
    `resource "aws_iam_role_policy" "read" {\n  role = aws_iam_role.pixelworks.id\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect   = "Allow"\n      Action   = ["s3:GetObject", "s3:ListBucket"]\n      Resource = ["\${aws_s3_bucket.uploads.arn}/*"]\n    }]\n  })\n}`,
    'permissions-other-resource',
  ],
  [
    'permissions in a data source of Terraform, with values from elsewhere',
    `data "aws_iam_policy_document" "read" {\n  statement {\n    actions   = ["s3:ListBucket"]\n    resources = [aws_s3_bucket.uploads.arn]\n  }\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["\${aws_s3_bucket.uploads.arn}/*"]\n  }\n}`,
    'not-enough',
  ],
  [
    'an Ansible task and its error',
    '- name: role for the vendor\n  iam_role:\n    name: PixelworksAccess\n    assume_role_policy_document:\n      Version: "2012-10-17"\n      Statement:\n        - Effect: Allow\n          Principal:\n            AWS: arn:aws:iam::111122223333:root\n          Action: sts:AssumeRole\n\nfatal: [localhost]: FAILED! => {"msg": "An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json"}',
    'policy-not-json',
  ],
  [
    'a Python object in the place of JSON',
    "MalformedPolicyDocument: Syntax errors in policy.\n\nsent: {u'Version': u'2012-10-17', u'Statement': [{u'Action': [u's3:GetObject'], u'Resource': u'*', u'Effect': u'Allow'}]}",
    'policy-python-object',
  ],
  [
    'the beginning of an option, and a file without a prefix',
    'aws iam create-role --role-name PixelworksAccess --assume-role-policy trust.yaml\n\nAn error occurred (MalformedPolicyDocument) when calling the CreateRole operation: This policy contains invalid Json',
    'policy-file-prefix',
  ],
  [
    'the text of an output of Pulumi in an ARN',
    'error creating IAM policy cluster: MalformedPolicyDocument: Partition "1" is not valid for resource "arn:\n      1: o.apply(v => v.toJSON())',
    'policy-partition',
  ],
  [
    'the output of get-role in the place of its policy',
    'An error occurred (MalformedPolicyDocument) when calling the CreateRole operation: Has prohibited field Role',
    'policy-unknown-field',
  ],
  [
    'an action without a service',
    'Actions/Conditions must be prefixed by a vendor, e.g., iam, sdb, ec2, etc. (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 7d; Proxy: null)',
    'policy-action-form',
  ],
  [
    'a resource without an ARN',
    'Resource acme-uploads must be in ARN format or "*". (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 7d)',
    'policy-resource-form',
  ],
  [
    'two statements with one ID',
    'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: Statement IDs (SID) in a single policy must be unique.',
    'policy-statement-id',
  ],
  [
    'an error of IAM that names no element',
    'An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation: Syntax errors in policy.',
    'creation-policy-refused',
  ],
  [
    'a policy in the place of a template',
    'Template validation error: Invalid template property or properties [Statement, Version]',
    'creation-policy-as-template',
  ],
  [
    'a property of the wrong form in a template',
    'ROLLBACK_COMPLETE: ["The following resource(s) failed to create: [PixelworksAccess]. Rollback requested by user." "Value of property ManagedPolicyArns must be of type List of String"]',
    'creation-template-property',
  ],
  [
    'a cycle between an integration and its role',
    '│ Error: Cycle: snowflake_storage_integration.uploads, data.aws_iam_policy_document.trust, aws_iam_role.access',
    'terraform-cycle',
  ],
  [
    'a data source without its attribute',
    'resource "aws_iam_role" "access" {\n  name = "PixelworksAccess"\n  assume_role_policy = data.aws_iam_policy_document.trust\n}\n\ndata "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type = "AWS"\n      identifiers = ["arn:aws:iam::111122223333:root"]\n    }\n  }\n}',
    'terraform-policy-reference',
  ],
  [
    'a data source without data',
    'data "vendor_trust_policy" "this" {\n  role_name = "PixelworksAccess"\n}\nresource "aws_iam_role" "this" {\n  name = "PixelworksAccess"\n  assume_role_policy = vendor_trust_policy.this.json\n}',
    'terraform-policy-reference',
  ],
  [
    'a module without a principal',
    'module "access" {\n  source = "terraform-aws-modules/iam/aws//modules/iam-role"\n  name   = "PixelworksAccess"\n  create_inline_policy = true\n  inline_policy_permissions = {\n    read = {\n      actions   = ["s3:GetObject"]\n      resources = ["arn:aws:s3:::acme-uploads/*"]\n    }\n  }\n}',
    'terraform-module-without-trust',
  ],
  [
    'a module with a principal',
    'module "access" {\n  source = "terraform-aws-modules/iam/aws//modules/iam-assumable-role"\n  role_name = "PixelworksAccess"\n  role_requires_mfa = false\n  trusted_role_arns = ["arn:aws:iam::111122223333:root"]\n}',
    'TP11',
  ],
  [
    'principals with conditions in an older version of the CDK',
    "Error: Components of a CompositePrincipal must not have conditions\n\nnew iam.Role(this, 'PixelworksAccess', {\n  assumedBy: new iam.CompositePrincipal(\n    new iam.AccountPrincipal('111122223333').withConditions({ StringEquals: { 'sts:ExternalId': 'RIGHT' } }),\n    new iam.ServicePrincipal('ec2.amazonaws.com'),\n  ),\n})",
    'cdk-program-error',
  ],
  [
    'the role of a service',
    '{ "Version": "2008-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": ["lambda.amazonaws.com", "scheduler.amazonaws.com"] }, "Action": "sts:AssumeRole" }] }',
    'TP04',
  ],
  [
    'a key policy whose end is missing',
    '{\n  "Statement": [{\n    "Effect": "Allow",\n    "Principal": { "AWS": "*" },\n    "Action": "kms:Decrypt",\n    "Resource": "*"\n  }]',
    'policy-of-resource',
  ],
  [
    'a statement that requires a boundary, with a comma and a sentence after it',
    '{\n  "Effect": "Deny",\n  "Action": ["iam:CreateRole"],\n  "Resource": "arn:aws:iam::444455556666:role/*",\n  "Condition": { "StringNotEquals": { "iam:PermissionsBoundary": "arn:aws:iam::444455556666:policy/developers" } }\n},\n\nThe pipeline can’t make the role because of it.',
    'policy-requires-boundary',
  ],
  [
    'a statement that denies other calls',
    '{\n  "Effect": "Deny",\n  "Action": ["iam:DeleteRole"],\n  "Resource": "*"\n},\n\nIs this the cause?',
    'permissions-only-denies',
  ],
  [
    'a denied role in a company with boundaries, in words of its own',
    'Our run stops because iam:CreateRole gets an explicit deny. In this environment every role must be created with one of the permissions boundaries.',
    'creation-boundary-required',
  ],
  [
    'an external ID that a container doesn’t get',
    'I see in the worker that the variable PIXELWORKS_EXTERNAL_ID isn’t passed on to the container that reads the bucket, so it assumes the role without it and fails.',
    'application-external-id-missing',
  ],
  [
    'a notice about roles that assume themselves',
    'Action required: until now an IAM role trusted itself implicitly. From the end of June, a role that assumes itself needs an entry in its trust policy. What do we have to change?',
    'notice-self-trust',
  ],
  ['a role that takes any external ID', 'A random external ID is accepted when the role is assumed.', 'vendor-open'],
  [
    'a list of roles with the planned one',
    'Role name\tTrusted entities\tLast activity\nPixelworksAccess\tAccount: 111122223333\t3 days ago\nAWSServiceRoleForSupport\tAWS Service: support (Service-Linked Role)\t-',
    'role-list-trusts',
  ],
  ['a list of roles with another account', 'PixelworksAccess\n\nAccount: 999988887777\n\n3 days ago', 'role-list-other-trust'],
  [
    'a list of roles with another name',
    'PixelworksRole\tAccount: 111122223333\t-\nadmin\tAccount: 444455556666\t1 hour ago',
    'role-list-other-name',
  ],
  [
    'a list of roles without the planned one',
    'lambda-exec\tAWS Service: lambda\t1 hour ago\nadmin\tAccount: 444455556666\t-',
    'role-list-absent',
  ],
]

/** Findings of scanners as JSON on one line, where advice and passed checks say nothing of the role. */
export const scans: readonly (readonly [name: string, text: string, says: string])[] = [
  [
    'a failed and a passed check of Prowler',
    '[{"status_code":"FAIL","metadata":{"event_code":"iam_role_cross_service_confused_deputy_prevention","product":{"name":"Prowler"}},"finding_info":{"title":"Roles of services prevent a cross-service confused deputy"},"resources":[{"uid":"arn:aws:iam::444455556666:role/PixelworksAccess"}],"remediation":{"desc":"Avoid AdministratorAccess."}},{"status_code":"PASS","metadata":{"event_code":"iam_role_administratoraccess_policy","product":{"name":"Prowler"}}}]',
    'scan-service-trust',
  ],
  [
    'passed checks of Checkov',
    '{"check_type":"terraform","results":{"passed_checks":[{"check_id":"CKV_AWS_60","check_name":"IAM role allows only certain principals to assume it","check_result":{"result":"PASSED"},"resource":"aws_iam_role.access"}],"failed_checks":[]}}',
    'scan-passed',
  ],
  [
    'a check of Scout Suite without findings next to one with a finding',
    'scoutsuite_results =\n{"services":{"iam":{"findings":{"iam-assume-role-lacks-external-id-and-mfa":{"description":"Cross-Account AssumeRole Policy Lacks External ID and MFA","flagged_items":1},"iam-managed-policy-allows-full-privileges":{"description":"Managed policy allows full administrative privileges","flagged_items":0}}}}}',
    'scan-no-external-id',
  ],
  [
    'a finding of IAM Access Analyzer that is archived',
    '{"finding":{"id":"1","resource":"arn:aws:iam::444455556666:role/PixelworksAccess","resourceType":"AWS::IAM::Role","status":"ARCHIVED","principal":{"AWS":"111122223333"},"condition":{"sts:ExternalId":"RIGHT"},"isPublic":false}}',
    'finding-expected',
  ],
]
