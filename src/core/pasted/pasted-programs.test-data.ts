import { type PastedCase, policy, pretty } from './pasted-answers.test-data.ts'

export const role = 'arn:aws:iam::444455556666:role/PixelworksAccess'
const vendor = 'User: arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc'
export const denied = `${vendor} is not authorized to perform: sts:AssumeRole on resource: ${role}`

/** What programs show, in several versions and languages. */
export const programs: readonly PastedCase[] = [
  [
    'AWS CLI after its last attempt',
    `An error occurred (Throttling) when calling the AssumeRole operation (reached max retries: 4): Rate exceeded`,
    'terminal-busy',
  ],
  [
    'AWS CLI with more details',
    `aws: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRole operation: ${denied}\n\nAdditional error details:\nType: Sender\n`,
    'refused-without-reason',
  ],
  [
    'a traceback of boto3',
    `Traceback (most recent call last):\n  File "/app/assume.py", line 12, in <module>\n    sts.assume_role(RoleArn=arn, RoleSessionName="x", ExternalId=eid)\n  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 569, in _api_call\n    return self._make_api_call(operation_name, kwargs)\n  File "/usr/lib/python3.12/site-packages/botocore/client.py", line 1023, in _make_api_call\n    raise error_class(parsed_response, operation_name)\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the AssumeRole operation: ${denied}`,
    'refused-without-reason',
  ],
  ['boto3 without credentials', `botocore.exceptions.NoCredentialsError: Unable to locate credentials`, 'application-credentials'],
  [
    'an external ID that STS takes for malformed',
    `ValidationError: 1 validation error detected: Value 'k7 Qm' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@:\\/-]*`,
    'call-malformed',
  ],
  ['AWS SDK for Go 1', `AccessDenied: ${denied}\n\tstatus code: 403, request id: 5b1f8c7e-0000`, 'refused-without-reason'],
  [
    'AWS SDK for Java 1',
    `com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: ${denied} (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: 5b1f; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient$RequestExecutor.handleErrorResponse(AmazonHttpClient.java:1879)`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for .NET',
    `Amazon.SecurityToken.AmazonSecurityTokenServiceException: ${denied}\n ---> Amazon.Runtime.Internal.HttpErrorResponseException: Exception of type 'Amazon.Runtime.Internal.HttpErrorResponseException' was thrown.`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for Rust',
    `Error: Unhandled(Unhandled { source: ErrorMetadata { code: Some("AccessDenied"), message: Some("${denied}"), extras: Some({"aws_request_id": "5b1f"}) }, meta: ErrorMetadata { code: Some("AccessDenied") } })`,
    'refused-without-reason',
  ],
  [
    'AWS SDK for PHP',
    `Aws\\Sts\\Exception\\StsException: Error executing "AssumeRole" on "https://sts.amazonaws.com"; AWS HTTP error: Client error: \`POST https://sts.amazonaws.com\` resulted in a \`403 Forbidden\` response:\n<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\n  <Error>\n    <Type>Sender</Type>\n    <Code>AccessDenied</Code>\n    <Mes (truncated...)\n AccessDenied (client): ${denied}`,
    'refused-without-reason',
  ],
  [
    'a Terraform provider that assumes a role',
    `╷\n│ Error: Cannot assume IAM Role\n│ \n│   with provider["registry.terraform.io/hashicorp/aws"],\n│   on main.tf line 1, in provider "aws":\n│    1: provider "aws" {\n│ \n│ IAM Role (${role}) cannot be assumed.\n│ \n│ There are a number of possible causes of this - the most common are:\n│   * The credentials used in order to assume the role are invalid\n│   * The credentials do not have appropriate permission to assume the role\n│   * The role ARN is not valid\n│ \n│ Error: operation error STS: AssumeRole, https response error StatusCode: 403, RequestID: 5b1f, api error AccessDenied: User:\n│ arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc is not authorized to perform: sts:AssumeRole on\n│ resource: ${role}\n│ \n╵`,
    'refused-without-reason',
  ],
  [
    'Terraform, malformed policy',
    `╷\n│ Error: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 400, RequestID: 5b1f, MalformedPolicyDocument: Has prohibited field Resource\n│ \n╵`,
    'policy-permissions-as-trust',
  ],
  [
    'Pulumi, principal',
    `Diagnostics:\n  aws:iam:Role (PixelworksAccess):\n    error:   sdk-v2/provider2.go:572: sdk.helper_schema: creating IAM Role (PixelworksAccess): operation error IAM: CreateRole, https response error StatusCode: 400, RequestID: 5b1f, MalformedPolicyDocument: Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:role/Gone": provider=aws@6.50.0`,
    'creation-invalid-principal',
  ],
  [
    'CDK without bootstrap',
    `❌  PixelworksAccess failed: Error: PixelworksAccess: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped? Please run 'cdk bootstrap' (see https://docs.aws.amazon.com/cdk/latest/guide/bootstrapping.html)`,
    'terminal-not-bootstrapped',
  ],
  ['a region that is misspelt', `Could not connect to the endpoint URL: "https://sts.us-eest-1.amazonaws.com/"`, 'terminal-no-connection'],
  [
    'an SSO session that ended',
    `The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.`,
    'terminal-credentials',
  ],
  ['a token that is not renewed', `Token has expired and refresh failed`, 'terminal-credentials'],
  [
    'keys that AWS does not know',
    `An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.`,
    'terminal-credentials',
  ],
  [
    'AWS CLI that names aws login',
    `aws: [ERROR]: An error occurred (NoCredentials): Unable to locate credentials. You can configure credentials by running "aws login".`,
    'terminal-credentials',
  ],
  [
    'a stack that was rolled back before',
    `An error occurred (ValidationError) when calling the CreateChangeSet operation: Stack:arn:aws:cloudformation:us-east-1:444455556666:stack/PixelworksAccess/1a2b is in ROLLBACK_COMPLETE state and can not be updated.`,
    'stack-not-updatable',
  ],
  [
    'Terraform that waits for a stack',
    `Error: waiting for CloudFormation Stack (PixelworksAccess) create: failed to create stack (ROLLBACK_COMPLETE): Resource handler returned message: "Role with name PixelworksAccess already exists."`,
    'creation-role-exists',
  ],
  [
    'JSON with a blank before it',
    `An error occurred (MalformedPolicyDocument) when calling the UpdateAssumeRolePolicy operation: JSON strings must not have leading spaces`,
    'policy-leading-space',
  ],
  [
    'a file that is not there',
    `Error parsing parameter '--assume-role-policy-document': Unable to load paramfile file://trust.json: [Errno 2] No such file or directory: 'trust.json'`,
    'policy-file-missing',
  ],
  ['a command without an argument', `aws: error: the following arguments are required: --role-name`, 'terminal-wrong-command'],
  [
    'Use-STSRole',
    `Use-STSRole : ${denied}\nAt line:1 char:1\n+ Use-STSRole -RoleArn ${role}\n+ ~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (Amazon.PowerShe...seSTSRoleCmdlet:UseSTSRoleCmdlet) [Use-STSRole], InvalidOperationException\n    + FullyQualifiedErrorId : Amazon.SecurityToken.AmazonSecurityTokenServiceException,Amazon.PowerShell.Cmdlets.STS.UseSTSRoleCmdlet`,
    'refused-without-reason',
  ],
  [
    'a call from the own account',
    `PS C:\\Users\\müller> aws sts assume-role --role-arn ${role} --role-session-name test\r\n\r\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::444455556666:user/mueller is not authorized to perform: sts:AssumeRole on resource: ${role}\r\nPS C:\\Users\\müller>`,
    'caller-is-not-vendor',
  ],
  [
    'Terraform with a reason on the next line',
    `│ Error: operation error STS: AssumeRole, https response error StatusCode: 403, api error AccessDenied: User:\n│ arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc is not authorized to perform: sts:AssumeRole on\n│ resource: ${role} with an explicit deny in a resource\n│ control policy\n│ `,
    'resource-control-policy',
  ],
  [
    'a call for another role',
    `${vendor} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/OldAccess`,
    'called-other-role',
  ],
  [
    'an ARN that STS takes for malformed',
    'An error occurred (ValidationError) when calling the AssumeRole operation: Request ARN is invalid',
    'call-malformed',
  ],
  ['get-caller-identity as text', '777766665555\tarn:aws:iam::777766665555:user/me\tAIDA', 'other-output'],
  [
    'an error that tells nothing of a role',
    'An error occurred (OptInRequired) when calling the DescribeRegions operation: You are not subscribed to this service.',
    'not-enough',
  ],
]

/** Copied from the console. */
export const consoleTexts: readonly PastedCase[] = [
  [
    'Switch role',
    `Invalid information in one or more fields. Check your information or contact your administrator.`,
    'console-cannot-switch',
  ],
  [
    'Switch role, older',
    `Could not switch roles using the provided information. Please check your settings and try again. If you continue to have problems, contact your administrator.`,
    'console-cannot-switch',
  ],
  [
    'the denial of the console in German',
    `Zugriff verweigert\nSie haben keine Berechtigung für iam:GetRole. Um Zugriff anzufordern, kopieren Sie den folgenden Text und senden Sie ihn an Ihren AWS-Administrator.\nBenutzer: arn:aws:sts::444455556666:assumed-role/Dev/me\nAktion: iam:GetRole\nRessource: ${role}\nKontext: keine identitätsbasierte Richtlinie erlaubt die Aktion`,
    'terminal-not-authorized',
  ],
  [
    'the denial of the console',
    `Access denied\nYou don't have permission to iam:GetRole. To request access, copy the following text and send it to your AWS administrator. Learn more about troubleshooting access denied errors.\nUser: arn:aws:sts::444455556666:assumed-role/Dev/me\nAction: iam:GetRole\nOn resource(s): role PixelworksAccess\nContext: no identity-based policy allows the iam:GetRole action`,
    'terminal-not-authorized',
  ],
  [
    'the denial of the console, CreateRole',
    `Access denied to iam:CreateRole\nYou don't have permission to iam:CreateRole. To request access, copy the following text and send it to your AWS administrator.\nUser: arn:aws:sts::444455556666:assumed-role/Dev/me\nAction: iam:CreateRole\nOn resource(s): ${role}\nContext: with an explicit deny in a service control policy`,
    'creation-forbidden-by-organization',
  ],
  ['no role', `The role with name PixelworksAccess cannot be found.\nNo entity found`, 'role-absent'],
  [
    'the trust tab in German',
    `Berechtigungen\nVertrauensbeziehungen\nTags\nZuletzt zugegriffen\nSitzungen widerrufen\nVertrauenswürdige Entitäten\nVertrauensrichtlinie bearbeiten\n` +
      pretty(policy('EDITED'))
        .split('\n')
        .map((l, i) => `${i + 1}\n${l}`)
        .join('\n'),
    'TP43',
  ],
  [
    'the summary of a role',
    `PixelworksAccess\nInfo\nDelete\nSummary\nEdit\nCreation date\nNovember 22, 2026, 09:00 (UTC+01:00)\nLast activity\n-\nARN\n${role}\nMaximum session duration\n1 hour`,
    'not-enough',
  ],
  [
    'the summary of a role in German',
    `PixelworksAccess\nLöschen\nZusammenfassung\nBearbeiten\nErstellungsdatum\nNovember 22, 2026, 09:00 (UTC+01:00)\nLetzte Aktivität\n-\nARN\n${role}\nMaximale Sitzungsdauer\n1 Stunde`,
    'not-enough',
  ],
  [
    'a parameter that does not match',
    `An error occurred (ValidationError) when calling the CreateStack operation: Parameter 'ExternalId' must match pattern ^[A-Za-z0-9]{24}$`,
    'creation-parameter-refused',
  ],
  [
    'a parameter that is missing',
    `An error occurred (ValidationError) when calling the CreateStack operation: Parameters: [ExternalId] must have values`,
    'creation-parameter-refused',
  ],
  ['a template that is not there', `TemplateURL must be a supported URL.`, 'creation-template-unreadable'],
  [
    'a rule that failed',
    `Template validation error: Rule RightAccount failed: You are signed in to another AWS account than the one given as AccountId. Nothing was created.`,
    'creation-wrong-account',
  ],
]
