import type { Explanation } from './explanation.ts'

const nothingToDo = 'There is nothing for you to do in AWS. Your role is not at fault, and what you entered is kept.'
const goesOn = 'Leave this page open. The check is repeated by itself.'

/** Success, half a success, no answer, and faults of our own. */
export const explanationsOfOtherAnswers = {
  verified: {
    actor: 'nobody',
    title: 'Connected, and proved to be safe',
    happened: ({ vendor, roleName }) =>
      `${vendor} can assume ${roleName} with your external ID. Calls without it, with another one, and with one that is almost right were refused.`,
    why: () => 'Each of these calls was really made. AWS gave each a request ID, which stands beside the check.',
    todo: () => ['Nothing. The role is looked at again from time to time.'],
    paste: [],
  },
  'permissions-incomplete': {
    actor: 'customer',
    title: 'The role is safe, but a permission is missing',
    happened: ({ vendor, roleName }) =>
      `${vendor} can assume ${roleName}, but a call made with it was refused. The list of checks names the resource.`,
    why: () =>
      'The permissions policy may differ from the one that was asked for, the resource may not exist or carry a policy of its own, or a permissions boundary or a policy of your organization may limit the role. AWS does not always say which.',
    todo: ({ roleName, account }) => [
      'Check that the resource exists and is spelt as in the list of checks.',
      `In account ${account}, open IAM, Roles, ${roleName}, tab "Permissions", and compare the policy with the one below.`,
      'Check that no permissions boundary is set there that leaves this action out.',
      'Check the policy of the resource itself, and for encrypted objects the policy of the KMS key.',
      'If all of this agrees, ask the administrator of your AWS organization about service control policies and resource control policies.',
      goesOn,
    ],
    paste: ['permissions-policy', 'permissions-policy-command'],
  },
  'permissions-unchecked': {
    actor: 'nobody',
    title: 'The role is safe; its permissions could not be checked yet',
    happened: ({ roleName }) =>
      `${roleName} passed every safety check, but a call to see whether its permissions work got no usable answer.`,
    why: () => 'AWS was busy, could not be reached, or answered with an error that says nothing of the permission.',
    todo: () => [goesOn],
    paste: [],
  },
  'update-required': {
    actor: 'customer',
    title: 'The role needs an update',
    happened: ({ vendor, roleName }) => `${roleName} is secure, but ${vendor} now requires different permissions than you chose.`,
    why: ({ vendor }) => `${vendor} changed its permission sets after you connected this account.`,
    todo: ({ roleName }) => [
      'Choose the permissions again. Your external ID stays the same.',
      `Update the CloudFormation stack, or the permissions policy of ${roleName}, with the new text.`,
      'Come back here. The role is checked again automatically.',
    ],
    paste: [],
  },
  'check-delayed': {
    actor: 'nobody',
    title: 'The check is delayed',
    happened: () => 'This role has not been checked yet, because many checks are running at once.',
    why: () => 'AWS limits how many calls we can make each second, so checks take turns.',
    todo: () => ['Leave this page open. The role is checked automatically as soon as it is its turn.'],
    paste: [],
  },
  'safety-check-incomplete': {
    actor: 'nobody',
    title: 'Connected, but the safety check is not finished',
    happened: ({ roleName }) =>
      `${roleName} answers, but not every call that it must refuse got a clear answer. It does not count as verified.`,
    why: () => 'AWS was busy, could not be reached, or answered with an error. Only a clear refusal counts as a refusal.',
    todo: () => [goesOn],
    paste: [],
  },
  'aws-unavailable': {
    actor: 'nobody',
    title: 'AWS did not answer',
    happened: () => 'The Security Token Service of AWS gave no usable answer, so this look says nothing about your role.',
    why: () => 'AWS limits the number of calls in a second, and a network or a service may fail for a while.',
    todo: () => [goesOn],
    paste: [],
  },
  'changed-during-check': {
    actor: 'nobody',
    title: 'The role changed while it was being checked',
    happened: ({ roleName }) => `${roleName} accepted the right external ID at the start of the check and refused it at the end.`,
    why: () =>
      'The trust policy was changed in between, or AWS answered once from an old and once from a new copy. What was seen in between proves nothing.',
    todo: () => ['If you are editing the trust policy, finish that.', goesOn],
    paste: [],
  },
  'vendor-credentials-refused': {
    actor: 'vendor',
    title: 'Our side has a problem',
    happened: ({ vendor }) => `AWS does not accept the credentials with which ${vendor} makes the check. Nothing was sent to your role.`,
    why: () => 'They have expired, the clock of our server is wrong, or they belong to another AWS partition.',
    todo: ({ vendor }) => [nothingToDo, `If this stays, tell ${vendor}.`],
    paste: [],
  },
  'vendor-identity-wrong': {
    actor: 'vendor',
    title: 'Our side has a problem',
    happened: ({ vendor, vendorAccount }) =>
      `The check does not run as the identity in account ${vendorAccount} that your role is to trust, so ${vendor} did not go on.`,
    why: () => 'The service that makes the check is deployed or configured wrongly.',
    todo: ({ vendor }) => [nothingToDo, 'Do not create the role from this page until this is put right.', `If this stays, tell ${vendor}.`],
    paste: [],
  },
  'vendor-not-allowed': {
    actor: 'vendor',
    title: 'Our side has a problem',
    happened: ({ vendor }) => `A policy in the account of ${vendor} stops its application from assuming your role.`,
    why: () => 'AWS names a policy that acts on the caller. So it is not a policy of yours.',
    todo: ({ vendor }) => [nothingToDo, `If this stays, tell ${vendor}.`],
    paste: [],
  },
  'verifier-blind': {
    actor: 'vendor',
    title: 'A policy on our side blocks the test',
    happened: ({ vendor, roleName }) =>
      `${roleName} accepts your external ID, but a policy in the account of ${vendor} blocks the calls that test whether it denies everything else.`,
    why: () => 'A denial by our own policy proves nothing about your role, so the role does not count as verified.',
    todo: ({ vendor }) => [nothingToDo, `If this doesn't change, tell ${vendor}.`],
    paste: [],
  },
  'vendor-request-refused': {
    actor: 'vendor',
    title: 'Our side has a problem',
    happened: ({ vendor }) => `AWS found a fault in the form of the request that ${vendor} sent.`,
    why: () => 'What the request asks for, for example the length of the session, is outside what AWS takes.',
    todo: ({ vendor }) => [nothingToDo, `If this stays, tell ${vendor}.`],
    paste: [],
  },
} as const satisfies Readonly<Record<string, Explanation>>
