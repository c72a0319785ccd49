import type { Marker } from './error-marker.ts'

/** Errors of IAM, CloudFormation and the AWS CLI while a role is created or changed. */
export const creationErrorMarkers: readonly Marker[] = [
  { code: 'MalformedPolicyDocument', pattern: /\bResource \S{1,400} must be in ARN format[^\n]*/ },
  { code: 'LimitExceeded', pattern: /Maximum policy size of \d+ bytes exceeded[^\n]*/ },
  { code: 'PolicyNotAttachable', pattern: /Cannot attach a Service Role Policy to a Customer Role[^\n]*/i },
  { code: 'PolicyNotString', pattern: /Invalid type for parameter \w*Policy\w*, value: [\s\S]{0,8000}?valid types: <class 'str'>/ },
  { code: 'QuotesLost', pattern: /Error parsing parameter '[\w-]{1,60}': Invalid JSON:[^\n]*\n\s*JSON received: [^"\n]*(?=\n|$)/ },
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
]
