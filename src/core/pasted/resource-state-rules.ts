import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { Marker } from './error-marker.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { type ErrorFacts, type ErrorForm, hasCode, ofErrors, type PastedRule } from './pasted-rule.ts'
import { storageOperation } from './storage-call.ts'

const otherRegion =
  /must be addressed using the specified endpoint|authorization header is malformed; the region '[\w-]+' is wrong|\bincorrect region, the bucket is not in '[\w-]+' region/

const unusableKey = /\bis (?:disabled|pending (?:deletion|import|replica deletion)|unavailable)\b|\bKey '?arn:[\w-]+:kms:\S+ does not exist/

const accountProblem =
  /There is a problem with your AWS account that prevents|\b(?:AWS account(?: id)?:?(?: \(?(?:\d{12}|\d{4}[- ]\d{4}[- ]\d{4})\)?)?|account(?: id)?:? \(?(?:\d{12}|\d{4}[- ]\d{4}[- ]\d{4})\)?|\b[Tt]his account) (?:is|was|has been) (?:currently |temporarily |already )?suspended\b|\bThis account is currently blocked\b/i

/** The answers of services for something that no permission changes, also without the words of the AWS CLI around them. */
export const resourceStateMarkers: readonly Marker[] = [
  {
    code: 'PermanentRedirect',
    pattern:
      /[^\n]{0,200}(?:must be addressed using the specified endpoint|authorization header is malformed; the region '[\w-]+' is wrong|\bincorrect region, the bucket is not in '[\w-]+' region)[^\n]{0,200}|operation error S3: \w+, https response error StatusCode: 301\b[^\n]*|[^\n]{0,200}\bPermanentRedirect\b[^\n]{0,200}/,
  },
  {
    code: 'KMS.DisabledException',
    pattern: /\barn:[\w-]+:kms:\S+ is (?:disabled|pending (?:deletion|import|replica deletion)|unavailable)\b[^\n]{0,200}/,
  },
  { code: 'AccountProblem', pattern: accountProblem, isOf: (text) => /\bAWS\b|(?<!\d)\d{12}(?!\d)/.test(text) },
  { code: 'BucketAlreadyExists', pattern: /\bBucketAlreadyExists\b[^\n]*|The requested bucket name is not available\b[^\n]*/ },
]

/** In groups of four; empty where the message names none. */
function accountIn(message: string): string {
  const [, named] = /(?<!\d)(\d{12}|\d{4}[- ]\d{4}[- ]\d{4})(?!\d)/.exec(message) ?? []
  return named === undefined ? '' : accountIdInGroups(named.replace(/\D/g, ''))
}

export const problemAccount = ({ message }: ErrorFacts): string => accountIn(message)

/** The Regions of the call and of the bucket, as S3 names them. */
export const namedRegions = ({ message }: ErrorFacts): { readonly ofCall: string; readonly ofBucket: string } | null => {
  const [, ofCall, ofBucket] = /the region '([\w-]+)' is wrong; expecting '([\w-]+)'/.exec(message) ?? []
  return ofCall === undefined || ofBucket === undefined ? null : { ofCall, ofBucket }
}

/** The ARN of the key; empty where the message names none. */
export const namedKey = ({ message }: ErrorFacts): string => /\barn:[\w-]+:kms:[\w:-]+:(?:key|alias)\/[\w/-]*\w/.exec(message)?.[0] ?? ''

export type KeyState = 'disabled' | 'deletion' | 'absent' | 'other'

export function keyState({ message }: ErrorFacts): KeyState {
  if (/\bis disabled\b/.test(message)) return 'disabled'
  if (/\bpending (?:replica )?deletion\b/.test(message)) return 'deletion'
  return /\bdoes not exist\b/.test(message) ? 'absent' : 'other'
}

const keyStates: Readonly<Record<KeyState, string>> = {
  disabled: 'is disabled',
  deletion: 'is scheduled for deletion',
  absent: 'doesn’t exist in its account and Region',
  other: 'can’t be used in its present state',
}

const keySteps: Readonly<Record<KeyState, string>> = {
  disabled: 'An administrator of the key can enable it in AWS KMS.',
  deletion: 'An administrator of the key can cancel the deletion in AWS KMS, and then enable the key.',
  absent: 'Check its ID, its account, and its Region where the program or the bucket names it.',
  other: 'An administrator of the key can see its state in AWS KMS.',
}

const createsBucket =
  /\b(?:create|creates|creating|provision(?:s|ing)?|make|making) (?:(?:the|a|an|my|our|this|new|S3|Amazon|another|simple|AWS) )*buckets?\b|\bCreateBucket\b/i

const newBucketDenied = 'NewBucketDenied'

/** S3 answers 403 to a HEAD request for a bucket of somebody else. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export const ofNewBucket = (error: ErrorTextFact, text: string): ErrorTextFact =>
  error.code === 'StorageDenied' && storageOperation(error.message, error.operation) === 'HeadBucket' && createsBucket.test(text)
    ? { ...error, code: newBucketDenied }
    : error

export const isBeforeCreation = ({ storageCall }: ErrorFacts): boolean => storageCall === 'HeadBucket'

export const resourceStateMessages = messages('resource-state-rules', {
  'bucket-other-region': {
    title: 'The bucket is in another Region',
    sentence: (facts: ErrorFacts) => {
      const regions = namedRegions(facts)
      return regions === null
        ? 'The bucket is in another Region than the one that the program called.'
        : `The bucket is in ${regions.ofBucket}, and the program called ${regions.ofCall}.`
    },
    detail: ({ vendor }: ErrorFacts) =>
      `This says nothing about the role, and no permission changes it. Where ${vendor} or the program has a Region for the bucket, enter the bucket’s. To see it, run: aws s3api get-bucket-location --bucket, followed by the name of the bucket. For us-east-1, the answer is null.`,
  },
  'key-unusable': {
    title: 'A KMS key can’t be used',
    sentence: (facts: ErrorFacts) => `The KMS key${namedKey(facts) === '' ? '' : ` ${namedKey(facts)}`} ${keyStates[keyState(facts)]}.`,
    detail: (facts: ErrorFacts) =>
      `No permission of the role changes this, and the trust policy isn’t the cause. ${keySteps[keyState(facts)]} What is encrypted with the key can’t be read without it.`,
  },
  'account-suspended': {
    title: 'AWS reports a problem with an account',
    sentence: (facts: ErrorFacts) =>
      `The message says that ${problemAccount(facts) === '' ? 'an AWS account' : `AWS account ${problemAccount(facts)}`} is suspended or has a problem.`,
    detail: (facts: ErrorFacts) =>
      problemAccount(facts) === facts.vendorAccount
        ? `That’s ${facts.vendor}’s account, so ${facts.vendor} needs to fix it. This says nothing about the role.`
        : `This says nothing about the role. The owner of the account can look under Billing and Cost Management for unpaid invoices, and in its mail for a message from AWS, and contact AWS Support. An account that was closed is suspended, too. If ${facts.vendor} suspended it on its own side, ask ${facts.vendor}.`,
  },
  'bucket-name-taken': {
    title: 'The name of a new bucket is taken',
    sentence: (facts: ErrorFacts) =>
      isBeforeCreation(facts)
        ? 'Amazon S3 denied HeadBucket before a bucket was created. Often, a bucket of that name exists in another account.'
        : 'A bucket of that name already exists, usually in another account.',
    detail: (facts: ErrorFacts) =>
      isBeforeCreation(facts)
        ? 'The names of buckets are unique across all accounts, so try another name first. If the bucket is in your account, the program may have called with other credentials than those of the role: compare aws sts get-caller-identity for both. This doesn’t show that assuming the role failed.'
        : 'The names of buckets are unique across all accounts, and no permission changes this. Choose another name, or use the bucket that exists if it’s in your account.',
  },
})

const isOfAssumption = ({ operation, message }: ErrorTextFact): boolean => operation === 'AssumeRole' || /AssumeRole/.test(message)

type Id = keyof ReturnType<typeof resourceStateMessages.in>

const denials = ['storage-denied', 'vendor-other-bucket', 'vendor-bucket-failed', 'service-call-denied', 'key-denied']

const forms: readonly ErrorForm<Id>[] = [
  {
    id: 'bucket-other-region',
    part: 'caller',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html',
    is: (error) => hasCode('PermanentRedirect')(error) || otherRegion.test(error.message),
  },
  {
    id: 'key-unusable',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
    is: (error) =>
      hasCode('KMS.DisabledException', 'DisabledException', 'KMS.KMSInvalidStateException', 'KMSInvalidStateException')(error) ||
      (/\bkms\b|KMS/.test(`${error.code} ${error.message}`) && unusableKey.test(error.message)),
  },
  {
    id: 'account-suspended',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-closing.html',
    is: (error) => hasCode('AccountProblem', 'AccountSuspended')(error) || accountProblem.test(error.message),
  },
  {
    id: 'bucket-name-taken',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    is: hasCode('BucketAlreadyExists', newBucketDenied),
  },
]

/** A call of AssumeRole that failed comes before what would have been done with the role. */
const unlessAssumption = (rule: PastedRule): PastedRule => ({
  ...rule,
  suppresses: denials,
  found: (pastedRole: PastedRole) =>
    rule.id !== 'account-suspended' && pastedRole.errors.some(isOfAssumption) ? null : rule.found(pastedRole),
})

/** Buckets, keys and accounts in a state that no policy is the reason for. */
export const resourceStateRules: readonly PastedRule[] = ofErrors(resourceStateMessages.in, forms).map(unlessAssumption)
