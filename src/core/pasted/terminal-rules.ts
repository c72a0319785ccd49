import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { type ErrorForm, hasCode, ofError, type PastedRule, pages } from './pasted-rule.ts'

export const terminalRulesMessages = messages('terminal-rules', {
  roleAbsent: {
    title: 'There is no such role',
    sentence: (roleName: string) => `The account that is signed in has no role named ${roleName}.`,
    detail: (accountId: string) =>
      `It was never created, was deleted, or the account isn’t ${accountId}: aws sts get-caller-identity shows which one it is.`,
  },
  terminalCredentials: {
    title: 'The terminal isn’t signed in',
    sentence: 'Your terminal isn’t signed in to AWS.',
    detail: (accountId: string) => `Sign in to account ${accountId}, or use AWS CloudShell, which is signed in as the console is.`,
  },
  terminalNoCli: {
    title: 'The AWS CLI isn’t installed',
    sentence: 'There is no AWS CLI on this computer, so the text says nothing of the role.',
    detail: (accountId: string) =>
      `Open AWS CloudShell in the console of account ${accountId}, where it is installed, and run the command there.`,
  },
  terminalNotAuthorized: {
    title: 'You don’t have permission to view the role',
    sentence: (deniedAction: string) => `You don’t have permission to call ${deniedAction}, so the text says nothing of the role.`,
    detail:
      'The encoded message says more: aws sts decode-authorization-message --encoded-message, with that text after it. Viewing the role requires iam:GetRole.',
    detail2: (roleName: string) =>
      `Viewing the role requires iam:GetRole. The console shows the same: IAM, Roles, ${roleName}, tab "Trust relationships".`,
  },
  terminalNoConnection: {
    title: 'The terminal doesn’t reach AWS',
    sentence: 'The terminal doesn’t reach AWS, so the text says nothing of the role.',
    detail: (region: string) =>
      `The Region may be misspelled, or a proxy or firewall blocks the connection. Run the command again with --region ${region}, or in AWS CloudShell.`,
  },
  terminalWrongCommand: {
    title: 'The AWS CLI doesn’t take the command',
    sentence: 'The AWS CLI didn’t take the command, and nothing was done.',
    detail: 'It was changed or cut on its way, or a file that it names isn’t there. Copy the whole command from this page once more.',
  },
  terminalBusy: {
    title: 'AWS is too busy to answer',
    sentence: 'AWS was too busy to answer, so the text says nothing of the role.',
    detail: 'Wait a minute, and do it once more.',
  },
  terminalNotBootstrapped: {
    title: 'The account isn’t prepared for the AWS CDK',
    sentence: (accountId: string, region: string) =>
      `The AWS CDK hasn’t been set up in account ${accountId} for ${region}, so nothing was created.`,
    detail: (accountId: string, region: string) => `Run: cdk bootstrap aws://${accountId}/${region}. Then deploy again.`,
  },
  consoleCannotSwitch: {
    title: 'The console can’t switch to the role',
    sentence: 'The console can’t switch to this role, and that tells nothing of it.',
    detail: (vendor: string) =>
      `The page "Switch role" sends no external ID, so every role that requires one denies it, as this one must. Only ${vendor} can use it. Paste the output of aws iam get-role instead.`,
  },
  terminalInOtherAccount: {
    title: 'The terminal is signed in to another account',
    sentence: (accountId: string, wantedAccountId: string) =>
      `The terminal is signed in to account ${accountId}, and the role must be in ${wantedAccountId}.`,
    detail: (arn: string) => `It’s signed in as ${arn}. Whatever is looked up or created from there is in that account.`,
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

/** What the terminal or the console says before anything of the role is looked at. */
export const terminalRules: readonly PastedRule[] = [...forms.map(ofError), callerElsewhere]
