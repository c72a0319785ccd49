import type { ErrorTextFact } from './pasted-fact.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export const deniedCodes: readonly string[] = [
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedFault',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'UnauthorizedAccess',
  'UnauthorizedException',
  'UnauthorizedOperation',
]

/** AWS doesn't tell one from the other. */
export const absentOrDenied = 'AbsentOrDenied'

type Form = { readonly pattern: RegExp; readonly read: (found: readonly (string | undefined)[]) => ErrorTextFact }

const error = (code: string | undefined, operation: string | undefined, message: string | undefined): ErrorTextFact => ({
  kind: 'error-text',
  code: code ?? null,
  operation: operation ?? null,
  message: (message ?? '').trim().replace(/\s+/g, ' ').slice(0, 400),
})

const code = '(?!Error\\b)[A-Z][A-Za-z]{3,60}'

/** The forms of the SDKs for Go, Java, and JavaScript, which every service shares. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      `operation error ([A-Z][\\w ]{1,40}): (\\w{3,60}), https response error StatusCode: 4\\d\\d,(?: (?:RequestID|HostID): [^,\\n]{0,100},){0,2} (?:api error )?(${code}): ([^\\n]*)`,
    ),
    read: ([, service, operation, name, message]) => error(name, `${service} ${operation}`, message),
  },
  {
    pattern: new RegExp(
      `Exception: ([^\\n(]{1,300})\\(Service: (?:Amazon ?)?[\\w ]{2,40}[;,] Status Code: 4\\d\\d[;,] Error Code: (${code})`,
    ),
    read: ([, message, name]) => error(name, undefined, message),
  },
  {
    pattern: new RegExp(
      `\\(Service: (?:(?<=(?:^|\\n)([^\\n(]{0,300})\\(Service: )|)(?:Amazon ?)?[\\w ]{2,40}[;,] Status Code: 4\\d\\d[;,] Error Code: (${code})`,
    ),
    read: ([, said, name]) => error(name, undefined, said?.trim() || name),
  },
  {
    // The last code before the status is that of AWS. Programs write words of their own before it.
    pattern: new RegExp(
      `\\b(${code}): ((?:(?!\\b(?:[A-Z][a-z]+){2,4}: )[^\\n]){0,300})(?:\\n|\\\\n)?(?:\\s|\\\\t)*status code: 4\\d\\d, request id`,
    ),
    read: ([, name, message]) => error(name, undefined, message),
  },
  {
    pattern: new RegExp(
      `\\b(${code}): ([^\\n]{1,300})\\n\\s+at [^\\n]*\\b(?:extractError|throwDefaultError|de_\\w+CommandError)(?:[\\s\\S]{0,300}?\\bde_(\\w+)CommandError)?`,
    ),
    read: ([, name, message, operation]) => error(name, operation, message),
  },
  {
    pattern:
      /(?<!\S)[^\n<{]{0,80}\b(?:does not|doesn['’]t) exist(?: in this Region)?,? or (?:you|it|the caller|the user) (?:is|are|do|does)(?: not|n['’]t) (?:have|authorized|allowed|permitted)[^\n>]{0,80}/i,
    read: ([message]) => error(absentOrDenied, undefined, message),
  },
  {
    pattern: /\b(You are not authorized to perform this operation\. Encoded authorization failure message\b[^\n]*)/,
    read: ([, message]) => error('UnauthorizedOperation', undefined, message),
  },
  {
    pattern: /(?:\b(UnauthorizedOperation)\b\W{1,3})?\b(You are not authorized to perform this operation\b\.?(?: User: [^\n]{0,300})?)/,
    read: ([, name = 'UnauthorizedOperation', message]) => error(name, undefined, message),
  },
  { pattern: /\bUnauthorizedOperation\b(?=[^\w.]|\.\s|$)/, read: () => error('UnauthorizedOperation', undefined, undefined) },
]

const signOfAws =
  /\bA(?:WS|ws)\b|\bAmazon\b|\bAssumeRole|\barn:aws|amazonaws|\baws(?:sdk)?[.:_-]|botocore|An error occurred \(|\boperation error [A-Z]|\bService: [A-Z]/

/** Other programs and web pages use the same words. */
export const isOfAws = (text: string, at: number): boolean => signOfAws.test(text.slice(Math.max(0, at - 400), at + 600))

/** The calls of AWS STS that can be denied assume a role, apart from rare ones. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html */
const ofSts = /\(Service: (?:AWSSecurityTokenService|Sts)\b/

/** In the words of a tool, before the error that it got for its own call. Events of a stack tell of what the stack called. */
const ofStack =
  /\b(creat|updat|launch|delet)\w*(?: (?:the|a|your|new|CloudFormation|AWS|initial|IAM|role|[\w-]{1,40})){0,4} stack(?! ?set)\b[^\n]{0,80}:\s[^\n]{0,40}$/i

const callsOfStack: Readonly<Record<string, string>> = { updat: 'UpdateStack', delet: 'DeleteStack' }

function operationIn(found: RegExpExecArray): string | null {
  if (ofSts.test(found[0])) return 'AssumeRole'
  const [, verb] = ofStack.exec(found.input.slice(Math.max(0, found.index - 300), found.index)) ?? []
  return verb === undefined ? null : (callsOfStack[verb.toLowerCase()] ?? 'CreateStack')
}

const withOperation = (fact: ErrorTextFact, found: RegExpExecArray): ErrorTextFact =>
  fact.operation === null ? { ...fact, operation: operationIn(found) } : fact

/** An error of a service whose words tell nothing of this connection. Null where the text has none. */
export function serviceError(text: string): ErrorTextFact | null {
  for (const { pattern, read } of forms) {
    const found = pattern.exec(text)
    const fact = found === null ? null : withOperation(read(found), found)
    if (found !== null && fact !== null && (fact.code !== absentOrDenied || isOfAws(text, found.index))) return fact
  }
  return null
}
