import { isAcceptable, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import { trustedPrincipal } from '#core/verify/explanation.ts'
import type { Circumstance } from './circumstances.ts'
import { denialWordsMessages } from './denial-words.ts'
import { otherRoleDetail, otherRoleSentence } from './other-role-arn.ts'
import type { ErrorTextFact, VendorWordsFact } from './pasted-fact.ts'
import {
  type ErrorFacts,
  type ErrorForm,
  familyRule,
  hasCode,
  ofErrors,
  type PastedRule,
  type PlanFacts,
  pages,
  planFacts,
} from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { requestsAction } from './session-call.ts'
import { credentialCause, credentialCauses, credentialHints, isExpired } from './terminal-words.ts'

type WordsFacts = PlanFacts & { readonly named: string }
type LackingFacts = WordsFacts &
  ToldFacts & {
    /** Null where the message names no actions, or where a managed policy may have them. */
    readonly isRequested: boolean | null
    /** Empty where it names none, or several. */
    readonly bucket: string
    readonly wasAssumed: boolean
  }
/** S3 calls AWS KMS with the caller's permissions where objects are encrypted with a key of it. https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export const namesKeyAction = (named: string): boolean => /\bkms:(?:GenerateDataKey|Decrypt|Encrypt|ReEncrypt)/.test(named)

type DeniedFacts = ToldFacts & { readonly isAssumption: boolean }

export type ToldFacts = PlanFacts & { readonly circumstances: readonly Circumstance[] }

/** How the text says that the role works otherwise, each with a space after it. */
export const toldOtherwise = ({ circumstances }: Pick<ToldFacts, 'circumstances'>, language = 'en'): string =>
  circumstances
    .filter((each) => /^(?:works|waited|differs)-/.test(each))
    .map((each) => `${denialWordsMessages.in(language).circumstance(each)} `)
    .join('')

const pasteRole = ({ roleName }: PlanFacts) => `Paste the output of: aws iam get-role --role-name ${roleName} --output json`

export const applicationMessages = messages('application-rules', {
  'application-credentials': {
    title: 'The application has no AWS credentials of its own',
    sentence: (facts: ErrorFacts) => {
      if (isExpired(facts)) return 'The credentials with which the application called sts:AssumeRole have expired.'
      const cause = credentialCause(facts)
      return cause === null
        ? 'The application that made the call has no valid AWS credentials of its own, so it couldn’t call AWS.'
        : credentialCauses[cause]
    },
    detail: ({ vendor, ...facts }: ErrorFacts) =>
      `${credentialHints(facts)}AWS hasn’t checked any role at this point, so this says nothing about yours. If the application is ${vendor}’s, ${vendor} needs to fix it.${credentialCause(facts) === null ? ' If you ran the program yourself, sign in first.' : ''}`,
  },
  'application-external-id-empty': {
    title: 'The application sent an empty external ID',
    sentence: ({ vendor }: ErrorFacts) => `The application sent an empty or too short external ID. ${vendor} needs to fix it.`,
    detail: ({ externalId, message }: ErrorFacts) =>
      `External IDs have at least 2 characters, so the call was stopped before AWS checked the role. The role needs no change. The external ID to send is ${externalId}. The message: ${message}`,
  },
  'application-role-chaining': {
    title: 'Role chaining allows one hour at most',
    sentence: 'Role chaining allows sessions of one hour at most, and the caller requested a longer one.',
    detail: ({ vendor }: ErrorFacts) =>
      `The limit applies when a role assumes another role, whatever the maximum session duration of your role is. The caller needs to request 3,600 seconds or less. If it’s ${vendor}’s application, ${vendor} needs to fix it.`,
  },
  'application-region-off': {
    title: 'STS is deactivated in the vendor’s account',
    sentence: ({ vendor, vendorAccount }: ErrorFacts) =>
      `STS isn’t active in this Region for ${vendor}’s account ${vendorAccount}. ${vendor} needs to fix it.`,
    detail: ({ vendor }: ErrorFacts) =>
      `${vendor} can activate the Region in its own account, or call STS in another Region. Your role needs no change.`,
  },
  'vendor-other-principal': {
    title: 'The message names a different caller',
    sentence: ({ named }: WordsFacts) => `The message says that the calls come from ${named}, which this connection doesn’t trust.`,
    detail: ({ vendor, vendorAccount, trustedUser }: PlanFacts) =>
      `${vendor} calls from ${trustedUser === null ? `account ${vendorAccount}` : `the IAM user ${trustedUser}`}. The message may be about the integration of another vendor or another connection.`,
  },
  'vendor-open': {
    title: 'The role can be assumed without the external ID',
    sentence: 'The message says that the role can be assumed without the external ID.',
    detail: (facts: PlanFacts) =>
      `The trust policy must have the condition StringEquals with sts:ExternalId ${facts.externalId} in every statement that trusts the vendor. ${pasteRole(facts)}`,
  },
  'vendor-lacks-permissions': {
    title: 'The message names missing permissions',
    sentence: ({ named, bucket, wasAssumed }: LackingFacts) => {
      if (wasAssumed)
        return named === ''
          ? 'The message says that the role itself works, and that access failed after that.'
          : `The message says that the role itself works, and that this failed after that: ${named}.`
      if (named !== '') return `The message says that permissions are missing: ${named}.`
      return bucket === ''
        ? 'The message says that permissions are missing.'
        : `The message says that permissions for the bucket ${bucket} are missing.`
    },
    detail: ({ isRequested, bucket, wasAssumed, ...facts }: LackingFacts) =>
      `${toldOtherwise(facts)}${wasAssumed ? 'The trust policy isn’t the cause.' : 'The trust policy is probably not the cause.'} ${
        namesKeyAction(facts.named)
          ? 'Amazon S3 needs permissions for AWS KMS where a request, or the default encryption of the bucket, uses a KMS key (SSE-KMS), and not with SSE-S3. The permissions policy must allow them on that key, and so must its key policy if the key is in another account. '
          : ''
      }${
        isRequested === false ? `They weren’t requested for this connection, so ask ${facts.vendor} whether it needs them. ` : ''
      }${isRequested === true ? 'The requested permissions policy has them, so the role may lack that policy, or another policy may block them. ' : ''}${bucket === '' ? '' : 'If the bucket is in another account, its policy must allow the role too, and so must the KMS key if one encrypts the objects. '}Paste the output of: ${permissionsCommand(facts)}`,
  },
  'vendor-other-role': {
    title: 'The vendor names a different role',
    sentence: otherRoleSentence,
    detail: otherRoleDetail,
  },
  'vendor-other-external-id': {
    title: 'The vendor names a different external ID',
    sentence: ({ named, externalId }: WordsFacts) =>
      `The text names the external ID ${named}. The one of this connection is ${externalId}.`,
    detail: ({ vendor }: PlanFacts) =>
      `It may be about another or an earlier connection. Check which one ${vendor} uses, or connect again.`,
  },
  'vendor-denied': {
    title: 'The message says that using the role failed',
    sentence: ({ isAssumption }: DeniedFacts) =>
      isAssumption
        ? 'The message says that the role couldn’t be assumed. We couldn’t tell AWS’s reason from it.'
        : 'The message says that using or checking the role failed. We couldn’t tell AWS’s reason from it.',
    detail: ({ isAssumption, ...facts }: DeniedFacts) =>
      facts.circumstances.includes('works-in-product')
        ? `${toldOtherwise(facts)}Ask ${facts.vendor} which role ARN and which external ID the failing part sends. For this connection, they are ${facts.roleArn} and ${facts.externalId}.`
        : `${toldOtherwise(facts)}${isAssumption ? '' : 'AWS may not have been asked. '}Check three things: the role ARN in ${facts.vendor} is ${facts.roleArn}, the trust policy trusts ${trustedPrincipal(facts)}, and it requires the external ID ${facts.externalId}. AWS’s error is the same for each of them, and for a role that doesn’t exist. ${pasteRole(facts)}`,
  },
})

/** The caller of AssumeRole is the application; everything else is called from the customer's terminal. */
const isCallerRejected = (error: ErrorTextFact): boolean =>
  error.operation === 'AssumeRole' &&
  hasCode(
    'InvalidClientTokenId',
    'ExpiredToken',
    'ExpiredTokenException',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
    'MissingAuthenticationToken',
  )(error)

const emptyExternalId =
  /(?:parameter ExternalId, value: [01],|AssumeRoleInput\.ExternalId|at 'externalId' failed to satisfy constraint: Member must have length greater|parameter ExternalId, value: None)/

type Id = Exclude<keyof ReturnType<typeof applicationMessages.in>, `vendor-${string}`>

const forms: readonly ErrorForm<Id>[] = [
  {
    id: 'application-credentials',
    suppresses: ['terminal-credentials', 'terminal-wrong-command'],
    part: 'caller',
    source: pages.assumeRole,
    is: (error) => hasCode('NoApplicationCredentials')(error) || isCallerRejected(error),
  },
  {
    id: 'application-external-id-empty',
    suppresses: ['terminal-wrong-command', 'call-malformed'],
    part: 'caller',
    source: pages.assumeRole,
    is: ({ message }) => emptyExternalId.test(message),
  },
  {
    id: 'application-role-chaining',
    part: 'caller',
    source: pages.assumeRole,
    is: ({ message }) => /DurationSeconds exceeds the 1 hour session limit/i.test(message),
  },
  {
    id: 'application-region-off',
    part: 'vendor',
    source: pages.stsRegions,
    is: (error, { plan }) => hasCode('RegionDisabledException', 'RegionDisabled')(error) && error.message.includes(plan.vendorAccountId),
  },
]

/** Errors that are the vendor's to fix, before AWS checks the role. */
export const applicationRules: readonly PastedRule[] = ofErrors(applicationMessages.in, forms)

const namesOtherRole = (words: VendorWordsFact | null, { roleArn, applicationPrincipalArns }: RolePlan): boolean =>
  ![roleArn, ...applicationPrincipalArns, null, undefined].includes(words?.roleArn)

const namesOtherExternalId = (words: VendorWordsFact | null, plan: RolePlan): boolean =>
  !isAcceptable(words?.externalId ?? plan.externalId, plan)

/** The values that the vendor's message names, which may not be those of this connection. */
const otherRole = familyRule(applicationMessages.in, {
  id: 'vendor-other-role',
  part: 'finding',
  source: pages.assumeRole,
  facts: ({ vendorWords, plan }) => {
    const named = vendorWords?.roleArn ?? ''
    return namesOtherRole(vendorWords, plan) ? { ...planFacts(plan), named } : null
  },
})

const otherExternalId = familyRule(applicationMessages.in, {
  id: 'vendor-other-external-id',
  part: 'finding',
  source: pages.externalId,
  facts: ({ vendorWords, plan }) => {
    const named = vendorWords?.externalId ?? ''
    return namesOtherExternalId(vendorWords, plan) ? { ...planFacts(plan), named } : null
  },
})

/** The plan trusts one user, or an account and in it some roles. */
const isTrusted = (arn: string, { applicationPrincipalArns, vendorAccountId }: RolePlan): boolean =>
  applicationPrincipalArns.length === 0 ? arn.includes(`::${vendorAccountId}:`) : applicationPrincipalArns.includes(arn)

const otherPrincipal = familyRule(applicationMessages.in, {
  id: 'vendor-other-principal',
  part: 'vendor',
  source: pages.principal,
  facts: ({ vendorWords, plan }) => {
    const named = vendorWords?.callerArn ?? null
    if (named === null || isTrusted(named, plan)) return null
    const isOtherConnection = namesOtherRole(vendorWords, plan) || namesOtherExternalId(vendorWords, plan)
    return isOtherConnection && named.includes(`::${plan.vendorAccountId}:`) ? null : { ...planFacts(plan), named }
  },
})

const open = familyRule(applicationMessages.in, {
  id: 'vendor-open',
  part: 'trust-policy',
  source: pages.externalId,
  facts: ({ vendorWords, trust, plan }) => (vendorWords?.isOpen !== true || trust !== null ? null : planFacts(plan)),
})

/** Null where some of them are, or where that can't be told. */
function areRequested(actions: readonly string[], plan: RolePlan): boolean | null {
  const requested = actions.filter((action) => requestsAction(action, plan))
  if (actions.length === 0 || plan.managedPolicyArns.length > 0) return null
  if (requested.length === 0) return false
  return requested.length === actions.length ? true : null
}

const lacksPermissions = familyRule(applicationMessages.in, {
  id: 'vendor-lacks-permissions',
  part: 'permissions-policy',
  source: pages.accessDenied,
  facts: ({ vendorWords, plan }) => {
    const actions = vendorWords?.missingActions ?? null
    if (actions === null) return null
    return {
      ...planFacts(plan),
      named: (actions.length > 0 ? actions : (vendorWords?.calls ?? [])).slice(0, 10).join(', '),
      bucket: vendorWords?.buckets.length === 1 ? (vendorWords.buckets[0] ?? '') : '',
      wasAssumed: vendorWords?.calls !== undefined,
      isRequested: areRequested(actions, plan),
      circumstances: vendorWords?.circumstances ?? [],
    }
  },
})

const isRoleFailure = (words: VendorWordsFact | null): boolean =>
  words?.failure === 'assume' || words?.failure === 'role' || words?.failure === 'passed-role'

const denied = familyRule(applicationMessages.in, {
  id: 'vendor-denied',
  suppressedBy: ['vendor-other-principal', 'vendor-other-role', 'vendor-other-external-id', 'vendor-open', 'vendor-lacks-permissions'],
  part: 'trust-policy',
  source: pages.roleTroubles,
  facts: ({ vendorWords, trust, plan }) =>
    isRoleFailure(vendorWords) && trust === null
      ? { ...planFacts(plan), isAssumption: vendorWords?.failure === 'assume', circumstances: vendorWords?.circumstances ?? [] }
      : null,
})

/** Values that differ from those of the connection. */
export const otherValueRules: readonly PastedRule[] = [otherPrincipal, otherRole, otherExternalId]

/** A failed call in the vendor's words. */
export const vendorWordsRules: readonly PastedRule[] = [open, lacksPermissions, denied]
