import { messages } from '#core/text/messages.ts'
import type { Circumstance } from './circumstances.ts'
import type { NamedPolicy } from './denied-request.ts'
import type { RoleDenial } from './role-denial.ts'

type Call = Pick<RoleDenial, 'action' | 'caller' | 'resource'>

type PolicyWords = {
  readonly silent: (action: string) => string
  readonly deny: string
  readonly fix: (call: Call) => string
  readonly fixDeny: string
}

const couldNot = ({ action, caller, resource }: Call): string => {
  if (action === 'sts:TagSession') return `${caller} couldn’t pass session tags to ${resource}`
  return action === 'sts:SetSourceIdentity'
    ? `${caller} couldn’t set a source identity for ${resource}`
    : `${caller} couldn’t assume ${resource}`
}

const policies: Readonly<Record<NamedPolicy, PolicyWords>> = {
  'identity-policy': {
    silent: (action) => `no identity-based policy of the caller allows ${action}`,
    deny: 'an identity-based policy of the caller',
    fix: ({ action, resource }) =>
      `Allow ${action} on ${resource} in a policy of the caller. In another account, the trust policy of that role must allow the caller, too.`,
    fixDeny: 'The owner of the caller’s account needs to remove the Deny or exclude that role from it.',
  },
  'permissions-boundary': {
    silent: (action) => `the permissions boundary of the caller doesn’t allow ${action}`,
    deny: 'the permissions boundary of the caller',
    fix: ({ action }) => `The permissions boundary of the caller must allow ${action}, in addition to its policies.`,
    fixDeny: 'The owner of the caller’s account needs to change the permissions boundary.',
  },
  'session-policy': {
    silent: (action) => `the session policy of the caller’s session doesn’t allow ${action}`,
    deny: 'a session policy of the caller’s session',
    fix: ({ action }) => `The program that started the caller’s session chose the session policy. It must allow ${action}.`,
    fixDeny: 'The program that started the caller’s session chose the session policy, and needs to change it.',
  },
  'vpc-endpoint-policy': {
    silent: (action) => `the policy of the VPC endpoint doesn’t allow ${action}`,
    deny: 'the policy of the VPC endpoint',
    fix: ({ action }) => `The call went through a VPC endpoint for STS. Its policy must allow ${action}.`,
    fixDeny: 'The call went through a VPC endpoint for STS. Its owner needs to change its policy.',
  },
  'service-control-policy': {
    silent: (action) => `no service control policy (SCP) of the caller’s organization allows ${action}`,
    deny: 'a service control policy (SCP) of the caller’s organization',
    fix: () =>
      'No policy in the caller’s account can override it. Only the admin of the organization of the caller’s account can change it.',
    fixDeny: 'No policy in the caller’s account can override it. Only the admin of the organization of the caller’s account can change it.',
  },
  'resource-control-policy': {
    silent: (action) => `no resource control policy (RCP) of the role’s organization allows ${action}`,
    deny: 'a resource control policy (RCP) of the role’s organization',
    fix: () => 'No policy in the account can override it. Only the admin of the organization that the role’s account is in can change it.',
    fixDeny: 'No policy in the account can override it. Only the admin of the organization that the role’s account is in can change it.',
  },
  'trust-policy': {
    silent: (action) => `the trust policy of the role doesn’t allow ${action}`,
    deny: 'the trust policy of the role',
    fix: ({ action, caller }) =>
      `The trust policy of that role must allow ${action} to ${caller} or its account. Check its conditions, too.`,
    fixDeny: 'The owner of that role needs to change the Deny in its trust policy.',
  },
}

const circumstances: Readonly<Record<Circumstance, string>> = {
  'no-external-id': 'The call in the text sends no external ID. A trust policy that requires one denies it.',
  'external-id-elsewhere': 'A call in the text sends an external ID. Check that the denied call sends it, too.',
  'no-mfa': 'The call was made without MFA. If the trust policy requires it, set mfa_serial in the profile of that role.',
  'no-session-token':
    'A temporary key is valid only with its session token. Set it in the program too, for example as AWS_SESSION_TOKEN, or use other credentials.',
  'blank-session-token':
    'A key that starts with ASIA is temporary, and valid only with its session token. Enter all three values, or use other credentials. A key that starts with AKIA needs none. If AWS rejects it, it was mistyped, deactivated, or deleted.',
  'works-elsewhere':
    'The text says that it works elsewhere. Compare which identity makes both calls (aws sts get-caller-identity), and what they send: the role ARN, the external ID, the MFA code, and tags.',
  'works-in-product':
    'The text says that it works in another part of the product. If that part uses the same role, the role and its trust policy are right for its calls, and the failing part probably sends another external ID or calls as another identity. The vendor needs to compare both.',
  'differs-not-in-id':
    'The text says that the external ID was compared. If it’s the same in both places, check the trusted account and the role ARN first.',
  'waited-in-vain':
    'Waiting longer or choosing another Region probably doesn’t help: IAM is the same in every Region, and a change is known everywhere within two minutes.',
  'works-later':
    'The text says that it works at another time. A role or a policy that was created or changed shortly before may not be known everywhere yet. Wait a minute, and try again.',
  'works-sometimes':
    'The text says that it works at other times, so the policies are probably right. Log the whole error, and look for timeouts, throttling, and credentials that weren’t renewed in time.',
  'global-endpoint':
    'The text names the global endpoint of STS, which a VPC endpoint for STS in a Region doesn’t serve. In such a VPC, set AWS_STS_REGIONAL_ENDPOINTS to regional.',
  'works-without-id':
    'The text says that it works without the condition on the external ID. Then the call sends no external ID, or another one. Put the condition back, and fix the call.',
  'session-name':
    'The text says that the session name decides. A policy may have a condition on sts:RoleSessionName, or on the ARN of the session.',
  'mfa-condition':
    'The text has a condition on aws:MultiFactorAuthPresent. The credentials of an assumed role don’t carry MFA to later calls, so a policy of the role can’t require it. The trust policy can.',
  'condition-shown': 'An Allow doesn’t count while its condition isn’t met. Compare the condition in the text with the call.',
  'object-context':
    'The text has a condition on kms:EncryptionContext:aws:s3:arn with the ARN of an object. With an S3 Bucket Key, the encryption context is the ARN of the bucket, without a key, so write that.',
  'opt-in-region':
    'The text names a Region that accounts must enable first. There, STS accepts only credentials of accounts that have enabled it. Enable the Region in the caller’s account, or call STS in another Region.',
  'gov-region':
    'The text names a Region of AWS GovCloud (US), where only credentials of GovCloud accounts are valid, and which are valid nowhere else. Check that the program calls STS in that Region.',
  'china-region':
    'The text names a Region in China, where only credentials of accounts in China are valid, and which are valid nowhere else. Check that the program calls STS in that Region.',
  'github-credentials':
    'To use OIDC, the GitHub Actions job needs permissions: id-token: write. Otherwise, check that the secrets with the keys aren’t empty, for example in a fork.',
  oidc: 'The text is about OIDC, with which sts:AssumeRoleWithWebIdentity is called.',
  'github-action': 'In the GitHub action configure-aws-credentials, role-skip-session-tagging: true leaves the session tags out.',
}

export const denialWordsMessages = messages('denial-words', {
  sentence: (call: Call, policy: NamedPolicy | null, isExplicit: boolean): string => {
    if (policy === null) return `${couldNot(call)}. AWS doesn’t say why.`
    return `${couldNot(call)}, because ${isExplicit ? `of a Deny in ${policies[policy].deny}` : policies[policy].silent(call.action)}.`
  },
  explicitDeny: 'because of an explicit Deny',
  /** The reason of any denied action, to go on with after a comma. */
  because: (action: string, policy: NamedPolicy, isExplicit: boolean): string =>
    `because ${isExplicit ? `of a Deny in ${policies[policy].deny}` : policies[policy].silent(action)}`,
  fix: (call: Call, policy: NamedPolicy, isExplicit: boolean): string =>
    isExplicit ? policies[policy].fixDeny : policies[policy].fix(call),
  /** `accounts`: whether the caller and the role are in the same account, if the text shows it. */
  check: ({ action }: Call, accounts: 'same' | 'different' | 'unknown'): string => {
    const conditions = 'The conditions of the trust policy, such as an external ID or MFA, must be met.'
    if (accounts === 'same')
      return `The trust policy of that role must name the caller, or name the account while a policy of the caller allows ${action}. ${conditions}`
    return accounts === 'different'
      ? `The trust policy of that role must allow the caller, and a policy of the caller must allow ${action} on that role. ${conditions}`
      : `Check that the trust policy of that role allows the caller, and that a policy of the caller allows ${action} on that role. ${conditions}`
  },
  circumstance: (circumstance: Circumstance): string => circumstances[circumstance],
  ownRole: {
    same: 'If both are in one account, the caller is already a session of that role. It can use the credentials that it has, without assuming the role again.',
    alike: 'The caller’s role and that role have nearly the same name. Check for a typo.',
  },
  alsoDenied: (actions: string): string => `The text also says that AWS denied ${actions}.`,
  instanceRole: 'The caller is the role of an EC2 instance. If that isn’t intended, the program didn’t find the credentials meant for it.',
  permissionSet: 'The caller is a permission set of IAM Identity Center, whose role a trust policy can name.',
  withoutPrefix: 'A role ARN starts with arn:, which the text doesn’t show. Check that the program has the whole ARN.',
  otherRole: (roleArn: string): string => `This isn’t the role of this connection, ${roleArn}.`,
})
