import type { PastedCase } from './pasted-answers.test-data.ts'

const called = (code: string, operation: string, message: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${message}`
const malformed = (message: string, operation = 'CreateRole'): string => called('MalformedPolicyDocument', operation, message)
const principal = (arn: string): string => malformed(`Invalid principal in policy: "AWS":"${arn}"`)
const stackRole = 'User: arn:aws:sts::444455556666:assumed-role/StackRole/AWSCloudFormation'
const dev = 'User: arn:aws:sts::444455556666:assumed-role/Dev/jane'
const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const handler = (message: string, code: string): string =>
  `Resource handler returned message: "${message}" (RequestToken: 3f2b, HandlerErrorCode: ${code})`
const trustText =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"RIGHT"}}}]}'

/** Principals that IAM rejects. */
const principals: readonly PastedCase[] = [
  ['a misspelled role of the vendor', principal('arn:aws:iam::111122223333:role/PixelworkApplication'), 'creation-invalid-principal'],
  ['an account of another vendor', principal('arn:aws:iam::777766665555:root'), 'creation-invalid-principal'],
  ['the ID of a deleted role', principal('AROAEXAMPLEROLE00123'), 'creation-invalid-principal'],
  ['a principal of another partition', principal('arn:aws-cn:iam::111122223333:root'), 'creation-invalid-principal'],
  ['the vendor’s account in another partition', principal('arn:aws:iam::111122223333:root'), 'creation-invalid-principal'],
  ['a principal ARN with a colon too many', principal('arn:aws::iam::111122223333:root'), 'policy-principal-form'],
  ['a policy whose principal ARN has a colon too many', trustText.replace('arn:aws:iam::', 'arn:aws::iam::'), 'principal-malformed'],
  ['the same policy with another account', trustText.replace('arn:aws:iam::111122223333', 'arn:aws::iam::777766665555'), 'TP04'],
  ['a principal that is a name', principal('PixelworksApplication'), 'policy-principal-form'],
  ['a principal with a wildcard', principal('arn:aws:iam::111122223333:role/Pixel*'), 'creation-invalid-principal'],
  ['a principal with stars that mask it', principal('arn:aws:iam::****:root'), 'creation-invalid-principal'],
  [
    'a malformed principal above a template in YAML',
    `${handler('Invalid principal in policy: "AWS":"arn:aws::iam::111122223333:root" (Service: Iam, Status Code: 400)', 'InvalidRequest')}\n\nResources:\n  AccountAccessRole:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: PixelworksAccess\n      AssumeRolePolicyDocument:\n        Version: '2012-10-17'\n        Statement:\n          - Effect: Allow\n            Principal:\n              AWS: arn:aws::iam::111122223333:root\n            Action: sts:AssumeRole\n            Condition:\n              StringEquals:\n                sts:ExternalId: RIGHT\n`,
    'policy-principal-form',
  ],
]

/** Policies that IAM, the AWS CLI or a shell before it rejects. */
const policies: readonly PastedCase[] = [
  [
    'JSON on the command line of PowerShell',
    `PS C:\\work> aws iam create-role --role-name PixelworksAccess --assume-role-policy-document '${trustText}'\n\n${malformed('This policy contains invalid Json')}`,
    'policy-quotes-lost',
  ],
  [
    'valid JSON on another command line',
    `$ aws iam create-role --role-name PixelworksAccess --assume-role-policy-document '${trustText}'\n\n${malformed('This policy contains invalid Json')}`,
    'policy-not-json',
  ],
  [
    'tags without their quotation marks',
    "Error parsing parameter '--tags': Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 3 (char 2)\nJSON received: [{Key:Team,Value:Web}]",
    'policy-quotes-lost',
  ],
  [
    'tags with their quotation marks',
    'Error parsing parameter \'--tags\': Invalid JSON: Expecting \',\' delimiter: line 1 column 14 (char 13)\nJSON received: [{"Key":"Team" "Value":"Web"}]',
    'terminal-wrong-command',
  ],
  [
    'a policy as an object in Python',
    "botocore.exceptions.ParamValidationError: Parameter validation failed:\nInvalid type for parameter PolicyDocument, value: {'Version': '2012-10-17', 'Statement': []}, type: <class 'dict'>, valid types: <class 'str'>",
    'policy-not-string',
  ],
  [
    'another parameter of the wrong type in Python',
    "botocore.exceptions.ParamValidationError: Parameter validation failed:\nInvalid type for parameter MaxItems, value: ten, type: <class 'str'>, valid types: <class 'int'>",
    'call-parameters-rejected',
  ],
  ['a resource that is a name', malformed('Resource acme-uploads must be in ARN format or "*".', 'PutRolePolicy'), 'policy-resource-form'],
  [
    'legacy parsing in a stack event',
    'AccountAccessRole CREATE_FAILED The policy failed legacy parsing (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 1)',
    'policy-legacy-parsing',
  ],
  [
    'a statement ID used twice',
    malformed('Statement IDs (SID) in a single policy must be unique.', 'PutRolePolicy'),
    'policy-statement-id',
  ],
  [
    'a file in UTF-16',
    "Error parsing parameter '--policy-document': Unable to load paramfile file://p.json, text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.",
    'policy-file-encoding',
  ],
  [
    'a permissions policy in the editor of trust policies',
    'Ln 9, Col 13 Role Trust Policy Syntax Error Resource: Role trust policies apply to the role that they are attached to. You cannot specify a resource. Remove the Resource or NotResource element.\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::acme-uploads/*"}]}',
    'policy-permissions-as-trust',
  ],
  ['a long trust policy', 'Failed to create role PixelworksAccess. Cannot exceed quota for ACLSizePerRole: 2048', 'TP28'],
  ['a long managed policy', called('LimitExceeded', 'CreatePolicyVersion', 'Cannot exceed quota for PolicySize: 6144'), 'policy-size'],
  [
    'long inline policies',
    handler(
      'Maximum policy size of 10240 bytes exceeded for role PixelworksAccess (Service: Iam, Status Code: 409)',
      'ServiceLimitExceeded',
    ),
    'policy-size',
  ],
  [
    'a managed policy without its path',
    called('NoSuchEntity', 'AttachRolePolicy', 'Policy arn:aws:iam::aws:policy/ViewOnlyAccess does not exist or is not attachable.'),
    'attachment-policy-unknown',
  ],
  [
    'a managed policy of a service',
    'Cannot attach a Service Role Policy to a Customer Role. (Service: AmazonIdentityManagement; Status Code: 400; Error Code: PolicyNotAttachable; Request ID: 1)',
    'attachment-policy-of-service',
  ],
]

/** Calls that AWS denies while the role is created or changed. */
const denials: readonly PastedCase[] = [
  [
    'a service role, without the ARN of its session',
    `The following resource(s) failed to create: [AccountAccessRole].\nAWSCloudFormation is not authorized to perform: iam:CreateRole on resource: ${role}`,
    'creation-not-authorized',
  ],
  [
    'skipped tags beside a denied role',
    `Did not have IAM permissions to process tags on AWS::IAM::Role resource.\n\nAPI: iam:CreateRole ${dev} is not authorized to perform: iam:CreateRole on resource: ${role} with an explicit deny`,
    'creation-not-authorized',
  ],
  [
    'a stack whose service role can’t read the role',
    `API: iam:GetRole ${stackRole} is not authorized to perform: iam:GetRole on resource: role PixelworksAccess`,
    'stack-call-denied',
  ],
  [
    'a stack whose caller can’t create a topic',
    `Topic CREATE_FAILED ${handler(`${dev} is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:us-east-1:444455556666:x`, 'AccessDenied')}`,
    'stack-call-denied',
  ],
  [
    'the same call without a stack',
    `${dev} is not authorized to perform: SNS:CreateTopic on resource: arn:aws:sns:us-east-1:444455556666:x`,
    'terminal-not-authorized',
  ],
  [
    'a change of the trust policy by a tool',
    `AccessDenied: ${dev} is not authorized to perform: iam:UpdateAssumeRolePolicy on resource: role PixelworksAccess`,
    'terminal-not-authorized',
  ],
  [
    'a role passed to a service of a stack',
    `${dev} is not authorized to perform: iam:PassRole on resource: ${role}`,
    'terminal-not-authorized',
  ],
  [
    'stacks that a policy of the organization blocks',
    called(
      'AccessDenied',
      'CreateStack',
      `${dev} is not authorized to perform: cloudformation:CreateStack on resource: arn:aws:cloudformation:eu-west-3:444455556666:stack/p/* with an explicit deny in a service control policy`,
    ),
    'creation-stack-not-authorized',
  ],
  [
    'a table of the AWS SAM CLI that breaks between words',
    `CloudFormation events from changeset\nResourceStatus           ResourceType             LogicalResourceId        ResourceStatusReason\nCREATE_FAILED            AWS::IAM::Role           AccountAccessRole        User: arn:aws:iam::444\n${[
      '455556666:user/dev is',
      'not authorized to',
      'perform:',
      'iam:CreateRole on',
      'resource: arn:aws:iam:',
      ':444455556666:role/Pix',
      'elworksAccess',
    ]
      .map((line) => `${' '.repeat(75)}${line}`)
      .join('\n')}\n`,
    'creation-not-authorized',
  ],
]

/** Messages of CloudFormation and Terraform about the stack, the template and the values. */
const stacks: readonly PastedCase[] = [
  [
    'a template with macros',
    called('InsufficientCapabilitiesException', 'CreateStack', 'Requires capabilities : [CAPABILITY_AUTO_EXPAND]'),
    'creation-capabilities',
  ],
  [
    'a parameter without a value',
    called('ValidationError', 'CreateStack', 'Parameters: [ExternalId] must have values'),
    'creation-parameter-refused',
  ],
  [
    'a stack that failed before',
    called(
      'ValidationError',
      'UpdateStack',
      'Stack:arn:aws:cloudformation:us-east-1:444455556666:stack/p/1 is in ROLLBACK_COMPLETE state and can not be updated.',
    ),
    'stack-not-updatable',
  ],
  [
    'a stack at work',
    called('ValidationError', 'UpdateStack', 'Stack:p is in UPDATE_IN_PROGRESS state and can not be updated.'),
    'stack-not-updatable',
  ],
  ['a stack without changes', called('ValidationError', 'UpdateStack', 'No updates are to be performed.'), 'stack-unchanged'],
  ['a stack that isn’t there', called('ValidationError', 'DescribeStacks', 'Stack with id pixelworks does not exist'), 'stack-absent'],
  [
    'a role with a fixed name to be replaced',
    'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename PixelworksAccess and update the stack again.',
    'stack-replaces-name',
  ],
  [
    'an early validation',
    'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API.',
    'stack-resource-exists',
  ],
  ['a hook', 'The following hook(s) failed: [Acme::Roles::Check]', 'stack-hook-failed'],
  [
    'a stack whose role was deleted',
    `2026-11-20 10:00:00 UTC+0100\tRolePolicy\tCREATE_FAILED\t${handler('The role with name PixelworksAccess cannot be found. (Service: Iam, Status Code: 404)', 'NotFound')}\n\nBefore that it said PixelworksAccess already exists.`,
    'stack-role-absent',
  ],
  ['the same in a terminal', called('NoSuchEntity', 'GetRole', 'The role with name PixelworksAccess cannot be found.'), 'role-absent'],
  [
    'a stack event without an answer',
    'AccountAccessRole CREATE_FAILED Resource handler returned message: "Unable to execute HTTP request: Connection reset (Service: Iam)"',
    'stack-service-unreachable',
  ],
  [
    'a stack set without trusted access',
    handler('You must enable organizations access to operate a service managed stack set (Service: CloudFormation)', 'InvalidRequest'),
    'creation-stack-set-organization',
  ],
  [
    'an execution role in a masked account',
    "Account 44******6666 should have 'AWSControlTowerExecution' role with trust relationship to Role 'service-role/AWSControlTowerStackSetRole'.",
    'creation-stack-set-role',
  ],
  [
    'a custom resource whose API rejects its key',
    '{"Status": "FAILED",\n"Reason": "See the details in CloudWatch Log Stream: 2026/04/03/[$LATEST]0a",\n"Data": {\n"Message": "Exception during processing: HTTP Error 403: Forbidden"}}',
    'custom-resource-failed',
  ],
  [
    'a name of a role that is too long',
    "AccountAccessRole - 1 validation error detected: Value 'pixelworks-access-for-the-production-account-of-the-europe-team-01' at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64 (Service: AmazonIdentityManagement; Status Code: 400; Error Code: ValidationError; Request ID: 1)",
    'creation-value-refused',
  ],
  [
    'a rejected value of another service',
    called(
      'ValidationException',
      'CreateTable',
      "1 validation error detected: Value 'a' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
    ),
    'not-enough',
  ],
  [
    'a role of IAM Identity Center',
    called(
      'UnmodifiableEntity',
      'UpdateAssumeRolePolicy',
      "Cannot perform the operation on the protected role 'AWSReservedSSO_Admins_0a1b' - this role is only modifiable by AWS",
    ),
    'role-protected',
  ],
  [
    'a service-linked role that exists',
    'Error creating service-linked role with name ecs.amazonaws.com: InvalidInput: Service role name AWSServiceRoleForECS has been taken in this account, please try a different suffix.\n\tstatus code: 400, request id: 1',
    'service-role-exists',
  ],
  [
    'a managed policy that exists',
    called('EntityAlreadyExists', 'CreatePolicy', 'A policy called pixelworks already exists. Duplicate names are not allowed.'),
    'call-rejected',
  ],
  [
    'a question to AWS that it rejects',
    called('ValidationError', 'GetTemplate', 'Template of the stage Processed is not available yet'),
    'not-enough',
  ],
  ['resources in a circle in Terraform', '│ Error: Cycle: aws_iam_role.vendor, pixelworks_integration.this\n', 'terraform-cycle'],
  [
    'a long name in Terraform',
    'Error: expected length of name to be in the range (1 - 64), got pixelworks-x\n\n  with aws_iam_role.vendor,\n  on main.tf line 3',
    'terraform-stopped',
  ],
  ['an error of another program', 'Error: Cycle length must be positive', 'unreadable'],
  [
    'the console’s page in Chinese',
    '我切换角色时显示：一个或多个字段中的信息无效。请检查您的信息或联系您的管理员。',
    'console-cannot-switch',
  ],
]

/** Messages of IAM, Terraform and the console about values and roles. */
const others: readonly PastedCase[] = [
  [
    'a bare star as principal',
    'AssumeRolepolicy contained an invalid principal: "STAR":"*". (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 1)',
    'policy-star-principal',
  ],
  [
    'a boundary that isn’t there',
    called('NoSuchEntity', 'CreateRole', 'Scope ARN: arn:aws:iam::444455556666:policy/Limit does not exist or is not attachable.'),
    'creation-boundary-unknown',
  ],
  [
    'a policy of the account that isn’t there',
    called('NoSuchEntity', 'AttachRolePolicy', 'Policy arn:aws:iam::444455556666:policy/Own does not exist or is not attachable.'),
    'attachment-policy-unknown',
  ],
  [
    'a description with other characters',
    called('ValidationError', 'CreateRole', 'The specified value for description is invalid. It must contain only printable characters.'),
    'creation-value-refused',
  ],
  [
    'a new role that Terraform doesn’t find',
    'Error: Provider produced inconsistent result after apply\n\nWhen applying changes to aws_iam_role.vendor, the provider produced an unexpected new value: Root object was present, but now absent.',
    'role-not-visible-yet',
  ],
  [
    'another inconsistent result in Terraform',
    'Error: Provider produced inconsistent result after apply\n\nWhen applying changes to aws_s3_bucket.logs, the provider produced an unexpected new value: Root object was present, but now absent.',
    'unreadable',
  ],
  [
    'an error in the policy editor',
    'Ln 7, Col 20 Invalid ARN Resource: Resource ARN does not match the expected ARN format.',
    'policy-issue-error',
  ],
  [
    'a warning in the policy editor',
    'Ln 7, Col 20 Missing Version: We recommend that you specify the Version element.',
    'policy-issue-warning',
  ],
  [
    'a role of another name that a caller can’t create',
    `${dev} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::444455556666:role/access-1a2b`,
    'terminal-not-authorized',
  ],
  [
    'a stack of the CDK that failed',
    '❌  AccessStack failed: Error: The stack named AccessStack failed creation, it may need to be manually deleted from the AWS console: ROLLBACK_COMPLETE',
    'stack-rolled-back',
  ],
  ['a stack that can’t be deleted', 'DELETE_FAILED\nThe following resource(s) failed to delete: [AccountAccessRole].', 'stack-rolled-back'],
]

/** Failures while a role is created or changed. */
export const creations: readonly PastedCase[] = [...principals, ...policies, ...denials, ...stacks, ...others]
