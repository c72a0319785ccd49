import { accountIdInGroups } from '#core/aws/account-id.ts'
import { said } from '#core/rules/said.ts'
import { type ErrorForm, hasCode, ofError } from './error-form.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import { type Ailment, pages } from './pasted-rule.ts'

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
    title: 'There is no such role',
    source: pages.roleTroubles,
    is: (error) => hasCode('NoSuchEntity', 'NoSuchEntityException')(error) && /role/i.test(error.message),
    sentence: ({ plan }) => said`The account that is signed in has no role named ${plan.roleName}.`,
    detail: ({ plan }) =>
      said`It was never created, was deleted, or the account is not ${accountIdInGroups(plan.accountId)}: aws sts get-caller-identity shows which one it is.`,
  },
  {
    id: 'terminal-credentials',
    part: 'terminal',
    title: 'The terminal is not signed in',
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
    sentence: () => said`The terminal is not signed in to AWS, so the text says nothing of the role.`,
    detail: ({ plan }) =>
      said`Sign in to account ${accountIdInGroups(plan.accountId)}, or use AWS CloudShell, which is signed in as the console is.`,
  },
  {
    id: 'terminal-no-cli',
    part: 'terminal',
    title: 'The AWS CLI is not installed',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html',
    is: hasCode('NoCommand'),
    sentence: () => said`There is no AWS CLI on this computer, so the text says nothing of the role.`,
    detail: ({ plan }) =>
      said`Open AWS CloudShell in the console of account ${accountIdInGroups(plan.accountId)}, where it is installed, and run the command there.`,
  },
  {
    id: 'terminal-not-authorized',
    part: 'terminal',
    title: 'Whoever is signed in may not look at the role',
    source: pages.accessDenied,
    is: isDeniedElsewhere,
    sentence: (_, error) => said`Whoever is signed in may not call ${deniedAction(error)}, so the text says nothing of the role.`,
    detail: ({ plan }, { message }) =>
      message.includes('Encoded authorization failure message')
        ? said`The encoded message says more: aws sts decode-authorization-message --encoded-message, with that text after it. To look at the role it takes iam:GetRole.`
        : said`To look at the role it takes iam:GetRole. The console shows the same: IAM, Roles, ${plan.roleName}, tab "Trust relationships".`,
  },
  {
    id: 'terminal-no-connection',
    part: 'terminal',
    title: 'The terminal does not reach AWS',
    source: pages.cliTroubles,
    is: hasCode('NoConnection'),
    sentence: () => said`The terminal does not reach AWS, so the text says nothing of the role.`,
    detail: ({ plan }) =>
      said`The region may be misspelt, or a proxy or firewall stands between. Run the command again with --region ${plan.region}, or in AWS CloudShell.`,
  },
  {
    id: 'terminal-wrong-command',
    part: 'terminal',
    title: 'The AWS CLI does not take the command',
    source: pages.cliTroubles,
    is: hasCode('WrongCommand'),
    sentence: () => said`The AWS CLI did not take the command, and nothing was done.`,
    detail: () =>
      said`It was changed or cut on its way, or a file that it names is not there. Copy the whole command from this page once more.`,
  },
  {
    id: 'terminal-busy',
    part: 'terminal',
    title: 'AWS is too busy to answer',
    source: pages.commonErrors,
    is: hasCode('Throttling', 'ThrottlingException', 'ServiceUnavailable', 'InternalFailure'),
    sentence: () => said`AWS was too busy to answer, so the text says nothing of the role.`,
    detail: () => said`Wait a minute, and do it once more.`,
  },
  {
    id: 'terminal-not-bootstrapped',
    part: 'terminal',
    title: 'The account is not prepared for the AWS CDK',
    source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping.html',
    is: hasCode('NotBootstrapped'),
    sentence: ({ plan }) =>
      said`The AWS CDK has not been set up in account ${accountIdInGroups(plan.accountId)} for ${plan.region}, so nothing was created.`,
    detail: ({ plan }) => said`Run: cdk bootstrap aws://${plan.accountId}/${plan.region}. Then deploy again.`,
  },
  {
    id: 'console-cannot-switch',
    part: 'terminal',
    title: 'The console cannot switch to the role',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_cross-account-with-roles.html',
    is: hasCode('SwitchRole'),
    sentence: () => said`The console cannot switch to this role, and that tells nothing of it.`,
    detail: ({ plan }) =>
      said`The page "Switch role" sends no external ID, so it is refused by every role that asks for one, as this must. Nobody but ${plan.vendor.name} can use it. Paste the output of aws iam get-role instead.`,
  },
]

const callerElsewhere: Ailment = {
  id: 'terminal-in-other-account',
  part: 'terminal',
  title: 'The terminal is signed in to another account',
  source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html',
  found: ({ caller, plan }) =>
    caller === null || caller.accountId === plan.accountId
      ? null
      : {
          sentence: said`The terminal is signed in to account ${accountIdInGroups(caller.accountId)}, and the role must be in ${accountIdInGroups(plan.accountId)}.`,
          detail: said`It is signed in as ${caller.arn}. Whatever is looked up or created from there is in that account.`,
        },
}

/** What the terminal or the console says before anything of the role is looked at. */
export const terminalAilments: readonly Ailment[] = [...forms.map(ofError), callerElsewhere]
