import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { type ErrorForm, hasCode, ofError, type PastedRule, pages } from './pasted-rule.ts'

export const terminalRulesMessages = messages('terminal-rules', {
  roleAbsent: {
    title: 'The role doesn’t exist',
    sentence: (roleName: string) => `The account you’re signed in to has no role named ${roleName}.`,
    detail: (accountId: string) =>
      `It was never created, it was deleted, or you’re not signed in to account ${accountId}. To check the account, run: aws sts get-caller-identity`,
  },
  terminalCredentials: {
    title: 'The terminal isn’t signed in',
    sentence: 'Your terminal isn’t signed in to AWS.',
    detail: (accountId: string) => `Sign in to account ${accountId}, or use AWS CloudShell, which uses your console sign-in.`,
  },
  terminalNoCli: {
    title: 'The AWS CLI isn’t installed',
    sentence: 'The AWS CLI isn’t installed on this computer, so this says nothing about the role.',
    detail: (accountId: string) => `Open AWS CloudShell in the console of account ${accountId}, and run the command there.`,
  },
  terminalNotAuthorized: {
    title: 'You don’t have permission to view the role',
    sentence: (deniedAction: string) => `You don’t have permission to call ${deniedAction}, so this says nothing about the role.`,
    detail:
      'Viewing the role requires iam:GetRole. For details, decode the message: aws sts decode-authorization-message --encoded-message, followed by the encoded text.',
    detail2: (roleName: string) =>
      `Viewing the role requires iam:GetRole. The console shows the same under IAM, Roles, ${roleName}, "Trust relationships".`,
  },
  terminalNoConnection: {
    title: 'The terminal can’t reach AWS',
    sentence: 'The terminal can’t reach AWS, so this says nothing about the role.',
    detail: (region: string) =>
      `The Region may be misspelled, or a proxy or firewall blocks the connection. Run the command again with --region ${region}, or in AWS CloudShell.`,
  },
  terminalWrongCommand: {
    title: 'The AWS CLI rejected the command',
    sentence: 'The AWS CLI rejected the command, and nothing changed.',
    detail: 'The command was changed or cut off, or a file that it names is missing. Copy the whole command from this page again.',
  },
  terminalBusy: {
    title: 'AWS throttled the request',
    sentence: 'AWS throttled the request, so this says nothing about the role.',
    detail: 'Wait a minute, and try again.',
  },
  terminalNotBootstrapped: {
    title: 'The account isn’t bootstrapped for the AWS CDK',
    sentence: (accountId: string, region: string) =>
      `Account ${accountId} isn’t bootstrapped for the AWS CDK in ${region}, so nothing was created.`,
    detail: (accountId: string, region: string) => `Run: cdk bootstrap aws://${accountId}/${region}. Then deploy again.`,
  },
  consoleCannotSwitch: {
    title: 'The console can’t switch to the role',
    sentence: 'The console can’t switch to this role, but that says nothing about the role.',
    detail: (vendor: string) =>
      `The "Switch role" page sends no external ID, so every role that requires one denies it. Only ${vendor} can use this role. Paste the output of aws iam get-role instead.`,
  },
  terminalInOtherAccount: {
    title: 'The terminal is signed in to a different account',
    sentence: (accountId: string, wantedAccountId: string) =>
      `The terminal is signed in to account ${accountId}, but the role must be in account ${wantedAccountId}.`,
    detail: (arn: string) => `It’s signed in as ${arn}. Everything you run there reads or changes that account.`,
  },
})

const deniedAction = ({ message }: ErrorTextFact): string => /not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? ''

/** A call that has no part in creating or assuming the role. */
function isDeniedElsewhere(error: ErrorTextFact): boolean {
  const action = deniedAction(error)
  return (
    action !== '' && !/^(sts:(AssumeRole|TagSession|SetSourceIdentity)|cloudformation:.*|iam:(Create|Put|Tag|Attach|Pass)\w*)$/.test(action)
  )
}

const forms: readonly ErrorForm[] = [
  {
    id: 'role-absent',
    part: 'role',
    title: (language) => terminalRulesMessages.in(language).roleAbsent.title,
    source: pages.roleTroubles,
    is: (error) => hasCode('NoSuchEntity', 'NoSuchEntityException')(error) && /role/i.test(error.message),
    sentence: (language, { plan }) => terminalRulesMessages.in(language).roleAbsent.sentence(plan.roleName),
    detail: (language, { plan }) => terminalRulesMessages.in(language).roleAbsent.detail(accountIdInGroups(plan.accountId)),
  },
  {
    id: 'terminal-credentials',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalCredentials.title,
    source: pages.cliTroubles,
    is: (error) =>
      hasCode(
        'NoCredentials',
        'ExpiredToken',
        'ExpiredTokenException',
        'InvalidClientTokenId',
        'SignatureDoesNotMatch',
        'UnrecognizedClientException',
      )(error) || /no credentials have been configured/.test(error.message),
    sentence: (language) => terminalRulesMessages.in(language).terminalCredentials.sentence,
    detail: (language, { plan }) => terminalRulesMessages.in(language).terminalCredentials.detail(accountIdInGroups(plan.accountId)),
  },
  {
    id: 'terminal-no-cli',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalNoCli.title,
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
    sentence: (language) => terminalRulesMessages.in(language).terminalNoCli.sentence,
    detail: (language, { plan }) => terminalRulesMessages.in(language).terminalNoCli.detail(accountIdInGroups(plan.accountId)),
  },
  {
    id: 'terminal-not-authorized',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalNotAuthorized.title,
    source: pages.accessDenied,
    is: isDeniedElsewhere,
    sentence: (language, _, error) => terminalRulesMessages.in(language).terminalNotAuthorized.sentence(deniedAction(error)),
    detail: (language, { plan }, { message }) =>
      message.includes('Encoded authorization failure message')
        ? terminalRulesMessages.in(language).terminalNotAuthorized.detail
        : terminalRulesMessages.in(language).terminalNotAuthorized.detail2(plan.roleName),
  },
  {
    id: 'terminal-no-connection',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalNoConnection.title,
    source: pages.cliTroubles,
    is: hasCode('NoConnection'),
    sentence: (language) => terminalRulesMessages.in(language).terminalNoConnection.sentence,
    detail: (language, { plan }) => terminalRulesMessages.in(language).terminalNoConnection.detail(plan.region),
  },
  {
    id: 'terminal-wrong-command',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalWrongCommand.title,
    source: pages.cliTroubles,
    is: hasCode('WrongCommand'),
    sentence: (language) => terminalRulesMessages.in(language).terminalWrongCommand.sentence,
    detail: (language) => terminalRulesMessages.in(language).terminalWrongCommand.detail,
  },
  {
    id: 'terminal-busy',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalBusy.title,
    source: pages.commonErrors,
    is: hasCode('Throttling', 'ThrottlingException', 'ServiceUnavailable', 'InternalFailure'),
    sentence: (language) => terminalRulesMessages.in(language).terminalBusy.sentence,
    detail: (language) => terminalRulesMessages.in(language).terminalBusy.detail,
  },
  {
    id: 'terminal-not-bootstrapped',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).terminalNotBootstrapped.title,
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
    is: hasCode('NotBootstrapped'),
    sentence: (language, { plan }) =>
      terminalRulesMessages.in(language).terminalNotBootstrapped.sentence(accountIdInGroups(plan.accountId), plan.region),
    detail: (language, { plan }) => terminalRulesMessages.in(language).terminalNotBootstrapped.detail(plan.accountId, plan.region),
  },
  {
    id: 'console-cannot-switch',
    part: 'terminal',
    title: (language) => terminalRulesMessages.in(language).consoleCannotSwitch.title,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    is: hasCode('SwitchRole'),
    sentence: (language) => terminalRulesMessages.in(language).consoleCannotSwitch.sentence,
    detail: (language, { plan }) => terminalRulesMessages.in(language).consoleCannotSwitch.detail(plan.vendor.name),
  },
]

const callerElsewhere: PastedRule = {
  id: 'terminal-in-other-account',
  part: 'terminal',
  title: (language) => terminalRulesMessages.in(language).terminalInOtherAccount.title,
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  found: ({ caller, plan }) =>
    caller === null || caller.accountId === plan.accountId
      ? null
      : {
          sentence: (language) =>
            terminalRulesMessages
              .in(language)
              .terminalInOtherAccount.sentence(accountIdInGroups(caller.accountId), accountIdInGroups(plan.accountId)),
          detail: (language) => terminalRulesMessages.in(language).terminalInOtherAccount.detail(caller.arn),
        },
}

/** Messages of the terminal or console that come before any data about the role. */
export const terminalRules: readonly PastedRule[] = [...forms.map(ofError), callerElsewhere]
