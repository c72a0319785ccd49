import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import { keyText } from './denied-session.ts'
import { isAboutOtherRole } from './named-role.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import {
  deniedAction,
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

type CallerFacts = PlanFacts & { readonly signedInAccount: string; readonly signedInArn: string }

function pastedInstead({ isEncoded, roleName, deniedAction }: ErrorFacts): string {
  if (isEncoded)
    return 'Viewing the role requires iam:GetRole. For details, decode the message: aws sts decode-authorization-message --encoded-message, followed by the encoded text.'
  return /^iam:(?:Get|List)/.test(deniedAction)
    ? `Viewing the role requires iam:GetRole. The console shows the same under IAM, Roles, ${roleName}, "Trust relationships".`
    : `To check the role, paste the output of: aws iam get-role --role-name ${roleName} --output json`
}

export const terminalRulesMessages = messages('terminal-rules', {
  'role-absent': {
    title: 'The role doesn’t exist',
    sentence: ({ absentRole }: ErrorFacts) => `The account you’re signed in to has no role named ${absentRole}.`,
    detail: ({ account }: ErrorFacts) =>
      `It was never created, it was deleted, or you’re not signed in to account ${account}. To check the account, run: aws sts get-caller-identity`,
  },
  'terminal-credentials': {
    title: 'The AWS credentials are missing, invalid, or expired',
    sentence: 'AWS credentials are missing, invalid, or expired, so this says nothing about the role.',
    detail: ({ account, vendor }: ErrorFacts) =>
      `In your terminal, sign in to account ${account}, or use AWS CloudShell, which uses your console sign-in. If ${vendor}’s application made the call, ${vendor} needs to fix it.`,
  },
  'terminal-no-cli': {
    title: 'The AWS CLI isn’t installed',
    sentence: 'The AWS CLI isn’t installed on this computer, so this says nothing about the role.',
    detail: ({ account }: ErrorFacts) => `Open AWS CloudShell in the console of account ${account}, and run the command there.`,
  },
  'terminal-no-cmdlets': {
    title: 'AWS Tools for PowerShell isn’t installed',
    sentence: 'AWS Tools for PowerShell isn’t installed or loaded on this computer, so this says nothing about the role.',
    detail: ({ account, roleName }: ErrorFacts) =>
      `Open AWS CloudShell in the console of account ${account}, and run there: aws iam get-role --role-name ${roleName} --output json`,
  },
  'terminal-not-authorized': {
    title: 'AWS denied a call other than that for the role',
    sentence: ({ deniedAction, deniedCaller, otherRole }: ErrorFacts) => {
      if (otherRole !== '') return `AWS denied ${deniedAction} for the role ${otherRole}, which isn’t the role of this connection.`
      return deniedCaller === ''
        ? `AWS denied ${deniedAction}. This doesn’t show whether the role can be assumed.`
        : `AWS denied ${deniedAction} to ${deniedCaller}. This says nothing about the role.`
    },
    detail: pastedInstead,
  },
  'terminal-no-region': {
    title: 'The call has no Region',
    sentence: 'The call has no AWS Region, so this says nothing about the role.',
    detail: ({ region }: ErrorFacts) => `Set the Region of the program or the profile, or run the command again with --region ${region}.`,
  },
  'terminal-no-connection': {
    title: 'The call didn’t reach AWS',
    sentence: 'The call didn’t reach AWS or got no answer, so this says nothing about the role.',
    detail: ({ region, vendor }: ErrorFacts) =>
      `The Region may be misspelled, or a proxy or firewall blocks the connection. If you ran a command, run it again with --region ${region}, or in AWS CloudShell. If ${vendor}’s application made the call, ${vendor} needs to fix it.`,
  },
  'terminal-wrong-command': {
    title: 'The AWS CLI rejected the command',
    sentence: 'The AWS CLI rejected the command, and nothing changed.',
    detail: 'The command was changed or cut off, or a file that it names is missing. Copy the whole command from this page again.',
  },
  'terminal-busy': {
    title: 'AWS throttled the request',
    sentence: 'AWS throttled the request, so this says nothing about the role.',
    detail: 'Wait a minute, and try again.',
  },
  'terminal-not-bootstrapped': {
    title: 'The account isn’t bootstrapped for the AWS CDK',
    sentence: ({ account, region }: ErrorFacts) =>
      `Account ${account} isn’t bootstrapped for the AWS CDK in ${region}, so nothing was created.`,
    detail: ({ accountId, region }: ErrorFacts) => `Run: cdk bootstrap aws://${accountId}/${region}. Then deploy again.`,
  },
  'console-cannot-switch': {
    title: 'The console can’t switch to the role',
    sentence: 'The console can’t switch to this role, but that says nothing about the role.',
    detail: ({ vendor }: ErrorFacts) =>
      `The "Switch role" page sends no external ID, so every role that requires one denies it. Only ${vendor} can use this role. Paste the output of aws iam get-role instead.`,
  },
  'terminal-in-other-account': {
    title: 'The terminal is signed in to a different account',
    sentence: ({ signedInAccount, account }: CallerFacts) =>
      `The terminal is signed in to account ${signedInAccount}, but the role must be in account ${account}.`,
    detail: ({ signedInArn }: CallerFacts) => `It’s signed in as ${signedInArn}. Everything you run there reads or changes that account.`,
  },
})

/** Denials of these have rules of their own. */
const creatingActions = /^iam:(?:CreateRole|TagRole|PutRolePolicy|AttachRolePolicy)$/i

/** A call that has no part in creating or assuming the role. */
function isDeniedElsewhere(error: ErrorTextFact, { plan }: Pick<PastedRole, 'plan'>): boolean {
  if (keyText.test(error.message)) return false
  const action = deniedAction(error.message)
  if (creatingActions.test(action) && (isAboutOtherRole(error.message, plan) || error.operation === 'TagRole')) return true
  return (
    action !== '' &&
    !/^(?:sts:(?:AssumeRole|TagSession|SetSourceIdentity)|cloudformation:(?:Create|Update|Execute)\w*)$/.test(action) &&
    !creatingActions.test(action)
  )
}

const forms: readonly ErrorForm<Exclude<keyof ReturnType<typeof terminalRulesMessages.in>, 'terminal-in-other-account'>>[] = [
  {
    id: 'role-absent',
    part: 'role',
    source: pages.roleTroubles,
    is: (error) =>
      hasCode('NoSuchEntity', 'NoSuchEntityException')(error) &&
      /\brole with name [\w+=,.@-]+ cannot be found|IAM Role \([\w+=,.@-]+\): couldn't find resource/i.test(error.message),
  },
  {
    id: 'terminal-credentials',
    part: 'terminal',
    source: pages.cliTroubles,
    is: (error) =>
      hasCode(
        'NoCredentials',
        'ExpiredToken',
        'ExpiredTokenException',
        'InvalidClientTokenId',
        'SignatureDoesNotMatch',
        'UnrecognizedClientException',
        'InvalidToken',
        'MissingAuthenticationToken',
        'MissingAuthenticationTokenException',
        'AuthFailure',
        'InvalidAccessKeyId',
      )(error) || /no credentials have been configured/.test(error.message),
  },
  {
    id: 'terminal-no-cli',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
  },
  {
    id: 'terminal-no-cmdlets',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/powershell/v5/userguide/pstools-getting-set-up.html',
    is: hasCode('NoCmdlet'),
  },
  { id: 'terminal-not-authorized', part: 'terminal', source: pages.accessDenied, is: isDeniedElsewhere },
  { id: 'terminal-no-region', part: 'terminal', source: pages.cliTroubles, is: hasCode('NoRegion') },
  { id: 'terminal-no-connection', part: 'terminal', source: pages.cliTroubles, is: hasCode('NoConnection') },
  { id: 'terminal-wrong-command', part: 'terminal', source: pages.cliTroubles, is: hasCode('WrongCommand') },
  {
    id: 'terminal-busy',
    part: 'terminal',
    source: pages.commonErrors,
    is: hasCode('Throttling', 'ThrottlingException', 'ServiceUnavailable', 'InternalFailure'),
  },
  {
    id: 'terminal-not-bootstrapped',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
    is: hasCode('NotBootstrapped'),
  },
  {
    id: 'console-cannot-switch',
    part: 'terminal',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    is: hasCode('SwitchRole'),
  },
]

const callerElsewhere = familyRule(terminalRulesMessages.in, {
  id: 'terminal-in-other-account',
  part: 'terminal',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  facts: ({ caller, plan }) =>
    caller === null || caller.accountId === plan.accountId
      ? null
      : { ...planFacts(plan), signedInAccount: accountIdInGroups(caller.accountId), signedInArn: caller.arn },
})

/** Messages of the terminal or console that come before any data about the role. */
export const terminalRules: readonly PastedRule[] = [...ofErrors(terminalRulesMessages.in, forms), callerElsewhere]
