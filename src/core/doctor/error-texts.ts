import type { ErrorTextFact } from './pasted-fact.ts'

// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html and the form of botocore's ClientError.
const called =
  /An error occurred \(([\w.]+)\) when calling the (\w+) operation(?: \(reached max retries: \d+\))?:\s*([^\n]+(?:\n(?!\s*(?:\$|An error occurred))[^\n]+)*)/g

type Marker = { readonly code: string | null; readonly pattern: RegExp }

/** What is an error text without the words of the AWS CLI around it: copied from the console or from a log. */
const markers: readonly Marker[] = [
  { code: 'AccessDenied', pattern: /^[^\n]*is not authorized to perform:[^\n]*/m },
  { code: 'AccessDenied', pattern: /Roles may not be assumed by root accounts[^\n]*/ },
  { code: 'ValidationError', pattern: /The requested DurationSeconds exceeds[^\n]*/ },
  { code: 'RegionDisabledException', pattern: /STS is not activated in this region[^\n]*/ },
  { code: 'MalformedPolicyDocument', pattern: /Invalid principal in policy[^\n]*/ },
  { code: 'EntityAlreadyExists', pattern: /Role with name [\w+=,.@-]{1,64} already exists[^\n]*/ },
  { code: 'NoSuchEntity', pattern: /(?:The )?role with name [\w+=,.@-]{1,64} cannot be found[^\n]*/i },
  { code: 'InsufficientCapabilitiesException', pattern: /Requires capabilities ?:[^\n]*/ },
  { code: 'LimitExceeded', pattern: /Cannot exceed quota for [^\n]*/ },
  { code: null, pattern: /(?:Template validation error|TemplateURL must|S3 error|You are signed in to another AWS account)[^\n]*/ },
  { code: null, pattern: /Stopped, nothing was changed: (?:you are signed in to|these are credentials of) AWS account[^\n]*/ },
  { code: null, pattern: /Need to perform AWS calls for account[^\n]*/ },
  { code: 'MalformedPolicyDocument', pattern: /This policy contains invalid Json|Has prohibited field \w+|Syntax errors in policy[^\n]*/i },
  { code: null, pattern: /Failed to create\/update the stack[^\n]*/ },
  { code: 'NoCredentials', pattern: /(?:Unable to locate credentials|Unable to parse config file|The SSO session)[^\n]*/ },
  { code: 'NoCredentials', pattern: /(?:No valid credential sources found|Unable to resolve AWS account to use)[^\n]*/ },
  { code: 'NoCredentials', pattern: /(?:Error when retrieving token from sso|Your session has expired)[^\n]*/i },
  { code: 'NoCredentials', pattern: /The config profile \([^()\n]{1,200}\) could not be found/ },
  { code: 'NoCommand', pattern: /aws: (?:command )?not found|command not found: aws|\baws\b'? is not recognized as[^\n]*/ },
]

function unnamedError(text: string): ErrorTextFact | null {
  for (const { code, pattern } of markers) {
    const [message] = pattern.exec(text) ?? []
    if (message !== undefined) return { kind: 'error-text', code, operation: null, message: message.trim() }
  }
  return null
}

/** The errors in a text that was copied from a terminal, the console or a log. */
export function errorTexts(text: string): readonly ErrorTextFact[] {
  const named = [...text.matchAll(called)].map(
    ([, code = null, operation = null, message = '']): ErrorTextFact => ({ kind: 'error-text', code, operation, message: message.trim() }),
  )
  if (named.length > 0) return named
  const unnamed = unnamedError(text)
  return unnamed === null ? [] : [unnamed]
}
