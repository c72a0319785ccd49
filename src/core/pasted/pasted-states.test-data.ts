import type { PastedCase } from './pasted-answers.test-data.ts'

const key = 'arn:aws:kms:eu-west-1:444455556666:key/0f1e2d3c-0000-4444-8888-abcdefabcdef'

const terraform = (next: string): string => `resource "aws_iam_role" "cross" {
  name = "PixelworksAccess"
}

${next}`

const registered = terraform(`resource "pixelworks_account" "this" {
  role_arn = aws_iam_role.cross.arn
}`)

/** Buckets, keys and accounts whose state no policy is the reason for. */
export const stateTexts: readonly PastedCase[] = [
  [
    'a redirect of S3 in the words of the CLI',
    'An error occurred (PermanentRedirect) when calling the ListObjectsV2 operation: The bucket you are attempting to access must be addressed using the specified endpoint.',
    'bucket-other-region',
  ],
  [
    'a redirect of S3 in the SDK for Go',
    'operation error S3: HeadBucket, https response error StatusCode: 301, RequestID: A1, HostID: B2, api error MovedPermanently: Moved Permanently',
    'bucket-other-region',
  ],
  [
    'a Region that S3 corrects',
    "AuthorizationHeaderMalformed: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    'bucket-other-region',
  ],
  [
    'a denied AssumeRole before a redirect',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess\nPermanentRedirect: The bucket you are attempting to access must be addressed using the specified endpoint.',
    'refused-without-reason',
  ],
  ['a disabled key', `An error occurred (KMS.DisabledException) when calling the GetObject operation: ${key} is disabled.`, 'key-unusable'],
  ['a key that is to be deleted', `Reading failed: ${key} is pending deletion. (Service: Kms, Status Code: 400)`, 'key-unusable'],
  [
    'a key that the caller may not use',
    'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    'key-denied',
  ],
  ['a suspended account', 'AWS account 444455556666 has been suspended, so nothing was collected.', 'account-suspended'],
  [
    'a problem with an account in the words of S3',
    'An error occurred (AccountProblem) when calling the GetObject operation: There is a problem with your AWS account that prevents the operation from completing successfully.',
    'account-suspended',
  ],
  ['a suspended account of the product', 'Your Pixelworks account is suspended.', 'unreadable'],
  [
    'a bucket name that is taken',
    'creating S3 Bucket (reports): BucketAlreadyExists: The requested bucket name is not available.',
    'bucket-name-taken',
  ],
  [
    'a bucket that is asked about before it is created',
    'We let the operator create a bucket with the role, and it stops: operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: A1, HostID: B2, api error Forbidden: Forbidden',
    'bucket-name-taken',
  ],
  [
    'a bucket that exists',
    'operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: A1, HostID: B2, api error Forbidden: Forbidden',
    'storage-denied',
  ],
]

/** Errors of programs and forms next to words that sound like a role's. */
export const ownErrorTexts: readonly PastedCase[] = [
  [
    'a connection that exists before another step fails',
    "Checking AWS credentials\nIntegration account [12] already exists in Pixelworks.\nEnabling the scanner\n\nFailed to enable scanner: 'region'",
    'vendor-program-error',
  ],
  [
    'a connection that exists and is the failure',
    'AWS account 444455556666 is already linked.\nCould not add it.',
    'vendor-already-connected',
  ],
  ['a missing key of a Python program', 'Scanning the AWS account\nKeyError: ‘AssumeRoleArn’', 'vendor-program-error'],
  ['a role in quotation marks', "Error: AWS role not found: 'admin'", 'vendor-role-not-found'],
  [
    'a denial of EC2 in a text about assuming roles',
    'With assume_role in the provider block of AWS, it returns "Error: UnauthorizedOperation".',
    'service-call-denied',
  ],
  ['a role that could not be assumed with that code', 'Could not assume role in AWS: UnauthorizedOperation', 'vendor-denied'],
  [
    'an account ID that a program can’t get',
    'Couldn’t get account ID for the AWS job with roleArn in the configuration',
    'vendor-error-hidden',
  ],
  ['a client that isn’t configured', 'AWS scan with member role: the provider client is not configured', 'vendor-error-hidden'],
  [
    'an account ID that a program can’t get, with AWS’s reason',
    'failed to get account ID: User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/PixelworksAccess',
    'refused-without-reason',
  ],
  [
    'an ARN with another resource type',
    'CRITICAL: the assumed role ARN has a resource type different than role, please input a valid ARN',
    'vendor-value-rejected',
  ],
  [
    'an empty field of the console',
    'In step 4, I’m creating the IAM role, and the tutorial leaves ‘Account ID’ blank, but AWS can’t go on with a blank field.',
    'vendor-value-rejected',
  ],
  [
    'a check that a role did not pass',
    'After launching the stack in CloudFormation: source 444455556666 did not pass the check because the log role has a misconfiguration',
    'vendor-denied',
  ],
  [
    'a role that is used in the run that creates it',
    `The first apply fails: could not validate credentials in AWS\n\n${registered}`,
    'vendor-role-new',
  ],
  ['a configuration that tells of no failure', `This is what we have.\n\n${registered}`, 'unreadable'],
  [
    'a cycle that the text tells of',
    `Terraform finds a cycle here.\n\n${terraform('resource "pixelworks_identity" "one" {\n  provider = pixelworks\n  role = aws_iam_role.cross.arn\n}')}`,
    'terraform-cycle',
  ],
  [
    'a role without a name',
    'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/s is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/',
    'called-role-unnamed',
  ],
  [
    'a log that shows no error',
    'time="2025-01-01T10:00:00Z" level=debug msg="vpc: Still creating"\ntime="2025-01-01T10:00:09Z" level=debug msg="vpc: Creation complete after 9s"',
    'unreadable',
  ],
  [
    'a role of another partition',
    'Pixelworks could not connect to AWS with arn:aws-us-gov:iam::444455556666:role/PixelworksAccess.',
    'vendor-other-role',
  ],
]
