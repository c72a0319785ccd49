import { messages } from '#core/text/messages.ts'
import { deniedAction, keyText } from './denied-session.ts'
import { type ErrorFacts, type ErrorForm, ofErrors, type PastedRule, pages } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'
import { absentOrDenied, deniedCodes } from './service-errors.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const decodingCommand = 'aws sts decode-authorization-message --encoded-message'

/** https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html */
export const isOutsideOrganization = (message: string): boolean =>
  /\bnot a member of an organization\b|AWSOrganizationsNotInUse/i.test(message)

export const otherCallMessages = messages('other-call-rules', {
  'key-denied': {
    title: 'AWS KMS denied the use of a key',
    sentence: 'AWS KMS denied the use of a key. The key doesn’t exist, is in another Region, or isn’t allowed for the caller.',
    detail: ({ vendor, ...facts }: ErrorFacts) =>
      `If ${vendor} made the call with the role, the role was assumed, so the trust policy isn’t the cause. Check the key policy, and paste the output of: ${permissionsCommand(facts)}`,
  },
  'organization-call-rejected': {
    title: 'AWS Organizations rejected a call',
    sentence: ({ message }: ErrorFacts) =>
      isOutsideOrganization(message)
        ? 'The account that was asked isn’t in an AWS organization, so this call can’t work there.'
        : 'AWS Organizations rejected a call. This doesn’t show whether the role can be assumed.',
    detail: ({ account, vendor, message, isSessionShown, roleName }: ErrorFacts) =>
      isOutsideOrganization(message)
        ? `The call reached AWS with valid credentials, so it’s no question of permissions. If ${vendor} made it with the role, the role works. Connect the management account of your organization instead of account ${account}, or turn off in ${vendor} what needs an organization.`
        : `Most of its calls need the management account or a delegated administrator, and no call works in an account outside an organization. ${isSessionShown ? `The text shows a session of ${roleName}. If the call works with it, the program called as another identity or in another account, which CloudTrail shows.` : `Ask ${vendor} whether account ${account} must be one of them.`}`,
  },
  'service-call-denied': {
    title: 'AWS denied another call',
    sentence: ({ operation, statedReason }: ErrorFacts) => {
      if (statedReason !== '') return operation === '' ? 'AWS denied a call.' : `AWS denied the call ${operation}.`
      return operation === ''
        ? 'AWS denied a call. The text says neither which call nor why.'
        : `AWS denied the call ${operation}, and doesn’t say why.`
    },
    detail: ({ vendor, statedReason, isEncoded, operation, isSessionShown, ...facts }: ErrorFacts) =>
      [
        ...(statedReason === '' && operation === '' && !isEncoded
          ? ['CloudTrail has the event of the call in its Region, which names the action and the caller. Check both first.']
          : []),
        isSessionShown
          ? `The text shows a session of ${facts.roleName}, so that role can be assumed.`
          : 'This doesn’t show whether the role can be assumed.',
        ...(statedReason === '' ? [] : [`AWS said: ${statedReason}`]),
        ...(isEncoded ? [`For details, run: ${decodingCommand}, followed by the encoded text.`] : []),
        isSessionShown
          ? 'If the denied call was made with it, the trust policy isn’t the cause.'
          : `If ${vendor} made the call with the role, the role was assumed, and the trust policy isn’t the cause.`,
        ...(statedReason === ''
          ? [
              `Then paste the output of: ${permissionsCommand(facts)} If its policies allow the call, a service control policy (SCP), a permissions boundary, a session policy, or a policy of the resource blocks it.`,
            ]
          : []),
      ].join(' '),
  },
  'resource-absent-or-denied': {
    title: 'A resource doesn’t exist, or access to it is denied',
    sentence: 'AWS says that a resource doesn’t exist or that the caller has no access to it. It doesn’t say which of the two.',
    detail: ({ vendor, message, ...facts }: ErrorFacts) =>
      `The message: ${message} Check the name, the account, and the Region of the resource in ${vendor}. Then paste the output of: ${permissionsCommand(facts)}`,
  },
  'call-passes-role': {
    title: 'A role of another account was passed to an AWS service',
    sentence: 'A role was passed to an AWS service in another account, which AWS doesn’t allow.',
    detail: ({ roleArn, vendor }: ErrorFacts) =>
      `A role can be passed only within its own account. This says nothing about ${roleArn}, which ${vendor} assumes and which isn’t passed to any service.`,
  },
})

const forms: readonly ErrorForm<keyof ReturnType<typeof otherCallMessages.in>>[] = [
  {
    id: 'organization-call-rejected',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html',
    is: ({ code, operation }) =>
      code === 'Organizations' ||
      code === 'AWSOrganizationsNotInUseException' ||
      /DelegatedAdministrator|AWSServiceAccess|^Organizations |^(?:Create|Describe)Organization$|^DescribeAccount$|^List(?:Accounts|Roots)$/.test(
        operation ?? '',
      ),
  },
  {
    id: 'resource-absent-or-denied',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/troubleshooting-access-denied-errors.html',
    is: ({ code }) => code === absentOrDenied,
  },
  {
    id: 'call-passes-role',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    is: ({ message }) => /Cross-account pass role is not allowed/i.test(message),
  },
  {
    id: 'key-denied',
    part: 'permissions-policy',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    is: ({ message }) =>
      /The ciphertext refers to a customer master key|Access to KMS is not allowed/.test(message) || keyText.test(message),
  },
]

const isBareDenial =
  /^(?:access denied|access to the resource|you are not authorized to perform this operation|user is not authorized|insufficient lake formation permission|model access is denied)\b/i

const isAboutRoles = /^(?:STS )?(?:AssumeRole|GetCallerIdentity|GetSessionToken|GetFederationToken)/

/** AWS names neither the action nor the policy, so all that can be told is that it denied something. */
const lastForms: readonly ErrorForm<keyof ReturnType<typeof otherCallMessages.in>>[] = [
  {
    id: 'service-call-denied',
    part: 'finding',
    source: pages.accessDenied,
    suppressedBy: ['organization-call-rejected', 'key-denied', 'storage-denied', 'call-of-identity-provider', 'call-passes-role'],
    is: ({ code, operation, message }) =>
      deniedCodes.includes(code ?? '') &&
      !isAboutRoles.test(operation ?? '') &&
      deniedAction(message) === '' &&
      !/AssumeRole|assume/.test(message) &&
      (operation !== null || message === '' || message === code || isBareDenial.test(message)),
  },
]

/** Denied calls other than that of the vendor to STS. */
export const otherCallRules: readonly PastedRule[] = ofErrors(otherCallMessages.in, forms)

export const unnamedCallRules: readonly PastedRule[] = ofErrors(otherCallMessages.in, lastForms)
