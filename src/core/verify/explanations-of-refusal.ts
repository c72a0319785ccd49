import type { Explanation, ExplanationFacts } from './explanation.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html
const notInCloudTrail = 'AWS does not write refused calls of other accounts to your CloudTrail, so there is nothing to find there.'

const trustPaste = ['trust-policy', 'trust-policy-command'] as const

const compareTrustPolicy = ({ roleName, account }: ExplanationFacts): string =>
  `In account ${account}, open IAM, Roles, ${roleName}, tab "Trust relationships", and compare it with the trust policy below, character by character.`

const looksAgain = 'Leave this page open. The role is looked at again by itself.'

/** The right external ID is not accepted. */
export const explanationsOfRefusal = {
  propagating: {
    actor: 'nobody',
    title: 'Waiting for AWS',
    happened: ({ roleName, account }) => `${roleName} in account ${account} does not answer yet.`,
    why: () =>
      'The stack may still be running, and AWS needs some seconds, sometimes up to two minutes, to make a new role known everywhere. Until then it gives the same answer as for a role that does not exist.',
    todo: () => [
      'If you have not created the role yet, do so now.',
      'Otherwise wait. The role is looked at again by itself, also while this page is in the background.',
    ],
    paste: [],
  },
  'confirming-fix': {
    actor: 'nobody',
    title: 'The correction works; looking once more',
    happened: ({ roleName }) => `${roleName} now refuses every call that it must refuse.`,
    why: () =>
      'AWS may give one answer from the old policy and the next from the new one, so one clean round is not enough after an unsafe one.',
    todo: () => ['Wait some seconds. The second round runs by itself.'],
    paste: [],
  },
  'not-assumable': {
    actor: 'customer',
    title: 'The role does not answer',
    happened: ({ vendor, roleArn }) => `AWS refuses to let ${vendor} assume ${roleArn}, and has done so for longer than a new role needs.`,
    why: () =>
      `AWS gives one and the same answer when the role does not exist, when it stands in another account or under another name, when it trusts another principal, when it expects another external ID, and when a policy of your organization forbids the call. Nobody outside your account can tell these apart. ${notInCloudTrail}`,
    todo: (facts) => [
      'In CloudFormation, check that the stack has the status CREATE_COMPLETE. If it was rolled back, its events name the reason. If the reason is a role that exists already, don’t delete that role: another team may use it.',
      `Check that the account at the top right of the console is ${facts.account}.`,
      `In IAM, Roles, check that ${facts.roleName} exists, with exactly these upper and lower case letters.`,
      compareTrustPolicy(facts),
      'If all of this agrees, ask the administrator of your AWS organization whether a resource control policy stops accounts outside the organization from assuming roles.',
      looksAgain,
    ],
    paste: trustPaste,
  },
  'trust-policy-mismatch': {
    actor: 'customer',
    title: 'The role exists, but its trust policy does not let us in',
    happened: ({ vendor, roleName }) => `AWS says that no statement in the trust policy of ${roleName} allows the call of ${vendor}.`,
    why: () =>
      `So the role is there. AWS does not say which part differs: the external ID, the trusted account, or a further condition. ${notInCloudTrail}`,
    todo: (facts) => [
      compareTrustPolicy(facts),
      'Replace it with the trust policy below, or run the command below in CloudShell.',
      looksAgain,
    ],
    paste: trustPaste,
  },
  'explicit-deny': {
    actor: 'customer',
    title: 'A Deny statement in the trust policy stops the call',
    happened: ({ roleName }) => `AWS says that the trust policy of ${roleName} has a statement with "Effect": "Deny" that covers our call.`,
    why: () => `A Deny statement wins over every Allow. AWS does not say which of its conditions matched. ${notInCloudTrail}`,
    todo: (facts) => [
      `In account ${facts.account}, open IAM, Roles, ${facts.roleName}, tab "Trust relationships", and look for "Effect": "Deny".`,
      'Remove that statement, or except our account from it. The trust policy below has none and needs none.',
      looksAgain,
    ],
    paste: trustPaste,
  },
  'resource-control-policy': {
    actor: 'customer',
    title: 'A policy of your AWS organization stops the call',
    happened: ({ roleName }) => `AWS says that a resource control policy denies assuming ${roleName} from outside your organization.`,
    why: () =>
      'A resource control policy is set by the administrator of your AWS organization and stands above every policy in the account. Nothing in the role can overrule it.',
    todo: ({ vendorAccount }) => [
      `Ask the administrator of your AWS organization to except account ${vendorAccount} in that policy, with a condition on aws:PrincipalAccount.`,
      looksAgain,
    ],
    paste: [],
  },
  'session-tags-refused': {
    actor: 'vendor',
    title: 'Our call carries session tags that the role does not allow',
    happened: ({ vendor, roleName }) =>
      `The session of ${vendor} passes tags on, and the trust policy of ${roleName} does not list sts:TagSession.`,
    why: ({ vendor }) =>
      `The trust policy is as it was asked for. ${vendor} should not send session tags; some ways of running an application add them unasked.`,
    todo: ({ vendor }) => [`Do nothing in AWS. Tell ${vendor} that its application must stop sending session tags.`, looksAgain],
    paste: [],
  },
  'source-identity-refused': {
    actor: 'vendor',
    title: 'Our call carries a source identity that the role does not allow',
    happened: ({ vendor, roleName }) =>
      `The session of ${vendor} has a source identity, and the trust policy of ${roleName} does not list sts:SetSourceIdentity.`,
    why: ({ vendor }) => `The trust policy is as it was asked for. ${vendor} should not set a source identity.`,
    todo: ({ vendor }) => [`Do nothing in AWS. Tell ${vendor} that its application must stop setting a source identity.`, looksAgain],
    paste: [],
  },
  'region-disabled': {
    actor: 'customer',
    title: 'STS is switched off in this region of your account',
    happened: ({ region, account }) =>
      `The Security Token Service of AWS is not activated for account ${account} in ${region}, and no other region could be used.`,
    why: () => 'The owner of an account can deactivate STS region by region. AWS then answers no call for a role of that account there.',
    todo: ({ account, region }) => [
      `In account ${account}, open IAM, Account settings, "Security Token Service (STS)".`,
      `Activate the endpoint for ${region}.`,
      looksAgain,
    ],
    paste: [],
  },
  'access-lost': {
    actor: 'customer',
    title: 'The role was verified and no longer answers',
    happened: ({ vendor, roleName }) => `AWS now refuses to let ${vendor} assume ${roleName}.`,
    why: () =>
      `The role was deleted or renamed, its trust policy was changed, a policy of your organization was added, or the account was closed. AWS gives the same answer for all of these. ${notInCloudTrail}`,
    todo: (facts) => [
      'If this was intended, there is nothing to do: the access has ended.',
      `Otherwise check in account ${facts.account} that ${facts.roleName} exists. CloudTrail shows DeleteRole and UpdateAssumeRolePolicy.`,
      compareTrustPolicy(facts),
      looksAgain,
    ],
    paste: trustPaste,
  },
} as const satisfies Readonly<Record<string, Explanation>>
