import { messages } from '#core/text/messages.ts'
import type { SignInFault } from './pasted-fact.ts'
import { type ErrorFacts, ofErrors, type PastedRule } from './pasted-rule.ts'
import { signsIn } from './sign-in-fault.ts'

/** `fault` is told first, `fix` after it. */
type FaultWords = { readonly fault: string; readonly fix: string }

const kubernetes = 'In Amazon EKS, aud is sts.amazonaws.com and sub is system:serviceaccount:NAMESPACE:NAME.'

const faults: Readonly<Record<SignInFault, FaultWords>> = {
  'subject-as-audience': {
    fault: 'The condition compares aud with system:serviceaccount:…, which is the value of sub.',
    fix: `In the trust policy of the role that the call signs in to, use the key that ends in :sub. ${kubernetes}`,
  },
  'literal-wildcard': {
    fault: 'The condition compares sub with a * under StringEquals, which doesn’t know wildcards.',
    fix: 'In the trust policy of the role that the call signs in to, use StringLike for sub, or write the whole value.',
  },
  'service-account': {
    fault: 'The service account in the text isn’t the one that the role admits.',
    fix: `Make the name of the service account and the sub in the trust policy the same. In the Terraform module for such roles, that’s namespace_service_accounts. A permissions policy doesn’t help. ${kubernetes}`,
  },
  'provider-host': {
    fault: 'The ARN of the OIDC provider isn’t that of an EKS cluster, whose host begins with oidc.eks.',
    fix: 'In the trust policy of the role that the call signs in to, Principal.Federated must be the ARN of the provider as IAM lists it, with oidc.eks.REGION.amazonaws.com/id/ID.',
  },
  'provider-scheme': {
    fault: 'The ARN or the condition key of the OIDC provider contains https://, which isn’t part of it.',
    fix: 'In the trust policy of the role that the call signs in to, write the host and the path alone.',
  },
  'no-provider': {
    fault: 'The account of the role has no OIDC provider for the URL that issued the token.',
    fix: 'Create an identity provider with exactly this issuer URL in IAM, in the account of the role.',
  },
  audience: {
    fault: 'The audience of the token isn’t one that the OIDC provider or the trust policy accepts.',
    fix: 'Add the aud of the token to the audiences of the identity provider in IAM, or request a token for sts.amazonaws.com.',
  },
  keys: {
    fault: 'AWS couldn’t get the keys of the identity provider to check the token.',
    fix: 'The issuer URL, its /.well-known/openid-configuration, and the jwks_uri in it must be public and answer quickly. If that is so, try again.',
  },
  'role-arn': {
    fault: 'AWS rejected the role ARN of the call, because it isn’t a valid ARN.',
    fix: 'It has the form arn:aws:iam::123456789012:role/NAME. A variable or a secret in it may have no value. No policy was checked.',
  },
  thumbprint: {
    fault: 'The HTTPS certificate of the identity provider doesn’t match the thumbprint in IAM.',
    fix: 'Update the thumbprint of the identity provider in IAM.',
  },
  expired: {
    fault: 'The token or the SAML response was expired when AWS got it.',
    fix: 'Get a new one right before the call. Check the clock of the computer.',
  },
  tags: {
    fault: 'AWS rejected the session tags that the token or the request carries.',
    fix: 'A tag has a character or a length that AWS doesn’t allow, for example brackets in the name of an app. Leave the tags out, or change their values. The trust policy isn’t the cause.',
  },
  'no-token': {
    fault: 'The program found no token to sign in with, so it didn’t call AWS.',
    fix: 'In GitHub Actions, the job needs permissions: id-token: write. In Kubernetes, the pod needs the service account that has the role’s annotation.',
  },
  'saml-denied': {
    fault: 'AWS denied sts:AssumeRoleWithSAML. Usually, the trust policy of that role doesn’t match the SAML response.',
    fix: 'Check that Principal.Federated is the ARN of the SAML provider, that the action is sts:AssumeRoleWithSAML, that SAML:aud is right, and that the Role attribute of the response names that role and that provider.',
  },
  saml: {
    fault: 'AWS rejected the SAML response.',
    fix: 'Check the attributes and the certificate in the identity provider, and its metadata in IAM.',
  },
  denied: {
    fault:
      'AWS denied sts:AssumeRoleWithWebIdentity. Usually, the trust policy of that role doesn’t match the token, or the role ARN is wrong.',
    fix: `Check that Principal.Federated is the ARN of the OIDC provider, that the action is sts:AssumeRoleWithWebIdentity, and that the conditions for aud and sub match the token. ${kubernetes}`,
  },
  other: { fault: '', fix: '' },
}

export const identityProviderMessages = messages('identity-provider-rule', {
  'call-of-identity-provider': {
    title: 'The call signs in with an identity provider',
    sentence: ({ signIn }: ErrorFacts) =>
      faults[signIn].fault === ''
        ? 'The call signs in with an identity provider (OIDC or SAML), which this connection doesn’t use.'
        : faults[signIn].fault,
    detail: ({ vendor, roleArn, signIn }: ErrorFacts) =>
      `${faults[signIn].fix === '' ? '' : `${faults[signIn].fix} `}This says nothing about whether ${vendor} can assume ${roleArn}. ${vendor} calls sts:AssumeRole with the external ID, and uses no identity provider.`,
  },
})

/** Calls that exchange a token or a SAML response for credentials. */
export const identityProviderRules: readonly PastedRule[] = ofErrors(identityProviderMessages.in, [
  {
    id: 'call-of-identity-provider',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers.html',
    is: signsIn,
  },
])
