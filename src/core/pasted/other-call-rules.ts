import { messages } from '#core/text/messages.ts'
import { keyText } from './denied-session.ts'
import { type ErrorFacts, type ErrorForm, ofErrors, type PastedRule } from './pasted-rule.ts'

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
    detail: ({ vendor, roleName, policyName }: ErrorFacts) =>
      `If ${vendor} made the call with the role, the role was assumed, so the trust policy isn’t the cause. Check the key policy, and paste the output of: aws iam get-role-policy --role-name ${roleName} --policy-name ${policyName}`,
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
    id: 'key-denied',
    part: 'permissions-policy',
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html',
    is: ({ message }) =>
      /The ciphertext refers to a customer master key|Access to KMS is not allowed/.test(message) || keyText.test(message),
  },
]

/** Denied calls other than that of the vendor to STS. */
export const otherCallRules: readonly PastedRule[] = ofErrors(otherCallMessages.in, forms)
