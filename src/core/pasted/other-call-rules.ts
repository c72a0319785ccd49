import { messages } from '#core/text/messages.ts'
import { keyText } from './denied-session.ts'
import { type ErrorFacts, type ErrorForm, ofErrors, type PastedRule } from './pasted-rule.ts'
import { permissionsCommand } from './permissions-command.ts'

export const otherCallMessages = messages('other-call-rules', {
  'call-of-identity-provider': {
    title: 'The call signs in with an identity provider',
    sentence: 'The call signs in with an identity provider (OIDC or SAML), which this connection doesn’t use.',
    detail: ({ vendor, roleArn }: ErrorFacts) =>
      `This says nothing about whether ${vendor} can assume ${roleArn}. ${vendor} calls sts:AssumeRole with the external ID.`,
  },
  'key-denied': {
    title: 'AWS KMS denied the use of a key',
    sentence: 'AWS KMS denied the use of a key. The key doesn’t exist, is in another Region, or isn’t allowed for the caller.',
    detail: ({ vendor, ...facts }: ErrorFacts) =>
      `If ${vendor} made the call with the role, the role was assumed, so the trust policy isn’t the cause. Check the key policy, and paste the output of: ${permissionsCommand(facts)}`,
  },
  'organization-call-rejected': {
    title: 'AWS Organizations rejected a call',
    sentence: 'AWS Organizations rejected a call. This doesn’t show whether the role can be assumed.',
    detail: ({ account, vendor }: ErrorFacts) =>
      `Most of its calls need the management account or a delegated administrator, and no call works in an account outside an organization. Ask ${vendor} whether account ${account} must be one of them.`,
  },
})

const forms: readonly ErrorForm<keyof ReturnType<typeof otherCallMessages.in>>[] = [
  {
    id: 'call-of-identity-provider',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html',
    is: ({ code, message }) => code === 'OtherSignIn' || /(?:sts:|calling the )AssumeRoleWith(?:WebIdentity|SAML)\b/i.test(message),
  },
  {
    id: 'organization-call-rejected',
    part: 'organization',
    source: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html',
    is: ({ code, operation }) =>
      code === 'Organizations' ||
      code === 'AWSOrganizationsNotInUseException' ||
      /DelegatedAdministrator|AWSServiceAccess|^(?:Create|Describe)Organization$|^List(?:Accounts|Roots)$/.test(operation ?? ''),
  },
  {
    id: 'key-denied',
    part: 'permissions-policy',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    is: ({ message }) =>
      /The ciphertext refers to a customer master key|Access to KMS is not allowed/.test(message) || keyText.test(message),
  },
]

/** Denied calls other than that of the vendor to STS. */
export const otherCallRules: readonly PastedRule[] = ofErrors(otherCallMessages.in, forms)
