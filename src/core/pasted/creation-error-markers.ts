import type { Marker } from './error-marker.ts'

const stackCalls: Readonly<Record<string, string>> = { creat: 'CreateStack', updat: 'UpdateStack', delet: 'DeleteStack' }

/** Null where a tool says only that it failed with a stack. */
const stackOperation = (before: string): string | null =>
  stackCalls[/\b(creat|updat|delet)(?:e|ed|ing)\b[^\n:]{0,60}\bstack\b/i.exec(before)?.[1]?.toLowerCase() ?? ''] ?? null

/** Words about a stack, before an error that names neither the call nor the caller. */
const isOfStack = (text: string, at: number): boolean => {
  if (/^Resource handler/i.test(text.slice(at, at + 20))) return true
  const before = text.slice(Math.max(0, at - 160, text.lastIndexOf('\n', at) + 1), at)
  return /stack(?! ?set)/i.test(before) && /fail|\b(?:deploy|creat|updat|launch|delet|bootstrap)/i.test(before)
}

/** Errors of IAM, CloudFormation and the AWS CLI while a role is created or changed. */
export const creationErrorMarkers: readonly Marker[] = [
  { code: 'MalformedPolicyDocument', pattern: /\bResource \S{1,400} must be in ARN format[^\n]*/ },
  { code: 'LimitExceeded', pattern: /Maximum policy size of \d+ bytes exceeded[^\n]*/ },
  { code: 'PolicyNotAttachable', pattern: /Cannot attach a Service Role Policy to a Customer Role[^\n]*/i },
  { code: 'PolicyNotString', pattern: /Invalid type for parameter \w*Policy\w*, value: [\s\S]{0,8000}?valid types: <class 'str'>/ },
  { code: 'QuotesLost', pattern: /Error parsing parameter '[\w-]{1,60}': Invalid JSON:[^\n]*\n\s*JSON received: [^"\n]*(?=\n|$)/ },
  { code: 'AccessDenied', pattern: /\bAPI: [a-z][\w-]{1,40}:[A-Z]\w{2,60} Access Denied\b[^\n]*/i },
  {
    code: 'StackDenied',
    pattern:
      /\b(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException)\b\W{1,3}(?:(?:(?:The )?user|you|caller) (?:is|are) not authorized to perform this (?:operation|action)\b|access (?:is )?denied\b)(?! \(Service)[^\n]*|(?<=\bstack\b[^\n]{0,80}: )(?:access denied|(?:user is|you are) not authorized to perform this (?:operation|action))\b(?! \(Service)[^\n]*|\bResource handler returned message:\s*["“]?\s*(?:access (?:is )?denied\b|(?:(?:the )?user|you) (?:is|are) not authorized to perform this (?:operation|action)\b)(?!:)[^\n]*/i,
    isOf: isOfStack,
    operationIn: stackOperation,
  },
  { code: null, pattern: /\bStackSet [\w:-]{1,200} not found\b[^\n]*/ },
  { code: null, pattern: /Resource handler returned message:\s*["“]?Unable to execute HTTP request[^\n]*/ },
  {
    code: null,
    pattern:
      /CloudFormation cannot update a stack when a custom-named resource[^\n]*|The following hook\(s\)(?:\/validation)? failed[^\n]*|\bHook failed with message[^\n]*|Cannot delete entity, must (?:detach|delete|remove)[^\n]*/i,
  },
]

/** Errors of tools before they call AWS. */
export const toolErrorMarkers: readonly Marker[] = [
  {
    code: 'NotVisibleYet',
    pattern:
      /Provider produced inconsistent result after apply(?=[\s\S]{0,300}\baws_iam_[\s\S]{0,300}\bwas present, but now absent)[^\n]*|waiting for IAM Role \([\w+=,.@-]{1,64}\) (?:create|to be created)[^\n]*|IAM Role \([\w+=,.@-]{1,64}\): couldn't find resource \(\d+ retries\)/,
  },
  {
    code: 'TerraformStopped',
    pattern:
      /(?<=\bError: )(?:(?:expected|invalid value for) [^\n]{0,40}\b(?:to be|name|path|policy|description|duration)\b[^\n]*|"\w{1,60}" \([^)\n]{0,400}\) is an invalid ARN[^\n]*)/,
  },
  {
    code: 'StackInstance',
    pattern:
      /(?:\bAccount \(\d{12}\), Region \([a-z\d-]{4,30}\), FAILED: )?\bResourceLogicalId: ?[\w-]{1,255}, ResourceType: ?[\w:@-]{1,200}, ResourceStatusReason: ?[^\n]*/,
  },
  {
    code: 'AssumeRoleUnread',
    pattern: /\bNo assume_role block read from configuration\b/,
    isOf: (text) => /\bassume_role\s*(?:=\s*)?\{[^{}]{0,600}\brole_arn\b/.test(text),
  },
]
