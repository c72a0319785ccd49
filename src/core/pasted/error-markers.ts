import { creationErrorMarkers, toolErrorMarkers } from './creation-error-markers.ts'
import type { Marker } from './error-marker.ts'
import { eventAlert, eventDenied } from './event-alert.ts'
import {
  deniedBackend,
  isOfCli,
  isProgram,
  isTerraformOfAws,
  isTerraformRole,
  noAnswer,
  noCredentials,
  terraformBackend,
  terraformConfiguration,
  unusableProfile,
} from './program-errors.ts'
import { resourceStateMarkers } from './resource-state-rules.ts'
import { isOfAws } from './service-errors.ts'
import { serviceDenial } from './vendor-failure.ts'

/** In a mail or a log it may go on in the next line, after any word. */
const denied =
  /(?:\bAPI:\s+[\w:-]{1,60}\s+|\bResource handler returned message:\s+")?(?:(?:User:\s+\S{1,300}|\bAWSCloudFormation|\barn:[\w-]{1,20}:(?:iam|sts)::\S{1,300})\s+)?\bis\s+not\s+authorized\s+to\s+perform:\s+\S+(?:\s+on\s+resource:\s+(?:(?:role|policy|user|group|instance\s+profile)\s+)?\S+)?(?:\s+because\s+no(?:\s+[\w-]+){1,5}\s+allows\s+the\s+\S+\s+action(?:: arn:\S+|\s+or\s+the\s+\w+\s+does\s+not\s+exist)?|\s+with\s+an\s+explicit\s+deny\s+in(?:\s+[\w-]+){1,5}?\s+(?:policy|policies|boundary|boundaries)(?::?\s+arn:\S+)?|\s+(?:because\s+no|with\s+an\s+explicit\s+deny\s+in)(?:[ \t]+\S+){1,8}|\s+with\s+an\s+explicit\s+deny)?/

/** Names of AssumeRole in an STS error. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const callParameters = /at '(?:roleArn|roleSessionName|externalId|durationSeconds)' failed to satisfy constraint/

export const skippedTags = /permissions error applying tags[^\n]*|Did not have IAM permissions to process tags[^\n]*/i

/** Error texts without the AWS CLI's words around them, copied from the console, a tool or a log. First match first. */
export const errorMarkers: readonly Marker[] = [
  { code: 'AccessDenied', pattern: serviceDenial },
  { code: 'AccessDenied', pattern: denied },
  { code: eventDenied, pattern: eventAlert, isOf: (text) => !/AssumeRole/.test(text) },
  { code: 'AccessDenied', pattern: /Roles may not be assumed by root accounts[^\n]*/ },
  { code: 'AccessDenied', pattern: /^[^\n]*not authorized to perform(?: action)?:? (?:sts:)?AssumeRole(?!With)[^\n]*/im },
  { code: 'AccessDenied', pattern: /not authorized to perform(?: action)?:? sts:AssumeRoleWith\w+[^\n]*/i },
  { code: 'AccessDenied', pattern: /Access denied when calling sts:AssumeRole\b[^\n]*/i },
  {
    code: 'AccessDenied',
    pattern:
      /User:? arn:\S+ is not authorized to assume (?:IAM )?role[^\n]*|Not authorized to get credentials of role[^\n]*|not authorized to assume (?:IAM )?role[^\n]*/i,
  },
  {
    code: 'OtherSignIn',
    pattern:
      /\bassum\w{1,4} (?:the )?role\b[^\n]{0,40}\bwith (?:a |the )?(?:web identity|OIDC|SAML)\b[^\n]*|Incorrect token audience[^\n]*|\bSAML assertion\b[^\n]*|No OpenIDConnect provider found[^\n]*|\bInvalidIdentityToken\b[^\n]*|Couldn't retrieve verification key from your identity provider[^\n]*|certificate doesn't match configured thumbprint[^\n]*|ACTIONS_ID_TOKEN_REQUEST_URL[^\n]*|\binvalid SAML response\b[^\n]*|It looks like you might be trying to authenticate with OIDC[^\n]*|\bWebIdentityErr\b[^\n]*|\bAssumeRoleWithWebIdentity\b[^\n]{0,30}\b(?:not authorized|AccessDenied|access denied)\b[^\n]*/i,
  },
  { code: 'AccessDenied', pattern: /MultiFactorAuthentication failed[^\n]*/ },
  { code: 'WrongParameter', pattern: /(?:Unexpected|Missing required) key '(?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)'[^\n]*/ },
  { code: null, pattern: /Account [\d*xX]{4,14} should have '[\w+=,.@/-]{1,64}' role with trust relationship[^\n]*/ },
  ...resourceStateMarkers,
  { code: 'TerraformBackend', pattern: terraformBackend },
  { code: 'TerraformBackend', pattern: deniedBackend, isOf: isTerraformRole },
  {
    code: 'StorageDenied',
    pattern:
      /(?:upload|download|copy|move|delete) failed: (?=[^\n]{0,400}\bs3:\/\/)[^\n]{0,600}\bAccess Denied\b|operation error S3: \w+, https response error StatusCode: 403\b[^\n]*|\(403\) when calling the (?:Head|Get|Put|List)\w+ operation: Forbidden/,
  },
  {
    code: 'StorageDenied',
    pattern:
      /Access Denied \(Service: (?:Amazon )?S3[;,][^\n]*|(?<=<Error>\s{0,20}<Code>AccessDenied<\/Code>\s{0,20}<Message>)Access Denied<\/Message>/,
  },
  {
    code: 'StorageDenied',
    pattern:
      /(?<=AccessDenied: )Access Denied\b(?:[ \t]*(?:\\n|\n)?[^\n]{0,400}?\bhost id\b[^\n]*)|(?<=S3(?:Service)?Exception: ?)Access Denied\b[^\n]*|Aws::S3::Errors::(?:AccessDenied|Forbidden)\b[^\n]*/,
  },
  {
    code: 'StorageDenied',
    pattern: /(?<=\bAccessDenied: )Access Denied\b(?:(?<=\b[sS]3\b[\s\S]{0,200})|(?=[\s\S]{0,200}\b[sS]3\b))[^\n]*/,
  },
  {
    code: 'KeyDenied',
    pattern: /The ciphertext refers to a customer master key that does not exist[^\n]*|Access to KMS is not allowed[^\n]*/,
  },
  {
    code: 'RequestTimeTooSkewed',
    pattern: /Signature (?:expired|not yet current):[^\n]*|The difference between the request time and the current time is too large[^\n]*/,
  },
  {
    code: 'NoApplicationCredentials',
    pattern: /The AWS Access Key Id you provided does not exist in our records[^\n]*|Request is missing Authentication Token[^\n]*/,
  },
  { code: 'ValidationError', pattern: /The requested DurationSeconds exceeds[^\n]*/ },
  { code: 'ValidationError', pattern: /(?<!\d)\d+ validation errors? detected:[^\n]*|Request ARN is invalid[^\n]*/ },
  { code: 'RegionDisabledException', pattern: /STS is not activated in this region[^\n]*/ },
  {
    code: 'MalformedPolicyDocument',
    pattern: /\(Service: (?:AmazonIdentityManagement|Iam)[;,] Status Code: 400[;,] Error Code: MalformedPolicyDocument[^\n]*/,
    isWholeLine: true,
  },
  {
    code: 'MalformedPolicyDocument',
    pattern:
      /Invalid principal in policy[^\n]*|Partition "[^"\n]{0,40}" is not valid for resource[^\n]*(?:\n[ \t]*\d: o\.apply[^\n]*){0,4}/,
  },
  {
    code: null,
    pattern: /(?<!\S)\S+ already exists in stack arn:[^\n]*|Resource of type '[\w:]+' with identifier '[^'\n]*' already exists[^\n]*/,
  },
  ...creationErrorMarkers,
  { code: 'EntityAlreadyExists', pattern: /Role with name [\w+=,.@-]{1,64} already exists[^\n]*/ },
  { code: 'NoSuchEntity', pattern: /(?:The )?role with name [\w+=,.@-]{1,64} cannot be found[^\n]*/i },
  { code: 'NoSuchEntity', pattern: /Policy arn:\S+ does not exist or is not attachable[^\n]*/ },
  { code: 'InsufficientCapabilitiesException', pattern: /Requires capabilities ?:[^\n]*/ },
  { code: 'LimitExceeded', pattern: /Cannot exceed quota for [^\n]*/ },
  {
    code: null,
    pattern:
      /(?:Template validation error|Template error:(?! IAM role)|Invalid template (?:property|resource property)|Unrecognized resource types?:|Encountered unsupported property|Properties validation failed for resource|Value of property \w{1,60} must be |Model validation failed|TemplateURL must|Domain name specified in \S+ is not a valid S3 domain|Object referenced by \S+ is not accessible|S3 error|You are signed in to another AWS account)[^\n]*/,
  },
  { code: null, pattern: /Stopped(?:, nothing was changed:|\.)\s+(?:you are signed in to|these are credentials of)\s+AWS account[^\n]*/i },
  { code: null, pattern: /Need to perform AWS calls for account[^\n]*/ },
  { code: 'CdkRole', pattern: /could not be used to assume '?arn:[\w-]+:iam::\d{12}:role\/cdk-\w+-[\w-]*-role-[^\n]*/ },
  { code: 'AccessDeniedException', pattern: /Model access is denied due to [^\n]*/ },
  {
    code: 'MalformedPolicyDocument',
    pattern:
      /This policy contains invalid Json|Has prohibited field \w+|Syntax errors (?:in|at) policy[^\n]*|^[^\n]*(?:contains an invalid JSON(?: policy)?|should not specify a principal|does not support the Principal element|Missing required field Principal|failed legacy parsing|must contain (?:resources|actions)|must specify at least one (?:IAM principal|'principal'|resource|'resource'|action|'action')|You cannot specify a (?:resource|principal)|Policy document must be version|Federated principals must be valid|Statement IDs \(SID\)|must be prefaced by a vendor|can not contain region information|may only specify STS AssumeRole|contained an invalid principal|Missing Principal: Add a Principal|leading spaces?|Statement is empty)[^\n]*/im,
  },
  {
    code: 'MalformedPolicyDocument',
    pattern:
      /Trust policy with trusted principal \S{1,300} must evaluate[^\n]*|This policy contains the following (?:\w{1,20} )?error: [^\n]*/,
  },
  {
    code: null,
    pattern:
      /You must be the (?:master|management)(?: account)? or delegated admin[^\n]*|You must enable organizations access to operate[^\n]*|Account used is not a delegated administrator[^\n]*/i,
  },
  {
    code: null,
    pattern:
      /Received response status \[FAILED\] from custom resource[^\n]*|CloudFormation did not receive a response from your Custom Resource[^\n]*|Custom Resource failed to stabilize[^\n]*|Vendor response doesn't contain [^\n]*|See the details in CloudWatch Log Stream(?:[\s\S]{0,1200}?"Message"\s*:\s*"[^"\n]{1,400}"|[^\n]*)/i,
  },
  {
    code: 'Organizations',
    pattern:
      /Your account is not a member of an organization[^\n]*|Account \S+ is not an administrator for this organization[^\n]*|\(Service: (?:AWS)?Organizations[,;][^\n]*|\bAWSOrganizationsNotInUseException\b[^\n]*/,
  },
  { code: 'MalformedPolicyDocument', pattern: /MalformedPolicyDocument(?:Exception)?:?[^\n]*/ },
  { code: null, pattern: /Template (?:format )?error:[^\n]*/ },
  { code: 'NoSuchEntity', pattern: /\breading IAM Role \([\w+=,.@-]{1,64}\): couldn't find resource/ },
  { code: null, pattern: /The following resource\(s\) failed to (?:create|update|delete): \[[^\n]*/ },
  {
    code: null,
    pattern:
      /Failed to create\/update the stack[^\n]*|\bThe stack named \S{1,130} failed (?:creation|to deploy|update)[^\n]*|\bis in \w{3,60} state and can ?not be updated[^\n]*/,
  },
  { code: 'NoCredentials', pattern: /(?:No valid credential sources?\b|Unable to resolve AWS account to use)[^\n]*/i },
  {
    code: 'NoApplicationCredentials',
    pattern:
      /(?:NoCredentialsError|Missing credentials in config|CredentialsProviderError|MissingCredentialsError|NoCredentialProviders)[^\n]*|Unable to load (?:AWS )?credentials from any (?:of the )?providers? in the chain[^\n]*|no EC2 IMDS role found[^\n]*/,
  },
  {
    code: 'WrongParameter',
    pattern:
      /^[^\n]*(?:for parameter (?:RoleArn|RoleSessionName|ExternalId|DurationSeconds)|in input: "(?:RoleArn|RoleSessionName|ExternalI[dD]|external_?id|DurationSeconds)"|AssumeRoleInput\.)[^\n]*/im,
  },
  { code: 'NoCredentials', pattern: /(?:Unable to locate credentials|Unable to parse config file|the SSO session)[^\n]*/i },
  { code: 'ServiceLinkedRole', pattern: /\b(?:AuthFailure\.)?ServiceLinkedRoleCreationNotPermitted\b[^\n]*/ },
  {
    code: 'ExpiredToken',
    pattern:
      /\bAWS\b[^\n]{0,40}\bsession[ -]?token\b[^\n]{0,20}\b(?:expired|abgelaufen|caducado|expiré)[^\n]*|\bAWSSessionTokenExpired\w*[^\n]*/i,
  },
  {
    code: 'NoCredentials',
    pattern:
      /AWS was not able to validate the provided access credentials[^\n]*|\b(?:InvalidAccessKeyId|ExpiredTokenException|AuthFailure)\b[^\n]*/,
  },
  {
    code: 'NoRegion',
    pattern:
      /(?:an AWS region is required, but was not found|You must specify a region|NoRegionError|Missing region in config|Unable to find a region via the region provider chain|Unable to load region from|Region is missing|could not resolve endpoint, partition: "[\w-]*",\s+service: "[\w-]+",\s+region: ""|https:\/\/[\w-]{2,40}\.\.amazonaws\.com)[^\n]*/i,
  },
  {
    code: 'NoCredentials',
    pattern: /(?:Error when retrieving token from sso|Token has expired and refresh failed|Your session has expired)[^\n]*/i,
  },
  { code: 'UnusableProfile', pattern: /The config profile \([^()\n]{1,200}\) could not be found/ },
  {
    code: 'NoCredentials',
    pattern:
      /(?:The security token included in the request is|The provided token has expired|Could not load credentials from any providers)[^\n]*/,
  },
  {
    code: 'EntityAlreadyExists',
    pattern: /^[ \t]*[\w+=,.@-]{0,64}[Rr]ole[\w+=,.@-]{0,64} already exists\.?[ \t]*$|^[ \t]*[\w+=,.@-]{1,64} already exists\.?[ \t]*$/m,
  },
  { code: 'NoCommand', pattern: /aws: (?:command )?not found|command not found: aws|\baws\b'? is not recognized as[^\n]*/ },
  {
    code: 'NoConnection',
    pattern: /(?:Could not connect to the endpoint URL|Connect timeout on endpoint URL|Failed to connect to proxy)[^\n]*/,
  },
  { code: 'NoConnection', pattern: /(?:getaddrinfo \w+|lookup|Could not resolve host:?) \S*amazonaws\.com[^\n]*/ },
  { code: 'NoConnection', pattern: noAnswer, isOf: isOfAws },
  ...toolErrorMarkers,
  {
    code: 'NotBootstrapped',
    pattern:
      /SSM parameter \/cdk-bootstrap\/\S* not found[^\n]*|environment been bootstrapped\?[^\n]*|toolkit stack must be deployed to the environment[^\n]*/,
  },
  { code: 'WrongCommand', pattern: /\baws: error: [^\n]*/ },
  { code: 'WrongCommand', pattern: /(?:Error parsing parameter|Found invalid choice)[^\n]*/i },
  { code: 'WrongCommand', pattern: /(?:the following arguments are required:|Unknown options:)[^\n]*/, isOf: isOfCli },
  { code: 'WrongBucketName', pattern: /Invalid bucket name "[^"\n]{0,300}"|The specified bucket is not valid\b/ },
  { code: 'WrongCommand', pattern: /Parameter validation failed[^\n]*/i, isOf: (text) => !isProgram.test(text) },
  { code: 'WrongParameters', pattern: /\bInvalidParameter: \d{1,3} validation error\(s\) found\.?\s{0,20}[^\n]*/ },
  { code: 'WrongParameters', pattern: /(?<!\boperation: )Parameter validation failed(?!:?\s*parameter value):?\s*[^\n]*/i },
  {
    code: 'SwitchRole',
    pattern:
      /(?:Invalid information in one or more fields|Could not switch roles? using the provided information|Ungültige Informationen in (?:einem oder mehreren|mindestens einem) Feld|Informations non valides dans un ou plusieurs champs|Información no válida en uno o más campos|La información en uno o más campos no es válida|Informa[çc](?:ão|ões) inválidas? em um ou mais campos|Informazioni non valide in uno o più campi|1 つ以上のフィールドに無効な情報があります|一个或多个字段中的信息无效|一或多個欄位中(?:的資訊|有)無效|하나 이상의 필드에 (?:잘못된|유효하지 않은) 정보)[^\n]*/i,
  },
  { code: 'Throttling', pattern: /\b(?:Rate exceeded|Throttling(?:Exception)?\b)[^\n]*/ },
  { code: 'UnusableProfile', pattern: unusableProfile },
  { code: 'TerraformConfiguration', pattern: terraformConfiguration, isOf: isTerraformOfAws },
  { code: 'NoCredentials', pattern: noCredentials, isOf: isOfAws },
  { code: 'AccessDeniedException', pattern: /Insufficient Lake Formation permission[^\n]*/ },
  {
    code: null,
    pattern:
      /Value of property \{?[\w./]+\}? must be [^\n"\]]*|Encountered unsupported property [^\n"\]]*|Property \S{1,100} cannot be empty[^\n"\]]*/,
  },
  {
    code: 'AccessDenied',
    pattern: /\biam:CreateRole\b[^\n.]{0,60}\bexplicit deny\b[\s\S]{0,400}?\bpermissions? boundar(?:y|ies)\b[^\n]{0,200}/i,
  },
  {
    code: 'SelfTrustNotice',
    pattern:
      /\btrust\w{0,3} itself implicitly\b[^\n]{0,200}|\bimplicitly trust\w{0,3} itself\b[^\n]{0,200}|\bself-referential (?:grant|trust)\b[^\n]{0,200}|\bimplicit self-trust\b[^\n]{0,200}/i,
  },
  { code: 'CREATE_FAILED', pattern: skippedTags },
]
