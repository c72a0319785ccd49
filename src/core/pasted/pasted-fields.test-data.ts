import type { PastedCase } from './pasted-answers.test-data.ts'

/** Fields of forms and settings of programs that reject their values for their form. */
export const fieldTexts: readonly PastedCase[] = [
  [
    'an ARN in the field of the account',
    'Create role, Another AWS account: I entered arn:aws:iam::111122223333:root and the page says "Account ID must have 12 digits"',
    'vendor-value-rejected',
  ],
  ['an account ID with hyphens', 'Invalid AWS account ID: 4444-5555-6666. Only digits are allowed.', 'vendor-value-rejected'],
  ['an account ID in the field of the role', 'Role ARN: 444455556666\nThe value must be a valid IAM role ARN', 'vendor-value-rejected'],
  [
    'a session in the field of the role',
    'The wizard rejects arn:aws:sts::444455556666:assumed-role/PixelworksAccess/jane in the field Role ARN: "not a valid IAM role ARN"',
    'vendor-value-rejected',
  ],
  ['a name in the field of the role, in German', 'Der Rollen-ARN "PixelworksAccess" ist ungültig.', 'vendor-value-rejected'],
  ['an account number in French', 'Le champ « ID de compte AWS » doit contenir 12 chiffres', 'vendor-value-rejected'],
  [
    'an ARN in the field of the name',
    'Role name must not contain ":" - arn:aws:iam::444455556666:role/PixelworksAccess',
    'vendor-value-rejected',
  ],
  [
    'an external ID with a space',
    'The form says "External ID contains invalid characters", there was a space at the end',
    'vendor-value-rejected',
  ],
  ['a bucket without its scheme', 'The location acme-uploads is not a valid S3 URI, must start with s3://', 'vendor-value-rejected'],
  [
    'the name of a provider as a location',
    "SQL compilation error: invalid URL prefix found in: 'GCS', for S3 storage",
    'vendor-value-rejected',
  ],
  ['an address of a web page', 'Invalid URL: "example" is not a valid address', 'unreadable'],
  ['the ARN of a key that is invalid', 'The KMS key ARN must be a valid ARN: arn:aws:kms:us-east-1:444455556666:key/1', 'unreadable'],
  ['an account number that is right', 'Your account number is 12 digits long, you find it in the console.', 'unreadable'],
]

/** Programs that have no place for the external ID, and those that have one. */
export const unsendableTexts: readonly PastedCase[] = [
  [
    'a step without a field',
    'The deploy step offers role ARN, session name and region, but nothing for the external id. Assuming the role fails.',
    'application-external-id-unsendable',
  ],
  [
    'a plug-in that asks for a role only',
    'Our role requires an external id, but the plugin only asks for a role arn. Assuming the role: access denied.',
    'application-external-id-unsendable',
  ],
  [
    'a form without the field, in German',
    'Das Formular hat kein Feld für die externe ID. Die Rolle kann nicht übernommen werden.',
    'application-external-id-unsendable',
  ],
  [
    'a dialog in which it is missing',
    'external id missing in the connector dialog, our role requires it',
    'application-external-id-unsendable',
  ],
  [
    'a form with both values',
    'The role can’t be assumed. The form only has the role ARN and the external ID, both are filled in.',
    'vendor-denied',
  ],
  ['a value that is looked for', 'The role cannot be assumed. I can’t find the external ID that we got.', 'vendor-denied'],
  [
    'an integration that was replaced by a statement',
    'A colleague did create or replace storage integration, and now: Error assuming AWS_ROLE',
    'stated-id-changed',
  ],
  [
    'a connector that was made again',
    'Since I deleted and re-added the connector, the role can’t be assumed anymore.',
    'stated-id-changed',
  ],
  ['a new external ID', 'We connected again and got a new external id. Could not assume role.', 'stated-id-changed'],
  [
    'an integration that may be made again',
    'Could not assume role. You can also delete the connector and create it again.',
    'vendor-denied',
  ],
  ['a right of a user in a product', 'Access denied: you cannot perform this action Publish', 'vendor-user-denied'],
  [
    'a right in the words of the console',
    'You need permissions\nYou do not have the permissions required to perform this operation. Ask your administrator to add permissions.',
    'vendor-user-denied',
  ],
  ['a role that a product can’t assume', 'Access denied: you cannot perform this action, role could not be assumed', 'vendor-denied'],
  [
    'an answer that is no JSON',
    "failed to decode response: invalid character '<' looking for beginning of value, POST https://api.pixelworks.example/v2/integrations/aws",
    'vendor-answer-unreadable',
  ],
  [
    'an answer that is no JSON, in Python',
    'json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0) in GET https://api.pixelworks.example/aws/accounts',
    'vendor-answer-unreadable',
  ],
  [
    'a finding without a sign of a failure',
    '[HIGH] AWS IAM role with cross-account trust does not use an external ID\nResource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'scan-no-external-id',
  ],
  [
    'a call that failed without an external ID',
    'Cross-account access failed: role could not be assumed, the request has no external ID',
    'application-external-id-missing',
  ],
  [
    'objects of another account',
    'Reading s3://acme-uploads/reports gives Access Denied. The objects are owned by a different account, the bucket policy allows us.',
    'vendor-bucket-failed',
  ],
]

/** Products that tell which part of them, or of the access, failed. */
export const partTexts: readonly PastedCase[] = [
  ['steps of which a later one failed', '✔ AssumeRole ✔ ListBuckets ✖ GetBucketLocation (AccessDenied)', 'vendor-lacks-permissions'],
  ['steps of which the first failed', '✖ AssumeRole (AccessDenied) – ListBuckets skipped', 'vendor-denied'],
  [
    'a role that was assumed in words',
    'We were able to assume your role but could not list your EC2 instances.',
    'vendor-lacks-permissions',
  ],
  [
    'a role that was assumed in one account only',
    'We were able to assume the role in the first account, but assuming it in 444455556666 failed.',
    'call-works-elsewhere',
  ],
  [
    'a queue',
    'Unable to subscribe to the SQS queue arn:aws:sqs:us-east-1:444455556666:pix-logs: Access to the resource is denied.',
    'vendor-resource-denied',
  ],
  [
    'a cluster',
    "Pixelworks can't access your EKS cluster: the role is not mapped in aws-auth (401 Unauthorized)",
    'vendor-resource-denied',
  ],
  ['a server error', 'Error: creating Pixelworks AWS account: API returned 500 Internal Server Error', 'vendor-server-failed'],
  ['a gateway', '502 Bad Gateway while validating AWS credentials', 'vendor-server-failed'],
  ['a server error of another program', '500 Internal Server Error on /checkout', 'unreadable'],
  ['a Region that a product lacks', 'Region us-gov-west-1 is not supported by this AWS integration', 'vendor-limit'],
  ['a plan', 'Your current plan only supports 2 AWS accounts. Upgrade to connect more AWS accounts.', 'vendor-limit'],
  ['a right in a warehouse', "SQL access control error: Insufficient privileges to operate on integration 'PIX_INT'", 'vendor-user-denied'],
  [
    'an account in another organization',
    'Error creating integration: 409 Conflict: an integration for AWS account 444455556666 exists in another organization',
    'vendor-already-connected',
  ],
  [
    'a failure next to a policy that is right',
    'It still does not work. The trust policy:\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT"}}}]}',
    'failure-unexplained',
  ],
  [
    'a policy that ends before the external ID',
    'Pixelworks is not authorized to perform action sts:AssumeRole Account affected: 444455556666\n\nThe policy is right:\n{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },\n      "Action": "sts:AssumeRole",\n      "Condition": {\n        "StringEquals": {\n          "sts:ExternalId"',
    'external-id-hidden',
  ],
  [
    'a role that was assumed, in German',
    'Die Rolle wurde übernommen, aber der Zugriff auf SQS wurde verweigert',
    'vendor-lacks-permissions',
  ],
  ['a role that was not assumed, in German', 'Die Rolle wurde nicht übernommen, der Zugriff wurde verweigert', 'vendor-denied'],
  ['a Region that is off', 'AWS integration, last error: region eu-south-1 is not enabled for account 444455556666', 'vendor-service-off'],
  [
    'a service that is off',
    'unable to fetch costs: AccessDeniedException - User not enabled for cost explorer access',
    'vendor-service-off',
  ],
  ['access that AWS Organizations gives', 'Trusted access is not enabled for this service in your organization', 'vendor-service-off'],
  ['an empty setting', 'role_arn can’t be blank', 'vendor-value-rejected'],
  ['an external ID of any value', 'The IAM role you provided allows any external ID. Please fix the trust policy.', 'vendor-open'],
]
